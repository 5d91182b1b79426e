// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspaceupgrade.h"

#include "core/workspace/fileerror.h"
#include "core/workspace/serverprocesses.h"
#include "core/workspace/upgradedraft.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

#include <cerrno>
#include <chrono>
#include <cstdio>
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

/// Nobody writes any more, and who came in meanwhile has to come again. A dump does not carry the setting.
Result<void> freeze(const Workspace &workspace)
{
    return runAt(workspace,
                 {u"ALTER DATABASE seatledger SET default_transaction_read_only = on"_s,
                  u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'seatledger'"_s});
}

void resume(Workspace &old, bool wasRunning)
{
    if (old.start())
        (void)runAt(old, {u"ALTER DATABASE seatledger RESET default_transaction_read_only"_s});
    if (!wasRunning)
        (void)old.stop(); // what is still to be done, the next start does
}

Result<QString> ask(const ConnectionSettings &settings, const BookSummary &summary)
{
    auto connection = Connection::open(settings);
    if (!connection)
        return std::unexpected(std::move(connection).error());
    return summary(**connection);
}

Result<void> requireSame(const QString &before, const QString &after)
{
    if (before == after)
        return {};
    return failure(
        ErrorCode::RuleBroken,
        text(QT_TRANSLATE_NOOP("Workspace", "The book is not the same after the move: %1 before, %2 after. "
                                            "The old cluster goes on."))
            .arg(before, after),
        {{u"reason"_s, u"upgrade_differs"_s}});
}

/// Answers the data folder that the workspace has from then on.
Result<QString> move(Workspace &old, const BookSummary &summary, WorkspaceOptions options)
{
    if (auto frozen = freeze(old); !frozen)
        return std::unexpected(std::move(frozen).error());
    const auto before = ask(old.settings(), summary);
    if (!before)
        return std::unexpected(before.error());
    const auto dump = old.dumps().take();
    if (!dump)
        return std::unexpected(dump.error());
    auto draft = UpgradeDraft::fill(old.location(), *dump, options);
    if (!draft)
        return std::unexpected(std::move(draft).error());
    const auto after = ask(draft->settings(), summary);
    if (!after)
        return std::unexpected(after.error());
    if (auto same = requireSame(*before, *after); !same)
        return std::unexpected(std::move(same).error());
    if (auto stopped = old.stop(); !stopped)
        return std::unexpected(std::move(stopped).error());
    return draft->putInPlace();
}

/// When the server last noted down where its data stands.
QDateTime lastWritten(const QString &dataFolder)
{
    return QFileInfo(dataFolder + u"/global/pg_control"_s).lastModified().toUTC();
}

QString momentText(const QDateTime &moment)
{
    return moment.isValid() ? moment.toString(u"yyyy-MM-dd HH:mm 'UTC'"_s) : u"?"_s;
}

/// Nobody starts, stops or uses the workspace as long as these are held.
Result<std::pair<FileLock, FileLock>> closeToOthers(const WorkspaceLocation &location,
                                                    const QString &dataFolder)
{
    auto lock = FileLock::acquire(location.lockFile(), FileLock::Kind::Exclusive, std::chrono::seconds(60));
    if (!lock)
        return std::unexpected(std::move(lock).error());
    auto share = FileLock::acquire(location.shareFile(), FileLock::Kind::Exclusive, std::chrono::seconds(0));
    const bool isInUse = !ServerProcesses(dataFolder).atWork().isEmpty()
                         || (!share && share.error().code == ErrorCode::Busy);
    if (isInUse)
        return failure(
            ErrorCode::Busy,
            text(QT_TRANSLATE_NOOP("Workspace",
                                   "The server of the old data in %1 still runs, or a program has it "
                                   "open. Close that program or end the server, then try again."))
                .arg(dataFolder),
            {{u"reason"_s, u"workspace_in_use"_s}, {u"file"_s, dataFolder}});
    if (!share)
        return std::unexpected(std::move(share).error());
    return std::pair(*std::move(lock), *std::move(share));
}

Result<QString> putAside(const QString &dataFolder)
{
    QString kept = dataFolder + u".kept-"_s
                   + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    if (rename(QFile::encodeName(dataFolder).constData(), QFile::encodeName(kept).constData()) != 0)
        return std::unexpected(fileError(errno, dataFolder));
    return kept;
}

} // namespace

Result<WorkspaceUpgrade> upgradeWorkspace(const QString &nameOrFolder, const BookSummary &summary,
                                          WorkspaceOptions options)
{
    auto old = Workspace::openOrCreate(nameOrFolder, options);
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
    if (auto started = old->startAlone(); !started)
        return std::unexpected(std::move(started).error());
    const auto moved = move(*old, summary, options);
    if (!moved) {
        resume(*old, status->state == ClusterState::Running);
        return std::unexpected(moved.error());
    }
    return WorkspaceUpgrade{.from = status->postgresMajor,
                            .to = newest->majorVersion(),
                            .oldFolder = status->dataFolder,
                            .newFolder = *moved};
}

Error postgresGone(const WorkspaceLocation &location, int major)
{
    const auto newer = PostgresBinaries::newest();
    const auto dump = DumpStore::newestIn(location.dumpFolder());
    const QDateTime written = lastWritten(location.clusterFolder(major));
    QJsonObject facts{{u"reason"_s, u"postgres_gone"_s},
                      {u"postgres_major"_s, major},
                      {u"file"_s, location.clusterFolder(major)}};
    const QString gone = text(QT_TRANSLATE_NOOP(
                                  "Workspace",
                                  "The workspace %2 is of PostgreSQL %1, which is not installed on this "
                                  "machine any more. Install the package postgresql-%1 again, and nothing "
                                  "is lost."))
                             .arg(major)
                             .arg(location.folder());
    if (!dump || !newer || newer->majorVersion() <= major)
        return {ErrorCode::NotFound, gone, facts};
    facts.insert(u"newer_major"_s, newer->majorVersion());
    facts.insert(u"dump"_s, dump->takenAt.toString(Qt::ISODate));
    facts.insert(u"written_at"_s, written.toString(Qt::ISODate));
    const QString anew = text(QT_TRANSLATE_NOOP(
                                  "Workspace",
                                  "Or make the book anew on PostgreSQL %1 from its last dump, of %2: "
                                  "what was entered after that is then in the old data alone (last "
                                  "written %3), which is kept. `seatledgerctl workspace upgrade "
                                  "--from-dump` does it."))
                             .arg(newer->majorVersion())
                             .arg(momentText(dump->takenAt), momentText(written));
    return {ErrorCode::NotFound, gone + u' ' + anew, facts};
}

Result<WorkspaceRevival> reviveWorkspace(const QString &nameOrFolder, WorkspaceOptions options)
{
    const auto location = WorkspaceLocation::resolve(nameOrFolder);
    if (!location)
        return std::unexpected(location.error());
    const QList<int> majors = location->clusterMajors();
    if (majors.isEmpty())
        return failure(
            ErrorCode::NotFound,
            text(QT_TRANSLATE_NOOP("Workspace", "There is no workspace in %1.")).arg(location->folder()));
    const int major = majors.front();
    if (PostgresBinaries::ofMajor(major))
        return failure(
            ErrorCode::InvalidInput,
            text(QT_TRANSLATE_NOOP("Workspace",
                                   "PostgreSQL %1 of this workspace is installed: `seatledgerctl workspace "
                                   "upgrade` moves it without losing anything."))
                .arg(major),
            {{u"postgres_major"_s, major}});
    Error gone = postgresGone(*location, major);
    const auto dump = DumpStore::newestIn(location->dumpFolder());
    if (!dump || !gone.details.contains("newer_major"_L1))
        return std::unexpected(std::move(gone));
    const QString dataFolder = location->clusterFolder(major);
    const auto closed = closeToOthers(*location, dataFolder);
    if (!closed)
        return std::unexpected(closed.error());
    auto draft = UpgradeDraft::fill(*location, *dump, options);
    if (!draft)
        return std::unexpected(std::move(draft).error());
    WorkspaceRevival revival{.from = major,
                             .to = gone.details.value("newer_major"_L1).toInt(),
                             .takenAt = dump->takenAt,
                             .writtenAt = lastWritten(dataFolder)};
    // in this order: without any cluster the workspace would pass for a new one
    if (auto placed = draft->putInPlace(); !placed)
        return std::unexpected(std::move(placed).error());
    auto kept = putAside(dataFolder);
    if (!kept)
        return std::unexpected(std::move(kept).error());
    revival.keptFolder = *std::move(kept);
    return revival;
}

Result<QStringList> discardOldClusters(const QString &nameOrFolder)
{
    const auto location = WorkspaceLocation::resolve(nameOrFolder);
    if (!location)
        return std::unexpected(location.error());
    QStringList gone;
    const QList<int> majors = location->clusterMajors();
    for (const int major : majors) {
        const QString folder = location->clusterFolder(major);
        if (major == majors.front())
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
