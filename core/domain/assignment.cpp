// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/assignment.h"

#include "core/domain/fieldcheck.h"

namespace seatledger {

using namespace Qt::StringLiterals;

Holding Assignment::holding() const
{
    return {.id = id,
            .member = member,
            .quantity = quantity,
            .period = period,
            .state = state,
            .seatReleased = seatReleased,
            .suspendedUntil = suspendedUntil};
}

AssignmentDraft AssignmentDraft::of(const Assignment &assignment)
{
    return {.quantity = assignment.quantity.value(),
            .firstDay = assignment.period.firstDay(),
            .lastDay = assignment.period.lastDay(),
            .note = assignment.note.text()};
}

Result<AssignmentTerms> AssignmentDraft::create() const
{
    FieldCheck check;
    const auto validQuantity = check.take("quantity"_L1, Quantity::create(quantity));
    const auto validPeriod = check.takeNamed(Period::create(firstDay, lastDay));
    auto validNote = check.take("note"_L1, Note::create(note));
    if (check.failed())
        return check.error();
    return AssignmentTerms{.quantity = *validQuantity, .period = *validPeriod, .note = *validNote};
}

} // namespace seatledger
