// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplemoments.h"

#include <QDate>
#include <QTime>

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int secondsOfHour = 3600;
constexpr int firstHour = 6;
// How busy the hours from the first on are, in parts of a hundred.
constexpr std::array hours{1, 3, 9, 14, 15, 11, 5, 9, 13, 10, 6, 2, 1, 1};

} // namespace

SampleMoment sampleMoment(DayNumber day, SampleRandom &random)
{
    qint64 point = random.below(100);
    int hour = 0;
    while (point >= hours[static_cast<std::size_t>(hour)])
        point -= hours[static_cast<std::size_t>(hour++)];
    return {day, (firstHour + hour) * secondsOfHour + static_cast<int>(random.below(secondsOfHour))};
}

bool isWorkday(DayNumber day)
{
    return QDate::fromJulianDay(day).dayOfWeek() <= 5;
}

SampleMoment sampleBooking(DayNumber firstDay, DayNumber today, SampleRandom &random)
{
    // Many wait for the meeting on Monday.
    const bool isOnMonday = random.chance(12);
    DayNumber day = std::min(firstDay, today - 1);
    if (firstDay >= today)
        day -= random.skewed(0, 20);
    if (!isWorkday(day))
        day -= random.between(2, 6);
    if (isOnMonday || !isWorkday(day))
        day -= QDate::fromJulianDay(day).dayOfWeek() - 1;
    return sampleMoment(day, random);
}

QString sampleText(const SampleMoment &moment)
{
    return QDate::fromJulianDay(moment.day).toString(Qt::ISODate) + u' '
           + QTime(0, 0).addSecs(moment.second).toString(u"HH:mm:ss");
}

} // namespace seatledger
