// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"
#include "tests/support/reportfacts.h"

#include <map>
#include <vector>

namespace seatledger {

/// A report counted once more, day by day and row by row, with nothing of its SQL: all columns, in any order
/// of rows. The names of departments are left out.
using Recounted = std::vector<ReportRow> (*)(const Recount &recount);

/// Those about seats and days.
[[nodiscard]] std::map<ReportKind, Recounted> recountsBySeats();

/// Seats of a licence, or of several, on one day.
struct SeatLevel {
    qint64 licenses = 0;
    qint64 limitedLicenses = 0;
    qint64 seats = 0;
    qint64 held = 0;
    qint64 heldUnlimited = 0;
    qint64 here = 0;
    qint64 free = 0;
    qint64 shortLicenses = 0;
    qint64 shortSeats = 0;

    friend bool operator==(const SeatLevel &, const SeatLevel &) = default;

    void add(const Recount &recount, const FactLicense &license, QDate day);
};

/// Whether something else that was bought renews it.
[[nodiscard]] bool isRenewed(const FactLicense &license, const Entitlement &entitlement);

} // namespace seatledger
