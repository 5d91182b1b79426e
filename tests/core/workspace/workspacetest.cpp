// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"

#include "core/db/connection.h"
#include "core/db/query.h"
#include "tests/support/verify.h"
#include "tests/support/workspacehome.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace seatledger;

namespace {

QString serverQuery()
{
    return u"SELECT pg_postmaster_start_time()::text AS x"_s;
}

/// The rest of this program: what another program does that shares the workspace. Prints the server's process
/// and holds its share until its input ends.
int joinWorkspace(const QString &name)
{
    auto workspace = Workspace::openOrCreate(name, {.durable = false});
    if (!workspace || !workspace->start())
        return 1;
    const auto connection = Connection::open(workspace->settings());
    if (!connection)
        return 2;
    const auto server = Query(**connection, serverQuery()).one([](const Row &row) { return row.text("x"); });
    QFile out;
    if (!server || !out.open(stdout, QIODevice::WriteOnly))
        return 3;
    out.write(server->toUtf8() + '\n');
    out.close();
    getchar();
    return workspace->leave() ? 0 : 4;
}

std::unique_ptr<QProcess> startOther(const QString &name)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationFilePath(), {u"--join"_s, name});
    return process;
}

QByteArray serverOf(QProcess &process)
{
    while (!process.canReadLine() && process.waitForReadyRead(60'000)) {}
    return process.readLine();
}

} // namespace

class WorkspaceTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(useAsWorkspaceHome(m_home)); }

    void cleanup()
    {
        for (const QString &name : QDir(m_home.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (name != "run"_L1)
                VERIFY_RESULT(Workspace::openOrCreate(name)->destroy());
        }
    }

    void isAsTheDesignSays()
    {
        auto workspace = started(u"design"_s);
        QVERIFY(workspace);
        const auto connection = Connection::open(workspace->settings());
        VERIFY_RESULT(connection);
        const auto setting = [&](const QString &name) {
            return Query(**connection, u"SELECT current_setting($1) AS x"_s)
                .bind(name)
                .one([](const Row &row) { return row.text("x"); })
                .value_or(QString());
        };
        QCOMPARE(setting(u"listen_addresses"_s), QString());
        QCOMPARE(setting(u"data_checksums"_s), u"on"_s);
        QCOMPARE(setting(u"server_encoding"_s), u"UTF8"_s);
        QCOMPARE(setting(u"lc_collate"_s), u"C.UTF-8"_s);
        QCOMPARE(setting(u"fsync"_s), u"on"_s);
        QCOMPARE(setting(u"full_page_writes"_s), u"on"_s);
        QCOMPARE(setting(u"synchronous_commit"_s), u"on"_s);
        QCOMPARE(setting(u"recovery_init_sync_method"_s), u"syncfs"_s);
        QCOMPARE(setting(u"jit"_s), u"off"_s);
        QCOMPARE(setting(u"checkpoint_timeout"_s), u"15min"_s);
        const qint64 pages =
            Query(**connection,
                  u"SELECT setting::bigint AS x FROM pg_settings WHERE name = 'shared_buffers'"_s)
                .one([](const Row &row) { return row.integer("x"); })
                .value_or(0);
        QVERIFY(pages >= 128 * 128 && pages <= 512 * 128);
        QCOMPARE(setting(u"client_connection_check_interval"_s), u"2s"_s);
        QCOMPARE(workspace->settings().user, u"seatledger_owner"_s);
        QCOMPARE(QFileInfo(workspace->location().socketFolder()).permissions() & QFile::Permissions(0x0077),
                 QFile::Permissions());
    }

    void ordersNamesAsPeopleLookThemUp()
    {
        auto workspace = started(u"order"_s);
        QVERIFY(workspace);
        QCOMPARE(ask(*workspace,
                     u"SELECT string_agg(name, ', ' ORDER BY name) AS x FROM (VALUES ('Zoe'), ('adam'), "
                     "('Åke'), ('de Vries'), ('Dehmel'), ('Licence 10'), ('Licence 9'), ('Борис'), "
                     "('张伟'), ('安娜'), ('李雷')) names (name)"_s),
                 u"adam, Åke, de Vries, Dehmel, Licence 9, Licence 10, Zoe, Борис, 安娜, 李雷, 张伟"_s);
    }

    void runsPsqlOnItsAddress()
    {
        auto workspace = started(u"psql"_s);
        QVERIFY(workspace);
        QProcess psql;
        psql.start(u"psql"_s,
                   {u"-XAtc"_s, u"SELECT current_user || '@' || current_database()"_s, workspace->uri()});
        QVERIFY(psql.waitForFinished());
        QCOMPARE(psql.readAllStandardOutput().trimmed(), "seatledger_owner@seatledger");
    }

    void tellsItsState()
    {
        auto workspace = Workspace::openOrCreate(u"state"_s, m_fast);
        VERIFY_RESULT(workspace);
        QCOMPARE(workspace->status()->state, ClusterState::Stopped);
        VERIFY_RESULT(workspace->start());
        VERIFY_RESULT(workspace->start());
        QCOMPARE(workspace->status()->state, ClusterState::Running);
        QVERIFY(workspace->status()->postgresMajor >= 15);
        VERIFY_RESULT(workspace->stop());
        VERIFY_RESULT(workspace->stop());
        QCOMPARE(workspace->status()->state, ClusterState::Stopped);
    }

    void keepsDataFromRunToRun()
    {
        {
            auto workspace = started(u"kept"_s);
            QVERIFY(run(*workspace, u"CREATE TABLE kept AS SELECT 7 AS n"_s));
            VERIFY_RESULT(workspace->leave());
        }
        auto again = started(u"kept"_s);
        QCOMPARE(ask(*again, u"SELECT n::text AS x FROM kept"_s), u"7"_s);
    }

    void theLastOneOutStopsIt()
    {
        auto first = started(u"shared"_s);
        auto second = started(u"shared"_s);
        QCOMPARE(first->leave().value(), false);
        QCOMPARE(second->status()->state, ClusterState::Running);
        QCOMPARE(second->leave().value(), true);
        QCOMPARE(second->status()->state, ClusterState::Stopped);
        QCOMPARE(second->leave().value(), false);
    }

    void programsStartingAtOnceShareOneCluster() { QVERIFY(!serverOfFourStartingAtOnce().isEmpty()); }

    void programsStartingAtOnceAfterACrashShareOneCluster()
    {
        auto workspace = started(u"race"_s);
        QVERIFY(workspace);
        const QString killed = ask(*workspace, serverQuery());
        killPostmaster(*workspace);
        const QByteArray server = serverOfFourStartingAtOnce();
        QVERIFY(!server.isEmpty());
        QVERIFY(server.trimmed() != killed.toUtf8());
    }

    void aProgramThatCrashesLosesItsShare()
    {
        const auto other = startOther(u"crash"_s);
        QVERIFY(!serverOf(*other).isEmpty());
        auto mine = started(u"crash"_s);
        other->kill();
        QVERIFY(other->waitForFinished());
        QCOMPARE(mine->status()->state, ClusterState::Running);
        QCOMPARE(mine->leave().value(), true);
    }

    void comesBackAfterTheServerWasKilled()
    {
        auto workspace = Workspace::openOrCreate(u"killed"_s);
        VERIFY_RESULT(workspace);
        VERIFY_RESULT(workspace->start());
        QVERIFY(run(*workspace, u"CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n"_s));
        killPostmaster(*workspace);
        VERIFY_RESULT(workspace->start());
        QCOMPARE(ask(*workspace, u"SELECT count(*)::text AS x FROM kept"_s), u"1000"_s);
    }

    void startsOverWhatWasInterrupted()
    {
        auto workspace = Workspace::openOrCreate(u"interrupted"_s, m_fast);
        VERIFY_RESULT(workspace);
        const QString data = workspace->status()->dataFolder;
        QVERIFY(QDir().rename(data, data + u".new"_s)); // as if initdb had been interrupted
        workspace = Workspace::openOrCreate(u"interrupted"_s, m_fast);
        VERIFY_RESULT(workspace);
        VERIFY_RESULT(workspace->start());
        QVERIFY(
            run(*workspace, u"CREATE DATABASE seatledger_draft"_s)); // as if it had been interrupted later
        QCOMPARE(ask(*workspace, u"SELECT '1' AS x"_s), u"1"_s);
    }

    void saysWhyItCannotStart()
    {
        auto workspace = Workspace::openOrCreate(u"broken"_s, m_fast);
        VERIFY_RESULT(workspace);
        QFile configuration(workspace->status()->dataFolder + u"/postgresql.conf"_s);
        QVERIFY(configuration.open(QIODevice::Append));
        configuration.write("max_connections = many\n");
        configuration.close();
        const auto done = workspace->start();
        VERIFY_ERROR(done, ErrorCode::Internal);
        QVERIFY(done.error().message.contains("max_connections"_L1));
    }

    void takesVerifiedDumpsWhenTheyAreDue()
    {
        auto workspace = started(u"dumps"_s);
        const auto first = workspace->dumpIfOlderThan();
        VERIFY_RESULT(first);
        QVERIFY(first->has_value());
        VERIFY_RESULT(workspace->dumps().verify(**first));
        QCOMPARE(workspace->status()->newestDump.value(), (*first)->takenAt);
        const auto second = workspace->dumpIfOlderThan();
        VERIFY_RESULT(second);
        QVERIFY(!second->has_value());
        QVERIFY(workspace->dumpIfOlderThan(0s)->has_value());
    }

    void withoutADumpItAsksForTheOldVersion()
    {
        auto workspace = Workspace::openOrCreate(u"stuck"_s, m_fast);
        VERIFY_RESULT(workspace);
        makeOld(*workspace, 14);
        const auto refused = Workspace::openOrCreate(u"stuck"_s, m_fast);
        VERIFY_ERROR(refused, ErrorCode::NotFound);
        QVERIFY(refused.error().message.contains("14"_L1));
        QVERIFY(QDir(m_home.filePath(u"stuck"_s)).removeRecursively());
    }

private:
    /// What four programs that start the workspace "race" at once call the server, if they all agree.
    static QByteArray serverOfFourStartingAtOnce()
    {
        std::vector<std::unique_ptr<QProcess>> others;
        for (int i = 0; i < 4; ++i)
            others.push_back(startOther(u"race"_s));
        QSet<QByteArray> servers;
        for (const auto &other : others)
            servers.insert(serverOf(*other));
        bool allLeft = true;
        for (const auto &other : others) {
            other->closeWriteChannel();
            allLeft = other->waitForFinished() && other->exitCode() == 0 && allLeft;
        }
        return allLeft && servers.size() == 1 ? *servers.begin() : QByteArray();
    }

    static void killPostmaster(const Workspace &workspace)
    {
        QFile pidFile(workspace.status()->dataFolder + u"/postmaster.pid"_s);
        QVERIFY(pidFile.open(QIODevice::ReadOnly));
        QCOMPARE(::kill(pidFile.readLine().trimmed().toInt(), SIGKILL), 0);
    }

    std::unique_ptr<Workspace> started(const QString &name)
    {
        auto workspace = Workspace::openOrCreate(name, name == "design"_L1 ? WorkspaceOptions() : m_fast);
        if (workspace) {
            if (const auto done = workspace->start(); done)
                return std::make_unique<Workspace>(*std::move(workspace));
            else
                QTest::qFail(describe(done.error()).constData(), __FILE__, __LINE__);
        } else {
            QTest::qFail(describe(workspace.error()).constData(), __FILE__, __LINE__);
        }
        return nullptr;
    }

    static bool run(const Workspace &workspace, const QString &sql)
    {
        const auto connection = Connection::open(workspace.settings());
        return connection && (*connection)->execScript(sql);
    }

    static QString ask(const Workspace &workspace, const QString &sql)
    {
        const auto connection = Connection::open(workspace.settings());
        if (!connection)
            return QString::fromUtf8(describe(connection.error()));
        return Query(**connection, sql).one([](const Row &row) { return row.text("x"); }).value_or(u"?"_s);
    }

    /// Leaves the cluster as one of a PostgreSQL that is not installed any more.
    static void makeOld(const Workspace &workspace, int major)
    {
        const QString data = workspace.status()->dataFolder;
        const QString old = workspace.location().clusterFolder(major);
        QVERIFY(QDir().rename(data, old));
        QFile version(old + u"/PG_VERSION"_s);
        QVERIFY(version.open(QIODevice::WriteOnly));
        version.write(QByteArray::number(major) + '\n');
    }

    const WorkspaceOptions m_fast{.durable = false};
    QTemporaryDir m_home{QDir::tempPath() + u"/seatledger-w-XXXXXX"_s};
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == "--join"_L1)
        return joinWorkspace(arguments[2]);
    WorkspaceTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "workspacetest.moc"
