// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sampletable.h"

#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qint64 rowsOfStatement = 50'000;
constexpr qint64 tellEvery = 1'000;

} // namespace

void SampleProgress::rowDone()
{
    if (++m_done % tellEvery == 0 && m_tell)
        m_tell(m_done, m_total);
}

void SampleProgress::doneBeyond(qint64 before, qint64 more)
{
    m_done = std::min(before + more, m_total);
    if (m_tell)
        m_tell(m_done, m_total);
}

void SampleProgress::allDone() const
{
    if (m_tell)
        m_tell(m_total, m_total);
}

SampleTable::SampleTable(Session &session, QString target, SampleProgress &progress)
    : m_session(session), m_target(std::move(target)), m_progress(progress)
{}

Result<void> SampleTable::row(std::initializer_list<SqlValue> values)
{
    if (!m_copy)
        m_copy.emplace(m_session, m_target);
    ++m_inStatement;
    m_progress.rowDone();
    return m_copy->row(values);
}

Result<void> SampleTable::breathe()
{
    return isFull() ? finish() : Result<void>();
}

bool SampleTable::isFull() const
{
    return m_inStatement >= rowsOfStatement;
}

Result<void> SampleTable::finish()
{
    if (!m_copy)
        return {};
    auto written = m_copy->finish();
    m_copy.reset();
    m_inStatement = 0;
    if (!written)
        return std::unexpected(std::move(written).error());
    m_rows += *written;
    return {};
}

QString sampleDay(DayNumber day)
{
    return QDate::fromJulianDay(day).toString(Qt::ISODate);
}

SqlValue sampleDay(std::optional<DayNumber> day)
{
    return day ? SqlValue(sampleDay(*day)) : SqlValue(std::nullopt);
}

QString samplePeriod(const DayRange &days)
{
    return u'[' + sampleDay(days.first) + u',' + (days.end == endOfDays ? QString() : sampleDay(days.end))
           + u')';
}

} // namespace seatledger
