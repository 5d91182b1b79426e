// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What an operator sees of the machine below the book, and who may.
class MonitoringTest final : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfServerAndSizes();
    void saysWhoWaitsForWhom();
    void saysWhereTimesOfStatementsAreNotKept();
    void onlyAdministratorsSeeIt();
    void showsNothingOfOtherDatabases();
    void writesDownThatTheDoctorWasThere();
    void knowsTheLastBackupThatWasVerified();
    void theDoctorTellsHowFarItIs();
    void judgesWhatItSees_data();
    void judgesWhatItSees();
    void spansAreShort();

private:
    [[nodiscard]] SystemStatus status(Session &session) const
    {
        return m_services.monitoring.status(session).value();
    }
    Services m_services;
};

void MonitoringTest::tellsOfServerAndSizes()
{
    TestDatabase db;
    Book book(db);
    book.member(u"Ana"_s);
    const auto found = m_services.monitoring.status(db.session());
    VERIFY_RESULT(found);
    QVERIFY(!found->server.version.isEmpty());
    QVERIFY(found->server.databaseBytes > 1'000'000);
    QVERIFY(found->server.maxConnections > 0 && found->server.connections > 0);
    QVERIFY(found->server.schemaVersion >= 78);
    QVERIFY(found->server.startedAt < found->server.at);
    QVERIFY(!found->server.isStandby && found->replicas.empty());
    QVERIFY(
        std::ranges::any_of(found->tables, [](const TableSize &size) { return size.table == "member"_L1; }));
    QVERIFY(!found->indexes.empty() && found->indexes.front().bytes > 0);
    QVERIFY(!found->doctor && !found->backup);
}

void MonitoringTest::saysWhoWaitsForWhom()
{
    TestDatabase db;
    Book book(db);
    const MemberId ana = book.member(u"Ana"_s);
    const QString lock = u"UPDATE seatledger.member SET note = 'x' WHERE id = %1"_s.arg(ana.value());
    const auto holder = db.connect();
    const auto waiter = db.connect();
    VERIFY_RESULT(Query(*holder, u"BEGIN"_s).exec());
    VERIFY_RESULT(Query(*holder, lock).exec());
    const qint64 holding = Query(*holder, u"SELECT pg_backend_pid() AS pid"_s)
                               .one([](const Row &row) { return row.integer("pid"); })
                               .value();
    {
        const std::jthread waiting([&] { (void)Query(*waiter, lock).exec(); });
        QTRY_VERIFY(!lockWaits(status(db.session())).empty());
        const LockWait wait = lockWaits(status(db.session())).front();
        QVERIFY(wait.blocking);
        QCOMPARE(wait.blocking->pid, static_cast<int>(holding));
        QVERIFY(wait.blocking->isIdleInTransaction());
        QVERIFY(wait.waiting.query.contains(u"UPDATE seatledger.member"_s));
        QVERIFY(!wait.waiting.lock.isEmpty());
        const auto groups = groupsOf(status(db.session()));
        QVERIFY(std::ranges::any_of(groups, [](const SessionGroup &group) {
            return group.state == "idle in transaction"_L1 && group.count == 1;
        }));
        VERIFY_RESULT(Query(*holder, u"ROLLBACK"_s).exec());
    }
    QVERIFY(lockWaits(status(db.session())).empty());
}

void MonitoringTest::saysWhereTimesOfStatementsAreNotKept()
{
    TestDatabase db;
    QCOMPARE(status(db.session()).statementTimes, StatementTimes::NotInstalled);
    if (db.value(u"SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_stat_statements'"_s)
        != "1"_L1)
        QSKIP("PostgreSQL's contributed extensions are not installed.");
    db.sql(u"CREATE EXTENSION pg_stat_statements SCHEMA public"_s);
    const bool isLoaded = db.value(u"SELECT current_setting('shared_preload_libraries')"_s)
                              .contains(u"pg_stat_statements"_s);
    const auto found = m_services.monitoring.status(db.session());
    VERIFY_RESULT(found);
    QCOMPARE(found->statementTimes, isLoaded ? StatementTimes::Kept : StatementTimes::NotLoaded);
}

void MonitoringTest::onlyAdministratorsSeeIt()
{
    TestDatabase db;
    Colleagues people(db);
    const QString ada = people.add(u"ada"_s, {.role = Role::Administrator});
    VERIFY_RESULT(m_services.monitoring.status(people.as(ada)));
    for (const Role role : {Role::Manager, Role::Staff, Role::Auditor}) {
        const QString login = people.add(u"someone"_s + toText(role), {.role = role});
        VERIFY_ERROR(m_services.monitoring.status(people.as(login)), ErrorCode::Forbidden);
        // and not past the service either
        VERIFY_ERROR(MonitoringRepository().sessions(people.as(login)), ErrorCode::Forbidden);
        VERIFY_ERROR(MonitoringRepository().statements(people.as(login), 1), ErrorCode::Forbidden);
    }
}

void MonitoringTest::showsNothingOfOtherDatabases()
{
    TestDatabase db;
    const TestDatabase other;
    const auto elsewhere = other.connect();
    const auto here = db.connect();
    const auto sessions = status(db.session()).sessions;
    const auto pidOf = [](Connection &connection) {
        return Query(connection, u"SELECT pg_backend_pid() AS pid"_s)
            .one([](const Row &row) { return static_cast<int>(row.integer("pid")); })
            .value();
    };
    QVERIFY(std::ranges::find(sessions, pidOf(*here), &DatabaseSession::pid) != sessions.end());
    QVERIFY(std::ranges::find(sessions, pidOf(*elsewhere), &DatabaseSession::pid) == sessions.end());
}

