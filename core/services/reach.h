// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/assignmentplan.h"
#include "core/domain/ids.h"
#include "core/domain/permissions.h"
#include "core/domain/result.h"
#include "core/repositories/operatorrepository.h"
#include "core/services/access.h"

#include <QList>
#include <QSet>

#include <optional>
#include <vector>

namespace seatledger {

/// To whom of some members an action is permitted. A plain value.
class ReachedMembers final
{
public:
    /// All of them.
    ReachedMembers() = default;
    explicit ReachedMembers(QSet<MemberId> members) : m_members(std::move(members)) {}

    [[nodiscard]] bool contains(MemberId member) const;

    /// Marks in `facts` whom the action does not reach. A member who was asked for and is out of sight is out
    /// of reach, too, and is added.
    void mark(const QList<MemberId> &asked, std::vector<MemberFacts> &facts) const;

private:
    std::optional<QSet<MemberId>> m_members;
};

/// How far one action of who is asking reaches: to everybody, or to some. What plans are narrowed by. Refers
/// to the repository it was made with.
class Reach final
{
public:
    Reach(Access access, Action action, const OperatorRepository &operators);

    [[nodiscard]] bool isEverybody() const;

    /// Those of `members` that it reaches: one statement, or none where it reaches everybody.
    [[nodiscard]] Result<ReachedMembers> among(Session &session, const QList<MemberId> &members) const;

private:
    Access m_access;
    Action m_action;
    const OperatorRepository &m_operators;
};

} // namespace seatledger
