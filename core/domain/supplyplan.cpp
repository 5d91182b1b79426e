// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/supplyplan.h"

#include "core/domain/monthlycost.h"

#include <algorithm>

namespace seatledger {

namespace {

std::vector<Entitlement> applied(std::span<const Entitlement> entitlements, const SupplyChange &change)
{
    std::vector<Entitlement> after(entitlements.begin(), entitlements.end());
    const auto replaced = change.replaced ? std::ranges::find(after, *change.replaced, &Entitlement::id)
                                          : after.end();
    if (replaced != after.end() && !change.by)
        after.erase(replaced);
    else if (replaced != after.end())
        static_cast<EntitlementFields &>(*replaced) = *change.by;
    else if (change.by)
        after.push_back({*change.by, *EntitlementId::fromValue(1)});
    return after;
}

/// The first day from `today` on with another supply; today if there is none.
QDate firstChange(QDate today, const SeatSupply &before, const SeatSupply &after)
{
    const DayNumber start = today.toJulianDay();
    std::optional<DayNumber> first;
    const auto look = [&](DayNumber day) {
        const QDate date = QDate::fromJulianDay(day);
        if (day >= start && (!first || day < *first) && before.on(date) != after.on(date))
            first = day;
    };
    look(start);
    for (const SeatSupply *supply : {&before, &after}) {
        for (const StepFunction::Step &step : supply->steps().steps())
            look(step.day);
    }
    return first ? QDate::fromJulianDay(*first) : today;
}

/// Of all seats on a day, `sign` times.
Result<void> addPrices(MoneySum &sum, std::span<const Entitlement> entitlements, QDate day, int sign)
{
    for (const Entitlement &entitlement : entitlements) {
        const auto monthly = monthlyPrice(entitlement);
        if (!monthly || entitlement.isCancelled() || !entitlement.period.contains(day))
            continue;
        const Result<Money> share = monthly->price.share(sign, monthly->months);
        if (const Result<void> added = share ? sum.add(*share) : std::unexpected(share.error()); !added)
            return added;
    }
    return {};
}

std::vector<Money> costDifference(std::span<const Entitlement> before, std::span<const Entitlement> after,
                                  QDate day)
{
    MoneySum sum;
    if (!addPrices(sum, after, day, 1) || !addPrices(sum, before, day, -1))
        return {};
    return sum.amounts();
}

} // namespace

SupplyPlan planSupply(const SeatCalendar &calendar, OveragePercent overage,
                      std::span<const Entitlement> entitlements, const SupplyChange &change)
{
    const std::vector<Entitlement> then = applied(entitlements, change);
    const SeatSupply supply(then, overage);
    const SeatCalendar after(calendar.today(), calendar.demand(), supply);
    const QDate day = firstChange(calendar.today(), calendar.supply(), supply);
    return {.day = day,
            .before = calendar.supplyOn(day),
            .after = after.supplyOn(day),
            .seatsFree = after.seatsFree(Period::fromStored(day, std::nullopt)),
            .shortagesNow = calendar.shortages(calendar.today()),
            .shortages = after.shortages(calendar.today()),
            .monthlyCost = costDifference(entitlements, then, day),
            .refusal = calendar.refusalOf(supply)};
}

} // namespace seatledger
