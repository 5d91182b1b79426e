// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"

#include <QJsonArray>
#include <QProcess>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What a server does that has too much to do, or is about to stop.
class BoundsTest final : public QObject
{
    Q_OBJECT

private slots:
    void aTokenHasAQuota();
    void anAddressHasAQuota();
    void slowSendersAreCutOff();
    void furtherConnectionsAreClosed();
    void theHeadOfAStreamHoldsNothing();
    void stopsWhenAllIsDone();
    void aDatabaseOutOfReachIsSaid();
    void metricsHaveAPortOfTheirOwn();
    void metricsTellOfThePoolAndOfSeats();
    void speaksTlsWhereItHasACertificate();
    void aPageOfTheDescriptionRunsWithoutOthers();
};

void BoundsTest::aTokenHasAQuota()
{
    RunningServer server({{u"LIMITS_REQUESTS_PER_TOKEN"_s, u"3"_s}});
    const QByteArray token = server.administrator();
    for (int left = 2; left >= 0; --left) {
        const HttpAnswer answer = server.get(token, "/api/v1/members");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.header("RateLimit").startsWith("\"default\";r=" + QByteArray::number(left) + ";t="));
        QCOMPARE(answer.header("RateLimit-Policy"), "\"default\";q=3;w=60");
    }
    const HttpAnswer refused = server.get(token, "/api/v1/members");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.code(), u"rate_limited"_s);
    QVERIFY(refused.header("Retry-After").toInt() > 0);
    QCOMPARE(server.get(server.token(u"other"_s, {.role = Role::Staff}), "/api/v1/members").status, 200);
}

void BoundsTest::anAddressHasAQuota()
{
    RunningServer server({{u"LIMITS_REQUESTS_PER_ADDRESS"_s, u"2"_s}});
    HttpClient client(server.port());
    QCOMPARE(client.request("GET", "/healthz").status, 200);
    QCOMPARE(client.request("GET", "/healthz").status, 200);
    QCOMPARE(client.request("GET", "/healthz").status, 429);
}

void BoundsTest::slowSendersAreCutOff()
{
    RunningServer server({{u"HTTP_HEADER_SECONDS"_s, u"1"_s}, {u"HTTP_BODY_SECONDS"_s, u"1"_s}});
    HttpClient head(server.port());
    head.send("GET /healthz HTTP/1.1\r\nHost:");
    HttpClient body(server.port());
    body.send(
        "POST /api/v1/members HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n"
        "Authorization: Bearer "
        + server.administrator() + "\r\n\r\n{");
    QVERIFY(head.isClosed());
    QVERIFY(body.isClosed());
}

void BoundsTest::furtherConnectionsAreClosed()
{
    RunningServer server({{u"HTTP_CONNECTIONS"_s, u"2"_s}});
    HttpClient first(server.port());
    HttpClient second(server.port());
    QCOMPARE(first.request("GET", "/healthz").status, 200);
    QCOMPARE(second.request("GET", "/healthz").status, 200);
    HttpClient third(server.port());
    QVERIFY(third.isClosed());
    QCOMPARE(first.request("GET", "/healthz").status, 200);
}

/// Who asks for the head alone keeps nobody waiting who wants the body.
void BoundsTest::theHeadOfAStreamHoldsNothing()
{
    RunningServer server({{u"WORKERS_EXPORTS"_s, u"1"_s}, {u"LIMITS_EVENT_STREAMS"_s, u"1"_s}});
    // more than fits into what waits to be sent
    server.database().sql(
        u"INSERT INTO seatledger.member (number, name, email) SELECT 'N' || i, repeat('x', 100), "
        "i || '@example.org' FROM generate_series(1, 3000) i"_s);
    const RunningServer::Headers token{{"Authorization", "Bearer " + server.administrator()}};
    HttpClient client(server.port());
    for (int i = 0; i < 3; ++i) {
        const HttpAnswer head = client.request("HEAD", "/api/v1/exports/members", token);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.header("Transfer-Encoding"), "chunked");
        QCOMPARE(client.request("HEAD", "/api/v1/events", token).status, 200);
    }
    const HttpAnswer whole = client.request("GET", "/api/v1/exports/members", token);
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.body.count('\n'), 3'001);
    client.send("GET /api/v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + server.administrator()
                + "\r\n\r\n");
    QVERIFY(client.receiveUntil("here you are").contains("200 OK"));
}

