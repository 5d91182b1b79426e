// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/searchquery.h"

namespace seatledger {

/// One way to go on with a search.
struct SearchSuggestion {
    QString text;  ///< what takes the place of what was begun: `department:`, `"Research / Optics"`
    QString title; ///< the same for people
    QString help = {};
    bool isField = false; ///< a field, after which a value is due

    friend bool operator==(const SearchSuggestion &, const SearchSuggestion &) = default;
};

/// The ways to go on, and which part of the text they take the place of.
struct SearchCompletion {
    qsizetype position = 0;
    qsizetype length = 0;
    std::vector<SearchSuggestion> suggestions;

    friend bool operator==(const SearchCompletion &, const SearchCompletion &) = default;
};

/// How the condition that ends at the cursor may go on: the fields that begin like it, or have a title that
/// does; after a field its values, those with the letters typed so far, and for numbers and days what can be
/// said. Nothing typed completes nothing unless `always`. At most 50.
[[nodiscard]] SearchCompletion completeSearch(const QString &text, qsizetype cursor,
                                              const SearchGrammar &grammar, bool always = false);

/// The text with a suggestion taken; `cursor` is moved behind it.
[[nodiscard]] QString withSuggestion(const QString &text, const SearchCompletion &completion,
                                     const SearchSuggestion &suggestion, qsizetype &cursor);

} // namespace seatledger
