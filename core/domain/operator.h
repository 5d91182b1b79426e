// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "core/domain/permissions.h"
#include "core/domain/permissionvalidationservice.h"
#include "core/domain/text.h"

#include <QDateTime>
#include <QStringView>

#include <optional>
#include <vector>

namespace seatledger {

/// The name that somebody signs in with: their login of PostgreSQL. Lower case letters, digits and `_ . @ -`,
/// beginning with a letter or `_`, at most 63 characters; nothing that begins with `pg_` or `seatledger_`,
/// which are PostgreSQL's and the book's own, nor one of a few names that are somebody on every server. A
/// plain value.
class OperatorLogin final
{
public:
    /// Trims, but does not change the case. Fails with InvalidInput and says what is wrong with it.
    [[nodiscard]] static Result<OperatorLogin> create(QStringView raw);

    /// A login that the database's constraint has already checked.
    [[nodiscard]] static OperatorLogin fromStored(QString login) { return OperatorLogin(std::move(login)); }

    [[nodiscard]] const QString &text() const { return m_login; }

    friend bool operator==(const OperatorLogin &, const OperatorLogin &) = default;

private:
    explicit OperatorLogin(QString login) : m_login(std::move(login)) {}

    QString m_login;
};

/// Who may sign in, and as what. A plain value, valid by OperatorDraft.
struct OperatorFields {
    OperatorLogin login; ///< fixed once the operator is added
    Name displayName; ///< as shown in the history
    Role role = Role::Staff;
    std::vector<Right> rights = {}; ///< beyond the role, in the order of Right
    std::optional<MemberId> member = std::nullopt; ///< the member this person is
    std::vector<DepartmentId> departments = {}; ///< the tops of what a manager looks after, in order

    friend bool operator==(const OperatorFields &, const OperatorFields &) = default;
};

/// Somebody who may sign in, or could once.
struct Operator : OperatorFields {
    OperatorId id;
    std::optional<QDateTime> disabledAt = std::nullopt; ///< since when signing in is off
    int version = 1; ///< counts every edit, that of departments included

    [[nodiscard]] bool isDisabled() const { return disabledAt.has_value(); }

    friend bool operator==(const Operator &, const Operator &) = default;
};

/// An operator as typed, not yet checked.
struct OperatorDraft {
    QString login = {};
    QString displayName = {};
    Role role = Role::Staff;
    std::vector<Right> rights = {};
    std::optional<MemberId> member = std::nullopt;
    std::vector<DepartmentId> departments = {};

    [[nodiscard]] static OperatorDraft of(const OperatorFields &fields);

    /// Fails with InvalidInput; see FieldCheck::error(). Fields: `login`, `display_name`, `rights`, `member`,
    /// `departments`. Order and repetition of rights and departments do not matter.
    [[nodiscard]] Result<OperatorFields> create() const;
};

/// As whom a session acts.
struct ActingOperator {
    QString login; ///< that the work counts for
    std::optional<OperatorId> id = std::nullopt; ///< none for the owner of the book
    QString displayName = {}; ///< the login for the owner
    PermissionSubject subject; ///< its departments are those of the operator with all below them
};

/// Whether an operator of this role looks after departments.
[[nodiscard]] bool takesDepartments(Role role);

/// One translated sentence for people: what somebody of this role sees and does.
[[nodiscard]] QString explanation(Role role);

/// One translated sentence: what this right adds.
[[nodiscard]] QString explanation(Right right);

} // namespace seatledger
