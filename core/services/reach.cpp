// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/reach.h"

#include <utility>

namespace seatledger {

bool ReachedMembers::contains(MemberId member) const
{
    return !m_members || m_members->contains(member);
}

void ReachedMembers::mark(const QList<MemberId> &asked, std::vector<MemberFacts> &facts) const
{
    if (!m_members)
        return;
    QSet<MemberId> known;
    for (MemberFacts &member : facts) {
        member.permitted = contains(member.id);
        known.insert(member.id);
    }
    for (const MemberId member : asked) {
        if (contains(member) || known.contains(member))
            continue;
        facts.push_back({.id = member, .permitted = false});
        known.insert(member);
    }
}

Reach::Reach(Access access, Action action, const OperatorRepository &operators)
    : m_access(std::move(access)), m_action(action), m_operators(operators)
{}

bool Reach::isEverybody() const
{
    return m_access.answer(m_action).scope == Scope::Everything;
}

Result<ReachedMembers> Reach::among(Session &session, const QList<MemberId> &members) const
{
    if (isEverybody())
        return ReachedMembers();
    const auto targets = m_operators.targetsOf(session, members);
    if (!targets)
        return std::unexpected(targets.error());
    QSet<MemberId> reached;
    for (const PermissionTarget &target : *targets) {
        if (m_access.permits(m_action, target))
            reached.insert(*target.member);
    }
    return ReachedMembers(std::move(reached));
}

} // namespace seatledger
