// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/operationtable.h"
#include "ui/book/bookpage.h"

#include <QDateTime>

namespace seatledger {

class AuditFilters;
class AuditPanel;
class UndoDialog;
class VerifyDialog;
struct ObjectPlace;

/// The page of what was done: who did what, when, from where and why, an operation a row, the newest first.
/// Shows what each changed, takes it back, proves that the record is intact. `#42` in the search finds an
/// operation by its number.
class AuditPage final : public BookPage
{
    Q_OBJECT

public:
    AuditPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Audit"); }
    [[nodiscard]] QString searchHint() const override { return tr("Search what was done, why, or #number"); }
    void takeChange(const ChangeNotice &notice) override;

protected:
    QStringList entities() const override { return {}; }
    QString countText(qint64 count) const override;
    void applyFilter() override;
    bool isNarrowed() const override;
    void widen() override;
    EmptyText firstSteps() const override;
    void activate(qint64 id) override;
    void updateActions() override;
    ExportRequest exportRequest() const override;
    QStringList exportColumns(const QString &key) const override;
    std::vector<TourStop> dialogStops() override;

private:
    void buildFilter();
    void buildActions();
    void buildPanel();
    void loadZone();
    void loadArchives();
    [[nodiscard]] bool isArchived(const OperationRow &row) const;
    void showCounterpart();
    void showObject(const ObjectPlace &place);
    UndoDialog *offerUndo();
    VerifyDialog *offerVerify();
    [[nodiscard]] const OperationRow *selected() const;

    std::shared_ptr<QTimeZone> m_zone;
    QDateTime m_archivedUntil; ///< what changed up to then is in files; null: nothing is
    OperationPages *m_source;
    OperationTable *m_table;
    AuditFilters *m_filters;
    AuditPanel *m_contents;
    QAction *m_undo = nullptr;
    QAction *m_counterpart = nullptr;
    QAction *m_verify = nullptr;
};

} // namespace seatledger
