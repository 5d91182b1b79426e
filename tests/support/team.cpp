// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/team.h"

#include "core/db/query.h"
#include "core/domain/enumtext.h"
#include "tests/support/verify.h"

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString password = QStringLiteral("a password of the test");

std::unique_ptr<Connection> opened(const ConnectionSettings &settings)
{
    auto connection = Connection::open(settings);
    if (!connection)
        qFatal("No connection for the test: %s", describe(connection.error()).constData());
    return *std::move(connection);
}

void run(Connection &connection, const QString &script)
{
    if (auto done = connection.execScript(script); !done)
        qFatal("%s: %s", qUtf8Printable(script), describe(done.error()).constData());
}

template <typename T>
QStringList names(const std::vector<T> &values)
{
    QStringList texts;
    for (const T &value : values)
        texts.append(toText(value));
    return texts;
}

void note(void *said, const PGresult *notice)
{
    static_cast<QString *>(said)->append(
        QString::fromUtf8(PQresultVerboseErrorMessage(notice, PQERRORS_VERBOSE, PQSHOW_CONTEXT_ALWAYS)));
}

void noteRows(const PGresult *result, Said &said)
{
    for (int row = 0; row < PQntuples(result); ++row) {
        for (int column = 0; column < PQnfields(result); ++column)
            said.text += QString::fromUtf8(PQgetvalue(result, row, column)) + u'|';
        said.text += u'\n';
    }
    const QByteArray changed = PQcmdTuples(const_cast<PGresult *>(result));
    said.rows = changed.isEmpty() ? PQntuples(result) : changed.toLongLong();
}

void noteCopied(PGconn *handle, Said &said)
{
    char *line = nullptr;
    while (PQgetCopyData(handle, &line, 0) > 0) {
        said.text += QString::fromUtf8(line);
        PQfreemem(line);
    }
}

} // namespace

Team::Team(TlsServer &server) : m_server(server), m_database(server.makeBook())
{
    m_owner = opened(server.ownerSettings(m_database));
    fill();
    m_serverLogin = m_database + u"_api"_s;
    server.addLogin(m_serverLogin, password, {u"seatledger_server"_s});
}

Team::~Team()
{
    m_connections.clear();
    m_owner.reset();
}

void Team::fill()
{
    run(*m_owner, uR"(SET search_path = seatledger, public;
        SELECT admit_operators_only();
        INSERT INTO department (id, parent_id, name) VALUES (1, NULL, 'Company'), (2, 1, 'Engineering'), (3, 2, 'Tools'), (4, 1, 'Sales');
        INSERT INTO member (id, number, name, email, department_id) VALUES
            (1, 'M-1', 'Olga Own', 'olga@example.org', 2), (2, 'M-2', 'Nora Near', 'nora@example.org', 3),
            (3, 'M-3', 'Fred Far', 'fred@example.org', 4), (4, 'HID-4', 'Zoe Hidden', 'zoe.hidden@example.org', 1),
            (5, 'M-5', 'Sam Spare', 'sam@example.org', 3);
        INSERT INTO vendor (id, name) VALUES (1, 'Northwind Software');
        INSERT INTO product (id, vendor_id, name) VALUES (1, 1, 'Suite'), (2, 1, 'Drawing');
        INSERT INTO license (id, product_id, name) VALUES (1, 1, 'IDE'), (2, 2, 'CAD');
        INSERT INTO entitlement (id, license_id, quantity, period, price_minor, currency) VALUES
            (1, 1, 10, daterange(today() - 30, NULL), 987654, 'EUR'), (2, 2, 10, daterange(today() - 30, NULL), 987654, 'EUR');
        INSERT INTO license_assignment (id, license_id, member_id) VALUES (1, 1, 1), (2, 1, 2), (3, 1, 3), (4, 1, 4), (5, 2, 4);
        INSERT INTO license_key (id, license_id, secret) VALUES (1, 1, 'IDE-hidden-key'), (2, 2, 'CAD-hidden-key');
        INSERT INTO device (id, fingerprint, name, member_id) VALUES (1, 'HID-device-1', 'Hidden machine', 4);
        SELECT setval(pg_get_serial_sequence(t, 'id'), 100) FROM unnest(ARRAY['department', 'member', 'vendor', 'product', 'license',
            'entitlement', 'license_assignment', 'license_key', 'device']) t;
        ANALYZE)"_s);
}

QString Team::add(Role role, const std::vector<Right> &rights)
{
    const QString login = u"%1_%2_%3"_s.arg(m_database, toText(role)).arg(m_people.size() + 1);
    run(*m_owner, uR"(INSERT INTO seatledger.operator (login, display_name, role, rights, member_id)
                      VALUES ('%1', '%1', '%2', '{%3}', 1);)"_s.arg(login, toText(role),
                                                                    names(rights).join(u',')));
    if (role == Role::Manager)
        run(*m_owner, u"INSERT INTO seatledger.operator_department (operator_id, department_id) "
                      "SELECT id, 2 FROM seatledger.operator WHERE login = '%1'"_s.arg(login));
    run(*m_owner, u"ALTER ROLE %1 PASSWORD '%2'"_s.arg(login, password));
    PermissionSubject subject{.role = role, .rights = rights, .member = *MemberId::fromValue(olga)};
    if (role == Role::Manager)
        subject.departments = {*DepartmentId::fromValue(engineering), *DepartmentId::fromValue(tools)};
    m_people.emplace(login, subject);
    return login;
}

PermissionSubject Team::subject(const QString &login) const
{
    return m_people.at(login);
}

ConnectionSettings Team::settings(const QString &login) const
{
    return m_server.settings(m_database, login, password);
}

std::unique_ptr<Connection> Team::connect(const QString &login)
{
    const auto person = m_people.find(login);
    if (person == m_people.end() || person->second.role != Role::Member)
        return opened(settings(login));
    auto connection = opened(settings(m_serverLogin));
    run(*connection, u"SET ROLE %1"_s.arg(login));
    return connection;
}

Connection &Team::as(const QString &login)
{
    auto &connection = m_connections[login];
    if (!connection)
        connection = connect(login);
    return *connection;
}

Connection &Team::owner()
{
    return *m_owner;
}

QString Team::value(const QString &query)
{
    return say(*m_owner, query).text.section(u'|', 0, 0);
}

Said say(Connection &connection, const QString &script)
{
    Said said;
    PGconn *handle = connection.handle();
    const auto before = PQsetNoticeReceiver(handle, &note, &said.text);
    PQsendQuery(handle, script.toUtf8().constData());
    while (PGresult *result = PQgetResult(handle)) {
        if (PQresultStatus(result) == PGRES_COPY_OUT)
            noteCopied(handle, said);
        else if (PQresultStatus(result) == PGRES_COPY_IN)
            PQputCopyEnd(handle, nullptr);
        else if (const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE)) {
            said.state = QString::fromLatin1(state);
            note(&said.text, result);
        } else
            noteRows(result, said);
        PQclear(result);
    }
    PQsetNoticeReceiver(handle, before, nullptr);
    if (PQtransactionStatus(handle) != PQTRANS_IDLE)
        PQclear(PQexec(handle, "ROLLBACK"));
    return said;
}

} // namespace seatledger
