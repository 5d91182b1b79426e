// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"

#include <QJsonArray>
#include <QTest>

#include <memory>
#include <thread>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What is the same for every resource, shown on members.
class ConventionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void asksForAToken();
    void aScopeOpensOnlyItsRoutes();
    void aRevokedTokenIsRefusedAtOnce();
    void madeThingsHaveAnAddressAndAVersion();
    void pointsAtEachWrongField();
    void changesNameTheVersionTheyRead();
    void whatIsKnownIsNotSentAgain();
    void patchLeavesWhatItDoesNotName();
    void aKeyMakesARepeatedRequestOne();
    void aKeyIsFreeWhereNothingWasDone();
    void aKeyThatIsAtWorkIsNotWaitedFor();
    void pagesFollowEachOtherByCursor();
    void aCursorBelongsToItsList();
    void unknownParametersAreRefused();
    void foreignThingsDoNotExist();
    void thePersonIsOnRecord();
    void theRequestIsOnRecord();
    void aTraceGoesThrough();
    void nothingOfTheOwnerStaysOnTheConnection();
    void secretsAreNotLogged();

private:
    [[nodiscard]] HttpAnswer add(const QString &number, const RunningServer::Headers &headers = {});

    std::unique_ptr<RunningServer> m_server;
    QByteArray m_root;
};

void ConventionsTest::initTestCase()
{
    m_server = std::make_unique<RunningServer>();
    m_root = m_server->administrator();
}

HttpAnswer ConventionsTest::add(const QString &number, const RunningServer::Headers &headers)
{
    return m_server->send(
        "POST", m_root, "/api/v1/members",
        {{u"number"_s, number}, {u"name"_s, u"Ana López"_s}, {u"email"_s, number + u"@example.org"_s}},
        headers);
}

void ConventionsTest::asksForAToken()
{
    HttpClient client(m_server->port());
    const HttpAnswer without = client.request("GET", "/api/v1/members");
    QCOMPARE(without.status, 401);
    QVERIFY(without.header("WWW-Authenticate").startsWith("Bearer"));
    for (const QByteArray &token : {QByteArray("nonsense"), QByteArray("slt_") + QByteArray(56, 'a')}) {
        const HttpAnswer answer = m_server->get(token, "/api/v1/members");
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.header("WWW-Authenticate").contains("invalid_token"));
    }
    QCOMPARE(m_server->get(m_root, "/api/v1/members").status, 200);
}

void ConventionsTest::aScopeOpensOnlyItsRoutes()
{
    const QByteArray reader = m_server->token(u"reader"_s, {.role = Role::Administrator}, {TokenScope::Read});
    QCOMPARE(m_server->get(reader, "/api/v1/members").status, 200);
    const HttpAnswer refused = m_server->send("POST", reader, "/api/v1/members", {});
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"insufficient_scope"_s);
    QVERIFY(refused.header("WWW-Authenticate").contains("scope=\"members\""));
    QCOMPARE(m_server->get(reader, "/api/v1/audit-events").status, 403);
}

void ConventionsTest::aRevokedTokenIsRefusedAtOnce()
{
    const QByteArray token = m_server->token(u"leaver"_s, {.role = Role::Administrator});
    QCOMPARE(m_server->get(token, "/api/v1/members").status, 200);
    m_server->database().sql(
        u"UPDATE seatledger.api_token SET revoked_at = now() WHERE operator_id = "
        "(SELECT id FROM seatledger.operator WHERE login = '%1')"_s.arg(m_server->login(u"leaver"_s)));
    QCOMPARE(m_server->get(token, "/api/v1/members").status, 401);
}

void ConventionsTest::madeThingsHaveAnAddressAndAVersion()
{
    const HttpAnswer made = add(u"A1"_s);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.header("ETag"), "\"1\"");
    QVERIFY(made.header("Seatledger-Operation").toLongLong() > 0);
    const HttpAnswer shown = m_server->get(m_root, made.header("Location"));
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.json(), made.json());
    QCOMPARE(shown.json().value("name"_L1).toString(), u"Ana López"_s);
}

void ConventionsTest::pointsAtEachWrongField()
{
    const HttpAnswer wrong = m_server->send("POST", m_root, "/api/v1/members",
                                            {{u"number"_s, 7}, {u"email"_s, u"none"_s}, {u"salary"_s, 1}});
    QCOMPARE(wrong.status, 422);
    QCOMPARE(wrong.header("Content-Type"), "application/problem+json");
    QStringList pointers;
    for (const QJsonValue error : wrong.json().value("errors"_L1).toArray())
        pointers.append(error.toObject().value("pointer"_L1).toString());
    QCOMPARE(pointers, (QStringList{u"/number"_s, u"/salary"_s}));

    const HttpAnswer invalid = m_server->send(
        "POST", m_root, "/api/v1/members",
        {{u"number"_s, u"A2"_s}, {u"name"_s, u"A"_s}, {u"email"_s, u"none"_s}});
    QCOMPARE(invalid.status, 422);
    QCOMPARE(invalid.json().value("errors"_L1).toArray().first().toObject().value("pointer"_L1).toString(),
             u"/email"_s);

    QCOMPARE(add(u"taken"_s).status, 201);
    const HttpAnswer taken = add(u"taken"_s);
    QCOMPARE(taken.status, 409);
    QVERIFY(!taken.body.contains("sqlstate"));
    QVERIFY(!taken.body.contains("constraint"));
}

