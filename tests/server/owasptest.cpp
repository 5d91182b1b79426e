// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

/// The API top ten of OWASP (2023), each by name.
class OwaspTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void api1_brokenObjectLevelAuthorization();
    void api2_brokenAuthentication();
    void api3_brokenObjectPropertyLevelAuthorization();
    void api4_unrestrictedResourceConsumption();
    void api5_brokenFunctionLevelAuthorization();
    void api6_unrestrictedAccessToSensitiveBusinessFlows();
    void api7_serverSideRequestForgery();
    void api8_securityMisconfiguration();
    void api9_improperInventoryManagement();
    void api10_unsafeConsumptionOfAPIs();

private:
    std::unique_ptr<RunningServer> m_server;
    QByteArray m_admin, m_staff, m_ana;
    MemberId m_benMember = *MemberId::fromValue(1);
    LicenseId m_ide = *LicenseId::fromValue(1);
};

void OwaspTest::initTestCase()
{
    m_server = std::make_unique<RunningServer>();
    Book &book = m_server->book();
    const MemberId ana = book.member(u"Ana"_s);
    m_benMember = book.member(u"Ben"_s);
    m_ide = book.licenseWithSeats(u"IDE"_s, 1);
    (void)book.assignment(m_ide, ana);
    m_admin = m_server->administrator();
    m_staff = m_server->token(u"sam"_s, {.role = Role::Staff});
    m_ana = m_server->token(u"ana"_s, {.role = Role::Member, .member = ana});
}

void OwaspTest::api1_brokenObjectLevelAuthorization()
{
    // what is not for a token's eyes is answered like what is not there
    const HttpAnswer foreign = m_server->get(m_ana,
                                             "/api/v1/members/" + QByteArray::number(m_benMember.value()));
    const HttpAnswer nothing = m_server->get(m_ana, "/api/v1/members/99999");
    QCOMPARE(foreign.status, 404);
    QCOMPARE(nothing.status, 404);
    QCOMPARE(foreign.code(), nothing.code());
    QVERIFY(!m_server->get(m_ana, "/api/v1/members").body.contains("Ben"));
}

void OwaspTest::api2_brokenAuthentication()
{
    HttpClient client(m_server->port());
    QCOMPARE(client.request("GET", "/api/v1/members").status, 401);
    QByteArray typo = m_admin;
    typo[20] = typo[20] == 'a' ? 'b' : 'a';
    const QByteArray unknown = BearerToken::fromSecret(QByteArray(32, 'u')).value().text().toLatin1();
    const HttpAnswer mistyped = m_server->get(typo, "/api/v1/members");
    const HttpAnswer stranger = m_server->get(unknown, "/api/v1/members");
    QCOMPARE(mistyped.status, 401);
    QCOMPARE(stranger.status, 401);
    QCOMPARE(mistyped.json().value("detail"_L1), stranger.json().value("detail"_L1)); // says not why
    QVERIFY(!stranger.header("WWW-Authenticate").isEmpty());
    // neither in an address, where logs would have it
    QCOMPARE(client.request("GET", "/api/v1/members?access_token=" + m_admin).status, 401);
    // who is disabled has no token any more
    const QByteArray gone = m_server->token(u"gone"_s, {.role = Role::Staff});
    QCOMPARE(m_server->get(gone, "/api/v1/members").status, 200);
    m_server->database().sql(u"UPDATE seatledger.operator SET disabled_at = now() WHERE login = '%1'"_s.arg(
        m_server->login(u"gone"_s)));
    QCOMPARE(m_server->get(gone, "/api/v1/members").status, 401);
    for (const QJsonObject &line : m_server->log())
        QVERIFY(!QJsonDocument(line).toJson().contains(m_admin));
}

