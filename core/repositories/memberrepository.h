// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/bulkedit.h"
#include "core/domain/ids.h"
#include "core/domain/member.h"
#include "core/domain/result.h"

#include <QList>

#include <optional>
#include <span>
#include <vector>

namespace seatledger {

/// A member as named by a person, and who that is; nobody if the book knows no such member.
struct NamedMember {
    QString text; ///< a number or an e-mail address, as given
    std::optional<MemberId> member;
};

/// Loads and saves members: the document's ExtendedMemberManager. Stateless; a function per statement, in the
/// thread of its session. Changes are booked on the session's operation (OperationRepository::begin).
/// Errors beside the database's: NotFound, and Conflict when the row's version is not the one named.
class MemberRepository final
{
public:
    [[nodiscard]] Result<Member> find(Session &session, MemberId id) const;

    /// Those of the ids that there are, by name.
    [[nodiscard]] Result<std::vector<Member>> findMany(Session &session, const QList<MemberId> &ids) const;

    /// Who has this number or e-mail address, compared case-insensitively.
    [[nodiscard]] Result<std::optional<Member>> findByText(Session &session, const QString &text) const;

    /// Resolves many numbers and addresses at once, in their order, twice the same if it is there twice.
    [[nodiscard]] Result<std::vector<NamedMember>> resolve(Session &session, const QStringList &texts) const;

    /// The members of the departments and of all below them who may hold seats, by name.
    [[nodiscard]] Result<std::vector<MemberId>> inDepartments(Session &session,
                                                              const QList<DepartmentId> &departments) const;

    [[nodiscard]] Result<Member> add(Session &session, const MemberFields &fields) const;

    /// Writes all fields of `member`; answers it with its new version.
    [[nodiscard]] Result<Member> update(Session &session, const Member &member) const;

    /// Writes what the edit, which is not empty, changes in all of them, by one statement; they are given as
    /// they would be, in the version they were read. A Conflict, and nothing is changed, if one is in another
    /// version by now. Answers how many.
    [[nodiscard]] Result<qint64> edit(Session &session, std::span<const Member> members,
                                      const MemberEdit &edit) const;
};

} // namespace seatledger
