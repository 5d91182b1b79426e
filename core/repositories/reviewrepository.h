// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/accessreview.h"
#include "core/domain/assignment.h"
#include "core/domain/result.h"
#include "core/repositories/listquery.h"

#include <QDateTime>

#include <vector>

namespace seatledger {

/// One line of a review.
struct ReviewItemRow {
    ReviewItemId id;
    ReviewId review;
    AssignmentId assignment;
    QString licenseName;
    MemberId member;
    QString memberName;
    QString memberEmail;
    QString department; ///< where the holder worked then
    int quantity = 1;   ///< seats held then
    ReviewDecision decision = ReviewDecision::Open;
    QString reviewer;                            ///< the login that decided
    std::optional<QDateTime> decidedAt = {};     ///< UTC
    std::optional<QDateTime> lastUse = {};       ///< when a device was last seen with it; UTC
    ReviewChange change = ReviewChange::None;
    QString note;
    int version = 1;
};

enum class ReviewSort { ByMember, ByLicense };

/// Members left empty do not filter. `search` is looked for in the names of member and licence.
struct ReviewItemFilter {
    std::optional<ReviewId> review = {};
    QString search = {};
    std::optional<ReviewDecision> decision = {};
    bool onlyChanged = false;
    std::optional<ReviewItemId> item = {};
    friend bool operator==(const ReviewItemFilter &, const ReviewItemFilter &) = default;
};

/// A review with how far it is.
struct ReviewRow {
    AccessReview review;
    QString department = {}; ///< names; empty is everybody, all licences
    QString license = {};
    ReviewProgress progress = {};
};

/// The lines of a review as SQL.
[[nodiscard]] ListQuery reviewItemQuery(const ReviewItemFilter &filter, const ListOrder<ReviewSort> &order);

/// Loads and saves access reviews. `items`, `itemAnchors` and `itemCount` as those of
/// CompositeQueryRepository. Stateless; changes are booked on the session's operation.
class ReviewRepository final
{
public:
    /// Makes the review and the list of who holds what now; answers it with its number of lines as `items`.
    [[nodiscard]] Result<ReviewRow> add(Session &session, const ReviewFields &fields) const;

    [[nodiscard]] Result<ReviewRow> find(Session &session, ReviewId id) const;
    [[nodiscard]] Result<std::optional<ReviewRow>> findByName(Session &session, const QString &name) const;
    /// All that the session sees, the newest first.
    [[nodiscard]] Result<std::vector<ReviewRow>> list(Session &session) const;

    /// Conflict if one of them is not there, or out of reach.
    [[nodiscard]] Result<qint64> decide(Session &session, const QList<ReviewItemId> &items,
                                        ReviewDecision decision, const QString &note) const;

    /// What is to be revoked and still is held, in order of the assignments.
    [[nodiscard]] Result<QList<AssignmentId>> toRevoke(Session &session, ReviewId id) const;
    /// Conflict if it was changed since it was read.
    [[nodiscard]] Result<void> close(Session &session, const AccessReview &review, ReviewState state) const;

    [[nodiscard]] Result<ListPage<ReviewItemRow>> items(Session &session, const ReviewItemFilter &filter,
                                                        const ListOrder<ReviewSort> &order,
                                                        const PageKey &after, int skip, int limit) const;
    [[nodiscard]] Result<std::vector<PageKey>> itemAnchors(Session &session, const ReviewItemFilter &filter,
                                                           const ListOrder<ReviewSort> &order,
                                                           int every) const;
    [[nodiscard]] Result<qint64> itemCount(Session &session, const ReviewItemFilter &filter) const;
};

} // namespace seatledger