void OwaspTest::api3_brokenObjectPropertyLevelAuthorization()
{
    // what a field is not for is refused, not ignored
    const HttpAnswer mass = m_server->send("POST", m_admin, "/api/v1/members",
                                           {{u"number"_s, u"X1"_s},
                                            {u"name"_s, u"X"_s},
                                            {u"email"_s, u"x@example.org"_s},
                                            {u"version"_s, 7},
                                            {u"may_hold"_s, true}});
    QVERIFY(mass.status == 400 || mass.status == 422);
    QCOMPARE(m_server->database().value(u"SELECT count(*) FROM seatledger.member WHERE number = 'X1'"_s),
             u"0"_s);
    const HttpAnswer token = m_server->send(
        "POST", m_admin, "/api/v1/tokens",
        {{u"name"_s, u"x"_s}, {u"scopes"_s, QJsonArray{u"read"_s}}, {u"digest"_s, u"x"_s}});
    QVERIFY(token.status == 400 || token.status == 422);
    // and nobody is shown a digest or a secret
    QVERIFY(!m_server->get(m_admin, "/api/v1/tokens").body.contains("digest"));
}

void OwaspTest::api4_unrestrictedResourceConsumption()
{
    QCOMPARE(m_server->get(m_admin, "/api/v1/members?limit=501").status, 400);
    QCOMPARE(m_server->get(m_admin, "/api/v1/devices?limit=100000").status, 400);
    HttpClient client(m_server->port());
    client.send("POST /api/v1/members HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + m_admin
                + "\r\nContent-Type: application/json\r\nContent-Length: 20000000\r\n\r\n");
    QCOMPARE(client.receive().status, 413); // not read first
}

void OwaspTest::api5_brokenFunctionLevelAuthorization()
{
    // every scope, and still not what the owner's role is not for
    const QJsonObject member{{u"number"_s, u"X2"_s}, {u"name"_s, u"X"_s}, {u"email"_s, u"x2@example.org"_s}};
    QCOMPARE(m_server->send("POST", m_staff, "/api/v1/members", member).status, 403);
    QCOMPARE(m_server->send("PUT", m_staff, "/api/v1/feature-switches/x", {{u"mode"_s, u"on"_s}}).status,
             403);
    const HttpAnswer lifted = m_server->send("POST", m_staff, "/api/v1/tokens",
                                             {{u"name"_s, u"x"_s},
                                              {u"owner"_s, m_server->login(u"root"_s)},
                                              {u"scopes"_s, QJsonArray{u"administer"_s}}});
    QVERIFY(lifted.status == 403 || lifted.status == 404);
    // an administrator, and still not what the token is not for
    const QByteArray reader = m_server->token(u"reader"_s, {.role = Role::Administrator}, {TokenScope::Read});
    QCOMPARE(m_server->send("POST", reader, "/api/v1/members", member).status, 403);
    const QByteArray maker = m_server->token(u"maker"_s, {.role = Role::Administrator},
                                             {TokenScope::Administer});
    QCOMPARE(m_server
                 ->send("POST", maker, "/api/v1/tokens",
                        {{u"name"_s, u"x"_s}, {u"scopes"_s, QJsonArray{u"members"_s}}})
                 .status,
             403);
}

void OwaspTest::api6_unrestrictedAccessToSensitiveBusinessFlows()
{
    // one seat runs on one device, however often and from wherever it is asked for
    int active = 0;
    const QByteArray target = "/api/v1/me/licenses/" + QByteArray::number(m_ide.value()) + ":activate";
    for (int i = 0; i < 10; ++i) {
        const int status = m_server->send("POST", m_ana, target, {{u"device"_s, u"machine-%1"_s.arg(i)}})
                               .status;
        QVERIFY(status == 201 || status == 409);
        active += status == 201 ? 1 : 0;
    }
    QCOMPARE(active, 1);
    QVERIFY(!m_server->get(m_ana, "/api/v1/me/licenses").header("RateLimit").isEmpty());
}

void OwaspTest::api7_serverSideRequestForgery()
{
    // no field is an address that the server would go to: text stays text
    const HttpAnswer added = m_server->send("POST", m_admin, "/api/v1/members",
                                            {{u"number"_s, u"http://127.0.0.1/"_s},
                                             {u"name"_s, u"http://169.254.169.254/latest"_s},
                                             {u"email"_s, u"ssrf@example.org"_s},
                                             {u"note"_s, u"file:///etc/passwd"_s}});
    QCOMPARE(added.status, 201);
    QCOMPARE(added.json().value("note"_L1).toString(), u"file:///etc/passwd"_s);
    HttpClient client(m_server->port());
    const HttpAnswer absolute = client.request("GET", "http://127.0.0.1:1/api/v1/members",
                                               {{"Authorization", "Bearer " + m_admin}});
    QVERIFY(absolute.status >= 200 && absolute.status < 500);
}

