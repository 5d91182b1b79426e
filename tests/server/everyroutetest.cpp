// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"

#include <QProcess>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What each route does with methods, kinds of content and bodies that are not for it.
class EveryRouteTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void tellsWhatItAnswers();
    void asksForATokenFirst();
    void refusesKindsOfContent();
    void refusesBodies_data();
    void refusesBodies();
    void headIsGetWithoutTheBody();

private:
    struct Route {
        QByteArray method;
        QByteArray target;
        bool isOpen = false;
        bool hasParameter = false;

        [[nodiscard]] bool takesBody() const
        {
            return method == "POST" || method == "PUT" || method == "PATCH";
        }
        /// Those that only say what is to be done with a thing look at no body.
        [[nodiscard]] bool readsBody() const
        {
            return takesBody() && !target.endsWith(":undo") && !target.endsWith(":retire")
                   && !target.endsWith(":revoke");
        }
    };

    [[nodiscard]] HttpAnswer ask(const QByteArray &method, const Route &route,
                                 HttpClient::Headers headers = {}, const QByteArray &body = {})
    {
        headers.append({"Authorization", "Bearer " + m_root});
        HttpClient client(m_server->port());
        return client.request(method, route.target, headers, body);
    }

    std::unique_ptr<RunningServer> m_server;
    QByteArray m_root;
    QList<Route> m_routes;
};

void EveryRouteTest::initTestCase()
{
    m_server = std::make_unique<RunningServer>(
        QMap<QString, QString>{{u"LIMITS_REQUESTS_PER_TOKEN"_s, u"0"_s},
                               {u"LIMITS_REQUESTS_PER_ADDRESS"_s, u"0"_s},
                               {u"LIMITS_BODY_BYTES"_s, u"4000"_s}});
    m_root = m_server->administrator();
    QProcess process;
    process.start(RunningServer::program(), {u"--routes"_s});
    QVERIFY(process.waitForFinished());
    for (const QByteArray &line : process.readAllStandardOutput().trimmed().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        QByteArray target = words[1];
        for (qsizetype open = target.indexOf('{'); open >= 0; open = target.indexOf('{'))
            target.replace(open, target.indexOf('}') - open + 1, "999999");
        m_routes.append({words[0], target, words[2] == "-", target != words[1]});
    }
    QVERIFY(m_routes.size() > 40);
}

void EveryRouteTest::tellsWhatItAnswers()
{
    for (const Route &route : m_routes) {
        const HttpAnswer options = ask("OPTIONS", route);
        QCOMPARE(options.status, 204);
        const QList<QByteArray> allowed = options.header("Allow").split(',');
        const auto allows = [&allowed](const QByteArray &method) {
            return std::ranges::any_of(allowed,
                                       [&](const QByteArray &name) { return name.trimmed() == method; });
        };
        QVERIFY2(allows(route.method), route.target.constData());
        QCOMPARE(allows("HEAD"), allows("GET"));
        for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            if (allows(method))
                continue;
            const HttpAnswer refused = ask(method, route);
            QCOMPARE(refused.status, 405);
            QCOMPARE(refused.code(), u"method_not_allowed"_s);
            QCOMPARE(refused.header("Allow"), options.header("Allow"));
        }
        QCOMPARE(ask("TRACE", route).status, 501);
    }
}

void EveryRouteTest::asksForATokenFirst()
{
    for (const Route &route : m_routes) {
        if (route.isOpen)
            continue;
        HttpClient client(m_server->port());
        const HttpAnswer refused = client.request(route.method, route.target);
        QVERIFY2(refused.status == 401, route.target.constData());
        QVERIFY(refused.header("WWW-Authenticate").startsWith("Bearer"));
        QCOMPARE(refused.header("Content-Type"), "application/problem+json");
    }
}

void EveryRouteTest::refusesKindsOfContent()
{
    for (const Route &route : m_routes) {
        const HttpAnswer unknown = ask(route.method, route, {{"Accept", "application/x-none"}});
        QVERIFY2(unknown.status == 406, route.target.constData());
        QCOMPARE(unknown.code(), u"not_acceptable"_s);
        if (!route.takesBody())
            continue;
        for (const HttpClient::Headers &headers :
             {HttpClient::Headers{{"Content-Type", "text/plain"}}, HttpClient::Headers{},
              HttpClient::Headers{{"Content-Type", "application/json"}, {"Content-Encoding", "br"}}}) {
            const HttpAnswer refused = ask(route.method, route, headers, "{}");
            QVERIFY2(refused.status == 415, route.target.constData());
            QVERIFY(refused.header("Accept").contains("application/json"));
        }
    }
}

void EveryRouteTest::refusesBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("cut off") << QByteArray("{\"name\":") << 400;
    QTest::newRow("a list") << QByteArray("[1]") << 400;
    QTest::newRow("a number") << QByteArray("7") << 400;
    QTest::newRow("deep") << QByteArray(500, '[') + QByteArray(500, ']') << 400;
    QTest::newRow("deep in a field") << "{\"a\":" + QByteArray(500, '[') + QByteArray(500, ']') + '}' << 400;
    QTest::newRow("no UTF-8") << QByteArray("{\"name\":\"\xff\xfe\"}") << 400;
    QTest::newRow("UTF-16") << QByteArray("{\0}\0", 4) << 400;
    QTest::newRow("two objects") << QByteArray("{}{}") << 400;
    QTest::newRow("a field of nobody") << QByteArray("{\"nobody_knows\":1}") << 422;
    QTest::newRow("huge") << QByteArray(5'000, ' ') << 413;
}

/// Where a thing is looked for first, that it is not there may be said first.
void EveryRouteTest::refusesBodies()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    for (const Route &route : m_routes) {
        if (!route.readsBody())
            continue;
        const HttpAnswer refused = ask(route.method, route,
                                       {{"Content-Type", "application/json"}, {"If-Match", "\"1\""}}, body);
        const bool isMissing = route.hasParameter && status != 413 && refused.status == 404;
        const QByteArray said = route.method + ' ' + route.target + ' ' + QByteArray::number(refused.status);
        QVERIFY2(refused.status == status || isMissing, said.constData());
        QCOMPARE(refused.header("Content-Type"), "application/problem+json");
    }
}

void EveryRouteTest::headIsGetWithoutTheBody()
{
    for (const Route &route : m_routes) {
        if (route.method != "GET" || route.target.endsWith("/events"))
            continue;
        const HttpAnswer got = ask("GET", route);
        const HttpAnswer head = ask("HEAD", route);
        QVERIFY2(head.status == got.status, route.target.constData());
        QVERIFY(head.body.isEmpty());
        for (const char *name : {"Content-Type", "Content-Length", "Transfer-Encoding", "Cache-Control"})
            QCOMPARE(head.header(name), got.header(name));
    }
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::EveryRouteTest)
#include "everyroutetest.moc"
