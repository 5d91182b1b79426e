// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/holding.h"
#include "core/domain/ids.h"
#include "core/domain/text.h"

#include <optional>

namespace seatledger {

/// Who holds how many seats of which licence, from when to when. `endedOn` is set exactly when it has ended,
/// `endReason` exactly when it was revoked. A plain value.
struct Assignment {
    AssignmentId id;
    LicenseId license;
    MemberId member;
    Quantity quantity;
    Period period;
    AssignmentState state;
    bool seatReleased = false;                          ///< while suspended: the seat is free for others
    std::optional<QDate> suspendedUntil = std::nullopt; ///< the first day it is active again by itself
    std::optional<QDate> endedOn = std::nullopt;
    std::optional<EndReason> endReason = std::nullopt;
    Note note = {};
    OperationId operation; ///< the operation that made it
    int version = 1;

    /// What the seat rule needs to know of it.
    [[nodiscard]] Holding holding() const;

    friend bool operator==(const Assignment &, const Assignment &) = default;
};

/// How many seats, from when to when: what a person chooses when assigning.
struct AssignmentTerms {
    Quantity quantity;
    Period period;
    Note note = {};

    friend bool operator==(const AssignmentTerms &, const AssignmentTerms &) = default;
};

/// The terms of an assignment as typed, not yet checked.
struct AssignmentDraft {
    qint64 quantity = 1;
    QDate firstDay = {};
    std::optional<QDate> lastDay = std::nullopt; ///< none is until revoked
    QString note = {};

    [[nodiscard]] static AssignmentDraft of(const Assignment &assignment);

    /// Fails with InvalidInput; see FieldCheck::error(). Fields: `quantity`, `first_day`, `last_day`, `note`.
    [[nodiscard]] Result<AssignmentTerms> create() const;
};

} // namespace seatledger
