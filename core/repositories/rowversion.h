// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"

#include <QLatin1StringView>

#include <optional>

namespace seatledger {

/// Why an update that named a version met no row: Conflict, with `current_version` in the details, if
/// somebody was faster; NotFound if there is no such row. `table` is one of the schema's own, never a text
/// from outside.
[[nodiscard]] Error versionMismatch(Session &session, QLatin1StringView table, qint64 id);

/// The error for an id that nothing has.
[[nodiscard]] Error noSuchRow(QLatin1StringView table, qint64 id);

/// The row an update answered, or why it met none.
template <typename T>
[[nodiscard]] Result<T> updatedRow(Session &session, Result<std::optional<T>> row, QLatin1StringView table,
                                   qint64 id)
{
    if (!row)
        return std::unexpected(std::move(row).error());
    if (!*row)
        return std::unexpected(versionMismatch(session, table, id));
    return **std::move(row);
}

/// The row a search by id answered, or NotFound.
template <typename T>
[[nodiscard]] Result<T> foundRow(Result<std::optional<T>> row, QLatin1StringView table, qint64 id)
{
    if (!row)
        return std::unexpected(std::move(row).error());
    if (!*row)
        return std::unexpected(noSuchRow(table, id));
    return **std::move(row);
}

} // namespace seatledger
