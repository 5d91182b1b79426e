// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace seatledger {

/// One word of a search. A plain value.
struct SearchWord {
    QString text;
    QString pattern; ///< finds the word anywhere in a text, by LIKE, with wildcards taken literally
    /// One or two characters, not all of them ASCII: too short for trigrams, found by `neighbours()`. A
    /// Chinese word is often no longer.
    bool isShort = false;
};

/// The words of a search; each must be found. They are as they were typed: the database, which has put the
/// texts in lower case, does the same to them.
[[nodiscard]] std::vector<SearchWord> searchWordsOf(const QString &search);

} // namespace seatledger
