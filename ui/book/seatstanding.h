// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/seatcalendar.h"
#include "core/services/services.h"
#include "ui/common/widgets/seatbar.h"

#include <optional>
#include <vector>

namespace seatledger {

/// How a licence stands today and what comes.
struct SeatStanding {
    SeatFigures figures;                    ///< of today
    std::vector<SeatShortage> shortages;    ///< today's and those to come
    std::optional<QDate> lapsesOn;          ///< the next day with fewer seats
    QDate today;
};

/// Reads the standing of a licence; for use on a worker, in the thread of the session.
[[nodiscard]] Result<SeatStanding> seatStanding(const Services &services, Session &session, LicenseId id);
/// The same for a licence whose record is known.
[[nodiscard]] Result<SeatStanding> seatStanding(const Services &services, Session &session,
                                                const License &license);

} // namespace seatledger
