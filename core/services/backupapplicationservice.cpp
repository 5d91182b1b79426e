// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backupapplicationservice.h"

#include "core/services/backupfiller.h"
#include "core/services/backuprestorer.h"
#include "core/services/backupwriter.h"
#include "core/services/refusalinwords.h"
#include "core/workspace/scratchcluster.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMap>
#include <QStorageInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

Q_DECLARE_LOGGING_CATEGORY(backupLog)

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Backup", source);
}

/// Known before anything is restored.
Result<void> requireRoom(const BackupManifest &manifest, const QString &folder)
{
    const QStorageInfo storage(folder);
    if (!storage.isValid() || storage.bytesAvailable() >= manifest.databaseBytes)
        return {};
    constexpr double megabyte = 1024.0 * 1024.0;
    return failure(
        ErrorCode::StorageFull,
        text(QT_TRANSLATE_NOOP("Backup", "Restored, the book needs about %1 MB, and the disk of %2 "
                                         "has %3 MB free. Make room there, or choose another place."))
            .arg(static_cast<double>(manifest.databaseBytes) / megabyte, 0, 'f', 0)
            .arg(folder)
            .arg(static_cast<double>(storage.bytesAvailable()) / megabyte, 0, 'f', 0),
        {{u"file"_s, folder}, {u"bytes_needed"_s, manifest.databaseBytes}});
}

Result<StoredBackup> wholeBackup(const QString &folder, const BackupRun &run)
{
    auto backup = openBackup(folder);
    if (!backup)
        return backup;
    if (auto known = requireKnownSchema(backup->manifest); !known)
        return std::unexpected(std::move(known).error());
    const auto read = [&run](qint64 done, qint64 all) { run.tell(BackupStep::Check, done, all); };
    if (auto checked = checkParts(*backup, run.cancel, read); !checked)
        return std::unexpected(std::move(checked).error());
    return backup;
}

/// One that nobody has used yet, for a backup that this program can read.
Result<WorkspaceLocation> freeLocation(const QString &name, const QString &folder)
{
    const auto backup = openBackup(folder);
    if (!backup)
        return std::unexpected(backup.error());
    if (auto known = requireKnownSchema(backup->manifest); !known)
        return std::unexpected(std::move(known).error());
    auto location = WorkspaceLocation::resolve(name);
    if (!location)
        return location;
    const QDir dumps(location->dumpFolder());
    if (!location->clusterMajors().isEmpty() || !dumps.isEmpty())
        return failure(
            ErrorCode::Conflict,
            text(QT_TRANSLATE_NOOP("Backup", "There is a workspace %1 already (%2). Choose another "
                                             "name."))
                .arg(location->name(), location->folder()),
            {{u"reason"_s, u"workspace_exists"_s}, {u"field"_s, u"name"_s}});
    QDir above(location->folder());
    while (!above.exists() && above.cdUp()) {}
    if (auto room = requireRoom(backup->manifest, above.absolutePath()); !room)
        return std::unexpected(std::move(room).error());
    return location;
}

Actor examiner()
{
    return {u"seatledger"_s, OperationSource::Job};
}

} // namespace

BackupApplicationService::BackupApplicationService(const BackupRepository &backups,
                                                   const OperationRepository &operations,
                                                   const DoctorApplicationService &doctor,
                                                   const AccessApplicationService &access)
    : m_backups(backups), m_operations(operations), m_doctor(doctor), m_access(access)
{}

Result<StoredBackup> BackupApplicationService::create(Session &session, const QString &folder,
                                                      const BackupRun &run) const
{
    return BackupWriter(m_backups, run).write(session, folder);
}

Result<VerifiedBackup> BackupApplicationService::verify(const QString &folder, const BackupRun &run,
                                                        const QString &scratch) const
{
    auto backup = wholeBackup(folder, run);
    if (!backup)
        return std::unexpected(std::move(backup).error());
    const BackupManifest &manifest = backup->manifest;
    if (auto room = requireRoom(manifest, scratch.isEmpty() ? QDir::tempPath() : scratch); !room)
        return std::unexpected(std::move(room).error());
    const auto cluster = ScratchCluster::start(std::max(manifest.postgres, manifest.tools), scratch);
    if (!cluster)
        return std::unexpected(cluster.error());
    const BackupFiller filler(*backup, (*cluster)->binaries(), m_backups, m_doctor, run);
    // template1 is as empty as a new one
    auto filled = filler.fill((*cluster)->settings(u"template1"_s), examiner(), (*cluster)->folder());
    if (!filled)
        return std::unexpected(std::move(filled).error());
    filled->connection.reset();
    VerifiedBackup verified{*backup, std::move(filled->report), filled->migratedTo};
    const BackupProof proof{.backup = manifest.id,
                            .verifiedAt = QDateTime::currentDateTimeUtc(),
                            .product = QStringLiteral(SEATLEDGER_VERSION),
                            .checks = static_cast<int>(verified.report.checks.size())};
    verified.isProofKept = writeProof(verified.backup, proof).has_value();
    verified.backup.proof = proof;
    return verified;
}

