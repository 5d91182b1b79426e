// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/waitingentry.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

template <>
std::span<const EnumEntry<WaitingState>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{WaitingState::Waiting, "waiting"_L1, QT_TRANSLATE_NOOP("domain", "Waiting")},
        EnumEntry{WaitingState::Filled, "filled"_L1, QT_TRANSLATE_NOOP("domain", "Has the seat")},
        EnumEntry{WaitingState::Withdrawn, "withdrawn"_L1, QT_TRANSLATE_NOOP("domain", "Withdrawn")},
    };
    return entries;
}

bool mayWait(const Refusal &refusal)
{
    return refusal.reason == RefusalReason::NoSeat || refusal.reason == RefusalReason::OutsideSupply;
}

} // namespace seatledger
