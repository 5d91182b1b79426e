// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/assignmentterms.h"

#include "app/ctl/lookup.h"

namespace seatledger::ctl {

Result<AssignmentTerms> termsOf(const OpenBook &book, const TermsArguments &arguments)
{
    const auto first = optionalDayOf(arguments.fromDay);
    if (!first)
        return std::unexpected(first.error());
    const auto last = optionalDayOf(arguments.untilDay);
    if (!last)
        return std::unexpected(last.error());
    const auto today = book.services.operations.today(book.session);
    if (!today)
        return std::unexpected(today.error());
    return AssignmentDraft{.quantity = arguments.quantity,
                           .firstDay = first->value_or(*today),
                           .lastDay = *last,
                           .note = typed(arguments.note)}
        .create();
}

} // namespace seatledger::ctl
