// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "core/domain/systemstatus.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct NoArguments {};

QJsonValue instant(const std::optional<QDateTime> &at)
{
    return at ? QJsonValue(at->toString(Qt::ISODate)) : QJsonValue();
}

template <typename T>
QJsonValue numberOrNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

template <typename Rows, typename ToJson>
QJsonArray arrayOf(const Rows &rows, ToJson toJson)
{
    QJsonArray array;
    for (const auto &row : rows)
        array.append(toJson(row));
    return array;
}

QJsonObject toJson(const HealthSign &sign)
{
    return {{u"name"_s, sign.name}, {u"health"_s, toText(sign.health)}, {u"text"_s, sign.words}};
}

QJsonObject toJson(const ServerFigures &server)
{
    return {{u"version"_s, server.version},
            {u"database"_s, server.database},
            {u"started_at"_s, instant(server.startedAt)},
            {u"is_standby"_s, server.isStandby},
            {u"standby_lag_seconds"_s, numberOrNull(server.standbyLagSeconds)},
            {u"schema_version"_s, server.schemaVersion},
            {u"connections"_s, server.connections},
            {u"max_connections"_s, server.maxConnections},
            {u"database_bytes"_s, server.databaseBytes},
            {u"cache_hit_percent"_s, numberOrNull(server.cacheHitPercent)},
            {u"commits"_s, server.commits},
            {u"rollbacks"_s, server.rollbacks},
            {u"deadlocks"_s, server.deadlocks},
            {u"sees_all"_s, server.seesAll}};
}

QJsonObject toJson(const SessionGroup &group)
{
    return {{u"application"_s, group.application},
            {u"state"_s, group.state},
            {u"count"_s, group.count},
            {u"longest_seconds"_s, group.longestSeconds}};
}

QJsonObject toJson(const LockWait &wait)
{
    return {{u"pid"_s, wait.waiting.pid},
            {u"login"_s, wait.waiting.login},
            {u"lock"_s, wait.waiting.lock},
            {u"query"_s, wait.waiting.query},
            {u"seconds"_s, wait.seconds},
            {u"blocking_pid"_s, wait.blocking ? QJsonValue(wait.blocking->pid) : QJsonValue()},
            {u"blocking_login"_s, wait.blocking ? QJsonValue(wait.blocking->login) : QJsonValue()},
            {u"blocking_query"_s, wait.blocking ? QJsonValue(wait.blocking->query) : QJsonValue()}};
}

QJsonObject toJson(const HeavyStatement &statement)
{
    return {{u"query"_s, statement.text},       {u"calls"_s, statement.calls},
            {u"total_ms"_s, statement.totalMs}, {u"mean_ms"_s, statement.meanMs},
            {u"max_ms"_s, statement.maxMs},     {u"rows"_s, statement.rows}};
}

QJsonObject toJson(const TableSize &size)
{
    return {{u"table"_s, size.table},
            {u"rows"_s, size.rows},
            {u"dead_rows"_s, size.deadRows},
            {u"table_bytes"_s, size.tableBytes},
            {u"index_bytes"_s, size.indexBytes},
            {u"vacuumed_at"_s, instant(size.vacuumedAt)}};
}

QJsonObject toJson(const IndexSize &size)
{
    return {{u"index"_s, size.index},
            {u"table"_s, size.table},
            {u"bytes"_s, size.bytes},
            {u"scans"_s, size.scans}};
}

QJsonObject toJson(const ReplicaLag &replica)
{
    return {{u"name"_s, replica.name},
            {u"client"_s, replica.client},
            {u"state"_s, replica.state},
            {u"sync"_s, replica.sync},
            {u"behind_bytes"_s, numberOrNull(replica.behindBytes)},
            {u"behind_ms"_s, numberOrNull(replica.behindMs)}};
}

QJsonValue toJson(const std::optional<DoctorVisit> &visit)
{
    if (!visit)
        return {};
    return QJsonObject{{u"at"_s, instant(visit->at)},
                       {u"login"_s, visit->login},
                       {u"checks"_s, visit->checks},
                       {u"findings"_s, visit->findings},
                       {u"milliseconds"_s, visit->milliseconds}};
}

QJsonValue toJson(const std::optional<BackupRecord> &backup)
{
    if (!backup)
        return {};
    return QJsonObject{{u"name"_s, backup->place},
                       {u"at"_s, instant(backup->takenAt)},
                       {u"verified_at"_s, instant(backup->happenedAt)},
                       {u"bytes"_s, backup->bytes}};
}

QString toLines(const SystemStatus &status, const std::vector<HealthSign> &signs)
{
    const ServerFigures &server = status.server;
    QString text = u"%1. PostgreSQL %2, up for %3, schema %4, database %5 of %6."_s
                       .arg(displayText(healthOf(signs)), server.version,
                            spanText(server.startedAt.secsTo(server.at)))
                       .arg(server.schemaVersion)
                       .arg(server.database, bytesText(server.databaseBytes));
    for (const HealthSign &sign : signs)
        text += u"\n  %1 %2: %3"_s.arg(toText(sign.health).leftJustified(6), sign.name, sign.words);
    text += u"\n  %1: %2."_s.arg(u"statements"_s, displayText(status.statementTimes));
    for (const LockWait &wait : lockWaits(status))
        text += u"\n  %1 (%2) waits for %3 since %4: %5"_s.arg(wait.waiting.login)
                    .arg(wait.waiting.pid)
                    .arg(wait.blocking ? u"%1 (%2)"_s.arg(wait.blocking->login).arg(wait.blocking->pid)
                                       : u"somebody"_s,
                         spanText(wait.seconds), wait.waiting.lock);
    return text;
}

Result<void> showStatus(const OpenBook &book, const NoArguments &)
{
    const auto status = book.services.monitoring.status(book.session);
    if (!status)
        return std::unexpected(status.error());
    const std::vector<HealthSign> signs = signsOf(*status);
    const auto json = [](const auto &row) { return toJson(row); };
    book.output.result(toLines(*status, signs), {{u"health"_s, toText(healthOf(signs))},
                                                 {u"signs"_s, arrayOf(signs, json)},
                                                 {u"server"_s, toJson(status->server)},
                                                 {u"connections"_s, arrayOf(groupsOf(*status), json)},
                                                 {u"waits"_s, arrayOf(lockWaits(*status), json)},
                                                 {u"statement_times"_s, toText(status->statementTimes)},
                                                 {u"statements"_s, arrayOf(status->statements, json)},
                                                 {u"tables"_s, arrayOf(status->tables, json)},
                                                 {u"indexes"_s, arrayOf(status->indexes, json)},
                                                 {u"replicas"_s, arrayOf(status->replicas, json)},
                                                 {u"doctor"_s, toJson(status->doctor)},
                                                 {u"backup"_s, toJson(status->backup)}});
    return {};
}

} // namespace

void addStatusCommand(CommandLine &line)
{
    Group<NoArguments>(line).add(
        line.app, "status", "How the database below the book is: connections, waits, sizes, doctor, backup",
        "status --json", showStatus);
}

} // namespace seatledger::ctl