void OwaspTest::api8_securityMisconfiguration()
{
    HttpClient client(m_server->port());
    const HttpAnswer trace = client.request("TRACE", "/api/v1/members");
    QVERIFY(trace.status == 405 || trace.status == 501);
    const HttpAnswer answer = m_server->get(m_admin, "/api/v1/members");
    QCOMPARE(answer.header("X-Content-Type-Options"), "nosniff");
    QVERIFY(answer.header("Access-Control-Allow-Origin").isEmpty());
    // of the machinery nothing is told
    const HttpAnswer odd = m_server->get(m_admin, "/api/v1/members?q=%27%3B%20DROP%20TABLE%20member");
    QVERIFY(odd.status < 500);
    const HttpAnswer wrong = m_server->get(m_admin, "/api/v1/members/0");
    for (const char *tell : {"SELECT", "psql", "PostgreSQL", ".cpp", "SQLSTATE"})
        QVERIFY(!wrong.body.contains(tell) && !odd.body.contains(tell));
}

void OwaspTest::api9_improperInventoryManagement()
{
    HttpClient client(m_server->port());
    const QJsonObject paths =
        client.request("GET", "/api/v1/openapi.json").json().value("paths"_L1).toObject();
    for (const QString &path :
         {u"/api/v1/me/licenses"_s, u"/api/v1/me/licenses/{id}:validate"_s,
          u"/api/v1/me/licenses/{id}:activate"_s, u"/api/v1/me/licenses/{id}:heartbeat"_s,
          u"/api/v1/me/licenses/{id}:release"_s, u"/api/v1/me/devices"_s, u"/api/v1/devices"_s,
          u"/api/v1/tokens"_s, u"/api/v1/feature-switches"_s})
        QVERIFY2(paths.contains(path), qPrintable(path));
    for (const QByteArray &old :
         {QByteArray("/api/v0/members"), QByteArray("/api/members"), QByteArray("/members"),
          QByteArray("/api/v1/debug"), QByteArray("/api/v1/../../etc/passwd")})
        QVERIFY(m_server->get(m_admin, old).status == 404 || m_server->get(m_admin, old).status == 400);
}

void OwaspTest::api10_unsafeConsumptionOfAPIs()
{
    // what a device tells of itself is data: it comes back as it was, and harms no list
    const LicenseId license = m_server->book().licenseWithSeats(u"Odd"_s, 1);
    const MemberId odd = m_server->book().member(u"Odd"_s);
    (void)m_server->book().assignment(license, odd);
    const QByteArray token = m_server->token(u"odd"_s, {.role = Role::Member, .member = odd});
    const QString name = u"<script>alert(1)</script> =HYPERLINK(\"x\")"_s;
    QCOMPARE(m_server
                 ->send("POST", token,
                        "/api/v1/me/licenses/" + QByteArray::number(license.value()) + ":activate",
                        {{u"device"_s, u"odd:device:1"_s}, {u"name"_s, name}})
                 .status,
             201);
    const HttpAnswer list = m_server->get(token, "/api/v1/me/devices");
    QCOMPARE(list.json().value("items"_L1).toArray().first().toObject().value("name"_L1).toString(), name);
    QVERIFY(list.header("Content-Type").startsWith("application/json"));
    QCOMPARE(m_server
                 ->send("POST", token,
                        "/api/v1/me/licenses/" + QByteArray::number(license.value()) + ":activate",
                        {{u"device"_s, u"odd:device:2"_s}, {u"name"_s, u"line\nbreak"_s}})
                 .status,
             422);
}

} // namespace seatledger

QTEST_MAIN(seatledger::OwaspTest)
#include "owasptest.moc"
