// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/ids.h"
#include "core/domain/operator.h"
#include "core/domain/permissionvalidationservice.h"
#include "core/domain/result.h"
#include "core/repositories/operatorrepository.h"
#include "core/services/access.h"
#include "core/services/reach.h"

#include <QList>

#include <utility>
#include <variant>
#include <vector>

namespace seatledger {

/// What a question about permissions is about; nothing in particular, or one thing of the book.
using AccessTarget = std::variant<std::monostate, MemberId, DepartmentId, LicenseId, AssignmentId>;

/// Says as whom a session acts and who may do what, by the domain's table and in a sentence. Stateless apart
/// from its repository; use it in the thread of the session. It changes nothing.
class AccessApplicationService final
{
public:
    explicit AccessApplicationService(const OperatorRepository &operators);

    /// As whom the session acts and what that permits. Forbidden, reason `no_operator`, for a login that is
    /// no operator of the book.
    [[nodiscard]] Result<Access> load(Session &session) const;

    /// What load() and Access::require() say at once: Forbidden with the reason, before a use case begins.
    [[nodiscard]] Result<void> require(Session &session, Action action) const;
    /// The same, and how far it reaches.
    [[nodiscard]] Result<Reach> reach(Session &session, Action action) const;

    /// Whether the operator may do it, and why, in one sentence. A disabled operator may do nothing. Whoever
    /// asks about somebody else must be allowed to manage operators or to read the audit (Forbidden), and
    /// must see the target (NotFound).
    ///
    /// A licence is everybody's: the answer is whether the action is permitted to the licence itself or, for
    /// what is done to people, to anybody at all; for those who reach their own only, whether they hold it.
    [[nodiscard]] Result<PermissionAnswer> explain(Session &session, const QString &login, Action action,
                                                   const AccessTarget &target = {}) const;

    /// The same for every action at once, each to anything at all, in the order of Action.
    [[nodiscard]] Result<std::vector<std::pair<Action, PermissionAnswer>>> explainAll(
        Session &session, const QString &login) const;

    /// Lets the owner of the book act as an operator from now on, so that the operator's grants and policies
    /// decide. False, and everything is as it was, if no operator has this login. Forbidden for whoever is an
    /// operator already, and if the operator is disabled.
    [[nodiscard]] Result<bool> actAs(Session &session, const QString &login) const;

private:
    [[nodiscard]] Result<Operator> visibleOperator(Session &session, const QString &login) const;
    [[nodiscard]] Result<PermissionAnswer> answerFor(Session &session, const PermissionSubject &subject,
                                                     Action action, const AccessTarget &target) const;
    [[nodiscard]] Result<PermissionAnswer> answerForLicense(Session &session,
                                                            const PermissionSubject &subject, Action action,
                                                            LicenseId license) const;
    [[nodiscard]] Result<PermissionTarget> placeOf(Session &session, const AccessTarget &target) const;

    const OperatorRepository &m_operators;
};

} // namespace seatledger
