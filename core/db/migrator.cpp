// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrator.h"

#include "core/db/pgresult.h"
#include "core/db/query.h"
#include "core/db/transaction.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <ranges>

using namespace Qt::StringLiterals;

namespace seatledger {

Q_LOGGING_CATEGORY(migratorLog, "seatledger.db.migrator", QtInfoMsg)

namespace {

constexpr qint64 lockKey = 0x5EA7'1ED6'E4; // any number will do, as long as all migrators use the same

constexpr auto versionTableSql = R"sql(
CREATE SCHEMA IF NOT EXISTS seatledger;
CREATE TABLE IF NOT EXISTS seatledger.schema_version (
    version    integer     PRIMARY KEY CHECK (version > 0),
    name       text        NOT NULL CHECK (name <> ''),
    checksum   text        NOT NULL CHECK (checksum ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    applied_by text        NOT NULL DEFAULT session_user
);
DO $$
BEGIN
    -- not ADD COLUMN IF NOT EXISTS: that would wait for every reader, a dump that takes an hour among them
    IF NOT EXISTS (SELECT FROM pg_attribute
                   WHERE attrelid = 'seatledger.schema_version'::regclass AND attname = 'expands') THEN
        ALTER TABLE seatledger.schema_version ADD COLUMN expands boolean NOT NULL DEFAULT false;
    END IF;
END $$;
COMMENT ON TABLE seatledger.schema_version IS 'The migrations in this database, one row each; kept by the migrator.';
COMMENT ON COLUMN seatledger.schema_version.version IS 'The number of the migration''s file.';
COMMENT ON COLUMN seatledger.schema_version.name IS 'The name of the migration''s file.';
COMMENT ON COLUMN seatledger.schema_version.checksum IS 'SHA-256 of the file as it was applied.';
COMMENT ON COLUMN seatledger.schema_version.applied_at IS 'When it was applied.';
COMMENT ON COLUMN seatledger.schema_version.applied_by IS 'The role that applied it.';
COMMENT ON COLUMN seatledger.schema_version.expands IS 'Whether programs that do not know it work on beside it.';
)sql"_L1;

Error mismatch(QString message, int version, const QString &reason)
{
    return {ErrorCode::VersionMismatch, std::move(message), {{u"version"_s, version}, {u"reason"_s, reason}}};
}

Error newerDatabase(int version)
{
    return mismatch(
        QCoreApplication::translate(
            "Migrator", "The database has schema version %1, newer than this program. Update the program.")
            .arg(version),
        version, u"database_newer"_s);
}

/// The failure of a migration, naming it.
std::unexpected<Error> failed(const Migration &migration, Error error)
{
    error.message = QCoreApplication::translate("Migrator", "Migration %1: %2")
                        .arg(migration.title(), error.message);
    error.details.insert(u"migration"_s, migration.title());
    return std::unexpected(std::move(error));
}

/// Lets one migrator work at a time. Bound to the connection, so the server gives it back after a crash.
class MigrationLock final
{
public:
    explicit MigrationLock(Connection &connection) : m_connection(connection) {}
    ~MigrationLock()
    {
        if (m_isHeld)
            std::ignore = Query(m_connection, u"SELECT pg_advisory_unlock($1)"_s).bind(lockKey).exec();
    }
    MigrationLock(const MigrationLock &) = delete;
    MigrationLock &operator=(const MigrationLock &) = delete;

