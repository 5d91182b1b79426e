// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/enums.h"
#include "core/domain/ids.h"
#include "core/domain/result.h"
#include "core/repositories/listquery.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace seatledger {

/// One line of the audit: what was done as one.
struct OperationRow {
    OperationId id;
    QDateTime at; ///< UTC
    QString kind;
    QString summary;
    QString reason; ///< empty: none was given
    QString actor;
    QString login;
    OperationSource source = OperationSource::Sql;
    QString address;     ///< where it came from; empty is this machine
    QString request = {}; ///< the id of the request to the server; empty: it came through something else
    qint64 changed = 0;  ///< rows
    QStringList entities = {}; ///< the tables it changed
    std::optional<OperationId> undoes = {};
    std::optional<OperationId> undoneBy = {};
    /// Nobody has taken it back, and it is of a kind that can be; whether the book has moved on since shows
    /// when it is tried.
    bool isUndoable = false;

    friend bool operator==(const OperationRow &, const OperationRow &) = default;
};

enum class OperationSort { ByTime, ByActor };

/// Members left empty do not filter. `search` is looked for in what was done and why, ignoring case; several
/// words must all be found.
struct OperationFilter {
    QString search = {};
    std::optional<QDateTime> from = {}; ///< at that moment or later
    std::optional<QDateTime> before = {}; ///< earlier than that
    QString actor = {};
    QString kind = {};
    std::optional<OperationSource> source = {};
    bool byPeople = false; ///< without what the book did by itself
    bool undoableOnly = false; ///< see OperationRow::isUndoable
    QString entity = {}; ///< those that changed this table
    QString request = {}; ///< those of this request to the server
    std::optional<MemberId> member =
        {}; ///< those that changed something of this member, assignments included
    std::optional<LicenseId> license = {};
    std::optional<AssignmentId> assignment = {};
    std::optional<OperationId> operation = {};

    friend bool operator==(const OperationFilter &, const OperationFilter &) = default;
};

/// The list of operations as SQL: what pages, anchors and counts are made from.
[[nodiscard]] ListQuery operationListQuery(const OperationFilter &filter,
                                           const ListOrder<OperationSort> &order);

/// The same with a row for each event (one without, for an operation that changed nothing), for an export:
/// `s` is the statement, `e` the event.
[[nodiscard]] ListQuery operationEventsQuery(const OperationFilter &filter,
                                             const ListOrder<OperationSort> &order);

/// A row of operationListQuery().
[[nodiscard]] OperationRow operationRow(const Row &row);

} // namespace seatledger
