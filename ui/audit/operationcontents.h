// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/book/changetext.h"

#include <optional>
#include <vector>

namespace seatledger {

/// An operation as one: who, when, why, and in sum what it changed.
struct OperationContents {
    OperationRow operation;
    std::vector<OperationPart> parts;
    QTimeZone zone;
};

/// Some of the rows that an operation changed, and what it takes to read them.
struct ChangePage {
    std::vector<AuditEntry> entries;
    ChangeContext context;
};

/// Where a changed row is shown.
struct ObjectPlace {
    QString page;
    qint64 object = 0;
    std::vector<AuditedRow> names = {}; ///< of the rows to search for there

    friend bool operator==(const ObjectPlace &, const ObjectPlace &) = default;
};

// For use on a worker, in the thread of the session.

[[nodiscard]] Result<OperationContents> readOperation(const Services &services, Session &session,
                                                      OperationId id);
/// The `limit` rows behind `after`, named as they were then.
[[nodiscard]] Result<ChangePage> readChanges(const Services &services, Session &session, OperationId id,
                                             const std::optional<AuditEntry> &after, int limit);

/// The page of the window on which a changed row is; none for what has no page.
[[nodiscard]] std::optional<ObjectPlace> placeOf(const AuditEntry &entry);
/// What to search for to find it there, by what its rows are called now.
[[nodiscard]] Result<QString> searchTextOf(const Services &services, Session &session,
                                           const ObjectPlace &place);

} // namespace seatledger
