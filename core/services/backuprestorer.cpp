// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backuprestorer.h"

#include "core/db/query.h"
#include "core/repositories/databaserepository.h"
#include "core/repositories/keptsums.h"
#include "core/services/backupwriter.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

Q_LOGGING_CATEGORY(backupLog, "seatledger.services.backup", QtWarningMsg)

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Backup", source);
}

ConnectionSettings databaseOf(ConnectionSettings settings, const QString &database)
{
    settings.database = database;
    return settings;
}

Result<int> majorOf(Connection &server)
{
    return Query(server, u"SELECT current_setting('server_version_num')::int / 10000 AS major"_s)
        .one([](const Row &row) { return static_cast<int>(row.integer("major")); });
}

/// The name that the book grows under, and the one that the old one has until it is dropped.
QString besides(const QString &database, const QString &suffix)
{
    constexpr qsizetype longestName = 63;
    return database.left(longestName - suffix.size()) + suffix;
}

std::unexpected<Error> refusedTarget(const QString &reason, const char *message, const QString &database)
{
    return failure(ErrorCode::RuleBroken, text(message).arg(database),
                   {{u"reason"_s, reason}, {u"database"_s, database}});
}

Result<void> mayReplace(DatabaseContent content, const QString &database, bool replace)
{
    if (content == DatabaseContent::SomethingElse)
        return refusedTarget(u"foreign_database"_s,
                             QT_TRANSLATE_NOOP("Backup", "The database %1 holds other things than a book. "
                                                         "Restore into a database of its own."),
                             database);
    if (content == DatabaseContent::Book && !replace)
        return refusedTarget(u"not_empty"_s,
                             QT_TRANSLATE_NOOP("Backup", "There is a book in the database %1 already. Say "
                                                         "--replace to put the backup in its place; it is "
                                                         "backed up first."),
                             database);
    return {};
}

} // namespace

BackupRestorer::BackupRestorer(const BackupRepository &backups, const OperationRepository &operations,
                               const DoctorApplicationService &doctor, const BackupRun &run)
    : m_backups(backups), m_operations(operations), m_doctor(doctor), m_run(run)
{}

Result<RestoredBook> BackupRestorer::restore(const StoredBackup &backup, const ConnectionSettings &target,
                                             const Actor &actor, const RestoreOptions &options) const
{
    const DatabaseRepository databases;
    const auto server = Connection::open(databaseOf(target, u"postgres"_s));
    if (!server)
        return std::unexpected(server.error());
    const auto major = majorOf(**server);
    if (!major)
        return std::unexpected(major.error());
    if (auto reserved = databases.reserve(**server, target.database); !reserved)
        return std::unexpected(std::move(reserved).error());
    auto safety = saveWhatIsThere(**server, target, actor, options);
    if (!safety)
        return std::unexpected(std::move(safety).error());

    const QString fresh = besides(target.database, u"_restoring"_s);
    const QString aside = besides(target.database, u"_replaced"_s);
    for (const QString &left : {fresh, aside}) { // by a restore that was killed
        if (auto dropped = databases.drop(**server, left); !dropped)
            return std::unexpected(std::move(dropped).error());
    }
    if (auto made = databases.create(**server, fresh, target.database); !made)
        return std::unexpected(std::move(made).error());
    auto filled = fill(backup, databaseOf(target, fresh), actor, *major);
    const auto done = [&]() -> Result<void> {
        if (!filled)
            return std::unexpected(filled.error());
        if (m_run.cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        filled->connection.reset();
        m_run.tell(BackupStep::Exchange);
        return databases.replace(**server, target.database, fresh, aside);
    }();
    if (auto dropped = databases.drop(**server, done ? aside : fresh); !dropped)
        qCWarning(backupLog) << "A database is left behind:" << dropped.error().message;
    if (!done)
        return std::unexpected(done.error());
    return RestoredBook{backup, *std::move(safety), std::move(filled->report), filled->migratedTo};
}

Result<std::optional<StoredBackup>> BackupRestorer::saveWhatIsThere(Connection &server,
                                                                    const ConnectionSettings &target,
                                                                    const Actor &actor,
                                                                    const RestoreOptions &options) const
{
    const auto isThere = DatabaseRepository().exists(server, target.database);
    if (!isThere)
        return std::unexpected(isThere.error());
    if (!*isThere)
        return std::nullopt;
    const auto connection = Connection::open(target);
    if (!connection)
        return std::unexpected(connection.error());
    (*connection)->setCancelToken(m_run.cancel);
    const auto content = DatabaseRepository().content(**connection);
    if (!content)
        return std::unexpected(content.error());
    if (auto may = mayReplace(*content, target.database, options.replace); !may)
        return std::unexpected(std::move(may).error());
    if (*content != DatabaseContent::Book)
        return std::nullopt;
    Session session(**connection, actor);
    auto written = BackupWriter(m_backups, m_run).write(session, options.safetyFolder);
    if (!written)
        return std::unexpected(std::move(written).error());
    return *std::move(written);
}

Result<FilledBook> BackupRestorer::fill(const StoredBackup &backup, const ConnectionSettings &fresh,
                                        const Actor &actor, int server) const
{
    const auto binaries = PostgresBinaries::clientsFor(std::max(server, backup.manifest.tools));
    if (!binaries)
        return std::unexpected(binaries.error());
    const BackupFiller filler(backup, *binaries, m_backups, m_doctor, m_run);
    auto filled = filler.fill(fresh, actor, {});
    if (!filled)
        return filled;
    if (auto ready = makeReady(*filled, actor); !ready)
        return std::unexpected(std::move(ready).error());
    if (auto noted = note(*filled, backup, actor); !noted)
        return std::unexpected(std::move(noted).error());
    return filled;
}

/// For whoever looks at once: a backup has what was counted, but not how large its tables are.
Result<void> BackupRestorer::makeReady(FilledBook &book, const Actor &actor) const
{
    Session session(*book.connection, actor);
    if (auto learned = KeptSums().learnSizes(session, true); !learned)
        return learned;
    KeptSums().settle(session, [&](qint64 done, qint64 all) { m_run.tell(BackupStep::Sums, done, all); });
    return {};
}

/// In the book itself: from here on it goes on from a backup.
Result<void> BackupRestorer::note(FilledBook &book, const StoredBackup &backup, const Actor &actor) const
{
    Session session(*book.connection, actor);
    return operate(session, u"record a restored backup", [&](Session &) -> Result<void> {
        const QString summary = text(QT_TRANSLATE_NOOP("Backup",
                                                       "The book was restored from the backup of %1"))
                                    .arg(backup.manifest.takenAt.toString(Qt::ISODate));
        if (auto begun = m_operations.begin(session, u"restore_backup"_s, summary); !begun)
            return std::unexpected(std::move(begun).error());
        auto made = m_backups.add(session, BackupEvent::Restored, backup.manifest, backup.folder);
        return made ? Result<void>() : std::unexpected(std::move(made).error());
    });
}

} // namespace seatledger
