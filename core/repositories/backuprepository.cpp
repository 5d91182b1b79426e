// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/backuprepository.h"

#include "core/db/query.h"
#include "core/repositories/auditrepository.h"
#include "core/repositories/storedvalue.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto recordColumns =
    "event, backup::text AS backup, place, taken_at, happened_at, bytes, schema_version"_L1;

/// The roles that a book needs: its groups, its owner, the logins of its operators, and who signs in as the
/// server. Verifiers only where they may be read.
constexpr auto loginsQuery =
    "WITH role AS (SELECT r.oid, r.rolname FROM pg_roles r WHERE r.rolname = ANY (seatledger.group_roles()) "
    "UNION SELECT r.oid, r.rolname FROM pg_roles r JOIN seatledger.operator o ON o.login = r.rolname "
    "UNION SELECT r.oid, r.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid "
    "JOIN pg_roles r ON r.oid = m.member WHERE g.rolname = 'seatledger_server' AND NOT r.rolsuper "
    "UNION SELECT r.oid, r.rolname FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner "
    "WHERE n.nspname = 'seatledger') "
    "SELECT jsonb_build_object('format', 'seatledger-logins', 'roles', (SELECT jsonb_agg(jsonb_build_object("
    "'name', r.rolname, 'login', r.rolcanlogin, 'inherit', r.rolinherit, 'password', %1, 'valid_until', "
    "nullif(r.rolvaliduntil, 'infinity')) ORDER BY r.rolname) FROM role JOIN %2 r USING (oid)), "
    "'memberships', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.rolname, 'member', u.rolname) "
    "ORDER BY g.rolname, u.rolname), '[]') FROM pg_auth_members m JOIN role g ON g.oid = m.roleid "
    "JOIN role u ON u.oid = m.member)) AS logins, EXISTS (SELECT FROM role JOIN %2 r USING (oid) "
    "WHERE %1 IS NOT NULL) AS has_passwords"_L1;

BackupRecord recordFromRow(const Row &row)
{
    return {.event = row.text("event") == "restored"_L1 ? BackupEvent::Restored : BackupEvent::Verified,
            .backup = row.text("backup"),
            .place = row.text("place"),
            .takenAt = row.dateTime("taken_at"),
            .happenedAt = row.dateTime("happened_at"),
            .bytes = row.integer("bytes"),
            .schemaVersion = storedNumber(row, "schema_version")};
}

QString nameOf(BackupEvent event)
{
    return event == BackupEvent::Restored ? u"restored"_s : u"verified"_s;
}

QString text(const char *source)
{
    return QCoreApplication::translate("Backup", source);
}

Result<QStringList> tables(Session &session)
{
    const auto names =
        Query(session,
              u"SELECT relname::text AS name FROM pg_class WHERE relkind IN ('r', "
              "'p') AND NOT relispartition AND relnamespace = 'seatledger'::regnamespace ORDER BY 1"_s)
            .all([](const Row &row) { return row.text("name"); });
    return names ? Result<QStringList>(QStringList(names->begin(), names->end()))
                 : std::unexpected(names.error());
}

Result<std::vector<QString>> statementsFor(Connection &connection, const QJsonObject &logins)
{
    return Query(connection,
                 u"SELECT statement FROM (SELECT 1 AS step, r.name, format('CREATE ROLE %I %s %s%s%s', "
                 "r.name, CASE WHEN r.login THEN 'LOGIN' ELSE 'NOLOGIN' END, CASE WHEN r.inherit THEN "
                 "'INHERIT' ELSE 'NOINHERIT' END, CASE WHEN r.password ~ '^SCRAM-SHA-256\\$' THEN format(' "
                 "PASSWORD %L', r.password) END, CASE WHEN r.valid_until IS NOT NULL THEN format(' VALID "
                 "UNTIL %L', r.valid_until) END) AS statement FROM jsonb_to_recordset($1::jsonb->'roles') "
                 "AS r(name text, login boolean, inherit boolean, password text, valid_until timestamptz) "
                 "WHERE NOT EXISTS (SELECT FROM pg_roles p WHERE p.rolname = r.name) "
                 "UNION ALL SELECT 2, m.member, format('GRANT %I TO %I', m.role, m.member) "
                 "FROM jsonb_to_recordset($1::jsonb->'memberships') AS m(role text, member text) "
                 "WHERE NOT EXISTS (SELECT FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid "
                 "JOIN pg_roles u ON u.oid = a.member WHERE g.rolname = m.role AND u.rolname = m.member)) s "
                 "ORDER BY step, name"_s)
        .bind(logins)
        .all([](const Row &row) { return row.text("statement"); });
}

} // namespace

Result<void> BackupRepository::requireOwner(Session &session) const
{
    const auto owns = Query(session, u"SELECT pg_has_role(current_user, nspowner, 'usage') AS owns "
                                     "FROM pg_namespace WHERE nspname = 'seatledger'"_s)
                          .first([](const Row &row) { return row.boolean("owns"); });
    if (!owns)
        return std::unexpected(owns.error());
    if (!*owns)
        return failure(ErrorCode::NotFound,
                       text(QT_TRANSLATE_NOOP("Backup", "There is no book in this database.")),
                       {{u"reason"_s, u"no_book"_s}});
    if (!**owns)
        return failure(ErrorCode::Forbidden,
                       text(QT_TRANSLATE_NOOP("Backup", "Only the owner of the book sees all of it and can "
                                                        "back it up. Sign in as its owner.")),
                       {{u"reason"_s, u"not_owner"_s}});
    return {};
}

