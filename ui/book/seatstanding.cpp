// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/seatstanding.h"

namespace seatledger {

namespace {

/// Seats bought for a day, without overage; none is unlimited.
std::optional<qint64> boughtOn(std::span<const Entitlement> entitlements, QDate day)
{
    qint64 bought = 0;
    for (const Entitlement &entitlement : entitlements) {
        if (entitlement.isCancelled() || !entitlement.period.contains(day))
            continue;
        if (!entitlement.quantity)
            return std::nullopt;
        bought += entitlement.quantity->value();
    }
    return bought;
}

} // namespace

Result<SeatStanding> seatStanding(const Services &services, Session &session, LicenseId id)
{
    const auto license = services.licenses.find(session, id);
    if (!license)
        return std::unexpected(license.error());
    const auto entitlements = services.licenses.entitlements(session, id);
    if (!entitlements)
        return std::unexpected(entitlements.error());
    return seatStanding(services, session, *license, *entitlements);
}

Result<SeatStanding> seatStanding(const Services &services, Session &session, const License &license,
                                  std::span<const Entitlement> entitlements)
{
    const auto calendar = services.licenses.calendar(session, license);
    if (!calendar)
        return std::unexpected(calendar.error());
    SeatStanding standing;
    standing.today = calendar->today();
    standing.figures.used = calendar->demandOn(standing.today);
    standing.figures.supply = boughtOn(entitlements, standing.today);
    if (standing.figures.supply)
        standing.figures.overage = calendar->supplyOn(standing.today).count() - *standing.figures.supply;
    if (standing.figures.supply) {
        const auto open = Period::create(standing.today, std::nullopt);
        const qint64 supply = calendar->supplyOn(standing.today).count();
        standing.figures.reserved = std::max<qint64>(0, supply - standing.figures.used
                                                            - calendar->seatsFree(*open).count());
    }
    if (license.lowSeatThreshold)
        standing.figures.lowBelow = license.lowSeatThreshold->value();
    standing.shortages = calendar->shortages(standing.today);
    standing.lapsesOn = calendar->lapseAfter(standing.today);
    return standing;
}

} // namespace seatledger
