// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/license.h"

#include "core/domain/fieldcheck.h"
#include "core/domain/notice.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView leaseField = "floating_lease_minutes"_L1;

void checkLease(FieldCheck &check, const LicenseDraft &draft)
{
    const bool floating = draft.metric == LicenseMetric::Floating;
    if (floating && !draft.floatingLeaseMinutes) {
        check.refuse(leaseField,
                     QCoreApplication::translate("domain", "A floating licence needs a lease in minutes."));
    }
    if (!floating && draft.floatingLeaseMinutes)
        check.refuse(leaseField,
                     QCoreApplication::translate("domain", "Only a floating licence has a lease."));
}

/// Each once, the longest first.
std::optional<QList<int>> takeLeads(FieldCheck &check, std::optional<QList<int>> days)
{
    if (!days)
        return days;
    std::ranges::sort(*days, std::greater());
    days->erase(std::ranges::unique(*days).begin(), days->end());
    if (auto checked = checkLeadDays(*days); !checked)
        check.refuse("notice_lead_days"_L1, checked.error().message);
    else if (days->isEmpty())
        check.refuse("notice_lead_days"_L1, missingFieldText());
    return days;
}

template <typename Number>
std::optional<Number> takeOptional(FieldCheck &check, QLatin1StringView field, std::optional<qint64> value)
{
    return value ? check.take(field, Number::create(*value)) : std::nullopt;
}

} // namespace

LicenseDraft LicenseDraft::of(const LicenseFields &fields)
{
    LicenseDraft draft{.product = fields.product,
                       .name = fields.name.text(),
                       .metric = fields.metric,
                       .term = fields.term,
                       .state = fields.state,
                       .owner = fields.owner,
                       .overagePercent = fields.overage.value(),
                       .devicesPerSeat = fields.devicesPerSeat.value(),
                       .expiryAction = fields.expiryAction,
                       .leadDays = fields.leadDays,
                       .note = fields.note.text()};
    if (fields.floatingLease)
        draft.floatingLeaseMinutes = fields.floatingLease->value();
    if (fields.lowSeatThreshold)
        draft.lowSeatThreshold = fields.lowSeatThreshold->value();
    return draft;
}

Result<LicenseFields> LicenseDraft::create() const
{
    FieldCheck check;
    if (!product)
        check.refuse("product"_L1, missingFieldText());
    auto validName = check.take("name"_L1, Name::create(name));
    auto validOverage = check.take("overage_percent"_L1, OveragePercent::create(overagePercent));
    auto validDevices = check.take("devices_per_seat"_L1, DevicesPerSeat::create(devicesPerSeat));
    checkLease(check, *this);
    auto validLease = takeOptional<LeaseMinutes>(check, leaseField, floatingLeaseMinutes);
    auto validThreshold = takeOptional<SeatThreshold>(check, "low_seat_threshold"_L1, lowSeatThreshold);
    auto validLeads = takeLeads(check, leadDays);
    auto validNote = check.take("note"_L1, Note::create(note));
    if (check.failed())
        return check.error();
    return LicenseFields{.product = *product,
                         .name = *validName,
                         .metric = metric,
                         .term = term,
                         .state = state,
                         .owner = owner,
                         .overage = *validOverage,
                         .devicesPerSeat = *validDevices,
                         .floatingLease = validLease,
                         .expiryAction = expiryAction,
                         .lowSeatThreshold = validThreshold,
                         .leadDays = validLeads,
                         .note = *validNote};
}

bool transitionAllowed(LicenseState from, LicenseState to)
{
    using enum LicenseState;
    switch (from) {
    case Draft:
        return to == Draft || to == Active || to == Retired;
    case Active:
    case Suspended:
        return to != Draft;
    case Retired:
        break;
    }
    return to == Retired;
}

std::optional<Refusal> refusalOfTransition(LicenseState from, LicenseState to, bool held)
{
    if (!transitionAllowed(from, to))
        return Refusal{.reason = RefusalReason::IllegalTransition, .from = toText(from), .to = toText(to)};
    if (held && from != to && to == LicenseState::Retired)
        return Refusal{.reason = RefusalReason::LicenseHeld};
    return std::nullopt;
}

std::optional<Refusal> refusalOfSeats(LicenseState state)
{
    switch (state) {
    case LicenseState::Active:
        return std::nullopt;
    case LicenseState::Draft:
        return Refusal{.reason = RefusalReason::LicenseDraft};
    case LicenseState::Suspended:
        return Refusal{.reason = RefusalReason::LicenseSuspended};
    case LicenseState::Retired:
        break;
    }
    return Refusal{.reason = RefusalReason::LicenseRetired};
}

} // namespace seatledger
