// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/repositories/auditrepository.h"

#include <compare>
#include <vector>

namespace seatledger {

/// A place in the audit, in the order of commit: the link of the chain, and the event in its statement.
/// Nothing is ever added before a place that was read.
struct AuditPlace {
    qint64 position = 0;
    int ordinal = 0;

    friend auto operator<=>(const AuditPlace &, const AuditPlace &) = default;
};

struct PlacedEntry {
    AuditPlace place;
    AuditEntry entry;
};

/// Behind everything that has been committed.
[[nodiscard]] Result<AuditPlace> auditEnd(Session &session);

/// What comes behind a place, at most `limit` (1 to 1000), in the order of commit, as far as the session sees
/// it.
[[nodiscard]] Result<std::vector<PlacedEntry>> auditAfter(Session &session, AuditPlace place, int limit);

} // namespace seatledger
