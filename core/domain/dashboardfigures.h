// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/money.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace seatledger {

/// Entitlements that end within some days and are not renewed yet.
struct DueFigure {
    qint64 entitlements = 0;
    qint64 seats = 0; ///< of those with a limit

    friend bool operator==(const DueFigure &, const DueFigure &) = default;
};

/// What matters at a glance, as of one day. `seats`, `free` and `short...` are of licences with a limit, and
/// of the licence as a whole, also for who sees some departments only. Money is by the month, an amount for
/// each currency, and none for who may not see costs.
struct DashboardFigures {
    QDate asOf;
    qint64 licenses = 0;      ///< that are looked at: in use, and within the filter
    qint64 seats = 0;         ///< there are, overage included
    qint64 held = 0;          ///< on licences with a limit
    qint64 heldUnlimited = 0; ///< on licences without one
    qint64 heldHere = 0;      ///< of all: by people of the departments chosen, or that one may see
    qint64 free = 0;
    qint64 shortLicenses = 0; ///< licences with more seats held than there are
    qint64 shortSeats = 0;    ///< how many more
    DueFigure due30;          ///< ending within 30 days from `asOf`
    DueFigure due60;
    DueFigure due90;
    std::optional<std::vector<Money>> costPerMonth = std::nullopt; ///< of everything bought
    std::optional<std::vector<Money>> idlePerMonth = std::nullopt; ///< of it, of seats that nobody holds
    qint64 uncounted = 0;     ///< as in ReportTable
    QString convertedTo = {}; ///< as in ReportTable
    QString auditHead; ///< as in ReportTable
};

} // namespace seatledger