Result<Booked<BackupRecord>> BackupApplicationService::record(Session &session,
                                                              const StoredBackup &backup) const
{
    return operate(session, u"record a verified backup", [&](Session &) -> Result<Booked<BackupRecord>> {
        if (auto may = m_access.require(session, Action::ManageSettings); !may)
            return std::unexpected(std::move(may).error());
        if (!backup.proof)
            return failure(ErrorCode::RuleBroken,
                           text(QT_TRANSLATE_NOOP("Backup", "The backup was not verified.")),
                           {{u"reason"_s, u"not_verified"_s}});
        const QString summary = text(QT_TRANSLATE_NOOP("Backup", "The backup of %1 was verified"))
                                    .arg(backup.manifest.takenAt.toString(Qt::ISODate));
        const auto operation = m_operations.begin(session, u"verify_backup"_s, summary);
        if (!operation)
            return std::unexpected(operation.error());
        auto made = m_backups.add(session, BackupEvent::Verified, backup.manifest, backup.folder);
        if (!made)
            return std::unexpected(std::move(made).error());
        return Booked<BackupRecord>{*std::move(made), *operation};
    });
}

Result<std::optional<BackupRecord>> BackupApplicationService::lastVerified(Session &session) const
{
    auto newest = m_backups.newest(session, BackupEvent::Verified);
    if (!newest && newest.error().code == ErrorCode::Forbidden)
        return std::nullopt;
    return newest;
}

Result<RestoredBook> BackupApplicationService::restore(const QString &folder,
                                                       const ConnectionSettings &target, const Actor &actor,
                                                       const RestoreOptions &options,
                                                       const BackupRun &run) const
{
    auto backup = wholeBackup(folder, run);
    if (!backup)
        return std::unexpected(std::move(backup).error());
    RestoreOptions where = options;
    if (where.safetyFolder.isEmpty())
        where.safetyFolder = QFileInfo(backup->folder).absolutePath();
    return BackupRestorer(m_backups, m_operations, m_doctor, run).restore(*backup, target, actor, where);
}

Result<RestoredBook> BackupApplicationService::restoreIntoWorkspace(const QString &folder,
                                                                    const QString &name, const Actor &actor,
                                                                    const BackupRun &run) const
{
    if (const auto location = freeLocation(name, folder); !location)
        return std::unexpected(location.error());
    auto workspace = Workspace::openOrCreate(name);
    if (!workspace)
        return std::unexpected(std::move(workspace).error());
    const auto started = workspace->start();
    auto restored = started ? restore(folder, workspace->settings(), actor, {}, run)
                            : Result<RestoredBook>(std::unexpected(started.error()));
    if (!restored) {
        if (auto gone = workspace->destroy(); !gone)
            qCWarning(backupLog) << "A workspace is left behind:" << gone.error().message;
        return restored;
    }
    if (auto left = workspace->leave(); !left)
        qCWarning(backupLog) << "The workspace keeps running:" << left.error().message;
    return restored;
}

Result<BackupOverview> BackupApplicationService::overview(Session &session, const QString &folder) const
{
    if (auto may = m_access.require(session, Action::ManageSettings); !may)
        return std::unexpected(std::move(may).error());
    const auto book = m_backups.bookId(session);
    if (!book)
        return std::unexpected(book.error());
    const auto schema = newestKnownSchema();
    if (!schema)
        return std::unexpected(schema.error());
    auto backups = QFileInfo::exists(folder) ? listBackups(folder) : std::vector<ListedBackup>();
    if (!backups)
        return std::unexpected(std::move(backups).error());
    BackupOverview overview{.backups = *std::move(backups),
                            .book = *book,
                            .database = session.connection().settings().database,
                            .schemaVersion = *schema};
    if (auto owns = m_backups.requireOwner(session); !owns)
        overview.refusal = std::move(owns).error();
    return overview;
}

Result<std::vector<ListedBackup>> BackupApplicationService::list(const QString &folder) const
{
    return listBackups(folder);
}

Result<PrunedBackups> BackupApplicationService::prune(const QString &folder, const BackupRetention &retention,
                                                      bool dryRun) const
{
    const auto listed = listBackups(folder);
    if (!listed)
        return std::unexpected(listed.error());
    QMap<QString, std::vector<StoredBackup>> books;
    for (const ListedBackup &entry : *listed) {
        if (entry.backup)
            books[entry.backup->manifest.audit.book].push_back(*entry.backup);
    }
    PrunedBackups pruned;
    for (const auto &backups : std::as_const(books)) {
        std::vector<BackupAge> ages;
        for (const StoredBackup &backup : backups)
            ages.push_back({backup.manifest.takenAt, backup.proof.has_value()});
        const auto superfluous = superfluousBackups(ages, retention);
        for (std::size_t place = 0; place < backups.size(); ++place) {
            const bool goes = std::ranges::find(superfluous, place) != superfluous.end();
            if (auto gone = goes && !dryRun ? removeBackup(backups[place]) : Result<void>(); !gone)
                return std::unexpected(std::move(gone).error());
            (goes ? pruned.removed : pruned.kept).push_back(backups[place]);
        }
    }
    return pruned;
}

} // namespace seatledger
