// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/scratchcluster.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QUuid>

#include <algorithm>
#include <ranges>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

Q_LOGGING_CATEGORY(scratchLog, "seatledger.workspace.scratch", QtWarningMsg)

namespace {

constexpr qsizetype longestSocketPath = 107;

QString prefix()
{
    return u"seatledger-scratch-"_s;
}

PostgresCluster clusterIn(const QString &folder, const PostgresBinaries &binaries,
                          const ServerAccount &account)
{
    return PostgresCluster({.name = u"scratch"_s,
                            .dataFolder = folder + u"/data"_s,
                            .socketFolder = folder,
                            .logFile = folder + u"/log"_s,
                            .durable = false},
                           binaries, account);
}

Result<PostgresBinaries> binariesFor(int oldestMajor)
{
    const auto all = PostgresBinaries::installed(); // newest first
    const auto oldestFirst = all | std::views::reverse;
    const auto fits = std::ranges::find_if(oldestFirst, [&](const PostgresBinaries &one) {
        return one.majorVersion() >= std::max(oldestMajor, PostgresBinaries::oldestMajor);
    });
    return fits != oldestFirst.end() ? Result<PostgresBinaries>(*fits)
                                     : PostgresBinaries::ofMajor(oldestMajor);
}

void discard(const QString &folder, const PostgresCluster &cluster)
{
    const auto state = cluster.state();
    if (state && *state == ClusterState::Running)
        (void)cluster.stop(PostgresCluster::Shutdown::Immediate);
    QDir(folder).removeRecursively();
}

/// What programs left that were killed. Only what is this account's own: anybody may write where temporary
/// files are.
void sweep(const QString &parent, const PostgresBinaries &binaries, const ServerAccount &account)
{
    const QDir directory(parent);
    for (const QString &name : directory.entryList({prefix() + u'*'}, QDir::Dirs | QDir::NoSymLinks)) {
        const QString folder = directory.filePath(name);
        if (QFileInfo(folder).owner() != account.name())
            continue;
        if (const auto lock = FileLock::ofFolder(folder, FileLock::IfHeld::Refuse)) {
            qCInfo(scratchLog) << "Remove the cluster that was left in" << folder;
            discard(folder, clusterIn(folder, binaries, account));
        }
    }
}

Result<QString> freshFolder(const QString &parent, const ServerAccount &account)
{
    QString folder = parent + u'/' + prefix() + QUuid::createUuid().toString(QUuid::Id128).left(12);
    if (QFile::encodeName(folder + u"/.s.PGSQL.5432"_s).size() > longestSocketPath)
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("Workspace", "The path of %1 is too long for a socket. "
                                                                "Choose another folder.")
                           .arg(folder),
                       {{u"file"_s, folder}});
    if (auto made = account.makeFolder(folder); !made)
        return std::unexpected(std::move(made).error());
    return folder;
}

} // namespace

Result<std::unique_ptr<ScratchCluster>> ScratchCluster::start(int oldestMajor, const QString &folder)
{
    const QString parent = folder.isEmpty() ? QDir::tempPath() : QDir(folder).absolutePath();
    const auto account = ServerAccount::current();
    if (!account)
        return std::unexpected(account.error());
    const auto binaries = binariesFor(oldestMajor);
    if (!binaries)
        return std::unexpected(binaries.error());
    sweep(parent, *binaries, *account);
    auto made = freshFolder(parent, *account);
    if (!made)
        return std::unexpected(std::move(made).error());
    auto lock = FileLock::ofFolder(*made, FileLock::IfHeld::Refuse);
    if (!lock)
        return std::unexpected(std::move(lock).error());
    std::unique_ptr<ScratchCluster> scratch(
        new ScratchCluster(*made, *std::move(lock), clusterIn(*made, *binaries, *account)));
    if (auto created = scratch->m_cluster.create(); !created)
        return std::unexpected(std::move(created).error());
    if (auto started = scratch->m_cluster.start(); !started)
        return std::unexpected(std::move(started).error());
    return scratch;
}

ScratchCluster::ScratchCluster(QString folder, FileLock lock, PostgresCluster cluster)
    : m_folder(std::move(folder)), m_lock(std::move(lock)), m_cluster(std::move(cluster))
{}

ScratchCluster::~ScratchCluster()
{
    discard(m_folder, m_cluster);
}

ConnectionSettings ScratchCluster::settings(const QString &database) const
{
    ConnectionSettings settings;
    settings.host = m_folder;
    settings.port = PostgresCluster::socketPort;
    settings.database = database;
    settings.user = PostgresCluster::ownerRole();
    settings.applicationName = u"seatledger"_s;
    return settings;
}

} // namespace seatledger
