// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/auditrepository.h"
#include "core/repositories/operationlist.h"

#include <QPair>

#include <map>

namespace seatledger {

/// A row of the book as the audit names it: its table and its key.
using AuditedRow = std::pair<QString, qint64>;

/// Feeds the audit page: operations as rows, filtered, sorted and paged by key in SQL over any number of
/// them, and what each of them changed. `page`, `anchors` and `count` as those of CompositeQueryRepository.
/// Stateless; reads only.
class OperationListRepository final
{
public:
    [[nodiscard]] Result<ListPage<OperationRow>> operations(Session &session, const OperationFilter &filter,
                                                            const ListOrder<OperationSort> &order,
                                                            const PageKey &after, int skip, int limit) const;
    [[nodiscard]] Result<std::vector<PageKey>> operationAnchors(Session &session,
                                                                const OperationFilter &filter,
                                                                const ListOrder<OperationSort> &order,
                                                                int every) const;
    [[nodiscard]] Result<qint64> operationCount(Session &session, const OperationFilter &filter) const;

    /// NotFound if there is no such operation, or it is not the session's to see.
    [[nodiscard]] Result<OperationRow> find(Session &session, OperationId id) const;

    /// What an operation changed, in the order in which it did, at most `limit` (1 to 1000) rows behind
    /// `after` (none: from the first on).
    [[nodiscard]] Result<std::vector<AuditEntry>> changes(Session &session, OperationId id,
                                                          const std::optional<AuditEntry> &after,
                                                          int limit) const;

    /// What rows were called when statement `upTo` ran, from the audit alone: an auditor sees no other table.
    /// Rows without a name are left out.
    [[nodiscard]] Result<std::map<AuditedRow, QString>> names(Session &session,
                                                              const std::vector<AuditedRow> &rows,
                                                              qint64 upTo) const;

    /// The operation that a link of the chain belongs to; none where the chain is too damaged to tell.
    [[nodiscard]] Result<std::optional<OperationId>> ofLink(Session &session, qint64 position) const;

    /// The kinds of operations that there are, in order.
    [[nodiscard]] Result<QStringList> kinds(Session &session) const;

    /// Who has done anything, in order: at most `limit` whose name begins with, or contains, `text`.
    [[nodiscard]] Result<QStringList> actors(Session &session, const QString &text, int limit) const;
};

} // namespace seatledger
