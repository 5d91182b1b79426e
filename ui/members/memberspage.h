// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookpage.h"
#include "ui/members/memberlist.h"

#include <QPointer>

class QMimeData;

namespace seatledger {

class AssignmentCommands;
class DepartDialog;
class DepartmentBox;
class DepartmentTreeDialog;
class MemberPanel;

/// The page of people: who there is, what they hold; adds and changes them, gives them seats, lets them
/// leave.
class MembersPage final : public BookPage
{
    Q_OBJECT

public:
    MembersPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Members"); }
    [[nodiscard]] QString searchHint() const override { return tr("Search name, number, e-mail"); }
    void takeChange(const ChangeNotice &notice) override;

protected:
    QStringList entities() const override;
    QString countText(qint64 count) const override;
    void applyFilter() override;
    bool isNarrowed() const override;
    void widen() override;
    SearchGrammar makeGrammar() const override;
    std::vector<FilterChip> filterChips() override;
    QVariantMap filterState() const override;
    void setFilterState(const QVariantMap &state) override;
    EmptyText firstSteps() const override;
    std::optional<Action> firstStep() const override { return Action::EditMembers; }
    Result<RowsEdit> cellEdit(const QString &columnKey, const QString &typed) const override;
    void openAgain(const QString &what, const QVariantMap &arguments) override;
    void activate(qint64 id) override;
    void updateActions() override;
    ExportRequest exportRequest() const override;
    QStringList exportColumns(const QString &key) const override;
    std::vector<TourStop> dialogStops() override;

private:
    [[nodiscard]] QMimeData *dragged() const;
    void buildFilter();
    void buildActions();
    void buildPanel(MemberPanel *panel);
    QDialog *offerNew();
    QDialog *offerAssign();
    QDialog *offerEditMany(const QList<qint64> &ids);
    void offerDeparture();
    DepartDialog *makeDepartDialog(const std::vector<Member> &members);
    DepartmentTreeDialog *offerDepartments();

    MemberSource *m_source;
    MemberTable *m_table;
    AssignmentCommands *m_seats;
    DepartmentBox *m_department;
    QAction *m_new = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_editCell = nullptr;
    QAction *m_editMany = nullptr;
    QAction *m_assign = nullptr;
    QAction *m_depart = nullptr;
    QAction *m_departments = nullptr;
    QPointer<DepartmentTreeDialog> m_tree;
};

} // namespace seatledger
