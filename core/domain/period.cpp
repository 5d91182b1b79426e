// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/period.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> invalid(QLatin1StringView field, const QString &message)
{
    return failure(ErrorCode::InvalidInput, message, {{"field"_L1, QString(field)}});
}

bool isPossible(QDate day)
{
    return day.isValid() && day >= Period::earliestDay() && day <= Period::latestDay();
}

QString impossibleDayText()
{
    return QCoreApplication::translate("domain", "Enter a day from %1 to %2.")
        .arg(displayDay(Period::earliestDay()), displayDay(Period::latestDay()));
}

} // namespace

QString displayDay(QDate day)
{
    return day.toString(Qt::ISODate);
}

Result<Period> Period::create(QDate first, std::optional<QDate> last)
{
    if (!isPossible(first))
        return invalid("first_day"_L1, impossibleDayText());
    if (last && !isPossible(*last))
        return invalid("last_day"_L1, impossibleDayText());
    if (last && *last < first) {
        return invalid("last_day"_L1,
                       QCoreApplication::translate("domain", "The last day, %1, is before the first, %2.")
                           .arg(displayDay(*last), displayDay(first)));
    }
    return Period(first, last ? std::optional(last->addDays(1)) : std::nullopt);
}

Period Period::fromStored(QDate first, std::optional<QDate> end)
{
    Q_ASSERT(first.isValid() && (!end || *end > first));
    return {first, end};
}

std::optional<QDate> Period::lastDay() const
{
    return m_end ? std::optional(m_end->addDays(-1)) : std::nullopt;
}

std::optional<Period> Period::intersected(const Period &other) const
{
    const DayRange common = range().intersected(other.range());
    if (common.isEmpty())
        return std::nullopt;
    return Period(QDate::fromJulianDay(common.first),
                  common.end == endOfDays ? std::nullopt : std::optional(QDate::fromJulianDay(common.end)));
}

std::optional<qint64> Period::dayCount() const
{
    return m_end ? std::optional(m_first.daysTo(*m_end)) : std::nullopt;
}

std::optional<int> Period::monthCount() const
{
    if (!m_end)
        return std::nullopt;
    int months = (m_end->year() - m_first.year()) * 12 + m_end->month() - m_first.month();
    if (m_first.addMonths(months) < *m_end)
        ++months;
    return months;
}

DayRange Period::range() const
{
    return {m_first.toJulianDay(), m_end ? m_end->toJulianDay() : endOfDays};
}

QString Period::displayText() const
{
    if (!m_end)
        return QCoreApplication::translate("domain", "from %1").arg(displayDay(m_first));
    return QCoreApplication::translate("domain", "%1 to %2").arg(displayDay(m_first), displayDay(*lastDay()));
}

} // namespace seatledger