    [[nodiscard]] Result<void> acquire()
    {
        // asking again and again: a statement that waited would hold a snapshot, and an index being made
        // CONCURRENTLY by the one who has the lock waits for all snapshots
        for (;;) {
            auto held = Query(m_connection, u"SELECT pg_try_advisory_lock($1) AS held"_s)
                            .bind(lockKey)
                            .one([](const Row &row) { return row.boolean("held"); });
            if (!held)
                return std::unexpected(std::move(held).error());
            if (m_isHeld = *held; m_isHeld)
                return {};
            QThread::msleep(50);
        }
    }

private:
    Connection &m_connection;
    bool m_isHeld = false;
};

} // namespace

Migrator::Migrator(Connection &connection, QString folder)
    : m_connection(connection), m_folder(std::move(folder))
{}

QString Migrator::defaultFolder()
{
    return u":/migrations"_s;
}

Result<std::vector<int>> Migrator::up(std::optional<int> target)
{
    MigrationLock lock(m_connection);
    if (auto held = lock.acquire(); !held)
        return std::unexpected(std::move(held).error());
    const auto plan = planOfChange();
    if (!plan)
        return std::unexpected(plan.error());
    if (auto ready = ensureVersionTable(); !ready)
        return std::unexpected(std::move(ready).error());

    std::vector<int> versions;
    for (std::size_t i = plan->applied.size(); i < plan->available.size(); ++i) {
        const Migration &migration = plan->available[i];
        if (target && migration.version > *target)
            break;
        if (auto done = apply(migration); !done)
            return failed(migration, std::move(done).error());
        versions.push_back(migration.version);
    }
    return versions;
}

Result<std::vector<int>> Migrator::down(int steps)
{
    MigrationLock lock(m_connection);
    if (auto held = lock.acquire(); !held)
        return std::unexpected(std::move(held).error());
    const auto plan = planOfChange();
    if (!plan)
        return std::unexpected(plan.error());
    const int applied = static_cast<int>(plan->applied.size());
    if (steps < 0 || steps > applied)
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate("Migrator", "Cannot take back %1 migrations: %2 are applied.")
                .arg(steps)
                .arg(applied),
            {{u"applied"_s, applied}});

    std::vector<int> versions;
    for (int version = applied; version > applied - steps; --version) {
        const Migration &migration = plan->available[static_cast<std::size_t>(version - 1)];
        if (auto done = takeBack(migration); !done)
            return failed(migration, std::move(done).error());
        versions.push_back(version);
    }
    return versions;
}

Result<std::vector<MigrationState>> Migrator::status()
{
    const auto available = readMigrations(m_folder);
    const auto done = applied();
    if (!available || !done)
        return std::unexpected(available ? done.error() : available.error());

    std::vector<MigrationState> states;
    for (const Migration &migration : *available)
        states.push_back({migration.version, migration.name, {}, migration.expands});
    for (const Applied &entry : *done) {
        while (entry.version > static_cast<int>(states.size()))
            states.push_back({static_cast<int>(states.size()) + 1, entry.name, {}, entry.expands});
        states[static_cast<std::size_t>(entry.version - 1)].appliedAt = entry.at;
    }
    return states;
}

Result<void> Migrator::requireCurrent()
{
    const auto plan = this->plan();
    if (!plan)
        return std::unexpected(plan.error());
    const auto unknown = plan->applied | std::views::drop(plan->available.size());
    if (const auto contracting = std::ranges::find(unknown, false, &Applied::expands);
        contracting != unknown.end())
        return std::unexpected(newerDatabase(contracting->version));
    if (plan->applied.size() >= plan->available.size())
        return {};
    const int version = static_cast<int>(plan->applied.size());
    return std::unexpected(mismatch(
        QCoreApplication::translate("Migrator", "The database has schema version %1, this program needs %2. "
                                                "Migrate the database.")
            .arg(version)
            .arg(plan->available.size()),
        version, version == 0 ? u"no_book"_s : u"database_older"_s));
}

Result<bool> Migrator::mayMigrate()
{
    return Query(m_connection,
                 u"SELECT coalesce((SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = "
                 "'seatledger'), has_database_privilege(current_database(), 'CREATE') AND rolcreaterole) "
                 "OR rolsuper AS may FROM pg_roles WHERE rolname = current_user"_s)
        .one([](const Row &row) { return row.boolean("may"); });
}

/// As plan(), of a database that this program knows wholly: it may change no other.
Result<Migrator::Plan> Migrator::planOfChange()
{
    auto whole = plan();
    if (whole && whole->applied.size() > whole->available.size())
        return std::unexpected(newerDatabase(whole->applied.back().version));
    return whole;
}

