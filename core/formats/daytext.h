// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importmapping.h"

#include <QDate>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace seatledger {

/// The day that a text of a file stands for; none if it is no day. Reads figures parted by points, slashes,
/// hyphens or blanks in the order said, and whatever is said: years of four figures in front (`2026-11-26`,
/// `20261126`, `2026年11月26日`) and months as words of the large European languages (`26 Nov 2026`,
/// `26. November 2026`). Years of two figures are 1970 to 2069. A time behind it is passed over.
[[nodiscard]] std::optional<QDate> dayOfText(QStringView text, DayOrder order);

/// How the days of a column are written.
struct DayGuess {
    DayOrder order = DayOrder::YearFirst;
    qsizetype refused = 0;       ///< how many texts are no days by it
    QString firstRefused = {};
    QString ambiguous = {}; ///< a text that is a day in the other order, too; empty if all is clear

    friend bool operator==(const DayGuess &, const DayGuess &) = default;
};

/// The order in which most of the texts are days; empty ones do not matter. Where day first and month first
/// do equally well it is day first, and ambiguous.
[[nodiscard]] DayGuess guessDays(const QStringList &texts);

} // namespace seatledger
