// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reporttimes.h"

#include "core/domain/period.h"
#include "ui/reports/reportreader.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportTimes)
};

QString number(qint64 count)
{
    return QLocale().toString(count);
}

QString stepDetails(const QString &when, qint64 held, std::optional<qint64> seats, qint64 missing)
{
    QString details = when + u'\n' + Words::tr("%1 held").arg(number(held));
    if (seats)
        details += u'\n' + Words::tr("%1 owned").arg(number(*seats));
    if (missing > 0)
        details += u'\n' + Words::tr("%1 short").arg(number(missing));
    return details;
}

StepChartData emptySteps(QDate today)
{
    return {.steps = {},
            .until = {},
            .today = today,
            .demandName = Words::tr("Seats held"),
            .supplyName = Words::tr("Seats owned"),
            .shortageName = Words::tr("Short")};
}

ChartStep stepOf(const ReportReader &reader, int row, QDate day, const QString &when)
{
    const qint64 held = reader.count(row, u"held").value_or(0);
    const std::optional<qint64> seats = reader.count(row, u"seats");
    const qint64 missing = reader.count(row, u"short_seats").value_or(0);
    return {.day = day,
            .demand = static_cast<double>(held),
            .supply = seats ? std::optional(static_cast<double>(*seats)) : std::nullopt,
            .shortage = static_cast<double>(missing),
            .details = stepDetails(when, held, seats, missing),
            .row = row};
}

} // namespace

StepChartData seatSteps(const ReportTable &table, QDate today)
{
    const ReportReader reader(table);
    StepChartData data = emptySteps(today);
    for (int row = 0; row < reader.rows(); ++row) {
        const std::optional<QDate> day = reader.day(row, u"day");
        if (!day)
            continue;
        const QDate last = reader.day(row, u"until").value_or(*day);
        const QString when = last > *day ? displayDay(*day) + u" – "_s + displayDay(last) : displayDay(*day);
        data.steps.push_back(stepOf(reader, row, *day, when));
        data.until = std::max(data.until, last.addDays(1));
    }
    std::ranges::sort(data.steps, {}, &ChartStep::day); // the table may be sorted otherwise
    return data;
}

StepChartData monthSteps(const ReportTable &table, QDate today)
{
    const ReportReader reader(table);
    StepChartData data = emptySteps(today);
    for (int row = 0; row < reader.rows(); ++row) {
        const std::optional<QDate> month = reader.day(row, u"month");
        if (!month || !reader.count(row, u"held")) // a row for another currency
            continue;
        data.steps.push_back(stepOf(reader, row, *month, month->toString(u"yyyy-MM"_s)));
        data.until = std::max(data.until, month->addMonths(1));
    }
    std::ranges::sort(data.steps, {}, &ChartStep::day);
    return data;
}

TimelineChartData expiryData(const ReportTable &table, QDate today)
{
    const ReportReader reader(table);
    const auto until = [&](int days, const QString &fromToday) {
        return table.asOf == today ? fromToday
                                   : Words::tr("Until %1").arg(displayDay(table.asOf.addDays(days)));
    };
    TimelineChartData data{
        .parts = {{until(30, Words::tr("Within 30 days")), {Tone::SeriesShort}, ChartMarker::Diamond},
                  {until(60, Words::tr("Within 60 days")), {Tone::Series2}, ChartMarker::Triangle},
                  {until(90, Words::tr("Within 90 days")), {Tone::Series1}, ChartMarker::Circle},
                  {Words::tr("Later"), {Tone::TextMuted}, ChartMarker::Square}},
        .from = table.asOf,
        .until = table.asOf.addDays(30)};
    for (int row = 0; row < reader.rows(); ++row) {
        const std::optional<QDate> day = reader.day(row, u"ends_on");
        if (!day)
            continue;
        const qint64 left = table.asOf.daysTo(*day);
        const std::optional<qint64> seats = reader.count(row, u"seats");
        data.events.push_back(
            {.day = *day,
             .size = static_cast<double>(seats.value_or(1)),
             .part = left <= 30   ? 0U
                     : left <= 60 ? 1U
                     : left <= 90 ? 2U
                                  : 3U,
             .details = Words::tr("%1: %2, %3 seats")
                            .arg(displayDay(*day), rowName(table, row), seats ? number(*seats) : u"∞"_s),
             .rows = {row}});
        data.until = std::max(data.until, *day);
    }
    const bool hasLater = std::ranges::any_of(data.events,
                                              [](const ChartEvent &event) { return event.part == 3; });
    if (!hasLater)
        data.parts.pop_back();
    return data;
}

HeatMapData activityData(const ReportTable &table)
{
    const ReportReader reader(table);
    HeatMapData data;
    for (const auto &[when, row] : activityRows(table))
        data.values[when.first - 1][when.second] += static_cast<double>(
            reader.count(row, u"count").value_or(0));
    return data;
}

HourRows activityRows(const ReportTable &table)
{
    const ReportReader reader(table);
    HourRows rows;
    for (int row = 0; row < reader.rows(); ++row) {
        const qint64 weekday = reader.count(row, u"weekday").value_or(0);
        const qint64 hour = reader.count(row, u"hour").value_or(-1);
        if (weekday >= 1 && weekday <= 7 && hour >= 0 && hour < 24)
            rows.emplace(std::pair(static_cast<int>(weekday), static_cast<int>(hour)), row);
    }
    return rows;
}

} // namespace seatledger
