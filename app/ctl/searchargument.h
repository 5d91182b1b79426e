// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/lookup.h"
#include "core/domain/searchgrammars.h"

namespace seatledger::ctl {

/// A search as it was typed, understood by the fields of its list and what there is in the book. InvalidInput
/// says what is wrong with it and what is possible.
[[nodiscard]] Result<SearchQuery> searchOf(const OpenBook &book, const std::string &text,
                                           SearchGrammar grammar);

/// Puts it into the filter of a list.
template <typename Filter>
[[nodiscard]] Result<void> searchInto(Filter &filter, const OpenBook &book, const std::string &text,
                                      SearchGrammar grammar)
{
    auto query = searchOf(book, text, std::move(grammar));
    if (!query)
        return std::unexpected(std::move(query).error());
    filter.search = std::move(query->words);
    filter.terms = std::move(query->terms);
    return {};
}

} // namespace seatledger::ctl