void ConventionsTest::changesNameTheVersionTheyRead()
{
    const QByteArray address = add(u"B1"_s).header("Location");
    const QJsonObject change{{u"name"_s, u"Bea"_s}};
    QCOMPARE(m_server->send("PATCH", m_root, address, change).status, 428);
    QCOMPARE(m_server->send("PATCH", m_root, address, change, {{"If-Match", "*"}}).status, 412);
    const HttpAnswer changed = m_server->send("PATCH", m_root, address, change, {{"If-Match", "\"1\""}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.header("ETag"), "\"2\"");
    const HttpAnswer late = m_server->send("PATCH", m_root, address, change, {{"If-Match", "\"1\""}});
    QCOMPARE(late.status, 412);
    QCOMPARE(late.code(), u"version_conflict"_s);
    QCOMPARE(late.json().value("facts"_L1).toObject().value("current_version"_L1).toInt(), 2);
}

void ConventionsTest::whatIsKnownIsNotSentAgain()
{
    if (CheckingProxy::isWanted())
        QSKIP("Prism looks for JSON where an answer has no body");
    const QByteArray address = add(u"C1"_s).header("Location");
    const HttpAnswer same = m_server->get(m_root, address, {{"If-None-Match", "\"7\", \"1\""}});
    QCOMPARE(same.status, 304);
    QCOMPARE(same.header("ETag"), "\"1\"");
    QCOMPARE(m_server->get(m_root, address, {{"If-None-Match", "\"7\""}}).status, 200);
    const QByteArray list = m_server->get(m_root, "/api/v1/members").header("ETag");
    QCOMPARE(m_server->get(m_root, "/api/v1/members", {{"If-None-Match", list}}).status, 304);
}

void ConventionsTest::patchLeavesWhatItDoesNotName()
{
    const QByteArray address = add(u"D1"_s).header("Location");
    const HttpAnswer noted = m_server->send("PATCH", m_root, address, {{u"note"_s, u"new"_s}},
                                            {{"If-Match", "\"1\""}});
    QCOMPARE(noted.json().value("number"_L1).toString(), u"D1"_s);
    QCOMPARE(noted.json().value("note"_L1).toString(), u"new"_s);
    const HttpAnswer replaced = m_server->send(
        "PUT", m_root, address,
        {{u"number"_s, u"D1"_s}, {u"name"_s, u"Dan"_s}, {u"email"_s, u"dan@example.org"_s}},
        {{"If-Match", "\"2\""}});
    QCOMPARE(replaced.status, 200);
    QCOMPARE(replaced.json().value("note"_L1).toString(), QString());
}

void ConventionsTest::aKeyMakesARepeatedRequestOne()
{
    const RunningServer::Headers key{{"Idempotency-Key", "one"}};
    const HttpAnswer first = add(u"E1"_s, key);
    QCOMPARE(first.status, 201);
    const HttpAnswer again = add(u"E1"_s, key);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
    QCOMPARE(again.header("Location"), first.header("Location"));
    QCOMPARE(again.header("Idempotency-Replayed"), "true");
    const HttpAnswer other = add(u"E2"_s, key);
    QCOMPARE(other.status, 422);
    QCOMPARE(other.code(), u"idempotency_key_reused"_s);
    QCOMPARE(
        m_server->database().value(u"SELECT count(*) FROM seatledger.member WHERE number IN ('E1', 'E2')"_s),
        u"1"_s);
}

void ConventionsTest::aKeyIsFreeWhereNothingWasDone()
{
    const RunningServer::Headers key{{"Idempotency-Key", "two"}};
    QCOMPARE(m_server->send("POST", m_root, "/api/v1/members", {}, key).status, 422);
    QCOMPARE(add(u"F1"_s, key).status, 201);
}

void ConventionsTest::aKeyThatIsAtWorkIsNotWaitedFor()
{
    const LicenseId license = m_server->book().licenseWithSeats(u"Slow"_s, 5);
    const QJsonObject wish{{u"license_id"_s, license.value()},
                           {u"member_id"_s, m_server->book().member(u"Sloane"_s).value()}};
    const auto holder = m_server->database().connect();
    VERIFY_RESULT(holder->execScript(
        u"BEGIN; SELECT FROM seatledger.license WHERE id = %1 FOR UPDATE"_s.arg(license.value())));
    const QByteArray body = QJsonDocument(wish).toJson(QJsonDocument::Compact);
    HttpClient first(m_server->port());
    first.send(
        "POST /api/v1/assignments HTTP/1.1\r\nHost: a\r\nIdempotency-Key: slow\r\nAuthorization: Bearer "
        + m_root + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body);
    QTRY_COMPARE(m_server->database().value(
                     u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = "
                     "current_database()"_s),
                 u"1"_s);
    const HttpAnswer second = m_server->send("POST", m_root, "/api/v1/assignments", wish,
                                             {{"Idempotency-Key", "slow"}});
    QCOMPARE(second.status, 409);
    QCOMPARE(second.code(), u"idempotency_key_running"_s);
    VERIFY_RESULT(holder->execScript(u"COMMIT"_s));
    QCOMPARE(first.receive().status, 201);
    QCOMPARE(m_server->book().held(license), 1);
}

void ConventionsTest::pagesFollowEachOtherByCursor()
{
    for (int i = 0; i < 7; ++i)
        QCOMPARE(add(u"page%1"_s.arg(i)).status, 201);
    QSet<qint64> seen;
    QByteArray address = "/api/v1/members?limit=3&q=page&sort=-number";
    int pages = 0;
    while (!address.isEmpty() && pages < 10) {
        const HttpAnswer page = m_server->get(m_root, address);
        QCOMPARE(page.status, 200);
        for (const QJsonValue item : page.json().value("items"_L1).toArray())
            seen.insert(item.toObject().value("id"_L1).toInteger());
        const QByteArray link = page.header("Link");
        address = link.mid(1, link.indexOf('>') - 1);
        QCOMPARE(address.isEmpty(), page.json().value("next_cursor"_L1).isNull());
        ++pages;
    }
    QCOMPARE(seen.size(), 7);
    QCOMPARE(pages, 3);
}

void ConventionsTest::aCursorBelongsToItsList()
{
    const HttpAnswer page = m_server->get(m_root, "/api/v1/members?limit=1&sort=number");
    const QByteArray cursor = page.json().value("next_cursor"_L1).toString().toLatin1();
    QVERIFY(!cursor.isEmpty());
    QCOMPARE(m_server->get(m_root, "/api/v1/members?limit=2&sort=number&cursor=" + cursor).status, 200);
    QCOMPARE(m_server->get(m_root, "/api/v1/members?sort=name&cursor=" + cursor).status, 400);
    QCOMPARE(m_server->get(m_root, "/api/v1/licenses?cursor=" + cursor).status, 400);
    QCOMPARE(m_server->get(m_root, "/api/v1/members?cursor=abc").status, 400);
}

void ConventionsTest::unknownParametersAreRefused()
{
    for (const char *query :
         {"limit=0", "limit=501", "limit=x", "sort=salary", "status=gone", "what=ever", "q=state:"}) {
        const HttpAnswer answer = m_server->get(m_root, QByteArray("/api/v1/members?") + query);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), u"invalid_parameter"_s);
    }
}

