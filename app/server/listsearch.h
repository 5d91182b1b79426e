// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/call.h"
#include "app/server/fields.h"
#include "core/domain/searchgrammars.h"

namespace seatledger::server {

/// `q`: a search as it is typed in the window, words and fields such as `state:active`.
template <typename Filter>
[[nodiscard]] Result<void> readSearch(QueryFields &fields, const Call &call, SearchGrammar grammar,
                                      Filter &filter)
{
    QString text;
    fields.read("q", text);
    if (text.isEmpty())
        return {};
    const auto today = call.services.operations.today(call.session);
    if (!today)
        return std::unexpected(today.error());
    const auto known = call.services.finder.landmarks(call.session);
    if (!known)
        return std::unexpected(known.error());
    grammar.setChoices(known->departments, known->products, known->vendors);
    auto query = parseSearch(text, grammar, *today);
    if (!query) {
        fields.refuse("q", query.error().message);
        return {};
    }
    filter.search = std::move(query->words);
    filter.terms = std::move(query->terms);
    return {};
}

} // namespace seatledger::server
