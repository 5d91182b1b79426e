// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/domain/license.h"
#include "core/repositories/compositequeryrepository.h"
#include "ui/book/selectionpanel.h"
#include "ui/licenses/licensedrop.h"

#include <optional>

namespace seatledger {

class EntryList;
class KeyList;
class KeyValueForm;
class SeatBar;
class TextLabel;
struct AssignmentChoice;
struct LicenseContents;
struct LicenseTotals;

/// What belongs to a licence: seats used and left, shortages to come, holders, what was bought, keys,
/// details, history. For several: totals. What the person may not see says so in its place.
class LicensePanel final : public SelectionPanel
{
    Q_OBJECT

public:
    explicit LicensePanel(BookAccess access, QWidget *parent = nullptr);

    /// The licence shown, and what was bought for it.
    [[nodiscard]] const std::optional<License> &license() const { return m_license; }
    [[nodiscard]] const std::vector<Entitlement> &entitlements() const { return m_entitlements; }
    /// The licence shown as something to drop members on, without its area; none while it shows no licence.
    [[nodiscard]] std::optional<LicenseDrop::Target> dropTarget() const;
    /// The section of keys, folded at first.
    void unfoldKeys(bool isUnfolded);

signals:
    void holderActivated(const QString &searchText);
    void holderMenuRequested(const seatledger::AssignmentChoice &choice, const QPoint &globalPosition);
    void waitingActivated(const QString &searchText);
    void waitingAddRequested();
    void keysAddRequested();
    void entitlementAddRequested();
    void entitlementEditRequested(const seatledger::Entitlement &entitlement);
    void entitlementRenewRequested(const seatledger::Entitlement &entitlement);
    void entitlementHistoryRequested(const seatledger::Entitlement &entitlement);
    void entitlementCancelRequested(const seatledger::Entitlement &entitlement);

protected:
    void showNothing() override;
    void loadOne(qint64 value) override;
    void loadSeveral(const QList<qint64> &values) override;

private:
    void buildLists();
    void buildActions();
    [[nodiscard]] QString costText(const std::vector<Money> &amounts) const;
    void showLicense(const LicenseContents &contents);
    void showOutlook(const LicenseContents &contents);
    void showWaiting(const LicenseContents &contents);
    void showDetails(const LicenseContents &contents);
    void showTotals(const LicenseTotals &totals);
    void offerHolderMenu(const QPoint &position);
    void offerEntitlementMenu(const QPoint &position);
    /// The one with the keyboard, else the newest that was not cancelled.
    [[nodiscard]] std::optional<Entitlement> entitlementInHand() const;

    SeatBar *m_bar;
    TextLabel *m_outlook;
    EntryList *m_bought;
    PanelSection *m_boughtSection = nullptr;
    EntryList *m_holders;
    PanelSection *m_holdersSection = nullptr;
    EntryList *m_waiting;
    PanelSection *m_waitingSection = nullptr;
    KeyList *m_keys;
    PanelSection *m_keysSection = nullptr;
    KeyValueForm *m_details;
    EntryList *m_history;
    KeyValueForm *m_totals;
    std::optional<License> m_license;
    std::vector<Entitlement> m_entitlements;
    std::vector<AssignmentRow> m_open;
};

} // namespace seatledger
