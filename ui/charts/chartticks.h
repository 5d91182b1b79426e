// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

#include <vector>

namespace seatledger {

/// An axis from nought to `top` with a line every `step`: 1, 2 or 5 times a power of ten.
struct ValueScale {
    double top = 1;
    double step = 1;

    [[nodiscard]] int lines() const { return qRound(top / step); }
};

/// Reaches `largest`, with `wanted` lines or one more where that leaves less room empty; of whole numbers
/// only if `isWhole`.
[[nodiscard]] ValueScale valueScale(double largest, int wanted, bool isWhole);

struct DayTick {
    QDate day;
    QString text;

    friend bool operator==(const DayTick &, const DayTick &) = default;
};

/// Marks from `from` to `until`, both included, at most `room` of them: days, Mondays, first days of months,
/// quarters, half years or years. Written as short as they are plain: the year where it begins.
[[nodiscard]] std::vector<DayTick> dayTicks(QDate from, QDate until, int room,
                                            const QLocale &locale = QLocale());

/// A number as people of the locale write it, without needless decimals: "1,200", "0.5".
[[nodiscard]] QString plainNumber(double value, const QLocale &locale = QLocale());

} // namespace seatledger