void ConventionsTest::foreignThingsDoNotExist()
{
    const HttpAnswer made = add(u"G1"_s);
    const QByteArray address = made.header("Location");
    const QString id = m_server->database().value(
        u"INSERT INTO seatledger.department (name) VALUES ('Optics') RETURNING id"_s);
    const QByteArray manager = m_server->token(
        u"mia"_s, {.role = Role::Manager, .departments = {*DepartmentId::fromValue(id.toLongLong())}});
    QCOMPARE(m_server->get(manager, address).status, 404);
    QCOMPARE(m_server->get(manager, "/api/v1/members").json().value("items"_L1).toArray().size(), 0);
    QCOMPARE(m_server->get(m_root, "/api/v1/members/999999").status, 404);
    QCOMPARE(m_server->get(m_root, "/api/v1/members/07").status, 404);
    QCOMPARE(m_server->get(m_root, "/api/v1/members/-1").status, 404);
}

void ConventionsTest::thePersonIsOnRecord()
{
    const QByteArray operation = add(u"H1"_s).header("Seatledger-Operation");
    QCOMPARE(
        m_server->database().value(u"SELECT actor || ' ' || source FROM seatledger.operation WHERE id = "_s
                                   + QString::fromLatin1(operation)),
        m_server->login(u"root"_s) + u" api"_s);
}

