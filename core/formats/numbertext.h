// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importmapping.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace seatledger {

/// The number that a text of a file stands for, with a point and without grouping: "1234.5". None if it is no
/// number. Digits may be grouped, by threes or as in India, by the other mark, blanks or apostrophes; a sign
/// of a currency or its three letters may stand at either end, and are passed over.
[[nodiscard]] std::optional<QString> numberOfText(QStringView text, DecimalMark mark);

/// The whole number of a text; decimals must be zeros.
[[nodiscard]] std::optional<qint64> countOfText(QStringView text, DecimalMark mark);

/// How the numbers of a column are written.
struct NumberGuess {
    DecimalMark mark = DecimalMark::Point;
    qsizetype refused = 0; ///< how many texts are no numbers by it
    QString firstRefused = {};
    QString ambiguous = {}; ///< a text that is another number by the other mark; empty if all is clear

    friend bool operator==(const NumberGuess &, const NumberGuess &) = default;
};

/// The mark by which most of the texts are numbers, and whole ones if they are counts; empty ones do not
/// matter. Where both do equally well it is the point, and ambiguous if that makes a difference.
[[nodiscard]] NumberGuess guessNumbers(const QStringList &texts, bool areCounts);

} // namespace seatledger
