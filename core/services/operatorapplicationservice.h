// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/operator.h"
#include "core/domain/result.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/operatorrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace seatledger {

/// The use cases of saying who may sign in, as what. Each is one operation, answered together with the
/// operator as it is now; all but passwords can be undone. Stateless apart from its repositories; use it in
/// the thread of the session.
///
/// Forbidden, with the reason, before anything is written: to whom managing operators is not permitted; to
/// change what one may oneself (`own_operator`); to hand out or take away more than one has
/// (`beyond_own_rights`). RuleBroken, `login_not_adoptable`, for a login that is somebody else's on the
/// server. Updates name the version they read; Conflict if somebody was faster, or if a login is taken, whose
/// details name the `field`.
class OperatorApplicationService final
{
public:
    OperatorApplicationService(const OperatorRepository &operators, const OperationRepository &operations,
                               const AccessApplicationService &access);

    /// Adds an operator who signs in with `password` from now on; an empty one leaves signing in for later.
    /// InvalidInput for a password that is none (see checkPassword()).
    [[nodiscard]] Result<Booked<Operator>> add(Session &session, const OperatorFields &fields,
                                               const QString &password = {}) const;

    /// Writes role, rights, departments, member and name of `changed`, and neither login nor being disabled.
    /// What the login may do changes with the commit, in sessions that are open, too.
    [[nodiscard]] Result<Booked<Operator>> update(Session &session, const Operator &changed) const;

    /// The login signs in no more, its open sessions end with the commit. RuleBroken, `no_change`, if it is
    /// so already.
    [[nodiscard]] Result<Booked<Operator>> disable(Session &session, const Operator &which,
                                                   const QString &reason = {}) const;
    [[nodiscard]] Result<Booked<Operator>> enable(Session &session, const Operator &which) const;

    /// Everybody sets their own password, and those who may manage operators that of others. Nothing of it
    /// but that it was set comes to the server or into the book. Signs nobody out. A password without an end
    /// does not expire; InvalidInput, field `valid_until`, for an end that is past.
    [[nodiscard]] Result<void> setPassword(Session &session, const QString &login, const QString &password,
                                           const std::optional<QDateTime> &validUntil = {}) const;

private:
    struct Change;
    [[nodiscard]] Result<Access> managing(Session &session) const;
    [[nodiscard]] Result<Booked<Operator>> change(Session &session, const Operator &which,
                                                  const Change &how) const;
    [[nodiscard]] Result<void> writePassword(Session &session, const QString &login, const QString &password,
                                             const std::optional<QDateTime> &validUntil = {}) const;

    const OperatorRepository &m_operators;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
