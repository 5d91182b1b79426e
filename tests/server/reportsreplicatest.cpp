// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Where reports are read: by `database/reports`.
class ReportsReplicaTest final : public QObject
{
    Q_OBJECT

private slots:
    void reportsAndExportsAreReadFromIt();
    void theOwnersRowsAreAllThatIsSeenThere();
    void withoutItThePrimaryAnswers();
    void aStatementThereIsStoppedInTime();
};

namespace {

// As a replica is: what writes is refused.
const QString readOnly = u"{database}&options=-c%20default_transaction_read_only%3Don"_s;

double figure(RunningServer &server, const QByteArray &name)
{
    HttpClient client(server.metricsPort());
    for (const QByteArray &line : client.request("GET", "/metrics").body.split('\n')) {
        if (line.startsWith(name + ' '))
            return line.sliced(name.size() + 1).toDouble();
    }
    return -1;
}

qsizetype timesSaid(RunningServer &server, QLatin1StringView message)
{
    return std::ranges::count_if(server.log(), [message](const QJsonObject &line) {
        return line.value("message"_L1).toString().startsWith(message);
    });
}

} // namespace

void ReportsReplicaTest::reportsAndExportsAreReadFromIt()
{
    RunningServer server({{u"DATABASE_REPORTS"_s, readOnly}, {u"METRICS_PORT"_s, u"0"_s}});
    (void)server.book().licenseWithSeats(u"IDE"_s, 3);
    QTRY_VERIFY(server.metricsPort() > 0);
    // a token that nobody has seen yet, so that its use would be written down
    const QByteArray token = server.token(u"ana"_s, {.role = Role::Administrator});

    QCOMPARE(server.get(token, "/api/v1/statistics").status, 200);
    QCOMPARE(server.get(token, "/api/v1/reports/utilisation").status, 200);
    const HttpAnswer exported = server.get(token, "/api/v1/exports/licenses");
    QCOMPARE(exported.status, 200);
    QVERIFY(exported.body.contains("IDE"));

    QTRY_COMPARE(figure(server, "seatledger_reports_by_replica"), 3.0);
    QCOMPARE(figure(server, "seatledger_reports_by_primary"), 0.0);
    // all else is the primary's: it is written to
    QCOMPARE(server
                 .send("POST", token, "/api/v1/members",
                       {{u"number"_s, u"E1"_s}, {u"name"_s, u"Ana"_s}, {u"email"_s, u"ana@example.org"_s}})
                 .status,
             201);
}

void ReportsReplicaTest::theOwnersRowsAreAllThatIsSeenThere()
{
    RunningServer server({{u"DATABASE_REPORTS"_s, readOnly}});
    (void)server.book().member(u"Somebody Else"_s);
    const MemberId ana = server.book().member(u"Ana"_s);
    const QByteArray token = server.token(u"ana"_s, {.role = Role::Member, .member = ana});
    const HttpAnswer exported = server.get(token, "/api/v1/exports/members");
    QVERIFY2(!exported.body.contains("Somebody Else"), exported.body.constData());
    const QByteArray all = server.get(server.administrator(), "/api/v1/exports/members").body;
    QVERIFY(all.contains("Somebody Else"));
}

void ReportsReplicaTest::withoutItThePrimaryAnswers()
{
    RunningServer server({{u"DATABASE_REPORTS"_s, u"postgresql://seatledger@/seatledger?host=/nowhere"_s},
                          {u"METRICS_PORT"_s, u"0"_s}});
    QTRY_VERIFY(server.metricsPort() > 0);
    const QByteArray token = server.administrator();
    QCOMPARE(server.get(token, "/api/v1/statistics").status, 200);
    QCOMPARE(server.get(token, "/api/v1/reports").status, 200);
    const HttpAnswer exported = server.get(token, "/api/v1/exports/licenses");
    QCOMPARE(exported.status, 200);

    QTRY_COMPARE(figure(server, "seatledger_reports_by_primary"), 3.0);
    QCOMPARE(figure(server, "seatledger_reports_by_replica"), 0.0);
    // once for each pool, not for each request
    QCOMPARE(timesSaid(server, "reports are asked of the primary"_L1), 1);
    QCOMPARE(timesSaid(server, "exports are asked of the primary"_L1), 1);
}

void ReportsReplicaTest::aStatementThereIsStoppedInTime()
{
    RunningServer server({{u"DATABASE_REPORTS"_s, readOnly}, {u"LIMITS_STATEMENT_SECONDS"_s, u"1"_s}});
    const QByteArray token = server.administrator();
    QCOMPARE(server.get(token, "/api/v1/statistics").status, 200);
    // somebody holds what reports read
    auto &db = server.database();
    db.sql(u"BEGIN; LOCK TABLE seatledger.license IN ACCESS EXCLUSIVE MODE"_s);
    const HttpAnswer answer = server.get(token, "/api/v1/statistics?lead_days=7");
    db.sql(u"ROLLBACK"_s);
    QCOMPARE(answer.status, 503);
    QVERIFY2(answer.body.contains("timed_out"), answer.body.constData());
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ReportsReplicaTest)
#include "reportsreplicatest.moc"
