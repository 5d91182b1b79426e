// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/monitoringrepository.h"

#include "core/db/query.h"
#include "core/repositories/backuprepository.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString serverText =
    u"SELECT current_setting('server_version') AS version, current_database() AS database, "
    "clock_timestamp() AS at, pg_postmaster_start_time() AS started_at, pg_is_in_recovery() AS is_standby, "
    "CASE WHEN pg_is_in_recovery() THEN extract(epoch FROM clock_timestamp() - "
    "pg_last_xact_replay_timestamp())::double precision END AS standby_lag, "
    "(SELECT max(version) FROM seatledger.schema_version) AS schema_version, "
    "(SELECT sum(numbackends) FROM pg_stat_database) AS connections, "
    "current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int "
    "AS max_connections, pg_database_size(current_database()) AS bytes, "
    "100.0 * d.blks_hit / nullif(d.blks_hit + d.blks_read, 0) AS cache_hit, d.xact_commit, d.xact_rollback, "
    "d.deadlocks, (SELECT age(datfrozenxid) FROM pg_database WHERE datname = current_database()) AS xid_age, "
    "seatledger.monitor_sees_all() AS sees_all FROM pg_stat_database d "
    "WHERE d.datname = current_database()"_s;

const QString tablesText =
    u"SELECT c.relname, greatest(c.reltuples, 0)::bigint AS rows, coalesce(s.n_dead_tup, 0) AS dead, "
    "pg_table_size(c.oid) AS table_bytes, pg_indexes_size(c.oid) AS index_bytes, "
    "greatest(s.last_vacuum, s.last_autovacuum) AS vacuumed_at FROM pg_class c "
    "LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid "
    "WHERE c.relnamespace = 'seatledger'::regnamespace AND c.relkind IN ('r', 'm') "
    "ORDER BY pg_total_relation_size(c.oid) DESC, c.relname"_s;

const QString indexesText =
    u"SELECT i.indexrelname, i.relname, pg_relation_size(i.indexrelid) AS bytes, i.idx_scan "
    "FROM pg_stat_user_indexes i WHERE i.schemaname = 'seatledger' "
    "ORDER BY pg_relation_size(i.indexrelid) DESC, i.indexrelname LIMIT $1"_s;

DatabaseSession sessionFromRow(const Row &row)
{
    return {.pid = storedNumber(row, "pid"),
            .login = row.text("login"),
            .application = row.text("application"),
            .client = row.text("client"),
            .state = row.text("state"),
            .waitsFor = row.text("waits_for"),
            .lock = row.text("lock"),
            .blockedBy = row.integers("blocked_by"),
            .connectedAt = row.dateTime("connected_at"),
            .transactionAt = row.optionalDateTime("transaction_at"),
            .stateAt = row.optionalDateTime("state_at"),
            .queryAt = row.optionalDateTime("query_at"),
            .query = row.text("query")};
}

ServerFigures serverFromRow(const Row &row)
{
    return {.version = row.text("version"),
            .database = row.text("database"),
            .at = row.dateTime("at"),
            .startedAt = row.dateTime("started_at"),
            .isStandby = row.boolean("is_standby"),
            .standbyLagSeconds = row.optionalReal("standby_lag"),
            .schemaVersion = storedNumber(row, "schema_version"),
            .connections = storedNumber(row, "connections"),
            .maxConnections = storedNumber(row, "max_connections"),
            .databaseBytes = row.integer("bytes"),
            .cacheHitPercent = row.optionalReal("cache_hit"),
            .commits = row.integer("xact_commit"),
            .rollbacks = row.integer("xact_rollback"),
            .deadlocks = row.integer("deadlocks"),
            .transactionAge = row.integer("xid_age"),
            .seesAll = row.boolean("sees_all")};
}

} // namespace

Result<ServerFigures> MonitoringRepository::server(Session &session) const
{
    return Query(session, serverText).one(serverFromRow);
}

Result<std::vector<DatabaseSession>> MonitoringRepository::sessions(Session &session) const
{
    return Query(session, u"SELECT * FROM seatledger.monitor_sessions() ORDER BY connected_at, pid"_s)
        .all(sessionFromRow);
}

Result<StatementTimes> MonitoringRepository::statementTimes(Session &session) const
{
    return Query(session, u"SELECT seatledger.monitor_statements_state() AS state"_s).one([](const Row &row) {
        return storedEnum<StatementTimes>(row, "state");
    });
}

Result<std::vector<HeavyStatement>> MonitoringRepository::statements(Session &session, int most) const
{
    return Query(session, u"SELECT * FROM seatledger.monitor_statements($1)"_s)
        .bind(most)
        .all([](const Row &row) {
            return HeavyStatement{.text = row.text("query"),
                                  .calls = row.integer("calls"),
                                  .totalMs = row.real("total_ms"),
                                  .meanMs = row.real("mean_ms"),
                                  .maxMs = row.real("max_ms"),
                                  .rows = row.integer("answered")};
        });
}

Result<std::vector<TableSize>> MonitoringRepository::tables(Session &session) const
{
    return Query(session, tablesText).all([](const Row &row) {
        return TableSize{.table = row.text("relname"),
                         .rows = row.integer("rows"),
                         .deadRows = row.integer("dead"),
                         .tableBytes = row.integer("table_bytes"),
                         .indexBytes = row.integer("index_bytes"),
                         .vacuumedAt = row.optionalDateTime("vacuumed_at")};
    });
}

Result<std::vector<IndexSize>> MonitoringRepository::indexes(Session &session, int most) const
{
    return Query(session, indexesText).bind(most).all([](const Row &row) {
        return IndexSize{.index = row.text("indexrelname"),
                         .table = row.text("relname"),
                         .bytes = row.integer("bytes"),
                         .scans = row.integer("idx_scan")};
    });
}

Result<std::vector<ReplicaLag>> MonitoringRepository::replicas(Session &session) const
{
    return Query(session, u"SELECT * FROM seatledger.monitor_replicas()"_s).all([](const Row &row) {
        return ReplicaLag{.name = row.text("name"),
                          .client = row.text("client"),
                          .state = row.text("state"),
                          .sync = row.text("sync"),
                          .behindBytes = row.optionalInteger("behind_bytes"),
                          .behindMs = row.optionalReal("behind_ms")};
    });
}

Result<std::optional<DoctorVisit>> MonitoringRepository::lastDoctorVisit(Session &session) const
{
    return Query(session, u"SELECT ended_at, login, checks, findings, milliseconds FROM "
                          "seatledger.doctor_run ORDER BY id DESC LIMIT 1"_s)
        .first([](const Row &row) {
            return DoctorVisit{.at = row.dateTime("ended_at"),
                               .login = row.text("login"),
                               .checks = storedNumber(row, "checks"),
                               .findings = storedNumber(row, "findings"),
                               .milliseconds = row.integer("milliseconds")};
        });
}

Result<std::optional<BackupRecord>> MonitoringRepository::lastBackup(Session &session) const
{
    return BackupRepository().newest(session, BackupEvent::Verified);
}

Result<void> MonitoringRepository::noteDoctorVisit(Session &session, int checks, int findings,
                                                   qint64 milliseconds) const
{
    return Query(session, u"SELECT seatledger.note_doctor_run($1, $2, $3)"_s)
        .bind(checks)
        .bind(findings)
        .bind(milliseconds)
        .exec();
}

} // namespace seatledger
