// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/databaserepository.h"

#include "core/db/query.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int attempts = 5;

/// A statement with names in it, written by the server's own rules of quoting.
Result<void> run(Connection &server, const QString &format, const QStringList &names)
{
    const auto statement = Query(server, u"SELECT format($1, VARIADIC $2::text[]) AS statement"_s)
                               .bind(format)
                               .bind(names)
                               .one([](const Row &row) { return row.text("statement"); });
    return statement ? server.execScript(*statement) : std::unexpected(statement.error());
}

Result<void> endConnections(Connection &server, const QString &database)
{
    return Query(server, u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND "
                         "pid <> pg_backend_pid()"_s)
        .bind(database)
        .exec();
}

/// Gives `fresh` what was granted on `database` to logins that the book knows nothing of, as a server's. What
/// its operators may, the book says.
Result<QString> grantsOfOthers(Connection &server, const QString &database, const QString &fresh)
{
    return Query(
               server,
               u"SELECT coalesce(string_agg(format('GRANT %s ON DATABASE %I TO %I; ', a.privilege_type, "
               "$2::text, r.rolname), ''), '') AS grants "
               "FROM pg_database d, aclexplode(d.datacl) a JOIN pg_roles r ON r.oid = a.grantee "
               "WHERE d.datname = $1 AND a.grantee <> d.datdba AND NOT EXISTS (SELECT FROM pg_auth_members m "
               "JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = a.grantee AND g.rolname IN "
               "('seatledger_administrator', 'seatledger_manager', 'seatledger_staff', 'seatledger_auditor', "
               "'seatledger_member'))"_s)
        .bind(database)
        .bind(fresh)
        .one([](const Row &row) { return row.text("grants"); });
}

DatabaseContent contentFromRow(const Row &row)
{
    if (row.boolean("is_other"))
        return DatabaseContent::SomethingElse;
    return row.boolean("is_book") ? DatabaseContent::Book : DatabaseContent::Nothing;
}

} // namespace

Result<bool> DatabaseRepository::exists(Connection &server, const QString &database) const
{
    return Query(server, u"SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1) AS is_there"_s)
        .bind(database)
        .one([](const Row &row) { return row.boolean("is_there"); });
}

Result<QString> DatabaseRepository::summary(Connection &connection) const
{
    return Query(connection, u"SELECT concat_ws(' ', 'link', h.position, encode(h.hash, 'hex'), "
                             "(SELECT count(*) FROM seatledger.member), 'members', "
                             "(SELECT count(*) FROM seatledger.license_assignment), 'assignments', "
                             "(SELECT count(*) FROM seatledger.audit_event), 'events') AS summary "
                             "FROM seatledger.audit_head h"_s)
        .one([](const Row &row) { return row.text("summary"); });
}

Result<DatabaseContent> DatabaseRepository::content(Connection &connection) const
{
    const auto found = Query(connection,
                             u"SELECT to_regclass('seatledger.operation') IS NOT NULL AS is_book, "
                             "EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                             "WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('seatledger', "
                             "'information_schema') AND n.nspname !~ '^pg_' AND NOT EXISTS (SELECT FROM "
                             "pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')) AS is_other"_s)
                           .one(contentFromRow);
    if (!found || *found != DatabaseContent::Book)
        return found;
    return Query(connection, u"SELECT EXISTS (SELECT FROM seatledger.member) OR EXISTS (SELECT FROM "
                             "seatledger.license) OR EXISTS (SELECT FROM seatledger.vendor) OR EXISTS "
                             "(SELECT FROM seatledger.department) OR EXISTS (SELECT FROM "
                             "seatledger.operator) OR EXISTS (SELECT FROM seatledger.device) AS is_used"_s)
        .one([](const Row &row) {
            return row.boolean("is_used") ? DatabaseContent::Book : DatabaseContent::EmptyBook;
        });
}

Result<void> DatabaseRepository::reserve(Connection &server, const QString &database) const
{
    const auto held = Query(server, u"SELECT pg_try_advisory_lock(hashtext('seatledger.restore'), "
                                    "hashtext($1)) AS is_held"_s)
                          .bind(database)
                          .one([](const Row &row) { return row.boolean("is_held"); });
    if (!held)
        return std::unexpected(held.error());
    if (*held)
        return {};
    return failure(ErrorCode::Busy,
                   QCoreApplication::translate("Backup", "Somebody else restores the database %1 at this "
                                                         "moment. Wait until that has ended.")
                       .arg(database),
                   {{u"reason"_s, u"restore_running"_s}});
}

Result<void> DatabaseRepository::create(Connection &server, const QString &database,
                                        const QString &model) const
{
    // the locale's column has another name since PostgreSQL 17
    const auto statement =
        Query(server,
              u"SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING ''UTF8'' LC_COLLATE %L "
              "LC_CTYPE %L', $1::text, datcollate, datctype) || CASE datlocprovider "
              "WHEN 'i' THEN format(' LOCALE_PROVIDER icu ICU_LOCALE %L', locale) "
              "WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', locale) "
              "ELSE ' LOCALE_PROVIDER libc' END AS statement "
              "FROM pg_database d, coalesce(to_jsonb(d) ->> 'daticulocale', to_jsonb(d) ->> 'datlocale') "
              "AS locale WHERE datname IN ($2, 'template0') ORDER BY datname = $2 DESC LIMIT 1"_s)
            .bind(database)
            .bind(model)
            .one([](const Row &row) { return row.text("statement"); });
    return statement ? server.execScript(*statement) : std::unexpected(statement.error());
}

Result<void> DatabaseRepository::drop(Connection &server, const QString &database) const
{
    return run(server, u"DROP DATABASE IF EXISTS %I WITH (FORCE)"_s, {database});
}

Result<void> DatabaseRepository::replace(Connection &server, const QString &database, const QString &fresh,
                                         const QString &aside) const
{
    const auto isThere = exists(server, database);
    if (!isThere)
        return std::unexpected(isThere.error());
    if (!*isThere)
        return run(server, u"ALTER DATABASE %I RENAME TO %I"_s, {fresh, database});
    const auto grants = grantsOfOthers(server, database, fresh);
    if (!grants)
        return std::unexpected(grants.error());
    if (auto granted = server.execScript(*grants); !granted)
        return granted;
    Result<void> done;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        for (const QString &name : {database, fresh}) {
            if (auto ended = endConnections(server, name); !ended)
                return ended;
        }
        // one script is one transaction: both names or none; it waits for those that end
        done = run(server, u"ALTER DATABASE %1$I RENAME TO %3$I; ALTER DATABASE %2$I RENAME TO %1$I"_s,
                   {database, fresh, aside});
        if (done || done.error().details.value(u"sqlstate"_s).toString() != "55006"_L1)
            return done;
    }
    return failure(ErrorCode::Busy,
                   QCoreApplication::translate("Backup", "Other programs connect to the database %1 again "
                                                         "and again. End them, then try again.")
                       .arg(database),
                   {{u"reason"_s, u"database_in_use"_s}});
}

} // namespace seatledger
