// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/auditanchor.h"
#include "core/domain/ids.h"
#include "core/domain/result.h"
#include "core/repositories/auditverdict.h"

#include <QDateTime>
#include <QJsonObject>

#include <functional>
#include <optional>
#include <vector>

namespace seatledger {

/// One change of one row, with the operation it belongs to.
struct AuditEntry {
    qint64 statement = 0; ///< orders entries; newer is larger
    int ordinal = 0;
    OperationId operation;
    QString operationKind;
    QString summary;
    QString reason;
    QString actor;
    QString source; ///< stable name, see OperationSource
    QString request = {}; ///< see OperationRow
    QDateTime at;   ///< UTC
    QString entity; ///< the table: member, license, ...
    qint64 entityId = 0;
    std::optional<LicenseId> license = {}; ///< what it is about
    std::optional<MemberId> member = {};
    QString action;     ///< insert, update, delete
    QString currency = {}; ///< of a price among the values
    QJsonObject before; ///< for an update only the values that changed, the row's version left out
    QJsonObject after;  ///< for an update only the values that changed, the row's version left out
};

/// One row of a table of the book.
struct AuditedThing {
    QString entity; ///< the table: department, product, entitlement, ...
    qint64 id = 0;
};

/// What to list of the audit; members left empty do not filter.
struct AuditFilter {
    std::optional<MemberId> member = {};         ///< everything about this member, assignments included
    std::optional<LicenseId> license = {};       ///< everything about this licence
    std::optional<AssignmentId> assignment = {};
    std::optional<AuditedThing> thing = {}; ///< this row alone
    std::optional<OperationId> operation = {};
    std::optional<QString> actor = {};
    std::optional<qint64> beforeStatement = {}; ///< pages on: only older statements
    std::optional<int> beforeOrdinal = {}; ///< and of that statement itself the smaller ordinals
};

/// Reads the audit and checks its chain. Nobody writes it but the database. Stateless.
class AuditRepository final
{
public:
    /// Newest first, at most `limit` (1 to 1000).
    [[nodiscard]] Result<std::vector<AuditEntry>> list(Session &session, const AuditFilter &filter,
                                                       int limit) const;

    /// Recomputes every digest and every link from the first on, in one snapshot; with `anchor`, also whether
    /// the chain leads through it (whose signature is right is for others to ask). `progress` gets how many
    /// links and events are done, and of how many; cancel by the session's token.
    [[nodiscard]] Result<AuditVerdict> verify(Session &session, const std::optional<AuditAnchor> &anchor = {},
                                              const std::function<void(qint64, qint64)> &progress = {}) const;

    /// Where the chain ends now. RuleBroken if its end is damaged: that is not worth an anchor.
    [[nodiscard]] Result<AuditAnchor> anchor(Session &session) const;
};

} // namespace seatledger
