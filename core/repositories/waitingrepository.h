// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/domain/waitingentry.h"
#include "core/repositories/listquery.h"

#include <span>
#include <vector>

namespace seatledger {

/// One line of the waiting list.
struct WaitingRow {
    WaitingEntryId id;
    LicenseId license;
    QString licenseName;
    MemberId member;
    QString memberName;
    QString memberEmail;
    QString department; ///< its name; empty is outside all departments
    int quantity = 1;
    Period period;
    WaitingState state = WaitingState::Waiting;
    qint64 place = 0; ///< from 1 among all who wait for the licence; 0 when waiting no longer
    QDateTime askedAt = {};
    std::optional<AssignmentId> assignment = {};
    QString endReason = {};
    QString note = {};
    int version = 1;
};

enum class WaitingSort { ByTurn, ByLicense };

/// Members left empty do not filter. `search` is looked for in the names of member and licence and in the
/// e-mail address, ignoring case; several words must all be found.
struct WaitingFilter {
    QString search = {};
    QList<WaitingState> states = {};
    std::optional<LicenseId> license = {};
    std::optional<MemberId> member = {};
    friend bool operator==(const WaitingFilter &, const WaitingFilter &) = default;
};

/// The waiting list as SQL.
[[nodiscard]] ListQuery waitingListQuery(const WaitingFilter &filter, const ListOrder<WaitingSort> &order);

/// Loads and saves the waiting list. `entries`, `entryAnchors` and `entryCount` as those of
/// CompositeQueryRepository. Who gets seats is the database's to decide, see fill_waiting(). Stateless;
/// changes are booked on the session's operation; a row whose version is not the one named is a Conflict for
/// all.
class WaitingRepository final
{
public:
    /// Those of the ids that there are, in the order of their ids.
    [[nodiscard]] Result<std::vector<WaitingEntry>> findMany(Session &session,
                                                             const QList<WaitingEntryId> &ids) const;

    /// An entry for each member, in this order; who waits for the licence already keeps the place. Answers
    /// how many.
    [[nodiscard]] Result<qint64> add(Session &session, LicenseId license, const QList<MemberId> &members,
                                     const AssignmentTerms &terms) const;

    [[nodiscard]] Result<qint64> withdraw(Session &session, std::span<const WaitingEntry> entries,
                                          const EndReason &reason) const;

    /// Serves who waits for what the operation of this transaction has freed so far, as its end would do;
    /// answers those of them whom the session sees, in the order of the list.
    [[nodiscard]] Result<std::vector<WaitingRow>> serve(Session &session, OperationId operation) const;

    [[nodiscard]] Result<ListPage<WaitingRow>> entries(Session &session, const WaitingFilter &filter,
                                                       const ListOrder<WaitingSort> &order,
                                                       const PageKey &after, int skip, int limit) const;
    [[nodiscard]] Result<std::vector<PageKey>> entryAnchors(Session &session, const WaitingFilter &filter,
                                                            const ListOrder<WaitingSort> &order,
                                                            int every) const;
    [[nodiscard]] Result<qint64> entryCount(Session &session, const WaitingFilter &filter) const;
};

} // namespace seatledger
