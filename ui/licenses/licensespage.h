// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/domain/license.h"
#include "ui/book/bookpage.h"
#include "ui/licenses/entitlementdialog.h"
#include "ui/licenses/licensedrop.h"
#include "ui/licenses/licenselist.h"

namespace seatledger {

class AssignmentCommands;
class LicensePanel;
struct SupplyPlan;

/// The page of licences: what there is, how many seats are left; adds and changes licences and what was
/// bought, assigns their seats.
class LicensesPage final : public BookPage
{
    Q_OBJECT

public:
    LicensesPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Licences"); }
    [[nodiscard]] QString searchHint() const override { return tr("Search licence, product, vendor"); }

protected:
    QStringList entities() const override;
    QString countText(qint64 count) const override;
    void applyFilter() override;
    void dayChanged() override;
    SearchGrammar makeGrammar() const override;
    EmptyText firstSteps() const override;
    std::optional<Action> firstStep() const override { return Action::EditCatalogue; }
    Result<RowsEdit> cellEdit(const QString &columnKey, const QString &typed) const override;
    void openAgain(const QString &what, const QVariantMap &arguments) override;
    void activate(qint64 id) override;
    void updateActions() override;
    ExportRequest exportRequest() const override;
    QStringList exportColumns(const QString &key) const override;
    std::vector<TourStop> dialogStops() override;
    [[nodiscard]] TourStop renewStop();

    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] std::optional<LicenseDrop::Target> dropTarget(const QPoint &position) const;
    void buildFilter();
    void buildActions();
    void buildPanel();
    void countShortages();
    QDialog *offerNew();
    QDialog *offerAssign();
    QDialog *offerEditMany(const QList<qint64> &ids);
    QDialog *offerEntitlementOf(const License &license);
    QDialog *offerKeys();
    QDialog *offerWhy();
    void offerProductHistory(bool ofVendor);
    QDialog *offerRenewals();
    QDialog *offerEntitlement();
    QDialog *offerForEntitlement(const Entitlement &entitlement, EntitlementDialog::Purpose purpose);
    void offerCancel(const Entitlement &entitlement);
    void confirmCancel(const Entitlement &entitlement, const SupplyPlan &plan);
    void cancel(const Entitlement &entitlement);

    LicenseSource *m_source;
    LicenseTable *m_table;
    LicensePanel *m_panel;
    LicenseDrop *m_drop = nullptr;
    AssignmentCommands *m_seats;
    QAction *m_new = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_editCell = nullptr;
    QAction *m_editMany = nullptr;
    QAction *m_assign = nullptr;
    QAction *m_buy = nullptr;
    QAction *m_why = nullptr;
    QAction *m_product = nullptr;
    QAction *m_vendor = nullptr;
    QAction *m_renewals = nullptr;
};

} // namespace seatledger
