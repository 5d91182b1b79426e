// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backupfiller.h"

#include "core/db/migrationfiles.h"
#include "core/db/migrator.h"
#include "core/services/backuptools.h"
#include "core/workspace/toolprocess.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Backup", source);
}

std::unexpected<Error> differs(const QString &what, qint64 expected, qint64 found)
{
    return failure(ErrorCode::RuleBroken,
                   text(QT_TRANSLATE_NOOP("Backup", "The backup is not whole: restored, %1 has %2 and not "
                                                    "%3. Use another backup."))
                       .arg(what)
                       .arg(found)
                       .arg(expected),
                   {{u"reason"_s, u"counts_differ"_s},
                    {u"subject"_s, what},
                    {u"expected"_s, expected},
                    {u"found"_s, found}});
}

Error withFindings(const DoctorReport &report)
{
    QJsonArray findings;
    for (const DoctorFinding &finding : report.findings)
        findings.append(QJsonObject{{u"check"_s, finding.check},
                                    {u"subject"_s, finding.subject},
                                    {u"expected"_s, finding.expected},
                                    {u"found"_s, finding.found}});
    const DoctorFinding &first = report.findings.front();
    return {
        ErrorCode::RuleBroken,
        text(QT_TRANSLATE_NOOP("Backup", "Restored, the book in the backup does not add up: %1, %2: "
                                         "expected %3, found %4. Use an older backup, or look at the book "
                                         "itself with `doctor`."))
            .arg(first.check, first.subject, first.expected, first.found),
        {{u"reason"_s, u"findings"_s}, {u"findings"_s, findings}}};
}

} // namespace

Result<int> newestKnownSchema()
{
    const auto files = readMigrations(Migrator::defaultFolder());
    if (!files)
        return std::unexpected(files.error());
    return files->empty() ? 0 : files->back().version;
}

Result<void> requireKnownSchema(const BackupManifest &manifest)
{
    const auto newest = newestKnownSchema();
    if (!newest)
        return std::unexpected(newest.error());
    if (manifest.audit.schemaVersion <= *newest)
        return {};
    return failure(
        ErrorCode::VersionMismatch,
        text(QT_TRANSLATE_NOOP("Backup", "The backup is newer than this program: its schema is %1, "
                                         "this one's is %2. Use Seatledger %3 or newer."))
            .arg(manifest.audit.schemaVersion)
            .arg(*newest)
            .arg(manifest.product),
        {{u"reason"_s, u"backup_newer"_s},
         {u"schema_version"_s, manifest.audit.schemaVersion},
         {u"program_schema_version"_s, *newest}});
}

BackupFiller::BackupFiller(const StoredBackup &backup, PostgresBinaries binaries,
                           const BackupRepository &backups, const DoctorApplicationService &doctor,
                           const BackupRun &run)
    : m_backup(backup), m_binaries(std::move(binaries)), m_repository(backups), m_doctor(doctor), m_run(run)
{}

Result<FilledBook> BackupFiller::fill(const ConnectionSettings &database, const Actor &actor,
                                      const QString &roomOf) const
{
    auto opened = Connection::open(database);
    if (!opened)
        return std::unexpected(std::move(opened).error());
    FilledBook filled{.connection = *std::move(opened)};
    filled.connection->setCancelToken(m_run.cancel);
    if (auto made = restoreLogins(*filled.connection); !made)
        return std::unexpected(std::move(made).error());
    if (auto restored = restoreData(filled.connection->settings(), roomOf); !restored)
        return std::unexpected(std::move(restored).error());
    Session session(*filled.connection, actor);
    if (auto same = compare(session); !same)
        return std::unexpected(std::move(same).error());
    const auto migrated = migrate(*filled.connection);
    if (!migrated)
        return std::unexpected(migrated.error());
    filled.migratedTo = *migrated;
    if (auto settled = m_repository.settleLogins(session); !settled)
        return std::unexpected(std::move(settled).error());
    auto report = examine(session);
    if (!report)
        return std::unexpected(std::move(report).error());
    filled.report = *std::move(report);
    return filled;
}

Result<void> BackupFiller::restoreLogins(Connection &connection) const
{
    QFile file(m_backup.path(backupLoginsName()));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Forbidden, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    return m_repository.restoreLogins(connection, file.readAll());
}

Result<void> BackupFiller::restoreData(const ConnectionSettings &database, const QString &roomOf) const
{
    static const QRegularExpression table(u"finished item \\d+ TABLE DATA (\\S+)"_s);
    qint64 all = 0;
    for (const qint64 count : m_backup.manifest.rows)
        all += count;
    qint64 done = 0;
    m_run.tell(BackupStep::Restore, 0, all);
    const auto said = runTool(
        {.program = m_binaries.program(u"pg_restore"_s),
         .arguments = {u"--exit-on-error"_s, u"--verbose"_s, u"--no-password"_s, u"--jobs=2"_s, u"--dbname"_s,
                       database.toUri(), m_backup.path(backupArchiveName())},
         .password = database.password,
         .cancel = m_run.cancel,
         .heard = [&](const QString &line) {
             if (const auto match = table.match(line); match.hasMatch())
                 m_run.tell(BackupStep::Restore, done += m_backup.manifest.rows.value(match.captured(1)),
                            all);
         }});
    if (!said)
        return std::unexpected(said.error());
    return said->exitCode == 0 ? Result<void>() : toolFailed(u"pg_restore"_s, *said, roomOf);
}

/// Before anything is brought up to date: as it was backed up.
Result<void> BackupFiller::compare(Session &session) const
{
    m_run.tell(BackupStep::Count);
    const BackupManifest &manifest = m_backup.manifest;
    const auto found = m_repository.facts(session);
    if (!found)
        return std::unexpected(found.error());
    for (const auto &[name, count] : manifest.rows.asKeyValueRange()) {
        if (found->rows.value(name, -1) != count)
            return differs(name, count, found->rows.value(name, -1));
    }
    if (found->audit.schemaVersion != manifest.audit.schemaVersion)
        return differs(u"schema_version"_s, manifest.audit.schemaVersion, found->audit.schemaVersion);
    if (found->audit.head == manifest.audit.head && found->audit.position == manifest.audit.position)
        return {};
    return failure(ErrorCode::RuleBroken,
                   text(QT_TRANSLATE_NOOP("Backup", "The backup is not whole: restored, its audit chain ends "
                                                    "elsewhere than the manifest says. Use another "
                                                    "backup.")),
                   {{u"reason"_s, u"counts_differ"_s}, {u"subject"_s, u"audit_head"_s}});
}

Result<int> BackupFiller::migrate(Connection &connection) const
{
    const auto newest = newestKnownSchema();
    if (!newest || *newest == m_backup.manifest.audit.schemaVersion)
        return newest ? Result<int>(0) : newest;
    m_run.tell(BackupStep::Migrate);
    const auto applied = Migrator(connection).up();
    return applied ? Result<int>(*newest) : std::unexpected(applied.error());
}

Result<DoctorReport> BackupFiller::examine(Session &session) const
{
    m_run.tell(BackupStep::Examine);
    auto report = m_doctor.examine(session);
    if (!report || report->isClean())
        return report;
    return std::unexpected(withFindings(*report));
}

} // namespace seatledger
