// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/accessreview.h"
#include "core/domain/result.h"
#include "core/repositories/licenseassignmentrepository.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/reviewrepository.h"
#include "core/repositories/waitingrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"
#include "core/services/licensemanagementapplicationservice.h"

#include <QList>

namespace seatledger {

/// Decides the same for some lines of a review.
struct ReviewCommand {
    QList<ReviewItemId> items;
    ReviewDecision decision = ReviewDecision::Keep;
    QString note = {};
};

/// The use cases of access reviews: a list of who holds what is made by who may decide for everybody;
/// managers decide for their own people; at the end all revocations are carried out as one operation, which
/// undo takes back together with the closing of the review. Stateless; use it in the thread of the session.
class ReviewApplicationService final
{
public:
    ReviewApplicationService(const ReviewRepository &reviews, const LicenseAssignmentRepository &assignments,
                             const WaitingRepository &waiting, const OperationRepository &operations,
                             const AccessApplicationService &access);

    /// InvalidInput, field `department` or `license`, if nobody holds a seat there.
    [[nodiscard]] Result<Booked<ReviewRow>> create(Session &session, const ReviewFields &fields) const;

    /// Forbidden for lines of other departments; RuleBroken, reason `review_closed`.
    [[nodiscard]] Result<OperationOutcome> decide(Session &session, const ReviewCommand &command) const;

    /// Revokes what is to be revoked and still is held, and closes the review. What is undecided is kept.
    [[nodiscard]] Result<OperationOutcome> execute(Session &session, ReviewId review) const;

    /// Closes it without revoking anything.
    [[nodiscard]] Result<OperationOutcome> cancel(Session &session, ReviewId review) const;

private:
    /// Reviews as a whole are for who decides for everybody.
    [[nodiscard]] Result<void> requireWhole(Session &session) const;
    [[nodiscard]] Result<qint64> revoke(Session &session, const ReviewRow &row) const;

    const ReviewRepository &m_reviews;
    const LicenseAssignmentRepository &m_assignments;
    const WaitingRepository &m_waiting;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
