// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/holding.h"

namespace seatledger {

bool Holding::isOpen() const
{
    return state == AssignmentState::Reserved || state == AssignmentState::Active
           || state == AssignmentState::Suspended;
}

DayRange Holding::heldDays() const
{
    if (!isOpen())
        return {};
    if (state != AssignmentState::Suspended || !seatReleased)
        return period.range();
    if (!suspendedUntil)
        return {};
    return period.range().intersected({suspendedUntil->toJulianDay(), endOfDays});
}

std::array<DayRange, 2> HoldingChange::grownDays() const
{
    const DayRange now = after ? after->heldDays() : DayRange{};
    const DayRange then = before ? before->heldDays() : DayRange{};
    if (now.isEmpty() || then.isEmpty() || after->quantity > before->quantity)
        return {now, DayRange{}};
    return {DayRange{now.first, std::min(now.end, then.first)},
            DayRange{std::max(now.first, then.end), now.end}};
}

} // namespace seatledger
