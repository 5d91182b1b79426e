// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/accessreview.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

template <>
std::span<const EnumEntry<ReviewState>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{ReviewState::Open, "open"_L1, QT_TRANSLATE_NOOP("domain", "Open")},
        EnumEntry{ReviewState::Executed, "executed"_L1, QT_TRANSLATE_NOOP("domain", "Carried out")},
        EnumEntry{ReviewState::Cancelled, "cancelled"_L1, QT_TRANSLATE_NOOP("domain", "Given up")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<ReviewDecision>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{ReviewDecision::Open, "open"_L1, QT_TRANSLATE_NOOP("domain", "Undecided")},
        EnumEntry{ReviewDecision::Keep, "keep"_L1, QT_TRANSLATE_NOOP("domain", "Keep")},
        EnumEntry{ReviewDecision::Revoke, "revoke"_L1, QT_TRANSLATE_NOOP("domain", "Revoke")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<ReviewChange>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{ReviewChange::None, "none"_L1, QT_TRANSLATE_NOOP("domain", "Unchanged")},
        EnumEntry{ReviewChange::Ended, "ended"_L1, QT_TRANSLATE_NOOP("domain", "Ended since")},
        EnumEntry{ReviewChange::Seats, "seats"_L1, QT_TRANSLATE_NOOP("domain", "Other number of seats")},
        EnumEntry{ReviewChange::Department, "department"_L1, QT_TRANSLATE_NOOP("domain", "Other department")},
    };
    return entries;
}

} // namespace seatledger
