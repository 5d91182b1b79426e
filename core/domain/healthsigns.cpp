// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/systemstatus.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qint64 secondsOfDay = 24LL * 60 * 60;

QString text(const char *source)
{
    return translateDomain(source);
}

Health above(double value, double watch, double bad)
{
    return value >= bad ? Health::Bad : value >= watch ? Health::Watch : Health::Good;
}

HealthSign connectionSign(const ServerFigures &server)
{
    const double share = 100.0 * server.connections / std::max(1, server.maxConnections);
    return {u"connections"_s, above(share, 80, 95),
            text(QT_TRANSLATE_NOOP("domain", "%1 of %2 connections are in use."))
                .arg(server.connections)
                .arg(server.maxConnections)};
}

HealthSign waitSign(const SystemStatus &status)
{
    const std::vector<LockWait> waits = lockWaits(status);
    if (waits.empty())
        return {u"waits"_s, Health::Good, text(QT_TRANSLATE_NOOP("domain", "Nobody waits for a lock."))};
    return {u"waits"_s, above(static_cast<double>(waits.front().seconds), 2, 30),
            text(QT_TRANSLATE_NOOP("domain", "Somebody has been waiting for a lock for %1."))
                .arg(spanText(waits.front().seconds))};
}

/// An open transaction keeps vacuum from its work, and perhaps others waiting.
HealthSign transactionSign(const SystemStatus &status)
{
    qint64 longest = 0;
    for (const DatabaseSession &session : status.sessions) {
        if (session.transactionAt)
            longest = std::max(longest, session.transactionAt->secsTo(status.server.at));
    }
    if (longest < 60)
        return {u"transactions"_s, Health::Good,
                text(QT_TRANSLATE_NOOP("domain", "No transaction has been open for long."))};
    return {u"transactions"_s, above(static_cast<double>(longest), 300, 3600),
            text(QT_TRANSLATE_NOOP("domain", "A transaction has been open for %1.")).arg(spanText(longest))};
}

HealthSign cacheSign(const ServerFigures &server)
{
    const double percent = server.cacheHitPercent.value_or(100);
    return {u"cache"_s, above(100 - percent, 5, 30),
            text(QT_TRANSLATE_NOOP("domain", "%1 % of the pages were found in memory."))
                .arg(QLocale().toString(percent, 'f', 1))};
}

/// PostgreSQL stops writing at about two thousand million.
HealthSign wraparoundSign(const ServerFigures &server)
{
    const auto millions = static_cast<double>(server.transactionAge) / 1e6;
    const Health health = above(millions, 500, 1500);
    return {u"wraparound"_s, health,
            health == Health::Good
                ? text(QT_TRANSLATE_NOOP("domain", "Old rows are frozen in time."))
                : text(QT_TRANSLATE_NOOP("domain", "Rows of %1 million transactions are not frozen: see to "
                                                   "it that autovacuum runs."))
                      .arg(QLocale().toString(millions, 'f', 0))};
}

std::optional<HealthSign> replicaSign(const SystemStatus &status)
{
    if (status.server.isStandby) {
        const double lag = status.server.standbyLagSeconds.value_or(0);
        return HealthSign{u"replicas"_s, above(lag, 30, 300),
                          text(QT_TRANSLATE_NOOP("domain", "This is a standby, %1 behind."))
                              .arg(spanText(static_cast<qint64>(lag)))};
    }
    if (status.replicas.empty())
        return std::nullopt;
    double longest = 0;
    for (const ReplicaLag &replica : status.replicas)
        longest = std::max(longest, replica.behindMs.value_or(0) / 1000);
    return HealthSign{u"replicas"_s, above(longest, 30, 300),
                      text(QT_TRANSLATE_NOOP("domain", "Replicas: %1, at most %2 behind."))
                          .arg(status.replicas.size())
                          .arg(spanText(static_cast<qint64>(longest)))};
}

HealthSign doctorSign(const SystemStatus &status)
{
    if (!status.doctor)
        return {u"doctor"_s, Health::Watch,
                text(QT_TRANSLATE_NOOP("domain", "The doctor was never here: run it."))};
    const qint64 age = std::max<qint64>(0, status.doctor->at.secsTo(status.server.at));
    if (status.doctor->findings > 0)
        return {u"doctor"_s, Health::Bad,
                text(QT_TRANSLATE_NOOP("domain", "The doctor found differences (%1), %2 ago."))
                    .arg(status.doctor->findings)
                    .arg(spanText(age))};
    return {u"doctor"_s, age > 7 * secondsOfDay ? Health::Watch : Health::Good,
            text(QT_TRANSLATE_NOOP("domain", "The book added up when the doctor was here %1 ago."))
                .arg(spanText(age))};
}

HealthSign backupSign(const SystemStatus &status)
{
    if (!status.backup)
        return {u"backup"_s, Health::Watch, text(QT_TRANSLATE_NOOP("domain", "No backup was verified yet."))};
    const qint64 age = std::max<qint64>(0, status.backup->takenAt.secsTo(status.server.at));
    return {
        u"backup"_s, above(static_cast<double>(age), 2 * secondsOfDay, 7 * secondsOfDay),
        text(QT_TRANSLATE_NOOP("domain", "The last backup that was verified is %1 old.")).arg(spanText(age))};
}

HealthSign sightSign()
{
    return {u"sight"_s, Health::Watch,
            text(QT_TRANSLATE_NOOP("domain", "What other logins do is not seen: grant pg_read_all_stats to "
                                             "the owner of the schema."))};
}

} // namespace

std::vector<HealthSign> signsOf(const SystemStatus &status)
{
    std::vector<HealthSign> signs{connectionSign(status.server), waitSign(status), transactionSign(status),
                                  cacheSign(status.server), wraparoundSign(status.server)};
    if (auto replicas = replicaSign(status))
        signs.push_back(*std::move(replicas));
    signs.push_back(backupSign(status));
    signs.push_back(doctorSign(status));
    if (!status.server.seesAll)
        signs.push_back(sightSign());
    return signs;
}

Health healthOf(const std::vector<HealthSign> &signs)
{
    return signs.empty() ? Health::Good : std::ranges::max(signs, {}, &HealthSign::health).health;
}

} // namespace seatledger
