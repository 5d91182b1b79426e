// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/row.h"
#include "core/repositories/auditrepository.h"

namespace seatledger {

/// What auditEntryFromRow() takes of events `e`, their statements `s` and operations `o`.
[[nodiscard]] QString auditEntryColumns();

/// Selects audit entries: the events `e` with their statements `s` and operations `o`; `rest` is what follows
/// the joins.
[[nodiscard]] QString auditEntryQuery(const QString &rest);

/// A row of auditEntryQuery().
[[nodiscard]] AuditEntry auditEntryFromRow(const Row &row);

} // namespace seatledger
