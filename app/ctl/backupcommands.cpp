// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "core/domain/enums.h"
#include "core/services/backuponrecord.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct BackupArguments {
    std::string path; ///< of a backup, or of the folder that they are in
    BackupRetention retention;
    bool verify = false;
    bool record = false;
    bool dryRun = false;
    std::string scratch;
    RestoreOptions restore;
    std::string safetyFolder;
};

QString given(const std::string &text)
{
    return QString::fromStdString(text);
}

QString megabytes(qint64 bytes)
{
    return u"%1 MB"_s.arg(static_cast<double>(bytes) / 1e6, 0, 'f', 1);
}

QString ageText(const QDateTime &moment)
{
    const qint64 minutes = moment.secsTo(QDateTime::currentDateTimeUtc()) / 60;
    if (minutes < 120)
        return u"%1 min"_s.arg(minutes);
    return minutes < 48 * 60 ? u"%1 h"_s.arg(minutes / 60) : u"%1 days"_s.arg(minutes / 60 / 24);
}

QString stepText(const BackupProgress &progress)
{
    switch (progress.step) {
    case BackupStep::Dump:
        return u"dumping"_s;
    case BackupStep::Check:
        return u"reading"_s;
    case BackupStep::Restore:
        return u"restoring"_s;
    case BackupStep::Count:
        return u"counting"_s;
    case BackupStep::Migrate:
        return u"bringing the schema up to date"_s;
    case BackupStep::Examine:
        return u"examining"_s;
    case BackupStep::Sums:
        return u"counting for reports"_s;
    case BackupStep::Exchange:
        break;
    }
    return u"putting it in its place"_s;
}

BackupRun runOf(const Context &context)
{
    return {.cancel = context.cancelToken(), .progress = [&context](const BackupProgress &progress) {
                const QString share = progress.all > 0 ? u" %1 %"_s.arg(progress.done * 100 / progress.all)
                                                       : QString();
                context.output().progress(stepText(progress) + share);
            }};
}

QJsonObject json(const StoredBackup &backup)
{
    const BackupManifest &manifest = backup.manifest;
    const QDateTime &at = manifest.takenAt;
    return {{u"backup"_s, backup.folder},
            {u"id"_s, manifest.id},
            {u"taken_at"_s, at.toString(Qt::ISODate)},
            {u"age_seconds"_s, at.secsTo(QDateTime::currentDateTimeUtc())},
            {u"database"_s, manifest.database},
            {u"bytes"_s, manifest.bytes()},
            {u"schema_version"_s, manifest.audit.schemaVersion},
            {u"product_version"_s, manifest.product},
            {u"book"_s, manifest.audit.book},
            {u"audit_position"_s, manifest.audit.position},
            {u"audit_head"_s, QString::fromLatin1(manifest.audit.head.toHex())},
            {u"passwords"_s, manifest.hasPasswords},
            {u"verified_at"_s,
             backup.proof ? QJsonValue(backup.proof->verifiedAt.toString(Qt::ISODate)) : QJsonValue()}};
}

QJsonArray json(const std::vector<StoredBackup> &backups)
{
    QJsonArray array;
    for (const StoredBackup &backup : backups)
        array.append(json(backup));
    return array;
}

QJsonValue versionOrNull(int version)
{
    return version > 0 ? QJsonValue(version) : QJsonValue();
}

QString migratedText(const StoredBackup &backup, int migratedTo)
{
    return migratedTo > 0
               ? u"\nIts schema was %1; it was brought up to %2."_s.arg(backup.manifest.audit.schemaVersion)
                     .arg(migratedTo)
               : QString();
}

Result<VerifiedBackup> verified(Context &context, const QString &backup, const BackupArguments &arguments,
                                bool onRecord)
{
    const BackupApplicationService &backups = context.services().backups;
    const QString scratch = given(arguments.scratch);
    if (!onRecord) {
        auto found = backups.verify(backup, runOf(context), scratch);
        context.output().endProgress();
        return found;
    }
    auto found = verifyOnRecord(
        backups, [&context] { return context.session(); }, backup, runOf(context), scratch);
    context.output().endProgress();
    if (!found)
        return std::unexpected(std::move(found).error());
    if (found->notRecorded)
        return std::unexpected(*std::move(found->notRecorded));
    return std::move(found->verified);
}

Result<PrunedBackups> pruned(Context &context, const BackupArguments &arguments)
{
    return context.services().backups.prune(given(arguments.path), arguments.retention, arguments.dryRun);
}

