// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspaceupgrade.h"

#include "core/workspace/postgrescluster.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Workspace", source);
}

/// Statements of the server, one by one, on a connection of their own: a database's settings are for those
/// that come later.
Result<void> runAt(const Workspace &workspace, std::initializer_list<QString> statements)
{
    ConnectionSettings settings = workspace.settings();
    settings.database = u"postgres"_s;
    auto connection = Connection::open(settings);
    if (!connection)
        return std::unexpected(std::move(connection).error());
    for (const QString &statement : statements) {
        if (auto done = (*connection)->execScript(statement); !done)
            return done;
    }
    return {};
}

/// Nobody writes any more, and who was connected has to come again. A dump does not carry the setting.
Result<void> freeze(const Workspace &workspace)
{
    return runAt(workspace,
                 {u"ALTER DATABASE seatledger SET default_transaction_read_only = on"_s,
                  u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'seatledger'"_s});
}

Result<QString> ask(const Workspace &workspace, const BookSummary &summary)
{
    auto connection = Connection::open(workspace.settings());
    if (!connection)
        return std::unexpected(std::move(connection).error());
    return summary(**connection);
}

Result<void> createCluster(const WorkspaceLocation &location, const PostgresBinaries &binaries)
{
    const auto account = ServerAccount::current();
    if (!account)
        return std::unexpected(account.error());
    const PostgresCluster cluster({.name = location.name(),
                                   .dataFolder = location.clusterFolder(binaries.majorVersion()),
                                   .socketFolder = location.socketFolder(),
                                   .logFile = location.logFile()},
                                  binaries, *account);
    return cluster.create();
}

/// The cluster of the newest version is what the workspace opens from then on, and it fills itself from the
/// last dump.
Result<void> fillAndCompare(const WorkspaceLocation &location, const QString &before,
                            const BookSummary &summary)
{
    auto fresh = Workspace::openOrCreate(location.folder());
    if (!fresh)
        return std::unexpected(std::move(fresh).error());
    auto started = fresh->start();
    const auto after = started ? ask(*fresh, summary) : Result<QString>(std::unexpected(started.error()));
    if (after && *after == before)
        return {};
    (void)fresh->stop(); // the first failure is what counts
    if (!after)
        return std::unexpected(after.error());
    return failure(
        ErrorCode::RuleBroken,
        text(QT_TRANSLATE_NOOP("Workspace", "The book is not the same after the move: %1 before, %2 after. "
                                            "The old cluster goes on."))
            .arg(before, *after),
        {{u"reason"_s, u"upgrade_differs"_s}});
}

Result<void> move(Workspace &old, const PostgresBinaries &binaries, const BookSummary &summary)
{
    if (auto frozen = freeze(old); !frozen)
        return frozen;
    const auto before = ask(old, summary);
    if (!before)
        return std::unexpected(before.error());
    if (auto dump = old.dumps().take(); !dump)
        return std::unexpected(std::move(dump).error());
    if (auto stopped = old.stop(); !stopped)
        return stopped;
    if (auto created = createCluster(old.location(), binaries); !created)
        return created;
    auto same = fillAndCompare(old.location(), *before, summary);
    if (!same)
        QDir(old.location().clusterFolder(binaries.majorVersion())).removeRecursively();
    return same;
}

} // namespace

Result<WorkspaceUpgrade> upgradeWorkspace(const QString &nameOrFolder, const BookSummary &summary)
{
    auto old = Workspace::openOrCreate(nameOrFolder);
    if (!old)
        return std::unexpected(std::move(old).error());
    const auto status = old->status();
    if (!status)
        return std::unexpected(status.error());
    const auto newest = PostgresBinaries::newest();
    if (!newest)
        return std::unexpected(newest.error());
    if (newest->majorVersion() <= status->postgresMajor)
        return failure(
            ErrorCode::InvalidInput,
            text(QT_TRANSLATE_NOOP("Workspace", "The workspace is on PostgreSQL %1 already, and no newer "
                                                "one is installed here."))
                .arg(status->postgresMajor),
            {{u"postgres_major"_s, status->postgresMajor}});
    if (auto started = old->start(); !started)
        return std::unexpected(std::move(started).error());
    if (auto moved = move(*old, *newest, summary); !moved) {
        if (old->start())
            (void)runAt(*old, {u"ALTER DATABASE seatledger RESET default_transaction_read_only"_s});
        return std::unexpected(std::move(moved).error());
    }
    return WorkspaceUpgrade{.from = status->postgresMajor,
                            .to = newest->majorVersion(),
                            .oldFolder = status->dataFolder,
                            .newFolder = old->location().clusterFolder(newest->majorVersion())};
}

Result<QStringList> discardOldClusters(const QString &nameOrFolder)
{
    const auto current = Workspace::openOrCreate(nameOrFolder);
    if (!current)
        return std::unexpected(current.error());
    const auto status = current->status();
    if (!status)
        return std::unexpected(status.error());
    QStringList gone;
    for (const int major : current->location().clusterMajors()) {
        const QString folder = current->location().clusterFolder(major);
        if (major >= status->postgresMajor)
            continue;
        if (!QDir(folder).removeRecursively())
            return failure(
                ErrorCode::Forbidden,
                text(QT_TRANSLATE_NOOP("Workspace", "Not everything in %1 could be deleted.")).arg(folder),
                {{u"file"_s, folder}});
        gone.append(folder);
    }
    return gone;
}

} // namespace seatledger
