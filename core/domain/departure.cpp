// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/departure.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

template <>
std::span<const EnumEntry<SeatFate>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{SeatFate::TakeBack, "take_back"_L1, QT_TRANSLATE_NOOP("domain", "Take back")},
        EnumEntry{SeatFate::HandOver, "hand_over"_L1, QT_TRANSLATE_NOOP("domain", "Give to the successor")},
        EnumEntry{SeatFate::Keep, "keep"_L1, QT_TRANSLATE_NOOP("domain", "Keep until the last day")},
    };
    return entries;
}

SeatFate Departure::fateOf(AssignmentId assignment) const
{
    const auto chosen = fates.find(assignment);
    return chosen == fates.end() ? fate : chosen->second;
}

qint64 DeparturePlan::refusedCount() const
{
    return std::ranges::count_if(seats, [](const LeaverSeat &seat) { return seat.refusal.has_value(); });
}

qint64 DeparturePlan::count(SeatFate fate) const
{
    return std::ranges::count_if(
        seats, [fate](const LeaverSeat &seat) { return seat.fate == fate && !seat.refusal; });
}

QString DeparturePlan::nameOf(MemberId member) const
{
    const auto found = std::ranges::find(people, member, &Member::id);
    return found == people.end() ? QString() : found->name.text();
}

} // namespace seatledger