Result<StoredBackup> written(Context &context, const BackupArguments &arguments)
{
    auto connection = context.connection();
    if (!connection)
        return std::unexpected(std::move(connection).error());
    Session session(**connection, Actor{context.actorName(), OperationSource::Command});
    auto made = context.services().backups.create(session, given(arguments.path), runOf(context));
    context.output().endProgress();
    return made;
}

Result<void> createBackup(Context &context, const BackupArguments &arguments)
{
    auto backup = written(context, arguments);
    if (!backup)
        return std::unexpected(std::move(backup).error());
    if (arguments.verify) {
        auto found = verified(context, backup->folder, arguments, true);
        if (!found)
            return std::unexpected(std::move(found).error());
        *backup = std::move(found->backup);
    }
    const auto gone = pruned(context, arguments);
    if (!gone)
        return std::unexpected(gone.error());
    QString text = u"%1: %2 of the book as of %3%4."_s.arg(
        backup->folder, megabytes(backup->manifest.bytes()), backup->manifest.takenAt.toString(Qt::ISODate),
        arguments.verify ? u", verified and on record"_s : QString());
    if (!gone->removed.empty())
        text += u"\nOlder ones deleted: %1."_s.arg(gone->removed.size());
    QJsonObject object = json(*backup);
    object.insert(u"removed"_s, json(gone->removed));
    context.output().result(text, object);
    return {};
}

Result<void> verifyBackup(Context &context, const BackupArguments &arguments)
{
    const auto found = verified(context, given(arguments.path), arguments, arguments.record);
    if (!found)
        return std::unexpected(found.error());
    QString text = u"%1 is whole: restored, counted and examined, %2 checks, nothing found.%3"_s
                       .arg(found->backup.folder)
                       .arg(found->report.checks.size())
                       .arg(migratedText(found->backup, found->migratedTo));
    if (!found->isProofKept)
        text += u"\nNothing can be written beside it, so lists will not show that it was verified."_s;
    QJsonObject object = json(found->backup);
    object.insert(u"checks"_s, qint64(found->report.checks.size()));
    object.insert(u"migrated_to"_s, versionOrNull(found->migratedTo));
    object.insert(u"recorded"_s, arguments.record);
    context.output().result(text, object);
    return {};
}

Result<void> restoreBackup(Context &context, const BackupArguments &arguments)
{
    const auto target = context.settings();
    if (!target)
        return std::unexpected(target.error());
    RestoreOptions options = arguments.restore;
    options.safetyFolder = given(arguments.safetyFolder);
    const Actor actor{context.actorName(), OperationSource::Command};
    const auto restored = context.services().backups.restore(given(arguments.path), *target, actor, options,
                                                             runOf(context));
    context.output().endProgress();
    if (!restored)
        return std::unexpected(restored.error());
    QString text = u"The book is as it was at %1; %2 checks made, nothing found.%3"_s
                       .arg(restored->backup.manifest.takenAt.toString(Qt::ISODate))
                       .arg(restored->report.checks.size())
                       .arg(migratedText(restored->backup, restored->migratedTo));
    if (restored->safety)
        text += u"\nWhat was there before: %1"_s.arg(restored->safety->folder);
    QJsonObject object = json(restored->backup);
    object.insert(u"checks"_s, qint64(restored->report.checks.size()));
    object.insert(u"migrated_to"_s, versionOrNull(restored->migratedTo));
    object.insert(u"safety_backup"_s, restored->safety ? QJsonValue(restored->safety->folder) : QJsonValue());
    context.output().result(text, object);
    return {};
}

QJsonObject listRow(const ListedBackup &entry)
{
    if (!entry.backup)
        return {{u"backup"_s, entry.folder}, {u"problem"_s, entry.backup.error().message}};
    QJsonObject row = json(*entry.backup);
    row.insert(u"age"_s, ageText(entry.backup->manifest.takenAt));
    row.insert(u"size"_s, megabytes(entry.backup->manifest.bytes()));
    row.insert(u"problem"_s, QJsonValue());
    return row;
}

Result<void> listBackups(Context &context, const BackupArguments &arguments)
{
    const auto found = context.services().backups.list(given(arguments.path));
    if (!found)
        return std::unexpected(found.error());
    QList<QJsonObject> rows;
    for (const ListedBackup &entry : *found)
        rows.append(listRow(entry));
    context.output().table({u"taken_at"_s, u"age"_s, u"size"_s, u"database"_s, u"schema_version"_s,
                            u"verified_at"_s, u"backup"_s, u"problem"_s},
                           rows);
    return {};
}

