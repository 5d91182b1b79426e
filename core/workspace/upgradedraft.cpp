// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/upgradedraft.h"

#include "core/workspace/fileerror.h"
#include "core/workspace/postgrescluster.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <cerrno>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

Q_LOGGING_CATEGORY(upgradeLog, "seatledger.workspace.upgrade", QtWarningMsg)

namespace {

QString draftFolder(const WorkspaceLocation &location)
{
    return location.folder() + u"/upgrade"_s;
}

} // namespace

UpgradeDraft::UpgradeDraft(WorkspaceLocation target, std::unique_ptr<Workspace> draft)
    : m_target(std::move(target)), m_draft(std::move(draft))
{}

UpgradeDraft::UpgradeDraft(UpgradeDraft &&other) noexcept = default;

UpgradeDraft::~UpgradeDraft()
{
    if (!m_draft)
        return;
    if (auto gone = m_draft->destroy(); !gone)
        qCWarning(upgradeLog) << "A draft is left behind:" << gone.error().message;
}

Result<UpgradeDraft> UpgradeDraft::fill(const WorkspaceLocation &location, const Dump &dump,
                                        WorkspaceOptions options)
{
    const QString folder = draftFolder(location);
    auto made = Workspace::openOrCreate(folder, options);
    if (!made) {
        QDir(folder).removeRecursively();
        return std::unexpected(std::move(made).error());
    }
    UpgradeDraft draft(location, std::make_unique<Workspace>(*std::move(made)));
    if (auto started = draft.m_draft->start(); !started)
        return std::unexpected(std::move(started).error());
    if (auto filled = draft.m_draft->dumps().restore(dump, draft.settings().database); !filled)
        return std::unexpected(std::move(filled).error());
    return draft;
}

ConnectionSettings UpgradeDraft::settings() const
{
    return m_draft->settings();
}

Result<QString> UpgradeDraft::putInPlace()
{
    const auto status = m_draft->status();
    if (!status)
        return std::unexpected(status.error());
    if (auto stopped = m_draft->stop(); !stopped)
        return std::unexpected(std::move(stopped).error());
    QString place = m_target.clusterFolder(status->postgresMajor);
    if (rename(QFile::encodeName(status->dataFolder).constData(), QFile::encodeName(place).constData()) != 0)
        return std::unexpected(fileError(errno, place));
    return place;
}

void discardUpgradeDraft(const WorkspaceLocation &location, const PostgresBinaries &binaries,
                         const ServerAccount &account)
{
    if (!QDir(draftFolder(location)).exists())
        return;
    const auto draft = WorkspaceLocation::resolve(draftFolder(location));
    if (!draft)
        return;
    for (const int major : draft->clusterMajors()) {
        const PostgresCluster cluster({.name = draft->name(),
                                       .dataFolder = draft->clusterFolder(major),
                                       .socketFolder = draft->socketFolder(),
                                       .logFile = draft->logFile()},
                                      binaries, account);
        const auto state = cluster.state();
        if (state && *state != ClusterState::Running)
            continue;
        if (auto stopped = cluster.stop(PostgresCluster::Shutdown::Immediate); !stopped) {
            qCWarning(upgradeLog) << "What an upgrade left goes on:" << stopped.error().message;
            return;
        }
    }
    QDir(draft->folder()).removeRecursively();
    QDir(draft->socketFolder()).removeRecursively();
}

} // namespace seatledger
