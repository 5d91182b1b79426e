// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/period.h"
#include "ui/assignments/assigndialog.h"
#include "ui/book/bulkeditdialog.h"
#include "ui/book/planrequest.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/licenses/entitlementdialog.h"
#include "ui/licenses/licensepanel.h"
#include "ui/licenses/licensespage.h"
#include "ui/licenses/renewalsdialog.h"
#include "ui/notices/whydialog.h"

#include <QPointer>
#include <QSpinBox>

#include <algorithm>
#include <memory>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Of a licence that ends some day: the dialog opens once it is in the panel.
TourStop LicensesPage::renewStop()
{
    struct Progress {
        bool isBegun = false;
        QPointer<QDialog> dialog;
    };
    const auto progress = std::make_shared<Progress>();
    const auto show = [this, progress]() -> QWidget * {
        *progress = {};
        for (int row = 0; row < m_table->rowCount(); ++row) {
            const LicenseRow *license = m_table->rowAt(row);
            if (license && license->lapsesOn) {
                view()->selectRow(row);
                break;
            }
        }
        return nullptr;
    };
    const auto isSettled = [this, progress] {
        if (!BookPage::isSettled())
            return false;
        const std::vector<Entitlement> &bought = m_panel->entitlements();
        const auto ends = std::ranges::find_if(bought, [](const Entitlement &one) {
            return !one.isCancelled() && one.period.dayCount().has_value();
        });
        if (!std::exchange(progress->isBegun, true) && m_panel->license() && ends != bought.end())
            progress->dialog = offerForEntitlement(*ends, EntitlementDialog::Purpose::Renew);
        const auto *plan = progress->dialog ? progress->dialog->findChild<PlanRequest *>() : nullptr;
        return !plan || plan->isSettled();
    };
    return {.name = u"renew"_s, .show = show, .isSettled = isSettled};
}

std::vector<TourStop> LicensesPage::dialogStops()
{
    std::vector<TourStop> stops;
    stops.push_back({.name = u"new"_s, .show = [this]() -> QWidget * { return offerNew(); }});
    const auto dialog = std::make_shared<QPointer<AssignDialog>>();
    stops.push_back({.name = u"assign"_s,
                     .show = [this, dialog]() -> QWidget * {
                         *dialog = qobject_cast<AssignDialog *>(offerAssign());
                         QList<MemberId> members;
                         for (qint64 id = 1; id <= 9; ++id)
                             members.append(*MemberId::fromValue(id));
                         (*dialog)->addMembers(members);
                         return *dialog;
                     },
                     .isSettled = [dialog] { return !*dialog || (*dialog)->isSettled(); }});
    stops.push_back(editManyStop([this] { return offerEditMany(selectedIds()); },
                                 [](BulkEditDialog *edit) {
                                     edit->tick(u"devices_per_seat"_s);
                                     edit->findChild<QSpinBox *>(u"devicesSpinBox"_s)->setValue(2);
                                 }));
    stops.push_back(dialogStop(u"entitlement"_s, [this]() -> QWidget * { return offerEntitlement(); }));
    const auto why = std::make_shared<QPointer<WhyDialog>>();
    stops.push_back({.name = u"why"_s,
                     .show = [this, why]() -> QWidget * {
                         *why = qobject_cast<WhyDialog *>(offerWhy());
                         return *why;
                     },
                     .isSettled = [why] { return !*why || (*why)->isSettled(); }});
    stops.push_back({.name = u"masked"_s,
                     .show = [this]() -> QWidget * {
                         m_panel->unfoldKeys(true);
                         return nullptr;
                     },
                     .leave = [this] { m_panel->unfoldKeys(false); }});
    stops.push_back(dialogStop(u"keys"_s, [this]() -> QWidget * { return offerKeys(); }));
    stops.push_back({.name = u"entitlement-history"_s, .show = [this]() -> QWidget * {
                         return m_panel->license() && !m_panel->entitlements().empty()
                                    ? offerHistory(
                                          {u"entitlement"_s, m_panel->entitlements().front().id.value()},
                                          m_panel->license()->name.text())
                                    : nullptr;
                     }});
    const auto renewals = std::make_shared<QPointer<RenewalsDialog>>();
    stops.push_back({.name = u"renewals"_s,
                     .show = [this, renewals]() -> QWidget * {
                         return *renewals = qobject_cast<RenewalsDialog *>(offerRenewals());
                     },
                     .isSettled = [renewals] { return !*renewals || (*renewals)->isSettled(); }});
    stops.push_back(renewStop());
    return stops;
}

} // namespace seatledger
