// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connection.h"
#include "core/db/query.h"
#include "core/workspace/serverprocesses.h"
#include "core/workspace/workspace.h"
#include "tests/support/verify.h"
#include "tests/support/workspacehome.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <memory>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace seatledger;

/// Starting a workspace whose server was killed, at once and whatever it left behind.
class WorkspaceCrashTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(useAsWorkspaceHome(m_home)); }
    void init()
    {
        auto workspace = Workspace::openOrCreate(u"crash"_s, m_options);
        VERIFY_RESULT(workspace);
        m_workspace = std::make_unique<Workspace>(*std::move(workspace));
        VERIFY_RESULT(m_workspace->start());
        QVERIFY(
            run(u"DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n"_s));
    }
    void cleanup() { m_workspace.reset(); }
    void cleanupTestCase() { VERIFY_RESULT(Workspace::openOrCreate(u"crash"_s)->destroy()); }

    void startsAtOnceAfterTheServerWasKilled();
    void stopsAtOnceAfterTheServerWasKilled();
    void waitsForAStatementThatOutlivesTheServer();
    void saysWhoKeepsItFromStarting();
    void startsWhenNobodyCollectsTheDead();
    void startsWhenAnotherProgramGotItsNumber();
    void leavesTheLockOfARunningServerAlone();
    void givesUpTheStatementOfAClientThatWasKilled();

private:
    [[nodiscard]] QString dataFolder() const { return m_workspace->status()->dataFolder; }
    [[nodiscard]] ServerProcesses processes() const { return ServerProcesses(dataFolder()); }
    [[nodiscard]] QString lockFile() const { return dataFolder() + u"/postmaster.pid"_s; }
    [[nodiscard]] QString socketLockFile() const
    {
        return m_workspace->location().socketFolder() + u"/.s.PGSQL.5432.lock"_s;
    }

    [[nodiscard]] qint64 postmaster() const
    {
        QFile file(lockFile());
        return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
    }

    void killPostmaster() const { QCOMPARE(::kill(static_cast<pid_t>(postmaster()), SIGKILL), 0); }

    bool run(const QString &sql) const
    {
        const auto connection = Connection::open(m_workspace->settings());
        return connection && (*connection)->execScript(u"SET synchronous_commit = on; "_s + sql);
    }

    /// The one number that a query answers; an error fails the test and is -1.
    [[nodiscard]] qint64 number(const QString &query) const
    {
        const auto answer = [&]() -> Result<qint64> {
            const auto connection = Connection::open(m_workspace->settings());
            if (!connection)
                return std::unexpected(connection.error());
            return Query(**connection, query).one([](const Row &row) { return row.integer("n"); });
        }();
        if (!answer)
            QTest::qFail(describe(answer.error()).constData(), __FILE__, __LINE__);
        return answer.value_or(-1);
    }

    [[nodiscard]] qint64 kept() const { return number(u"SELECT count(*) AS n FROM kept"_s); }

    [[nodiscard]] qint64 locksOnKept() const
    {
        return number(u"SELECT count(*) AS n FROM pg_locks WHERE relation = 'kept'::regclass"_s);
    }

    /// A statement that computes so long without looking whether its server still lives.
    [[nodiscard]] std::jthread busyStatement(const QString &rows) const
    {
        return std::jthread([settings = m_workspace->settings(), rows] {
            if (const auto connection = Connection::open(settings))
                std::ignore = (*connection)
                                  ->execScript(
                                      u"INSERT INTO kept SELECT count(*) FROM (SELECT generate_series(1, "_s
                                      + rows + u")) s"_s);
        });
    }

    [[nodiscard]] bool isBusy() const
    {
        return number(u"SELECT count(*) AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE "
                      "'INSERT INTO kept%'"_s)
               == 1;
    }

    /// Writes another process's number into the lock files that a killed server left.
    void giveItsNumberTo(qint64 process) const
    {
        for (const QString &name : {lockFile(), socketLockFile()}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QByteArray contents = file.readAll();
            contents.replace(0, contents.indexOf('\n'), QByteArray::number(process));
            QVERIFY(file.resize(0) && file.seek(0) && file.write(contents) > 0);
        }
    }

    // the processes are killed, not the machine: what they wrote stays, on disk or not
    const WorkspaceOptions m_options{.durable = false, .patience = 15s};
    QTemporaryDir m_home{QDir::tempPath() + u"/seatledger-c-XXXXXX"_s};
    std::unique_ptr<Workspace> m_workspace;
};

void WorkspaceCrashTest::startsAtOnceAfterTheServerWasKilled()
{
    for (int round = 0; round < 3; ++round) {
        killPostmaster();
        VERIFY_RESULT(m_workspace->start());
        QCOMPARE(kept(), 1000);
    }
}

