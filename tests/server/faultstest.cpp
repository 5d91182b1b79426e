// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/cuttingproxy.h"
#include "tests/server/support/runningserver.h"
#include "tests/support/smalldisk.h"

#include <QFile>
#include <QHostAddress>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What becomes of a request when something between client and disk fails. What takes load and a cluster that
/// is killed is in tests/faults.
class FaultsTest final : public QObject
{
    Q_OBJECT

private slots:
    void aLostAnswerToCommitIsFoundByTheKey();
    void aLostAnswerToCommitWithoutKeyIsSaid();
    void slowSendersHoldUpNobody();
    void slowReadersHoldUpNobody();
    void aFullLogHoldsUpNobody();
};

namespace {

QByteArray requestFor(const QByteArray &token, const QByteArray &target, const QByteArray &more = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n" + more
           + "\r\n";
}

/// The clients that are still connected, after a look at what came.
qsizetype openOf(const std::vector<std::unique_ptr<HttpClient>> &clients)
{
    return std::ranges::count_if(clients, [](const std::unique_ptr<HttpClient> &client) {
        client->socket().waitForReadyRead(0);
        return client->socket().state() == QAbstractSocket::ConnectedState;
    });
}

/// A server that reaches its database through the proxy, and a licence with room.
struct Scene {
    TestDatabase &database() { return server.database(); }
    QString held()
    {
        return database().value(
            u"SELECT count(*) FROM seatledger.license_assignment WHERE license_id = %1"_s.arg(
                license.value()));
    }

    std::unique_ptr<CuttingProxy> proxy;
    RunningServer server{[this](const ConnectionSettings &behind) {
                             proxy = std::make_unique<CuttingProxy>(behind);
                             return proxy->settings();
                         },
                         {{u"LIMITS_HOUSEKEEPING_SECONDS"_s, u"3600"_s}}};
    QByteArray token = server.administrator();
    LicenseId license = server.book().licenseWithSeats(u"IDE"_s, 5);
    MemberId member = server.book().member(u"Ana"_s);
    QJsonObject wish{{u"license_id"_s, license.value()}, {u"member_id"_s, member.value()}};
};

} // namespace

/// Nobody knows from outside whether it was committed. Who asks again with the same key learns it.
void FaultsTest::aLostAnswerToCommitIsFoundByTheKey()
{
    Scene scene;
    const HttpClient::Headers key{{"Idempotency-Key", "one"}};
    QCOMPARE(scene.server.get(scene.token, "/readyz").status, 200);
    scene.proxy->loseTheNextCommit();
    const HttpAnswer lost = scene.server.send("POST", scene.token, "/api/v1/assignments", scene.wish, key);
    QCOMPARE(scene.proxy->lost(), 1);
    QCOMPARE(lost.status, 503);
    QCOMPARE(lost.code(), u"database_offline"_s);
    QVERIFY(lost.header("Retry-After").toInt() > 0);
    QCOMPARE(scene.held(), u"1"_s);

    const HttpAnswer again = scene.server.send("POST", scene.token, "/api/v1/assignments", scene.wish, key);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.header("Idempotency-Replayed"), "true");
    QCOMPARE(again.json().value("member_id"_L1).toInteger(), scene.member.value());
    QCOMPARE(scene.held(), u"1"_s);
}

void FaultsTest::aLostAnswerToCommitWithoutKeyIsSaid()
{
    Scene scene;
    QCOMPARE(scene.server.get(scene.token, "/readyz").status, 200);
    scene.proxy->loseTheNextCommit();
    QCOMPARE(scene.server.send("POST", scene.token, "/api/v1/assignments", scene.wish).status, 503);
    const HttpAnswer again = scene.server.send("POST", scene.token, "/api/v1/assignments", scene.wish);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.code(), u"already_holds"_s);
    QCOMPARE(scene.held(), u"1"_s);
}

