// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/assignments/assignmentactiondialog.h"
#include "ui/assignments/assignmentlist.h"
#include "ui/book/bookpage.h"

namespace seatledger {

class AssignmentCommands;

/// The page of assignments: who holds what; assigns, revokes, suspends, resumes, transfers, changes.
class AssignmentsPage final : public BookPage
{
    Q_OBJECT

public:
    AssignmentsPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Assignments"); }
    [[nodiscard]] QString searchHint() const override { return tr("Search member or licence"); }
    void reveal(qint64 object) override;

protected:
    QStringList entities() const override;
    QString countText(qint64 count) const override;
    void applyFilter() override;
    void dayChanged() override;
    void foundEmpty() override;
    SearchGrammar makeGrammar() const override;
    EmptyText firstSteps() const override;
    std::optional<Action> firstStep() const override { return Action::Assign; }
    Result<RowsEdit> cellEdit(const QString &columnKey, const QString &typed) const override;
    void openAgain(const QString &what, const QVariantMap &arguments) override;
    void activate(qint64 id) override;
    void updateActions() override;
    ExportRequest exportRequest() const override;
    QStringList exportColumns(const QString &key) const override;
    std::vector<TourStop> dialogStops() override;

private:
    using Command = QDialog *(AssignmentCommands::*)(const AssignmentChoice &);

    void buildFilter();
    void buildActions();
    QAction *makeCommand(const QString &name, const QString &text, const QString &iconName,
                         const QKeySequence &shortcut, Action what, Command command);
    void takeFirstStep();
    /// What is selected; common values only where all of it is loaded.
    [[nodiscard]] AssignmentChoice choice() const;

    AssignmentSource *m_source;
    AssignmentTable *m_table;
    AssignmentCommands *m_commands;
    QAction *m_assign = nullptr;
    QString m_missing; ///< the page of what must be there before the first assignment
    QList<QAction *> m_changes; ///< those that need a selection that has not ended
    QAction *m_suspend = nullptr;
    QAction *m_resume = nullptr;
    QAction *m_transfer = nullptr;
    QAction *m_revoke = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_editCell = nullptr;
};

} // namespace seatledger
