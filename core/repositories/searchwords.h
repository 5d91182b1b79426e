// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/boundvalues.h"

#include <QString>

#include <functional>
#include <vector>

namespace seatledger {

/// One word of a search, or something else that must be found on one side of a row. A plain value.
struct SearchWord {
    QString text;
    QString pattern; ///< finds the word anywhere in a text, by LIKE, with wildcards taken literally
    /// One or two characters, not all of them ASCII: too short for trigrams, found by `neighbours()`. A
    /// Chinese word is often no longer.
    bool isShort = false;
    /// What else must hold of a table with this alias, in place of the pattern; empty: the pattern it is.
    std::function<QString(BoundValues &values, const QString &alias)> condition = {};
};

/// What finds a text anywhere in another one by LIKE, with wildcards taken literally.
[[nodiscard]] QString searchPattern(const QString &text);

/// The words of a search; each must be found. "Words in quotes" are one word, a quote within them is written
/// twice. They are as they were typed: the database, which has put the
/// texts in lower case, does the same to them.
[[nodiscard]] std::vector<SearchWord> searchWordsOf(const QString &search);

} // namespace seatledger
