// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/assignment.h"
#include "core/domain/bulkedit.h"
#include "core/domain/holding.h"
#include "core/domain/ids.h"
#include "core/domain/licenseassignmentdomainservice.h"
#include "core/domain/result.h"

#include <QDateTime>
#include <QList>

#include <optional>
#include <span>
#include <vector>

namespace seatledger {

/// Loads and saves assignments, many at a time: every change is one statement for the whole set, whatever its
/// size. Stateless. Changes are booked on the session's operation. A row whose version is not the one named,
/// or that is gone, is a Conflict for the whole set.
class LicenseAssignmentRepository final
{
public:
    [[nodiscard]] Result<Assignment> find(Session &session, AssignmentId id) const;

    /// Those of the ids that there are, in the order of their ids.
    [[nodiscard]] Result<std::vector<Assignment>> findMany(Session &session,
                                                           const QList<AssignmentId> &ids) const;

    /// Those made by an operation.
    [[nodiscard]] Result<std::vector<Assignment>> madeBy(Session &session, OperationId operation) const;

    /// When a device was last seen with it, or released or activated for it; none if it never ran on any.
    [[nodiscard]] Result<std::optional<QDateTime>> lastUse(Session &session, AssignmentId id) const;

    /// What holds or will hold: of a member, and of many members for one licence.
    [[nodiscard]] Result<std::vector<Assignment>> openOf(Session &session, MemberId member) const;
    [[nodiscard]] Result<std::vector<Holding>> openHoldings(Session &session, LicenseId license,
                                                            const QList<MemberId> &members) const;

    /// What a plan must know of members, in any order; unknown ones are left out.
    [[nodiscard]] Result<std::vector<MemberFacts>> memberFacts(Session &session,
                                                               const QList<MemberId> &members) const;

    /// One assignment for each member, reserved or active by the first day. Answers how many.
    [[nodiscard]] Result<qint64> assign(Session &session, LicenseId license, const QList<MemberId> &members,
                                        const AssignmentTerms &terms, OperationId operation) const;

    [[nodiscard]] Result<qint64> revoke(Session &session, std::span<const Assignment> assignments,
                                        const EndReason &reason) const;
    [[nodiscard]] Result<qint64> suspend(Session &session, std::span<const Assignment> assignments,
                                         const SuspensionTerms &terms) const;
    [[nodiscard]] Result<qint64> resume(Session &session, std::span<const Assignment> assignments) const;

    /// Ends each and gives the same seats for the rest of its days to the member beside it.
    [[nodiscard]] Result<qint64> transfer(Session &session, std::span<const Assignment> assignments,
                                          std::span<const MemberId> to, const EndReason &reason,
                                          OperationId operation) const;

    /// Gives all of them these days. The state follows the first day.
    [[nodiscard]] Result<qint64> changePeriod(Session &session, std::span<const Assignment> assignments,
                                              const Period &period) const;
    [[nodiscard]] Result<qint64> changeQuantity(Session &session, std::span<const Assignment> assignments,
                                                Quantity quantity) const;

    /// Writes what the edit, which is not empty, changes in all of them; they are given as they would be. The
    /// state follows the first day.
    [[nodiscard]] Result<qint64> edit(Session &session, std::span<const Assignment> assignments,
                                      const AssignmentEdit &edit) const;
};

} // namespace seatledger
