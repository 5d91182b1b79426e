// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/ids.h"
#include "core/domain/permissions.h"
#include "tests/support/testdatabase.h"

#include <QList>
#include <QString>

#include <map>
#include <memory>
#include <optional>

namespace seatledger {

/// Somebody to be added to a test's book.
struct Colleague {
    Role role = Role::Staff;
    QList<Right> rights = {};
    QList<DepartmentId> departments = {};
    std::optional<MemberId> member = std::nullopt;
};

/// The people who sign in to a test database, and sessions that act as them, so that grants and policies
/// count.
///
///     Colleagues people(db);
///     const QString mia = people.add(u"mia"_s, {.role = Role::Manager, .departments = {optics}});
///     VERIFY_ERROR(service.assign(people.as(mia), ...), ErrorCode::Forbidden);
class Colleagues final
{
public:
    explicit Colleagues(TestDatabase &database);
    ~Colleagues();
    Colleagues(const Colleagues &) = delete;
    Colleagues &operator=(const Colleagues &) = delete;

    /// Adds an operator by plain SQL as the owner of the book; answers the login, which is `name` made
    /// unique: logins belong to the whole cluster.
    QString add(const QString &name, const Colleague &colleague);

    /// `name` made unique, nobody yet.
    [[nodiscard]] QString loginFor(const QString &name) const;

    /// A session as this login on a connection of its own, the same one each time. For the test's thread.
    [[nodiscard]] Session &as(const QString &login);

    /// The connection behind it.
    [[nodiscard]] Connection &connectionOf(const QString &login);

private:
    struct Desk {
        std::unique_ptr<Connection> connection;
        std::unique_ptr<Session> session;
    };
    [[nodiscard]] Desk &deskOf(const QString &login);

    TestDatabase &m_database;
    std::map<QString, Desk> m_desks;
};

} // namespace seatledger
