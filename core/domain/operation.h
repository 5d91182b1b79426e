// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"
#include "core/domain/ids.h"
#include "core/domain/text.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace seatledger {

/// What was done as one: planned, applied whole, undone whole. Written by the database only. A plain value.
struct Operation {
    OperationId id;
    QString kind; ///< assign, revoke, suspend, ...; `direct` for plain SQL
    Summary summary;
    QString reason = {}; ///< why, in the words of the person who did it
    QString actor;       ///< who, as known to the front end
    QString login;       ///< the PostgreSQL login it came through
    OperationSource source = OperationSource::Sql;
    QDateTime startedAt = {};                                    ///< UTC
    std::optional<OperationId> undoes = std::nullopt;       ///< the operation that this one took back
    std::optional<OperationId> undoneBy = std::nullopt;     ///< the operation that took this one back

    [[nodiscard]] bool isUndo() const { return undoes.has_value(); }
    [[nodiscard]] bool isUndone() const { return undoneBy.has_value(); }

    friend bool operator==(const Operation &, const Operation &) = default;
};

/// What an operation did to the rows of one table in one way. A plain value.
struct OperationPart {
    QString entity; ///< the table: member, license_assignment, ...
    QString action; ///< insert, update, delete
    qint64 rows = 0;

    friend bool operator==(const OperationPart &, const OperationPart &) = default;
};

} // namespace seatledger