/// A request that waits for a lock is answered after SIGTERM; a new one is told to go elsewhere.
void BoundsTest::stopsWhenAllIsDone()
{
    RunningServer server;
    const MemberId member = server.book().member(u"Ana"_s);
    const QByteArray token = server.administrator();
    const QByteArray address = "/api/v1/members/" + QByteArray::number(member.value());
    const auto holder = server.database().connect();
    VERIFY_RESULT(holder->execScript(
        u"BEGIN; SELECT FROM seatledger.member WHERE id = %1 FOR UPDATE"_s.arg(member.value())));
    HttpClient busy(server.port());
    const QByteArray change = "{\"name\":\"Bea\"}";
    busy.send("PATCH " + address
              + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nIf-Match: \"1\"\r\n"
                "Authorization: Bearer "
              + token + "\r\nContent-Length: " + QByteArray::number(change.size()) + "\r\n\r\n" + change);
    QTRY_COMPARE(
        server.database().value(u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"_s),
        u"1"_s);
    server.process().terminate();
    const auto newRequest = [&server] {
        HttpClient client(server.port());
        return client.request("GET", "/api/v1/members").status;
    };
    QTRY_COMPARE(newRequest(), 503);
    VERIFY_RESULT(holder->execScript(u"COMMIT"_s));
    const HttpAnswer answer = busy.receive();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Connection"), "close");
    QVERIFY(server.process().waitForFinished());
    QCOMPARE(server.process().exitCode(), 0);
    QCOMPARE(server.process().exitStatus(), QProcess::NormalExit);
}

void BoundsTest::aDatabaseOutOfReachIsSaid()
{
    RunningServer server({{u"DATABASE_URI"_s, u"postgresql://nobody@127.0.0.1:1/none?connect_timeout=1"_s}});
    HttpClient client(server.port());
    QCOMPARE(client.request("GET", "/healthz").status, 200);
    const HttpAnswer answer = client.request("GET", "/readyz");
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.code(), u"database_offline"_s);
    QVERIFY(answer.header("Retry-After").toInt() > 0);
    QVERIFY(!answer.body.contains("nobody"));
}

void BoundsTest::metricsHaveAPortOfTheirOwn()
{
    RunningServer server({{u"METRICS_PORT"_s, u"0"_s}});
    const HttpAnswer seen = server.get(server.administrator(), "/api/v1/members/999999");
    QCOMPARE(seen.status, 404);
    QTRY_VERIFY(server.metricsPort() > 0);
    HttpClient client(server.metricsPort());
    HttpAnswer metrics;
    // a request counts once its answer has gone
    QTRY_VERIFY(
        (metrics = client.request("GET", "/metrics")).body.contains("refusals_total{code=\"not_found\"} 1"));
    QCOMPARE(metrics.status, 200);
    QVERIFY(metrics.body.contains(
        "seatledger_requests_total{method=\"GET\",route=\"/api/v1/members/{id}\",status=\"404\"} 1"));
    QVERIFY(metrics.body.contains("seatledger_request_seconds_bucket"));
    QVERIFY(metrics.body.contains("seatledger_connections"));
    QVERIFY(metrics.body.contains("seatledger_pool_size{pool=\"requests\"} 3\n"));
    QVERIFY(metrics.body.contains("seatledger_pool_size{pool=\"exports\"} 2\n"));
    for (const char *pool : {"requests", "exports"}) {
        QVERIFY(metrics.body.contains(QByteArray("seatledger_pool_in_use{pool=\"") + pool + "\"} "));
        QVERIFY(metrics.body.contains(QByteArray("seatledger_pool_waiting{pool=\"") + pool + "\"} "));
    }
    HttpClient api(server.port());
    QCOMPARE(api.request("GET", "/metrics").status, 404);
}