Result<QString> BackupRepository::bookId(Session &session) const
{
    return Query(session, u"SELECT id::text AS book FROM seatledger.book"_s).one([](const Row &row) {
        return row.text("book");
    });
}

Result<QString> BackupRepository::exportSnapshot(Session &session) const
{
    return Query(session, u"SELECT pg_export_snapshot() AS name"_s).one([](const Row &row) {
        return row.text("name");
    });
}

Result<BackupFacts> BackupRepository::facts(Session &session) const
{
    auto facts = Query(session, u"SELECT current_database()::text AS database, "
                                "pg_database_size(current_database()) AS bytes, "
                                "current_setting('server_version_num')::int / 10000 AS postgres"_s)
                     .one([](const Row &row) {
                         return BackupFacts{.database = row.text("database"),
                                            .databaseBytes = row.integer("bytes"),
                                            .postgres = storedNumber(row, "postgres")};
                     });
    if (!facts)
        return facts;
    auto anchor = AuditRepository().anchor(session);
    if (!anchor)
        return std::unexpected(std::move(anchor).error());
    facts->audit = *std::move(anchor);
    auto counts = rowCounts(session);
    if (!counts)
        return std::unexpected(std::move(counts).error());
    facts->rows = *std::move(counts);
    return facts;
}

Result<QMap<QString, qint64>> BackupRepository::rowCounts(Session &session) const
{
    const auto names = tables(session);
    if (!names)
        return std::unexpected(names.error());
    QMap<QString, qint64> counts;
    for (const QString &name : *names) {
        const auto count = Query(session, u"SELECT count(*) AS count FROM seatledger.\"%1\""_s.arg(name))
                               .one([](const Row &row) { return row.integer("count"); });
        if (!count)
            return std::unexpected(count.error());
        counts.insert(name, *count);
    }
    return counts;
}

Result<QMap<QString, qint64>> BackupRepository::tableSizes(Session &session) const
{
    const auto sizes =
        Query(session, u"SELECT t.relname::text AS name, sum(pg_table_size(c.oid))::bigint AS bytes FROM "
                       "pg_class c JOIN pg_class t ON t.oid = coalesce(pg_partition_root(c.oid)::oid, "
                       "c.oid) WHERE c.relkind IN ('r', 'p') AND c.relnamespace = "
                       "'seatledger'::regnamespace GROUP BY 1"_s)
            .all([](const Row &row) { return std::pair(row.text("name"), row.integer("bytes")); });
    if (!sizes)
        return std::unexpected(sizes.error());
    QMap<QString, qint64> found;
    for (const auto &[name, bytes] : *sizes)
        found.insert(name, bytes);
    return found;
}

Result<BookLogins> BackupRepository::logins(Session &session) const
{
    const auto reads = Query(session, u"SELECT has_table_privilege('pg_authid', 'SELECT') AS may"_s)
                           .one([](const Row &row) { return row.boolean("may"); });
    if (!reads)
        return std::unexpected(reads.error());
    const QString query = QString(loginsQuery)
                              .arg(*reads ? u"r.rolpassword"_s : u"NULL::text"_s,
                                   *reads ? u"pg_authid"_s : u"pg_roles"_s);
    return Query(session, query).one([](const Row &row) {
        return BookLogins{QJsonDocument(row.jsonObject("logins")).toJson(QJsonDocument::Indented),
                          row.boolean("has_passwords")};
    });
}

Result<void> BackupRepository::restoreLogins(Connection &connection, const QByteArray &document) const
{
    const QJsonObject logins = QJsonDocument::fromJson(document).object();
    if (logins.value(u"format"_s).toString() != "seatledger-logins"_L1)
        return failure(ErrorCode::InvalidInput,
                       text(QT_TRANSLATE_NOOP("Backup", "The logins in this backup are not understood.")));
    const auto statements = statementsFor(connection, logins);
    if (!statements)
        return std::unexpected(statements.error());
    for (const QString &statement : *statements) {
        if (auto done = connection.execScript(statement); !done)
            return done;
    }
    return {};
}

Result<void> BackupRepository::settleLogins(Session &session) const
{
    return Query(session, u"SELECT seatledger.settle_logins()"_s).exec();
}

Result<BackupRecord> BackupRepository::add(Session &session, BackupEvent event,
                                           const BackupManifest &manifest, const QString &place) const
{
    return Query(session,
                 u"INSERT INTO seatledger.backup_record (event, backup, place, taken_at, bytes, "
                 "schema_version, audit_position, audit_head) VALUES (:event, :backup::uuid, :place, "
                 ":taken_at, :bytes, :schema_version, :position, :head) RETURNING "_s
                     + recordColumns)
        .bind("event", nameOf(event))
        .bind("backup", manifest.id)
        .bind("place", place)
        .bind("taken_at", manifest.takenAt)
        .bind("bytes", manifest.bytes())
        .bind("schema_version", manifest.audit.schemaVersion)
        .bind("position", manifest.audit.position)
        .bind("head", manifest.audit.head)
        .one(recordFromRow);
}

Result<std::optional<BackupRecord>> BackupRepository::newest(Session &session, BackupEvent event) const
{
    return Query(session, u"SELECT "_s + recordColumns
                              + u" FROM seatledger.backup_record WHERE event = $1 ORDER BY taken_at DESC, id "
                                "DESC LIMIT 1"_s)
        .bind(nameOf(event))
        .first(recordFromRow);
}

} // namespace seatledger
