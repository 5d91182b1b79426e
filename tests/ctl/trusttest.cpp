// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QFile>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// The workspace, its schema, samples, exports and proofs by command.
class TrustTest final : public QObject
{
    Q_OBJECT

private slots:
    void aWorkspaceIsOnlyMadeByStarting();
    void startingMakesAWholeBook();
    void theSchemaGoesBackAndForth();
    void theSampleIsClean();
    void exportsAreCsv_data();
    void exportsAreCsv();
    void aFullDiskIsReported();
    void aClosedPipeIsNoError();
    void interruptingLeavesNothing();
    void damageIsFound();
    void strangersAreRefused();
    void aNewerBookIsRefused();
    void stoppingStops();

private:
    [[nodiscard]] CtlRun sql(const QString &statement) const;

    CtlRunner m_ctl;
};

CtlRun TrustTest::sql(const QString &statement) const
{
    return m_ctl.shell(u"psql -qAtv ON_ERROR_STOP=1 \"$($CTL workspace uri)\" -c \"%1\""_s.arg(statement));
}

void TrustTest::aWorkspaceIsOnlyMadeByStarting()
{
    const CtlRun run = m_ctl.json({u"workspace"_s, u"status"_s});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.error().value(u"details"_s).toObject().value(u"state"_s).toString(), u"missing"_s);
    QVERIFY(!QFile::exists(m_ctl.home() + u"/default"_s));
}

void TrustTest::startingMakesAWholeBook()
{
    const CtlRun started = m_ctl.json({u"workspace"_s, u"start"_s});
    QVERIFY2(started.exitCode == 0, started.err.constData());
    QCOMPARE(m_ctl.json({u"workspace"_s, u"status"_s}).object().value(u"state"_s).toString(), u"running"_s);
    const CtlRun counted = sql(u"SELECT count(*) FROM seatledger.member"_s);
    QVERIFY2(counted.exitCode == 0, counted.err.constData());
    QCOMPARE(counted.out, "0\n");
}

void TrustTest::theSchemaGoesBackAndForth()
{
    QCOMPARE(m_ctl.run({u"migrate"_s, u"down"_s}).exitCode, 0);
    const CtlRun older = m_ctl.json({u"member"_s, u"list"_s});
    QCOMPARE(older.exitCode, 3);
    QCOMPARE(older.error().value(u"code"_s).toString(), u"version_mismatch"_s);
    const CtlRun up = m_ctl.json({u"migrate"_s, u"up"_s});
    QVERIFY2(up.exitCode == 0, up.err.constData());
    QCOMPARE(up.object().value(u"versions"_s).toArray().size(), 1);
    QVERIFY(m_ctl.json({u"workspace"_s, u"status"_s}).object().value(u"newest_dump"_s).toString()
            != u"none"_s);
    QVERIFY(m_ctl.json({u"migrate"_s, u"up"_s}).object().value(u"versions"_s).toArray().isEmpty());
    QCOMPARE(m_ctl.run({u"migrate"_s, u"down"_s, u"99"_s}).exitCode, 2);
    for (const QJsonValue state : m_ctl.json({u"migrate"_s, u"status"_s}).array())
        QVERIFY(state.toObject().value(u"applied_at"_s).isString());
}

void TrustTest::theSampleIsClean()
{
    const QStringList sample{u"sample"_s,        u"--members"_s, u"50"_s,     u"--licenses"_s, u"20"_s,
                             u"--assignments"_s, u"200"_s,       u"--seed"_s, u"7"_s};
    const CtlRun filled = m_ctl.json(sample);
    QVERIFY2(filled.exitCode == 0, filled.err.constData());
    QCOMPARE(filled.object().value(u"assignments"_s).toInt(), 200);
    QCOMPARE(filled.object().value(u"operators"_s).toInt(), 6); // the workspace's logins are nobody else's
    const CtlRun doctor = m_ctl.json({u"doctor"_s});
    QVERIFY2(doctor.exitCode == 0, doctor.out.constData());
    QVERIFY(doctor.object().value(u"clean"_s).toBool());
    const CtlRun audit = m_ctl.json({u"audit"_s, u"verify"_s});
    QVERIFY2(audit.exitCode == 0, audit.err.constData());
    QCOMPARE(audit.object().value(u"head"_s).toString().size(), 64);
    QCOMPARE(m_ctl.run(sample).exitCode, 1);
    QCOMPARE(m_ctl.run({u"advance"_s}).exitCode, 0);
    QCOMPARE(m_ctl.json({u"audit"_s, u"list"_s, u"--limit"_s, u"3"_s}).array().size(), 3);
}