/// What is at work, what waits, who found no seat, and what is short.
void BoundsTest::metricsTellOfThePoolAndOfSeats()
{
    RunningServer server({{u"METRICS_PORT"_s, u"0"_s},
                          {u"WORKERS_THREADS"_s, u"1"_s},
                          {u"LIMITS_HOUSEKEEPING_SECONDS"_s, u"1"_s}});
    QTRY_VERIFY(server.metricsPort() > 0);
    const auto metric = [&server](const QByteArray &name) {
        HttpClient client(server.metricsPort());
        for (const QByteArray &line : client.request("GET", "/metrics").body.split('\n')) {
            if (line.startsWith(name + ' '))
                return line.mid(name.size() + 1).toInt();
        }
        return -1;
    };
    const QByteArray token = server.administrator();
    const LicenseId license = server.book().license(u"IDE"_s);
    (void)server.book().entitlement(license, 1, -30, 5);
    const MemberId ana = server.book().member(u"Ana"_s), ben = server.book().member(u"Ben"_s);
    const auto assign = [&](MemberId member) {
        return server.send("POST", token, "/api/v1/assignments",
                           {{u"license_id"_s, license.value()}, {u"member_id"_s, member.value()}});
    };
    QCOMPARE(assign(ana).status, 201);
    QCOMPARE(assign(ben).code(), u"no_seat"_s);
    const HttpAnswer partly = server.send("POST", token, "/api/v1/assignments:bulk",
                                          {{u"action"_s, u"assign"_s},
                                           {u"license_id"_s, license.value()},
                                           {u"member_ids"_s, QJsonArray{ben.value()}},
                                           {u"partial"_s, true},
                                           {u"wait"_s, true}});
    QCOMPARE(partly.status, 200);
    QTRY_COMPARE(metric("seatledger_seats_denied_total"), 2);

    QCOMPARE(metric("seatledger_short_licenses"), 0);
    server.book().pass(10);
    QTRY_COMPARE(metric("seatledger_short_licenses"), 1);
    QCOMPARE(metric("seatledger_short_seats"), 1);

    const auto holder = server.database().connect();
    VERIFY_RESULT(holder->execScript(
        u"BEGIN; SELECT FROM seatledger.member WHERE id = %1 FOR UPDATE"_s.arg(ana.value())));
    const QByteArray change = "{\"name\":\"Bea\"}";
    const auto ask = [&](HttpClient &client) {
        client.send("PATCH /api/v1/members/" + QByteArray::number(ana.value())
                    + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nIf-Match: \"1\"\r\n"
                      "Authorization: Bearer "
                    + token + "\r\nContent-Length: " + QByteArray::number(change.size()) + "\r\n\r\n"
                    + change);
    };
    HttpClient first(server.port()), second(server.port());
    ask(first);
    QTRY_COMPARE(metric("seatledger_pool_in_use{pool=\"requests\"}"), 1);
    ask(second);
    QTRY_COMPARE(metric("seatledger_pool_waiting{pool=\"requests\"}"), 1);
    VERIFY_RESULT(holder->execScript(u"COMMIT"_s));
    QCOMPARE(first.receive().status, 200);
    QCOMPARE(second.receive().status, 412);
    QTRY_COMPARE(metric("seatledger_pool_in_use{pool=\"requests\"}"), 0);
}

void BoundsTest::speaksTlsWhereItHasACertificate()
{
    const QTemporaryDir folder;
    const QString key = folder.filePath(u"key.pem"_s);
    const QString certificate = folder.filePath(u"certificate.pem"_s);
    QCOMPARE(QProcess::execute(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                              u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-subj"_s,
                                              u"/CN=localhost"_s, u"-keyout"_s, key, u"-out"_s, certificate}),
             0);
    RunningServer server({{u"HTTP_CERTIFICATE_FILE"_s, certificate}, {u"HTTP_KEY_FILE"_s, key}});
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(server.port()));
    QVERIFY(socket.waitForEncrypted());
    socket.write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(socket.waitForReadyRead());
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
    HttpClient plain(server.port());
    plain.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(!plain.receiveUntil("HTTP/1.1 200").startsWith("HTTP/1.1 200"));
}

void BoundsTest::aPageOfTheDescriptionRunsWithoutOthers()
{
    RunningServer server;
    HttpClient client(server.port());
    const HttpAnswer page = client.request("GET", "/api/docs", {{"Accept", "text/html"}});
    QCOMPARE(page.status, 200);
    QVERIFY(page.header("Content-Security-Policy").contains("script-src 'self'"));
    QVERIFY(!page.body.contains("http:") && !page.body.contains("https:"));
    for (const char *file : {"swagger-ui.css", "swagger-ui-bundle.js", "start.js"}) {
        QVERIFY(page.body.contains(file));
        QCOMPARE(client.request("GET", QByteArray("/api/docs/") + file).status, 200);
    }
    QCOMPARE(client.request("GET", "/api/docs/..%2f..%2fopenapi%2fbase.json").status, 404);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::BoundsTest)

#include "boundstest.moc"
