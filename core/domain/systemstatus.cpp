// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/systemstatus.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString programOf(const DatabaseSession &session)
{
    return session.application.section(u' ', 0, 0);
}

qint64 secondsSince(const std::optional<QDateTime> &moment, const SystemStatus &status)
{
    return moment ? std::max<qint64>(0, moment->secsTo(status.server.at)) : 0;
}

std::optional<DatabaseSession> sessionOf(const SystemStatus &status, qint64 pid)
{
    const auto found = std::ranges::find(status.sessions, pid, &DatabaseSession::pid);
    return found == status.sessions.end() ? std::nullopt : std::optional(*found);
}

} // namespace

template <>
std::span<const EnumEntry<StatementTimes>> enumEntries()
{
    using enum StatementTimes;
    static constexpr std::array entries{
        EnumEntry{Kept, "kept"_L1, QT_TRANSLATE_NOOP("domain", "Kept by pg_stat_statements")},
        EnumEntry{NotInstalled, "not_installed"_L1,
                  QT_TRANSLATE_NOOP("domain", "pg_stat_statements is not installed in this database")},
        EnumEntry{NotLoaded, "not_loaded"_L1,
                  QT_TRANSLATE_NOOP("domain", "pg_stat_statements is not in shared_preload_libraries")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<Health>> enumEntries()
{
    using enum Health;
    static constexpr std::array entries{
        EnumEntry{Good, "good"_L1, QT_TRANSLATE_NOOP("domain", "Good")},
        EnumEntry{Watch, "watch"_L1, QT_TRANSLATE_NOOP("domain", "Look at it")},
        EnumEntry{Bad, "bad"_L1, QT_TRANSLATE_NOOP("domain", "Act now")},
    };
    return entries;
}

std::vector<SessionGroup> groupsOf(const SystemStatus &status)
{
    std::map<std::pair<QString, QString>, SessionGroup> groups;
    for (const DatabaseSession &session : status.sessions) {
        SessionGroup &group = groups[{programOf(session), session.state}];
        group.application = programOf(session);
        group.state = session.state;
        ++group.count;
        group.longestSeconds = std::max(group.longestSeconds, secondsSince(session.stateAt, status));
    }
    std::vector<SessionGroup> sorted;
    for (const auto &[key, group] : groups)
        sorted.push_back(group);
    std::ranges::stable_sort(sorted, std::ranges::greater(), &SessionGroup::count);
    return sorted;
}

std::vector<LockWait> lockWaits(const SystemStatus &status)
{
    std::vector<LockWait> waits;
    for (const DatabaseSession &session : status.sessions) {
        const qint64 seconds = secondsSince(session.queryAt, status);
        for (const qint64 pid : session.blockedBy)
            waits.push_back({session, sessionOf(status, pid), seconds});
    }
    std::ranges::stable_sort(waits, std::ranges::greater(), &LockWait::seconds);
    return waits;
}

QString spanText(qint64 seconds)
{
    const auto words = [](const char *source, qint64 large, qint64 small) {
        return translateDomain(source).arg(large).arg(small);
    };
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    if (seconds >= day)
        return words(QT_TRANSLATE_NOOP("domain", "%1 d %2 h"), seconds / day, seconds % day / hour);
    if (seconds >= hour)
        return words(QT_TRANSLATE_NOOP("domain", "%1 h %2 min"), seconds / hour, seconds % hour / minute);
    if (seconds >= minute)
        return words(QT_TRANSLATE_NOOP("domain", "%1 min %2 s"), seconds / minute, seconds % minute);
    return translateDomain(QT_TRANSLATE_NOOP("domain", "%1 s")).arg(seconds);
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 * 1024 ? 0 : 1,
                                       QLocale::DataSizeTraditionalFormat);
}

} // namespace seatledger