/// What there is and what has been applied, once the two are known to agree as far as the program knows.
Result<Migrator::Plan> Migrator::plan()
{
    auto available = readMigrations(m_folder);
    if (!available)
        return std::unexpected(std::move(available).error());
    auto done = applied();
    if (!done)
        return std::unexpected(std::move(done).error());
    const std::size_t known = std::min(done->size(), available->size());
    for (std::size_t i = 0; i < known; ++i) {
        const Applied &entry = (*done)[i];
        if (entry.version != (*available)[i].version)
            return std::unexpected(mismatch(
                QCoreApplication::translate("Migrator", "The migration before version %1 is missing in the "
                                                        "database. Restore it from a dump.")
                    .arg(entry.version),
                entry.version, u"migration_missing"_s));
        if (entry.checksum != (*available)[i].checksum)
            return std::unexpected(
                mismatch(QCoreApplication::translate("Migrator",
                                                     "Migration %1 was applied from another file than this "
                                                     "program has. Use the program it came with.")
                             .arg((*available)[i].title()),
                         entry.version, u"migration_differs"_s));
    }
    return Plan{*std::move(available), *std::move(done)};
}

Result<std::vector<Migrator::Applied>> Migrator::applied()
{
    auto exists = Query(m_connection,
                        u"SELECT to_regclass('seatledger.schema_version') IS NOT NULL AS found"_s)
                      .one([](const Row &row) { return row.boolean("found"); });
    if (!exists)
        return std::unexpected(std::move(exists).error());
    if (!*exists)
        return std::vector<Applied>();
    return Query(m_connection,
                 // as JSON, because books of older programs do not have that column
                 u"SELECT version, name, checksum, applied_at, "
                 "coalesce((to_jsonb(v) ->> 'expands')::boolean, false) AS expands "
                 "FROM seatledger.schema_version AS v ORDER BY version"_s)
        .all([](const Row &row) {
            return Applied{static_cast<int>(row.integer("version")), row.text("name"),
                           row.text("checksum").toLatin1(), row.dateTime("applied_at"),
                           row.boolean("expands")};
        });
}

Result<void> Migrator::ensureVersionTable()
{
    return m_connection.execScript(versionTableSql);
}

Result<void> Migrator::apply(const Migration &migration)
{
    qCInfo(migratorLog).noquote() << "Apply" << migration.title();
    if (!migration.upInTransaction) {
        if (auto done = m_connection.execScript(migration.up); !done) {
            // an index that could not be finished stays behind, invalid
            if (auto cleared = m_connection.execScript(migration.down); !cleared)
                qCWarning(migratorLog) << "Clearing up failed:" << cleared.error().message;
            return done;
        }
        return record(migration);
    }
    return inTransaction(migration, migration.up, [&] { return record(migration); });
}

Result<void> Migrator::inTransaction(const Migration &migration, const QString &script,
                                     const std::function<Result<void>()> &note)
{
    return withLocks(m_connection, m_patience, [&]() -> Result<void> {
        auto transaction = Transaction::begin(m_connection, migration.title());
        if (!transaction)
            return std::unexpected(std::move(transaction).error());
        if (auto set = setLockTimeout(m_connection, m_patience); !set)
            return set;
        if (auto done = m_connection.execScript(script); !done)
            return done;
        if (auto noted = note(); !noted)
            return noted;
        return transaction->commit();
    });
}

Result<void> Migrator::takeBack(const Migration &migration)
{
    qCInfo(migratorLog).noquote() << "Take back" << migration.title();
    if (!migration.downInTransaction) {
        if (auto done = m_connection.execScript(migration.down); !done)
            return done;
        return strike(migration);
    }
    return inTransaction(migration, migration.down, [&] { return strike(migration); });
}

Result<void> Migrator::record(const Migration &migration)
{
    return Query(m_connection, u"INSERT INTO seatledger.schema_version (version, name, checksum, expands) "
                               "VALUES ($1, $2, $3, $4)"_s)
        .bind(migration.version)
        .bind(migration.name)
        .bind(QString::fromLatin1(migration.checksum))
        .bind(migration.expands)
        .exec();
}

Result<void> Migrator::strike(const Migration &migration)
{
    return Query(m_connection, u"DELETE FROM seatledger.schema_version WHERE version = $1"_s)
        .bind(migration.version)
        .exec();
}

} // namespace seatledger
