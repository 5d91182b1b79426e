// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Backups by command, as an administrator and a timer make them.
class BackupCommandTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isMadeVerifiedAndOnRecord();
    void isPutBackIntoAnotherWorkspace();
    void isRefusedWithAReason_data();
    void isRefusedWithAReason();
    void keepsWhatItIsTold();
    void leavesNothingWhenItIsEnded_data();
    void leavesNothingWhenItIsEnded();

private:
    [[nodiscard]] QString folder() const { return m_ctl.home() + u"/backups"_s; }
    [[nodiscard]] QStringList left() const
    {
        return QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] QByteArray sql(const QString &statement) const
    {
        return m_ctl.shell(u"psql -qAt \"$($CTL workspace uri)\" -c \"%1\""_s.arg(statement)).out.trimmed();
    }

    CtlRunner m_ctl;
    QString m_backup;
};

void BackupCommandTest::initTestCase()
{
    QVERIFY(m_ctl.startWithSample(20, 5, 50));
}

void BackupCommandTest::isMadeVerifiedAndOnRecord()
{
    const CtlRun made = m_ctl.json({u"backup"_s, u"create"_s, folder(), u"--verify"_s});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    m_backup = made.object().value(u"backup"_s).toString();
    QVERIFY(QFile::exists(m_backup + u"/manifest.json"_s));
    QVERIFY(made.object().value(u"verified_at"_s).isString());
    const QJsonArray listed = m_ctl.json({u"backup"_s, u"list"_s, folder()}).array();
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed[0].toObject().value(u"backup"_s).toString(), m_backup);
    QVERIFY(listed[0].toObject().value(u"problem"_s).isNull());
    QCOMPARE(sql(u"SELECT event || ' ' || backup FROM seatledger.backup_record"_s),
             "verified " + made.object().value(u"id"_s).toString().toLatin1());
    QVERIFY(m_ctl.run({u"audit"_s, u"list"_s, u"--kind"_s, u"verify_backup"_s}).out.contains("verified"));
}

void BackupCommandTest::isPutBackIntoAnotherWorkspace()
{
    const QStringList restore{u"--workspace"_s, u"second"_s, u"backup"_s, u"restore"_s, m_backup};
    const CtlRun restored = m_ctl.json(restore);
    QVERIFY2(restored.exitCode == 0, restored.err.constData());
    QVERIFY(restored.object().value(u"safety_backup"_s).isNull());
    const QStringList list{u"--workspace"_s, u"second"_s, u"member"_s, u"list"_s};
    QCOMPARE(m_ctl.json(list).array().size(), 20);
    const CtlRun again = m_ctl.json(restore);
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(again.error().value(u"details"_s).toObject().value(u"reason"_s).toString(), u"not_empty"_s);
    const CtlRun replaced = m_ctl.json(
        restore + QStringList{u"--replace"_s, u"--safety-folder"_s, m_ctl.home() + u"/safety"_s});
    QVERIFY2(replaced.exitCode == 0, replaced.err.constData());
    QVERIFY(QFile::exists(replaced.object().value(u"safety_backup"_s).toString() + u"/manifest.json"_s));
    QCOMPARE(m_ctl.json(list).array().size(), 20);
}

void BackupCommandTest::isRefusedWithAReason_data()
{
    QTest::addColumn<QString>("damage"); // a line of shell in a copy of the backup
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("reason");
    QTest::newRow("truncated") << u"truncate -s -1 book.dump"_s << 1 << u"damaged"_s;
    QTest::newRow("changed") << u"printf x | dd of=book.dump bs=1 seek=500 conv=notrunc status=none"_s << 1
                             << u"damaged"_s;
    QTest::newRow("foreign") << u"rm manifest.json"_s << 2 << u"not_a_backup"_s;
}

void BackupCommandTest::isRefusedWithAReason()
{
    QFETCH(QString, damage);
    QFETCH(int, exitCode);
    QFETCH(QString, reason);
    const QString copy = m_ctl.home() + u"/copy"_s;
    QCOMPARE(m_ctl.shell(u"rm -rf %1 && cp -r %2 %1 && cd %1 && %3"_s.arg(copy, m_backup, damage)).exitCode,
             0);
    for (const QString &verb : {u"verify"_s, u"restore"_s}) {
        const CtlRun run = m_ctl.json({u"backup"_s, verb, copy});
        QCOMPARE(run.exitCode, exitCode);
        QCOMPARE(run.error().value(u"details"_s).toObject().value(u"reason"_s).toString(), reason);
    }
}

void BackupCommandTest::keepsWhatItIsTold()
{
    for (int i = 0; i < 2; ++i)
        QCOMPARE(m_ctl.run({u"backup"_s, u"create"_s, folder()}).exitCode, 0);
    QCOMPARE(left().size(), 3);
    const CtlRun trial = m_ctl.json(
        {u"backup"_s, u"prune"_s, folder(), u"--keep-last"_s, u"1"_s, u"--dry-run"_s});
    QCOMPARE(trial.object().value(u"removed"_s).toArray().size(), 1);
    QCOMPARE(left().size(), 3);
    QCOMPARE(m_ctl.run({u"backup"_s, u"prune"_s, folder()}).exitCode, 2);
    // the one that was verified is the oldest, and stays
    const CtlRun made = m_ctl.json({u"backup"_s, u"create"_s, folder(), u"--keep-last"_s, u"1"_s});
    QCOMPARE(made.object().value(u"removed"_s).toArray().size(), 2);
    QCOMPARE(left().size(), 2);
    QVERIFY(QFile::exists(m_backup));
}

void BackupCommandTest::leavesNothingWhenItIsEnded_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("interrupted") << SIGINT;
    QTest::newRow("terminated") << SIGTERM;
    QTest::newRow("killed") << SIGKILL;
}

void BackupCommandTest::leavesNothingWhenItIsEnded()
{
    QFETCH(int, signal);
    const QStringList before = left();
    // somebody holds a table, so that the dump waits in the middle
    const QString hold =
        u"(echo 'CREATE TABLE IF NOT EXISTS public.held (); BEGIN; LOCK TABLE public.held; SELECT 1;'; cat) | psql -qAt \"$($CTL workspace uri)\""_s;
    QProcess holder;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SEATLEDGER_HOME"_s, m_ctl.home());
    environment.insert(u"CTL"_s, CtlRunner::program());
    holder.setProcessEnvironment(environment);
    holder.start(u"/bin/bash"_s, {u"-c"_s, hold});
    QVERIFY(holder.waitForReadyRead(20'000));

    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(CtlRunner::program(), {u"backup"_s, u"create"_s, folder()});
    const QString waiting =
        u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ~ '^LOCK TABLE'"_s;
    QTRY_COMPARE_WITH_TIMEOUT(sql(waiting), "1"_ba, 20'000);
    ::kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(20'000));
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished(20'000));
    if (signal != SIGKILL)
        QCOMPARE(process.exitCode(), 130);
    else // what a killed one left, the next one takes away
        QCOMPARE(m_ctl.run({u"backup"_s, u"create"_s, folder(), u"--keep-last"_s, u"1"_s}).exitCode, 0);
    QCOMPARE(left().size(), before.size());
    QVERIFY(left().filter(u"partial"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(
        sql(u"SELECT count(*) FROM pg_stat_activity WHERE application_name ~ 'pg_dump|backup'"_s), "0"_ba,
        20'000);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::BackupCommandTest)
#include "backuptest.moc"
