// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

/// HTTP itself: what is refused, and how, before the book is asked.
class HttpTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_server = std::make_unique<RunningServer>(); }
    void cleanupTestCase() { m_server.reset(); }

    void saysThatItLives();
    void keepsAConnectionAlive();
    void answersHeadWithoutABody();
    void tellsWhatIsAllowed();
    void refusesWhatItCannotReadOrWrite();
    void refusesWhatIsNoHttp_data();
    void refusesWhatIsNoHttp();
    void boundsWhatItReads();
    void givesEachRequestAnId();
    void answersTwoRequestsSentAtOnce();
    void packsWhatIsLarge();

private:
    [[nodiscard]] HttpAnswer ask(const QByteArray &method, const QByteArray &target,
                                 const HttpClient::Headers &headers = {}, const QByteArray &body = {})
    {
        HttpClient client(m_server->port());
        return client.request(method, target, headers, body);
    }

    std::unique_ptr<RunningServer> m_server;
};

void HttpTest::saysThatItLives()
{
    const HttpAnswer alive = ask("GET", "/healthz");
    QCOMPARE(alive.status, 200);
    QCOMPARE(alive.body, "{\"status\":\"ok\"}");
    QCOMPARE(ask("GET", "/readyz").status, 200);
}

void HttpTest::keepsAConnectionAlive()
{
    HttpClient client(m_server->port());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.request("GET", "/healthz").status, 200);
    const HttpAnswer last = client.request("GET", "/healthz", {{"Connection", "close"}});
    QCOMPARE(last.header("Connection"), "close");
    QVERIFY(client.isClosed());
}

void HttpTest::answersHeadWithoutABody()
{
    const HttpAnswer answer = ask("HEAD", "/healthz");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Length"), "15");
    QVERIFY(answer.body.isEmpty());
}

void HttpTest::tellsWhatIsAllowed()
{
    const HttpAnswer options = ask("OPTIONS", "/api/v1/members");
    QCOMPARE(options.status, 204);
    QCOMPARE(options.header("Allow"), "GET, HEAD, POST, OPTIONS");

    const HttpAnswer refused = ask("DELETE", "/api/v1/members");
    QCOMPARE(refused.status, 405);
    QCOMPARE(refused.header("Allow"), "GET, HEAD, POST, OPTIONS");
    QCOMPARE(refused.code(), u"method_not_allowed"_s);
    QCOMPARE(refused.header("Content-Type"), "application/problem+json");

    QCOMPARE(ask("GET", "/api/v1/nothing").status, 404);
    QCOMPARE(ask("BREW", "/healthz").status, 501);
}

void HttpTest::refusesWhatItCannotReadOrWrite()
{
    const QByteArray token = "Bearer " + m_server->administrator();
    QCOMPARE(ask("GET", "/api/v1/members", {{"Authorization", token}, {"Accept", "text/html"}}).status, 406);
    QCOMPARE(
        ask("GET", "/api/v1/members", {{"Authorization", token}, {"Accept", "text/html, */*;q=0.1"}}).status,
        200);
    const HttpAnswer form = ask("POST", "/api/v1/members",
                                {{"Authorization", token}, {"Content-Type", "text/plain"}}, "name=Ana");
    QCOMPARE(form.status, 415);
    QCOMPARE(form.header("Accept"), "application/json");
    const HttpAnswer packed = ask(
        "POST", "/api/v1/members",
        {{"Authorization", token}, {"Content-Type", "application/json"}, {"Content-Encoding", "gzip"}}, "{}");
    QCOMPARE(packed.status, 415);
    const HttpAnswer broken = ask("POST", "/api/v1/members",
                                  {{"Authorization", token}, {"Content-Type", "application/json"}},
                                  "{\"name\":");
    QCOMPARE(broken.status, 400);
    const HttpAnswer deep = ask("POST", "/api/v1/members",
                                {{"Authorization", token}, {"Content-Type", "application/json"}},
                                QByteArray(100, '[') + QByteArray(100, ']'));
    QCOMPARE(deep.status, 400);
}

void HttpTest::refusesWhatIsNoHttp_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no request line") << QByteArray("hello\r\n\r\n");
    QTest::newRow("no host") << QByteArray("GET /healthz HTTP/1.1\r\n\r\n");
    QTest::newRow("two hosts") << QByteArray("GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
    QTest::newRow("two lengths") << QByteArray(
        "POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
    QTest::newRow("length and chunks") << QByteArray("POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: "
                                                     "5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    QTest::newRow("broken escape") << QByteArray("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("no UTF-8") << QByteArray("GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("a NUL") << QByteArray("GET /healthz%00 HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("another version") << QByteArray("GET /healthz HTTP/3.0\r\nHost: a\r\n\r\n");
    QTest::newRow("a blank in a name") << QByteArray("GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n");
}

void HttpTest::refusesWhatIsNoHttp()
{
    QFETCH(const QByteArray, bytes);
    HttpClient client(m_server->port());
    client.send(bytes);
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), u"malformed"_s);
    QVERIFY(client.isClosed());
}

void HttpTest::boundsWhatItReads()
{
    const QByteArray token = "Bearer " + m_server->administrator();
    QCOMPARE(ask("GET", "/healthz", {{"X-Much", QByteArray(40'000, 'x')}}).status, 431);
    QCOMPARE(ask("GET", '/' + QByteArray(9'000, 'x')).status, 414);
    HttpClient client(m_server->port());
    client.send("POST /api/v1/members HTTP/1.1\r\nHost: a\r\nAuthorization: " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n");
    const HttpAnswer answer = client.receive();
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.code(), u"body_too_large"_s);
}

void HttpTest::givesEachRequestAnId()
{
    QCOMPARE(ask("GET", "/healthz", {{"X-Request-Id", "from-the-client"}}).header("X-Request-Id"),
             "from-the-client");
    const QByteArray made = ask("GET", "/healthz", {{"X-Request-Id", "no good\"id"}}).header("X-Request-Id");
    QCOMPARE(made.size(), 16);
    QVERIFY(ask("GET", "/healthz").header("X-Request-Id") != made);
    const HttpAnswer problem = ask("GET", "/nowhere", {{"X-Request-Id", "in-the-problem"}});
    QCOMPARE(problem.json().value("request_id"_L1).toString(), u"in-the-problem"_s);
}

void HttpTest::answersTwoRequestsSentAtOnce()
{
    HttpClient client(m_server->port());
    const QByteArray get = "GET /healthz HTTP/1.1\r\nHost: a\r\nX-Request-Id: ";
    client.send(get + "one\r\n\r\n" + get + "two\r\n\r\n");
    QCOMPARE(client.receive().header("X-Request-Id"), "one");
    QCOMPARE(client.receive().header("X-Request-Id"), "two");
}

void HttpTest::packsWhatIsLarge()
{
    const HttpAnswer plain = ask("GET", "/api/v1/openapi.json");
    const HttpAnswer packed = ask("GET", "/api/v1/openapi.json", {{"Accept-Encoding", "br, gzip;q=0.5"}});
    QCOMPARE(packed.header("Content-Encoding"), "gzip");
    QVERIFY(packed.body.size() * 2 < plain.body.size());
    QVERIFY(packed.header("ETag") != plain.header("ETag"));
    QCOMPARE(ask("GET", "/api/v1/openapi.json", {{"If-None-Match", packed.header("ETag")}}).status, 304);
    QCOMPARE(ask("GET", "/api/v1/openapi.json", {{"Accept-Encoding", "gzip;q=0"}}).header("Content-Encoding"),
             QByteArray());
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::HttpTest)

#include "httptest.moc"