void MonitoringTest::writesDownThatTheDoctorWasThere()
{
    TestDatabase db;
    Colleagues people(db);
    const QString ada = people.add(u"ada"_s, {.role = Role::Administrator});
    const auto report = m_services.monitoring.runDoctor(people.as(ada));
    VERIFY_RESULT(report);
    QVERIFY(report->isClean());
    const auto visit = status(db.session()).doctor;
    QVERIFY(visit);
    QCOMPARE(visit->login, ada);
    QCOMPARE(visit->checks, static_cast<int>(report->checks.size()));
    QCOMPARE(visit->findings, 0);
    VERIFY_ERROR(Query(people.as(ada), u"DELETE FROM seatledger.doctor_run"_s).exec(), ErrorCode::Forbidden);
}

void MonitoringTest::knowsTheLastBackupThatWasVerified()
{
    TestDatabase db;
    db.sql(u"INSERT INTO seatledger.backup_record (event, backup, place, taken_at, bytes, schema_version, "
           "audit_position, audit_head) SELECT 'verified', gen_random_uuid(), '/b/' || days, "
           "now() - days * interval '1 day', 1000, 80, 0, decode(repeat('00', 32), 'hex') "
           "FROM unnest(ARRAY[3, 9]) days"_s);
    const auto backup = status(db.session()).backup;
    QVERIFY(backup);
    QCOMPARE(backup->place, u"/b/3"_s);
    QVERIFY(backup->happenedAt.isValid());
    const auto signs = signsOf(status(db.session()));
    QCOMPARE(std::ranges::find(signs, u"backup"_s, &HealthSign::name)->health, Health::Watch);
}

void MonitoringTest::theDoctorTellsHowFarItIs()
{
    TestDatabase db;
    QStringList checks;
    int last = -1;
    const auto report = m_services.monitoring.runDoctor(db.session(),
                                                        [&](int done, int all, const QString &check) {
                                                            QVERIFY(done == last + 1 && done < all);
                                                            last = done;
                                                            checks += check;
                                                        });
    VERIFY_RESULT(report);
    QCOMPARE(static_cast<std::size_t>(checks.size()), report->checks.size());
    QCOMPARE(checks.last(), u"audit_chain"_s);
}

void MonitoringTest::judgesWhatItSees_data()
{
    QTest::addColumn<QString>("sign");
    QTest::addColumn<SystemStatus>("status");
    QTest::addColumn<Health>("health");
    const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    SystemStatus good{.server = {.at = now, .startedAt = now, .connections = 10, .maxConnections = 100}};
    good.doctor = DoctorVisit{.at = now, .checks = 20};
    good.backup = BackupRecord{.takenAt = now, .happenedAt = now};
    const auto row = [&](const char *name, const QString &sign, Health health, auto change) {
        SystemStatus status = good;
        change(status);
        QTest::newRow(name) << sign << status << health;
    };
    row("room", u"connections"_s, Health::Good, [](SystemStatus &) {});
    row("full", u"connections"_s, Health::Bad, [](SystemStatus &s) { s.server.connections = 97; });
    row("filling", u"connections"_s, Health::Watch, [](SystemStatus &s) { s.server.connections = 85; });
    row("doctor never", u"doctor"_s, Health::Watch, [](SystemStatus &s) { s.doctor.reset(); });
    row("doctor found", u"doctor"_s, Health::Bad, [](SystemStatus &s) { s.doctor->findings = 1; });
    row("doctor long ago", u"doctor"_s, Health::Watch,
        [&](SystemStatus &s) { s.doctor->at = now.addDays(-8); });
    row("no backup", u"backup"_s, Health::Watch, [](SystemStatus &s) { s.backup.reset(); });
    row("old backup", u"backup"_s, Health::Bad,
        [&](SystemStatus &s) { s.backup->takenAt = now.addDays(-9); });
    row("long transaction", u"transactions"_s, Health::Bad, [&](SystemStatus &s) {
        s.sessions = {{.pid = 1, .connectedAt = now, .transactionAt = now.addSecs(-7200)}};
    });
    row("waits", u"waits"_s, Health::Bad, [&](SystemStatus &s) {
        s.sessions = {{.pid = 1, .blockedBy = {2}, .connectedAt = now, .queryAt = now.addSecs(-60)}};
    });
    row("replica behind", u"replicas"_s, Health::Bad,
        [](SystemStatus &s) { s.replicas = {{.name = u"b"_s, .behindMs = 400'000.0}}; });
    row("sees not all", u"sight"_s, Health::Watch, [](SystemStatus &s) { s.server.seesAll = false; });
}

void MonitoringTest::judgesWhatItSees()
{
    QFETCH(QString, sign);
    QFETCH(SystemStatus, status);
    QFETCH(Health, health);
    const auto signs = signsOf(status);
    const auto found = std::ranges::find(signs, sign, &HealthSign::name);
    QVERIFY(found != signs.end());
    QCOMPARE(found->health, health);
    QVERIFY(!found->words.isEmpty());
    QCOMPARE(healthOf(signs), health); // all else is well
}

void MonitoringTest::spansAreShort()
{
    QCOMPARE(spanText(59), u"59 s"_s);
    QCOMPARE(spanText(3 * 60 + 5), u"3 min 5 s"_s);
    QCOMPARE(spanText(2 * 3600 + 20 * 60), u"2 h 20 min"_s);
    QCOMPARE(spanText(50 * 3600), u"2 d 2 h"_s);
    QVERIFY(bytesText(3'500'000).contains(u"MB"_s));
}

} // namespace seatledger

QTEST_MAIN(seatledger::MonitoringTest)
#include "monitoringtest.moc"
