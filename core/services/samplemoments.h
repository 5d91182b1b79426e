// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dayrange.h"
#include "core/services/samplerandom.h"

#include <QString>

#include <compare>

namespace seatledger {

/// A second of a day in the organisation's time zone. A plain value.
struct SampleMoment {
    DayNumber day = 0;
    int second = 0;

    friend auto operator<=>(const SampleMoment &, const SampleMoment &) = default;
};

/// When on `day` somebody who works in an office does something: most of it mid-morning and mid-afternoon.
[[nodiscard]] SampleMoment sampleMoment(DayNumber day, SampleRandom &random);

/// When what counts from `firstDay` was written into the book: on a working day before `today`, that one or
/// one of the days before it.
[[nodiscard]] SampleMoment sampleBooking(DayNumber firstDay, DayNumber today, SampleRandom &random);

/// Monday to Friday.
[[nodiscard]] bool isWorkday(DayNumber day);

/// As PostgreSQL reads it in a session with the organisation's time zone.
[[nodiscard]] QString sampleText(const SampleMoment &moment);

} // namespace seatledger
