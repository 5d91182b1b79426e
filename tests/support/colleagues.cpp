// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/colleagues.h"

#include "core/domain/enums.h"

using namespace Qt::StringLiterals;

namespace seatledger {

Colleagues::Colleagues(TestDatabase &database) : m_database(database) {}

Colleagues::~Colleagues() = default;

QString Colleagues::loginFor(const QString &name) const
{
    return name + u'_' + m_database.settings().database;
}

QString Colleagues::add(const QString &name, const Colleague &colleague)
{
    const QString login = loginFor(name);
    QStringList rights;
    for (const Right right : colleague.rights)
        rights.append(toText(right));
    const QString id = m_database.value(
        u"INSERT INTO seatledger.operator (login, display_name, role, rights, member_id) "
        "VALUES ('%1', '%2', '%3', '{%4}', %5) RETURNING id"_s.arg(
            login, name, toText(colleague.role), rights.join(u','),
            colleague.member ? QString::number(colleague.member->value()) : u"NULL"_s));
    for (const DepartmentId department : colleague.departments)
        m_database.sql(
            u"INSERT INTO seatledger.operator_department (operator_id, department_id) VALUES (%1, %2)"_s
                .arg(id)
                .arg(department.value()));
    return login;
}

Session &Colleagues::as(const QString &login)
{
    return *deskOf(login).session;
}

Connection &Colleagues::connectionOf(const QString &login)
{
    return *deskOf(login).connection;
}

Colleagues::Desk &Colleagues::deskOf(const QString &login)
{
    Desk &desk = m_desks[login];
    if (!desk.connection) {
        desk.connection = m_database.connect();
        const auto acted = desk.connection->execScript(u"SET SESSION AUTHORIZATION \"%1\""_s.arg(login));
        if (!acted)
            qFatal("Nobody acts as %s: %s", qUtf8Printable(login), describe(acted.error()).constData());
        desk.session = std::make_unique<Session>(*desk.connection, Actor{login, OperationSource::Command},
                                                 [this] { return m_database.now(); });
    }
    return desk;
}

} // namespace seatledger