/// The id leads from the answer to the log, to PostgreSQL and to what was changed.
void ConventionsTest::theRequestIsOnRecord()
{
    const HttpAnswer made = add(u"I1"_s, {{"X-Request-Id", "ticket-4711"}});
    QCOMPARE(made.header("X-Request-Id"), "ticket-4711");
    const QByteArray operation = made.header("Seatledger-Operation");
    const QJsonObject shown = m_server->get(m_root, "/api/v1/operations/" + operation).json();
    QCOMPARE(shown.value("request_id"_L1).toString(), u"ticket-4711"_s);
    const QJsonArray found =
        m_server->get(m_root, "/api/v1/operations?request_id=ticket-4711").json().value("items"_L1).toArray();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().toObject().value("id"_L1).toInteger(), operation.toLongLong());
    const QJsonArray events = m_server->get(m_root, "/api/v1/audit-events?operation_id=" + operation)
                                  .json()
                                  .value("items"_L1)
                                  .toArray();
    QVERIFY(!events.isEmpty());
    for (const QJsonValue event : events)
        QCOMPARE(event.toObject().value("request_id"_L1).toString(), u"ticket-4711"_s);

    const QByteArray chosen = m_server->get(m_root, "/api/v1/members", {{"X-Request-Id", "not one; \"x"}})
                                  .header("X-Request-Id");
    QCOMPARE(chosen.size(), 16);
    const MemberId byHand = m_server->book().member(u"Iris"_s);
    QCOMPARE(
        m_server->database().value(
            u"SELECT count(*) FROM seatledger.audit_event e JOIN "
            "seatledger.audit_statement s ON s.id = e.statement_id JOIN "
            "seatledger.operation o ON o.id = s.operation_id "
            "WHERE e.entity = 'member' AND e.entity_id = %1 AND o.request IS NULL"_s.arg(byHand.value())),
        u"1"_s);
}

void ConventionsTest::aTraceGoesThrough()
{
    const QByteArray parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const HttpAnswer traced = m_server->get(
        m_root, "/api/v1/members",
        {{"traceparent", parent}, {"tracestate", "congo=t61rcWkgMzE"}, {"X-Request-Id", "traced"}});
    QCOMPARE(traced.header("traceparent"), parent);
    QCOMPARE(traced.header("tracestate"), "congo=t61rcWkgMzE");
    QTRY_VERIFY(std::ranges::any_of(m_server->log(), [](const QJsonObject &line) {
        return line.value("request_id"_L1) == "traced"_L1
               && line.value("trace_id"_L1) == "0af7651916cd43dd8448eb211c80319c"_L1
               && line.value("parent_id"_L1) == "b7ad6b7169203331"_L1;
    }));
    const QByteArray refused = m_server->get("nonsense", "/api/v1/members", {{"traceparent", parent}})
                                   .header("traceparent");
    QCOMPARE(refused, parent);
    for (const QByteArray &wrong :
         {QByteArray("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331"),
          QByteArray("00-00000000000000000000000000000000-b7ad6b7169203331-01"),
          QByteArray("00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01"),
          QByteArray("ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
          QByteArray("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"),
          QByteArray("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more")}) {
        const HttpAnswer answer = m_server->get(m_root, "/api/v1/members",
                                                {{"traceparent", wrong}, {"tracestate", "a=b"}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("traceparent"), QByteArray());
        QCOMPARE(answer.header("tracestate"), QByteArray());
    }
    const QByteArray later = "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more";
    QCOMPARE(m_server->get(m_root, "/api/v1/members", {{"traceparent", later}}).header("traceparent"), later);
}

/// Two people's requests alternate on the same few connections; what one sees never depends on who was there
/// before.
void ConventionsTest::nothingOfTheOwnerStaysOnTheConnection()
{
    const QByteArray auditor = m_server->token(u"audrey"_s, {.role = Role::Auditor});
    for (int i = 0; i < 12; ++i) {
        QCOMPARE(m_server->get(m_root, "/api/v1/members").status, 200);
        const HttpAnswer answer = m_server->get(auditor, "/api/v1/members");
        QVERIFY(answer.status == 403 || answer.json().value("items"_L1).toArray().isEmpty());
    }
    QCOMPARE(m_server->database().value(u"SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE "
                                        "'seatledgerd _%' AND state = 'idle'"_s),
             u"0"_s);
}

void ConventionsTest::secretsAreNotLogged()
{
    (void)m_server->get(m_root, "/api/v1/members?q=Geheimrat");
    QTRY_VERIFY(std::ranges::any_of(m_server->log(), [](const QJsonObject &line) {
        return line.value("route"_L1) == "/api/v1/members/{id}"_L1 && line.contains("request_id"_L1)
               && line.contains("duration_ms"_L1) && line.contains("caller"_L1);
    }));
    for (const QJsonObject &line : m_server->log()) {
        const QByteArray text = QJsonDocument(line).toJson();
        QVERIFY(!text.contains("slt_"));
        QVERIFY(!text.contains("Geheimrat"));
    }
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ConventionsTest)

#include "conventionstest.moc"
