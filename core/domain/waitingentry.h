// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignment.h"
#include "core/domain/enumtext.h"
#include "core/domain/refusal.h"

#include <QDateTime>

namespace seatledger {

using WaitingEntryId = Id<struct WaitingEntryTag>;

enum class WaitingState {
    Waiting,
    Filled,    ///< has the seats
    Withdrawn, ///< by somebody, or because the days wished are over
};

template <>
std::span<const EnumEntry<WaitingState>> enumEntries();

/// Who is to get how many seats of a licence as soon as they are free. The book serves who asked first,
/// passing over those whom the free seats do not suffice for. `assignment` is set exactly when it was filled,
/// `endReason` exactly when it was withdrawn. A plain value.
struct WaitingEntry {
    WaitingEntryId id;
    LicenseId license;
    MemberId member;
    Quantity quantity;
    Period period; ///< the days wished; a seat that comes free later begins then
    WaitingState state = WaitingState::Waiting;
    QDateTime askedAt = {}; ///< UTC
    Note note = {};
    std::optional<AssignmentId> assignment = std::nullopt;
    std::optional<EndReason> endReason = std::nullopt;
    OperationId operation; ///< the operation that put it on the list
    int version = 1;

    friend bool operator==(const WaitingEntry &, const WaitingEntry &) = default;
};

/// Whether waiting helps against this refusal of a seat.
[[nodiscard]] bool mayWait(const Refusal &refusal);

} // namespace seatledger
