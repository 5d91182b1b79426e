// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/backupretention.h"

#include <QString>

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

using Places = std::vector<std::size_t>;

QString dayOf(const QDateTime &moment)
{
    return moment.toUTC().date().toString(Qt::ISODate);
}

QString weekOf(const QDateTime &moment)
{
    int year = 0;
    const int week = moment.toUTC().date().weekNumber(&year);
    return u"%1-%2"_s.arg(year).arg(week);
}

QString monthOf(const QDateTime &moment)
{
    return moment.toUTC().date().toString(u"yyyy-MM"_s);
}

/// The newest backup of each of the newest `count` periods that have one.
void keepNewestOfEach(std::span<const BackupAge> backups, const Places &newestFirst, int count,
                      const std::function<QString(const QDateTime &)> &periodOf, std::set<std::size_t> &kept)
{
    std::set<QString> periods;
    for (const std::size_t place : newestFirst) {
        const QString period = periodOf(backups[place].takenAt);
        if (periods.contains(period))
            continue;
        if (static_cast<int>(periods.size()) >= count)
            return;
        periods.insert(period);
        kept.insert(place);
    }
}

} // namespace

std::vector<std::size_t> superfluousBackups(std::span<const BackupAge> backups,
                                            const BackupRetention &retention)
{
    Places places(backups.size());
    std::iota(places.begin(), places.end(), std::size_t(0));
    if (!retention.keepsSomething())
        return {};
    Places newestFirst = places;
    std::ranges::stable_sort(newestFirst, std::greater(),
                             [&](std::size_t place) { return backups[place].takenAt; });

    std::set<std::size_t> kept;
    const auto last = std::min(newestFirst.size(), static_cast<std::size_t>(std::max(retention.last, 1)));
    kept.insert(newestFirst.begin(), newestFirst.begin() + static_cast<std::ptrdiff_t>(last));
    keepNewestOfEach(backups, newestFirst, retention.daily, dayOf, kept);
    keepNewestOfEach(backups, newestFirst, retention.weekly, weekOf, kept);
    keepNewestOfEach(backups, newestFirst, retention.monthly, monthOf, kept);
    const auto verified = std::ranges::find_if(newestFirst,
                                               [&](std::size_t place) { return backups[place].isVerified; });
    if (verified != newestFirst.end())
        kept.insert(*verified);
    std::erase_if(places, [&](std::size_t place) { return kept.contains(place); });
    return places;
}

} // namespace seatledger
