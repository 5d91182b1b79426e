// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/ids.h"
#include "core/domain/operator.h"
#include "core/domain/permissionvalidationservice.h"
#include "core/domain/result.h"

#include <QDateTime>
#include <QList>

#include <optional>
#include <vector>

namespace seatledger {

/// Loads and saves who may sign in; the database makes their logins follow. Stateless; a function per
/// statement or two, in the thread of its session. Changes are booked on the session's operation. Errors
/// beside the database's: NotFound, and Conflict when the row's version is not the one named.
///
/// People see themselves; operators who may manage operators, and auditors, see all.
class OperatorRepository final
{
public:
    /// All of them, the disabled ones too, by login.
    [[nodiscard]] Result<std::vector<Operator>> list(Session &session) const;

    [[nodiscard]] Result<Operator> find(Session &session, OperatorId id) const;

    /// Exactly this login.
    [[nodiscard]] Result<std::optional<Operator>> findByLogin(Session &session, const QString &login) const;

    /// Adds the operator, the departments included, without a password.
    [[nodiscard]] Result<Operator> add(Session &session, const OperatorFields &fields) const;

    /// Writes all fields but the login, departments and `disabledAt` included; answers the operator with its
    /// new version. Departments that are taken away end, they are not deleted.
    [[nodiscard]] Result<Operator> update(Session &session, const Operator &changed) const;

    /// Sets the password by its verifier (see scramVerifier()); one without an end does not expire.
    [[nodiscard]] Result<void> setPassword(Session &session, const QString &login, const QString &verifier,
                                           const std::optional<QDateTime> &validUntil = std::nullopt) const;

    /// As whom the session acts: the operator of its login, or an administrator for the owner of the book.
    /// Forbidden, reason `no_operator`, for a login that is neither or was disabled.
    [[nodiscard]] Result<ActingOperator> actingOperator(Session &session) const;

    /// From now on the session's connection acts as this login, with its grants and policies. Only superusers
    /// can (Forbidden).
    [[nodiscard]] Result<void> takeOn(Session &session, const QString &login) const;

    /// As what `found` acts, disabled or not; the departments are those of the operator with all below.
    [[nodiscard]] Result<PermissionSubject> subjectOf(Session &session, const Operator &found) const;

    /// Each of the assignments' holders and where they work, once. What the session does not see is left
    /// out.
    [[nodiscard]] Result<std::vector<PermissionTarget>> holdersOf(
        Session &session, const QList<AssignmentId> &assignments) const;

    /// The members and where they work; those that the session does not see are left out.
    [[nodiscard]] Result<std::vector<PermissionTarget>> targetsOf(Session &session,
                                                                  const QList<MemberId> &members) const;

    enum class Seats {
        Any, ///< ended ones, too
        Active,
    };
    /// Whether the member has seats of the licence.
    [[nodiscard]] Result<bool> holds(Session &session, MemberId member, LicenseId license, Seats seats) const;

private:
    [[nodiscard]] Result<void> setDepartments(Session &session, OperatorId id,
                                              const std::vector<DepartmentId> &departments) const;
};

} // namespace seatledger
