// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/departure.h"
#include "core/domain/result.h"

#include <span>

namespace seatledger {

/// What belongs to people who leave, and the changes of it, each one statement for all of them. Stateless;
/// changes are booked on the session's operation.
class DepartureRepository final
{
public:
    /// What they hold or will hold, by person and licence.
    [[nodiscard]] Result<std::vector<LeaverSeat>> seats(Session &session,
                                                        const QList<MemberId> &members) const;
    [[nodiscard]] Result<std::vector<LeaverThing>> devices(Session &session,
                                                           const QList<MemberId> &members) const;
    /// Licences that they look after; retired ones do not count.
    [[nodiscard]] Result<std::vector<LeaverThing>> owned(Session &session,
                                                         const QList<MemberId> &members) const;

    /// The last day of who is going to leave; none for who stays, or has left.
    [[nodiscard]] Result<std::optional<QDate>> leavesOn(Session &session, MemberId member) const;

    /// Ends each with `lastDay`, if it does not end before. Conflict as in LicenseAssignmentRepository.
    [[nodiscard]] Result<void> endWith(Session &session, std::span<const Assignment> assignments,
                                       QDate lastDay) const;
    [[nodiscard]] Result<void> releaseDevices(Session &session, const QList<MemberId> &members) const;
    /// To nobody without `owner`.
    [[nodiscard]] Result<void> handOverLicenses(Session &session, const QList<MemberId> &members,
                                                std::optional<MemberId> owner) const;
    /// Departed since `lastDay`, or to be on the day after. Conflict if one was changed since it was read.
    [[nodiscard]] Result<void> depart(Session &session, std::span<const Member> members, QDate lastDay,
                                      bool isAhead) const;
};

} // namespace seatledger