void TrustTest::exportsAreCsv_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("rows");
    QTest::newRow("members") << u"members"_s << 50;
    QTest::newRow("licenses") << u"licenses"_s << 20;
    QTest::newRow("assignments") << u"assignments"_s << 200;
}

void TrustTest::exportsAreCsv()
{
    QFETCH(QString, list);
    QFETCH(int, rows);
    const CtlRun streamed = m_ctl.run({u"export"_s, list});
    QVERIFY2(streamed.exitCode == 0, streamed.err.constData());
    QCOMPARE(streamed.out.count("\r\n"), rows + 1);
    const QString path = m_ctl.home() + u"/list.csv"_s;
    const CtlRun written = m_ctl.json({u"export"_s, list, u"--output"_s, path});
    QCOMPARE(written.object().value(u"rows"_s).toInt(), rows);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), streamed.out);
    QCOMPARE(m_ctl.run({u"export"_s, list, u"--output"_s, u"/not/there/x.csv"_s}).exitCode, 2);
}

void TrustTest::aFullDiskIsReported()
{
    for (const QString &command : {u"member list"_s, u"export members"_s, u"--json doctor"_s}) {
        const CtlRun run = m_ctl.shell(u"$CTL %1 > /dev/full"_s.arg(command));
        QVERIFY2(run.exitCode == 1, qPrintable(command));
        QVERIFY(!run.err.isEmpty());
    }
}

void TrustTest::aClosedPipeIsNoError()
{
    for (const QString &command : {u"member list"_s, u"export assignments"_s}) {
        const CtlRun run = m_ctl.shell(u"set -o pipefail; $CTL %1 | true"_s.arg(command));
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.isEmpty(), run.err.constData());
    }
}

void TrustTest::interruptingLeavesNothing()
{
    const CtlRun run = m_ctl.shell(
        u"export CTL; setsid $CTL --workspace other workspace start >/dev/null; "
        "$CTL --workspace other sample --members 5000 --licenses 500 --assignments 300000 & "
        "sleep 2; kill -TERM $!; wait $!"_s);
    QVERIFY2(run.exitCode == 130, run.err.constData());
    QVERIFY(m_ctl.json({u"--workspace"_s, u"other"_s, u"member"_s, u"list"_s}).array().isEmpty());
}

void TrustTest::damageIsFound()
{
    const CtlRun damaged = sql(u"SET session_replication_role = replica; UPDATE seatledger.license_seats SET "
                               u"promised = promised + 1 "
                               "WHERE license_id = (SELECT min(license_id) FROM seatledger.license_seats)"_s);
    QVERIFY2(damaged.exitCode == 0, damaged.err.constData());
    const CtlRun doctor = m_ctl.json({u"doctor"_s});
    QCOMPARE(doctor.exitCode, 1);
    QVERIFY(!doctor.object().value(u"findings"_s).toArray().isEmpty());
}

void TrustTest::strangersAreRefused()
{
    const CtlRun made = sql(u"CREATE ROLE stranger LOGIN"_s);
    QVERIFY2(made.exitCode == 0, made.err.constData());
    const CtlRun run = m_ctl.shell(
        u"uri=$($CTL workspace uri); $CTL --json --database \"${uri/seatledger_owner/stranger}\" member list"_s);
    QVERIFY2(run.exitCode == 4, run.err.constData());
    QCOMPARE(run.error().value(u"code"_s).toString(), u"forbidden"_s);
}

void TrustTest::aNewerBookIsRefused()
{
    const CtlRun newer = sql(u"INSERT INTO seatledger.schema_version (version, name, checksum) "
                             "VALUES (9999, 'future', repeat('0', 64))"_s);
    QVERIFY2(newer.exitCode == 0, newer.err.constData());
    for (const QString &command : {u"member list"_s, u"migrate up"_s}) {
        const CtlRun run = m_ctl.json(command.split(u' '));
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(run.error().value(u"code"_s).toString(), u"version_mismatch"_s);
    }
}

void TrustTest::stoppingStops()
{
    QCOMPARE(m_ctl.run({u"workspace"_s, u"stop"_s}).exitCode, 0);
    QCOMPARE(m_ctl.json({u"workspace"_s, u"status"_s}).object().value(u"state"_s).toString(), u"stopped"_s);
}

QTEST_GUILESS_MAIN(TrustTest)
#include "trusttest.moc"
