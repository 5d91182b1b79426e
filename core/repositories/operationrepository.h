// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/ids.h"
#include "core/domain/operation.h"
#include "core/domain/result.h"

#include <QDate>
#include <QTimeZone>

#include <vector>

namespace seatledger {

/// Opens, reads and takes back operations; asks the database what day it is and what is due. Stateless.
class OperationRepository final
{
public:
    /// Opens the operation that the rest of the transaction is booked on, acting as the session's actor.
    [[nodiscard]] Result<OperationId> begin(Session &session, const QString &kind, const QString &summary,
                                            const QString &reason = {}) const;

    [[nodiscard]] Result<Operation> find(Session &session, OperationId id) const;

    /// The newest first; `before` pages on.
    [[nodiscard]] Result<std::vector<Operation>> list(Session &session, int limit,
                                                      std::optional<OperationId> before = std::nullopt) const;

    /// Takes it back as one; answers the operation that did so. RuleBroken if the world moved on.
    [[nodiscard]] Result<OperationId> undo(Session &session, OperationId id) const;

    /// What an operation did to which tables, in order of the tables; for those who read the audit.
    [[nodiscard]] Result<std::vector<OperationPart>> parts(Session &session, OperationId id) const;

    /// In which the organisation's days begin and end.
    [[nodiscard]] Result<QTimeZone> timeZone(Session &session) const;

    /// The organisation's day, the same for the whole transaction.
    [[nodiscard]] Result<QDate> today(Session &session) const;

    /// Books what the calendar did: starts, ends, timed suspensions, supply, leases. Answers how many rows.
    [[nodiscard]] Result<qint64> advanceDue(Session &session) const;
};

} // namespace seatledger
