// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/searchargument.h"

#include "core/domain/departmenttree.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

Result<SearchQuery> searchOf(const OpenBook &book, const std::string &text, SearchGrammar grammar)
{
    if (text.empty())
        return SearchQuery();
    const auto today = book.services.operations.today(book.session);
    if (!today)
        return std::unexpected(today.error());
    const auto known = book.services.finder.landmarks(book.session);
    if (!known)
        return std::unexpected(known.error());
    grammar.setChoices(known->departments, known->products, known->vendors);
    return parseSearch(typed(text), grammar, *today);
}

} // namespace seatledger::ctl