Result<void> pruneBackups(Context &context, const BackupArguments &arguments)
{
    if (!arguments.retention.keepsSomething())
        return failure(ErrorCode::InvalidInput,
                       u"Say how many to keep: --keep-last, --keep-daily, --keep-weekly, --keep-monthly."_s,
                       {{u"field"_s, u"keep_daily"_s}});
    const auto gone = pruned(context, arguments);
    if (!gone)
        return std::unexpected(gone.error());
    QString text = (arguments.dryRun ? u"%1 would be deleted, %2 kept."_s : u"%1 deleted, %2 kept."_s)
                       .arg(gone->removed.size())
                       .arg(gone->kept.size());
    for (const StoredBackup &backup : gone->removed)
        text += u"\n  "_s + backup.folder;
    context.output().result(text, {{u"removed"_s, json(gone->removed)},
                                   {u"kept"_s, json(gone->kept)},
                                   {u"dry_run"_s, arguments.dryRun}});
    return {};
}

void addRetention(CLI::App &command, BackupRetention &retention)
{
    const auto add = [&command](const char *name, int &count, const char *description) {
        command.add_option(name, count, description)->check(CLI::Range(0, 10'000));
    };
    add("--keep-last", retention.last, "Delete older ones, but keep so many of the newest");
    add("--keep-daily", retention.daily, "and the newest of each of so many days");
    add("--keep-weekly", retention.weekly, "and of so many weeks");
    add("--keep-monthly", retention.monthly,
        "and of so many months; the newest one that was verified always stays");
}

} // namespace

void addBackupCommands(CommandLine &line)
{
    CLI::App &family = addFamily(line, "backup", "Back up the book, prove it, put it back",
                                 "backup create /var/backups/seatledger --verify --keep-daily 7");
    auto arguments = std::make_shared<BackupArguments>();
    using Run = Result<void> (*)(Context &, const BackupArguments &);
    const auto add = [&](const char *name, const char *description, const char *example,
                         Run run) -> CLI::App & {
        CLI::App &command = addCommand(family, name, description, example);
        command.callback([&line, arguments, run] {
            line.action = [arguments, run](Context &context) { return run(context, *arguments); };
        });
        return command;
    };
    const auto addScratch = [&](CLI::App &command) {
        command.add_option("--scratch", arguments->scratch,
                           "Where the cluster is made in which it is restored (the temporary files)");
    };

    CLI::App &create = add("create", "Write a backup into a folder of backups; work goes on meanwhile",
                           "backup create /var/backups/seatledger --verify --keep-daily 7 --keep-weekly 4",
                           createBackup);
    create.add_option("FOLDER", arguments->path, "The folder of backups")->required();
    create.add_flag("--verify", arguments->verify, "Verify it and put that on the book's record");
    addScratch(create);
    addRetention(create, arguments->retention);

    CLI::App &verify = add("verify", "Restore a backup in a cluster of its own, count and examine it",
                           "backup verify /var/backups/seatledger/seatledger-20261127T020000000Z",
                           verifyBackup);
    verify.add_option("BACKUP", arguments->path, "The backup")->required();
    verify.add_flag("--record", arguments->record, "Put on the book's record that it was verified");
    addScratch(verify);

    CLI::App &restore = add("restore",
                            "Put a backup in the place of the book; examined before, or not at all",
                            "--workspace second backup restore "
                            "/var/backups/seatledger/seatledger-20261127T020000000Z",
                            restoreBackup);
    restore.add_option("BACKUP", arguments->path, "The backup")->required();
    restore.add_flag("--replace", arguments->restore.replace,
                     "Also in the place of a book that somebody has written in; it is backed up first");
    restore.add_option("--safety-folder", arguments->safetyFolder,
                       "Where that one is backed up (beside the backup)");

    CLI::App &list = add("list", "The backups in a folder: age, size, schema, when verified",
                         "backup list /var/backups/seatledger", listBackups);
    list.add_option("FOLDER", arguments->path, "The folder of backups")->required();

    CLI::App &prune = add("prune", "Delete old backups",
                          "backup prune /var/backups/seatledger --keep-daily 7 --keep-monthly 12 --dry-run",
                          pruneBackups);
    prune.add_option("FOLDER", arguments->path, "The folder of backups")->required();
    prune.add_flag("--dry-run", arguments->dryRun, "Only say which");
    addRetention(prune, arguments->retention);
}

} // namespace seatledger::ctl