void WorkspaceCrashTest::stopsAtOnceAfterTheServerWasKilled()
{
    killPostmaster();
    VERIFY_RESULT(m_workspace->stop());
    QCOMPARE(m_workspace->status()->state, ClusterState::Stopped);
    QCOMPARE(processes().atWork(), QList<qint64>());
    VERIFY_RESULT(m_workspace->start());
    QCOMPARE(kept(), 1000);
}

void WorkspaceCrashTest::waitsForAStatementThatOutlivesTheServer()
{
    const std::jthread statement = busyStatement(u"12000000"_s);
    QTRY_VERIFY(isBusy());
    killPostmaster();
    QVERIFY(!processes().atWork().isEmpty());
    VERIFY_RESULT(m_workspace->start());
    const qint64 rows = kept();
    QVERIFY2(rows == 1000 || rows == 1001, qPrintable(QString::number(rows)));
}

void WorkspaceCrashTest::saysWhoKeepsItFromStarting()
{
    const std::jthread statement = busyStatement(u"1000000000"_s);
    QTRY_VERIFY(isBusy());
    killPostmaster();
    auto impatient = Workspace::openOrCreate(u"crash"_s, {.durable = false, .patience = 300ms});
    VERIFY_RESULT(impatient);
    QTRY_COMPARE(processes().atWork().size(), 1);
    const qint64 orphan = processes().atWork().front();

    const auto refused = impatient->start();
    VERIFY_ERROR(refused, ErrorCode::Busy);
    QCOMPARE(refused.error().details.value("reason"_L1).toString(), u"server_killed"_s);
    QCOMPARE(refused.error().details.value("processes"_L1).toArray(), QJsonArray{orphan});
    for (const QString &fact : {QString::number(orphan), dataFolder()})
        QVERIFY2(refused.error().message.contains(fact), qPrintable(refused.error().message));

    QCOMPARE(::kill(static_cast<pid_t>(orphan), SIGTERM), 0); // what the message says one may do
    VERIFY_RESULT(impatient->start());
    QCOMPARE(kept(), 1000);
}

void WorkspaceCrashTest::startsWhenNobodyCollectsTheDead()
{
    VERIFY_RESULT(m_workspace->stop());
    // from here on the server's parent is this program, as it is where a program is a container's first
    // process; and this program collects nothing
    QCOMPARE(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
    VERIFY_RESULT(m_workspace->start());
    const qint64 dead = postmaster();
    killPostmaster();
    QTRY_VERIFY(!processes().isAtWork(dead));
    QCOMPARE(::kill(static_cast<pid_t>(dead), 0), 0);
    QCOMPARE(m_workspace->status()->state, ClusterState::Stopped);
    VERIFY_RESULT(m_workspace->start());
    QCOMPARE(kept(), 1000);
    QCOMPARE(prctl(PR_SET_CHILD_SUBREAPER, 0), 0);
}

void WorkspaceCrashTest::startsWhenAnotherProgramGotItsNumber()
{
    killPostmaster();
    QTRY_COMPARE(processes().atWork(), QList<qint64>());
    QProcess other;
    other.setChildProcessModifier([] { // of the account that the server runs as
        if (const passwd *account = geteuid() == 0 ? getpwnam("postgres") : nullptr) {
            if (setuid(account->pw_uid) != 0)
                _exit(126);
        }
    });
    other.start(u"/bin/sleep"_s, {u"60"_s});
    QVERIFY(other.waitForStarted());
    giveItsNumberTo(other.processId());

    QCOMPARE(m_workspace->status()->state, ClusterState::Stopped);
    VERIFY_RESULT(m_workspace->start());
    QCOMPARE(kept(), 1000);
    QCOMPARE(other.state(), QProcess::Running);
    other.kill();
    QVERIFY(other.waitForFinished());
}

void WorkspaceCrashTest::leavesTheLockOfARunningServerAlone()
{
    const qint64 running = postmaster();
    VERIFY_RESULT(m_workspace->start());
    auto second = Workspace::openOrCreate(u"crash"_s, m_options);
    VERIFY_RESULT(second);
    VERIFY_RESULT(second->start());
    QCOMPARE(postmaster(), running);
    QVERIFY(processes().isAtWork(running));
    QVERIFY(!processes().isAtWork(QCoreApplication::applicationPid()));
}

void WorkspaceCrashTest::givesUpTheStatementOfAClientThatWasKilled()
{
    QProcess psql;
    psql.start(u"psql"_s, {u"-Xqc"_s, u"BEGIN; LOCK TABLE kept; SELECT pg_sleep(600)"_s, m_workspace->uri()});
    QTRY_COMPARE(locksOnKept(), 1);
    psql.kill();
    QVERIFY(psql.waitForFinished());
    QTRY_COMPARE_WITH_TIMEOUT(locksOnKept(), 0, 20'000);
}

QTEST_GUILESS_MAIN(WorkspaceCrashTest)
#include "workspacecrashtest.moc"
