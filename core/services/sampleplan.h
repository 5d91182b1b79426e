// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dayrange.h"

#include <QLatin1StringView>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace seatledger {

/// What a licence of the sample is to show.
enum class SampleProfile {
    Draft,
    Retired,
    Lapsed,    ///< its only supply has ended; what expiry asks for has been done
    Short,     ///< renewed with fewer seats than are held
    Unlimited,
    Relay,     ///< full, with seats promised to others from the day on which they become free
    Full,
    NearlyFull,
    Idle,
    Normal,
};

/// What is fixed of a licence before its rows are made.
struct SampleLicense {
    qint64 index = 0;
    SampleProfile profile = SampleProfile::Normal;
    qint64 assignments = 0; ///< how many rows it gets, open and ended
    QLatin1StringView term;
    DayNumber asOf = 0;     ///< the day on which its rows are written
    DayNumber firstDay = 0; ///< of its supply
    DayNumber lapse = endOfDays; ///< the day from which its present supply is gone
    int pastTerms = 0;      ///< years of a subscription before the present one

    [[nodiscard]] bool isWrittenInThePast() const
    {
        return profile == SampleProfile::Lapsed || profile == SampleProfile::Short;
    }
};

struct SampleAssignment {
    qint64 member = 0; ///< index of the holder
    qint64 quantity = 1;
    DayRange days;
    QLatin1StringView state;
    bool isReleased = false;
    std::optional<DayNumber> suspendedUntil = std::nullopt;
    std::optional<DayNumber> endedOn = std::nullopt;
    QString endReason = {};
};

struct SampleEntitlement {
    std::optional<qint64> quantity; ///< none is unlimited
    DayRange days;
    std::optional<std::size_t> renews = std::nullopt; ///< which one of the list
};

/// A licence with everything that hangs on it.
struct SampleBook {
    SampleLicense license;
    std::vector<SampleAssignment> assignments;
    std::vector<SampleEntitlement> entitlements;
};

/// How far back the rows are written that the calendar then catches up with.
inline constexpr DayNumber samplePast = 60;

} // namespace seatledger