void FaultsTest::slowSendersHoldUpNobody()
{
    RunningServer server({{u"HTTP_HEADER_SECONDS"_s, u"5"_s}, {u"HTTP_BODY_SECONDS"_s, u"5"_s}});
    const QByteArray token = server.administrator();
    std::vector<std::unique_ptr<HttpClient>> slow;
    for (int i = 0; i < 100; ++i) {
        slow.push_back(std::make_unique<HttpClient>(server.port()));
        slow.back()->send(i % 2 == 0 ? "GET /api/v1/members HTTP/1.1\r\nHost: a\r\nX-Slow: "
                                     : "POST /api/v1/members HTTP/1.1\r\nHost: a\r\nContent-Type: "
                                       "application/json\r\nContent-Length: 9\r\nAuthorization: Bearer "
                                           + token + "\r\n\r\n{");
    }
    for (int i = 0; i < 10; ++i)
        QCOMPARE(server.get(token, "/api/v1/members").status, 200);
    QVERIFY(openOf(slow) > 0); // all of that while they were sending
    QTRY_COMPARE_WITH_TIMEOUT(openOf(slow), 0, 30'000);
    QCOMPARE(server.get(token, "/api/v1/members").status, 200);
}

/// They ask for more than the buffers between hold, and read none of it.
void FaultsTest::slowReadersHoldUpNobody()
{
    RunningServer server({{u"HTTP_WRITE_SECONDS"_s, u"3"_s}});
    const QByteArray token = server.administrator();
    server.database().sql(
        u"INSERT INTO seatledger.member (number, name, email, note) SELECT 'N' || n, 'Slow ' || n, "
        "'slow' || n || '@example.com', repeat('x', 2000) FROM generate_series(1, 6000) n"_s);
    std::vector<std::unique_ptr<HttpClient>> slow;
    for (int i = 0; i < 4; ++i) {
        slow.push_back(std::make_unique<HttpClient>(server.port()));
        slow.back()->socket().setReadBufferSize(1024);
        slow.back()->send(requestFor(token, "/api/v1/exports/members", "Accept: text/csv\r\n"));
    }
    for (int i = 0; i < 10; ++i)
        QCOMPARE(server.get(token, "/api/v1/members?limit=5").status, 200);
    // cut off, or refused since those before them took too long
    const auto ended = [&server] {
        return std::ranges::count_if(server.log(), [](const QJsonObject &line) {
            return line.value("route"_L1) == "/api/v1/exports/{name}"_L1
                   && (line.value("cut_off"_L1).toBool() || line.value("status"_L1) == 503);
        });
    };
    QVERIFY(ended() < 4);
    QTRY_COMPARE_WITH_TIMEOUT(ended(), 4, 60'000);
    HttpClient next(server.port());
    next.send(requestFor(token, "/api/v1/exports/members", "Accept: text/csv\r\n"));
    const HttpAnswer whole = next.receive();
    QCOMPARE(whole.status, 200);
    QVERIFY(whole.isWhole);
}

void FaultsTest::aFullLogHoldsUpNobody()
{
    const SmallDisk disk(64);
    if (!disk.isThere())
        QSKIP("This account may not mount.");
    RunningServer server;
    const QByteArray token = server.administrator();
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const int port = free.serverPort(); // a log that is full does not tell it
    free.close();
    QFile filler(disk.path() + u"/filler"_s);
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) > 0) {}
    QProcess second;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SEATLEDGERD_DATABASE_URI"_s, server.database().settings().toUri());
    environment.insert(u"SEATLEDGERD_HTTP_PORT"_s, QString::number(port));
    second.setProcessEnvironment(environment);
    second.setStandardErrorFile(disk.path() + u"/log"_s);
    second.start(RunningServer::program(), {});
    QVERIFY(second.waitForStarted());
    const auto ask = [&] {
        HttpClient client(port);
        return client.request("GET", "/api/v1/members", {{"Authorization", "Bearer " + token}}).status;
    };
    QTRY_COMPARE_WITH_TIMEOUT(ask(), 200, 30'000);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(ask(), 200);
    QCOMPARE(QFile(disk.path() + u"/log"_s).size(), 0);
    second.terminate();
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitCode(), 0);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::FaultsTest)

#include "faultstest.moc"
