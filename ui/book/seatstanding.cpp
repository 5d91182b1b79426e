// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/seatstanding.h"

namespace seatledger {

Result<SeatStanding> seatStanding(const Services &services, Session &session, LicenseId id)
{
    const auto license = services.licenses.find(session, id);
    if (!license)
        return std::unexpected(license.error());
    return seatStanding(services, session, *license);
}

Result<SeatStanding> seatStanding(const Services &services, Session &session, const License &license)
{
    const auto calendar = services.licenses.calendar(session, license);
    if (!calendar)
        return std::unexpected(calendar.error());
    SeatStanding standing;
    standing.today = calendar->today();
    standing.figures.used = calendar->demandOn(standing.today);
    if (const Seats supply = calendar->supplyOn(standing.today); !supply.isUnlimited()) {
        const auto open = Period::create(standing.today, std::nullopt);
        standing.figures.supply = supply.count();
        standing.figures.overage = SeatSupply::overageWithin(supply.count(), license.overage);
        standing.figures.reserved = std::max<qint64>(0, supply.count() - standing.figures.used
                                                            - calendar->seatsFree(*open).count());
    }
    if (license.lowSeatThreshold)
        standing.figures.lowBelow = license.lowSeatThreshold->value();
    standing.shortages = calendar->shortages(standing.today);
    standing.lapsesOn = calendar->lapseAfter(standing.today);
    return standing;
}

} // namespace seatledger
