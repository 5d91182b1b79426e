// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace seatledger {

/// How well a few letters name a text.
struct FuzzyMatch {
    int score = 0;             ///< larger is better
    QList<qsizetype> letters;  ///< which letters of the text they are, ascending
};

/// Whether every word of `typed` is in `text`, case apart: as the beginning of a word, within one, or as
/// letters of which all but one run begin words or follow each other ("asgn se" is "Assign seats"). Words
/// may come in any order. Nothing typed matches everything.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &text);

} // namespace seatledger
