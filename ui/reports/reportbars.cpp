// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportbars.h"

#include "ui/reports/reportcells.h"
#include "ui/reports/reportreader.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// More than twice of what there is looks like twice; the figure beside the bar tells how much it is.
constexpr double fullestPercent = 200;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportBars)
};

QString number(qint64 count)
{
    return QLocale().toString(count);
}

double major(const Money &money)
{
    return money.toText().toDouble();
}

/// The largest first, as `key` has it.
template <typename Key>
void sortBars(ReportBars &bars, Key key)
{
    std::vector<std::size_t> order(bars.rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return key(bars.data.bars[a]) > key(bars.data.bars[b]); });
    ReportBars sorted{.data = {.parts = bars.data.parts,
                               .axisText = bars.data.axisText,
                               .full = bars.data.full,
                               .isWhole = bars.data.isWhole}};
    for (const std::size_t at : order) {
        sorted.data.bars.push_back(std::move(bars.data.bars[at]));
        sorted.rows.push_back(std::move(bars.rows[at]));
    }
    bars = std::move(sorted);
}

void append(ReportBars &bars, ChartBar bar, int row)
{
    bars.data.bars.push_back(std::move(bar));
    bars.rows.push_back({row});
}

double total(const ChartBar &bar)
{
    return std::accumulate(bar.values.begin(), bar.values.end(), 0.0);
}

ChartPart idlePart()
{
    return {Words::tr("Idle"), {Tone::Series2, Qt::FDiagPattern}};
}

bool isIn(const QString &currency, const std::optional<Money> &cost, const std::optional<Money> &idle)
{
    const std::optional<Money> &known = cost ? cost : idle;
    return known && known->currency().code() == currency;
}

/// What is used, and beside it what is paid for and not used.
ChartBar costBar(const QString &name, const QString &currency, const std::optional<Money> &cost,
                 const std::optional<Money> &idle, bool knowsIdle)
{
    ChartBar bar{.label = name, .values = {cost ? std::max(major(*cost), 0.0) : 0}};
    if (knowsIdle)
        bar.values.push_back(idle ? std::max(major(*idle), 0.0) : 0);
    bar.figure = QLocale().toString(total(bar), 'f', 0) + u' ' + currency;
    bar.details = name;
    if (cost)
        bar.details += u'\n' + Words::tr("%1 a month in use").arg(cost->displayText());
    if (idle)
        bar.details += u'\n' + Words::tr("%1 a month idle").arg(idle->displayText());
    return bar;
}

ChartBar utilisationBar(const QString &name, qint64 held, std::optional<qint64> seats)
{
    if (!seats)
        return {.label = name,
                .values = {0, 0, 0},
                .figure = number(held) + u" / ∞"_s,
                .details = Words::tr("%1: %2 held, no limit").arg(name, number(held))};
    const double all = static_cast<double>(std::max<qint64>(*seats, 1));
    const qint64 covered = std::min(held, *seats);
    const qint64 missing = held - covered;
    const double heldPercent = 100.0 * static_cast<double>(covered) / all;
    const double shortPercent = 100.0 * static_cast<double>(missing) / all;
    QString details = Words::tr("%1: %2 held of %3, %4 free")
                          .arg(name, number(held), number(*seats), number(*seats - covered));
    if (missing > 0)
        details = Words::tr("%1: %2 held of %3, %4 short")
                      .arg(name, number(held), number(*seats), number(missing));
    return {.label = name,
            .values = {heldPercent, 100.0 * static_cast<double>(*seats - covered) / all,
                       std::min(shortPercent, fullestPercent - heldPercent)},
            .figure = number(held) + u" / "_s + number(*seats),
            .details = details};
}

} // namespace

ReportBars utilisationBars(const ReportTable &table, const QString &)
{
    const ReportReader reader(table);
    ReportBars bars{
        .data = {
            .parts = {{Words::tr("Held"), {Tone::Series1}}, {Words::tr("Free"), freeFill}},
            .axisText = [](double value) { return Words::tr("%1 %").arg(QLocale().toString(value, 'f', 0)); },
            .full = 100}};
    bars.data.parts.push_back({Words::tr("Short"), shortageFill});
    for (int row = 0; row < reader.rows(); ++row)
        append(bars,
               utilisationBar(rowName(table, row), reader.count(row, u"held").value_or(0),
                              reader.count(row, u"seats")),
               row);
    sortBars(bars, [](const ChartBar &bar) { return bar.values[0] + 2 * bar.values[2]; });
    return bars;
}

ReportBars seatBars(const ReportTable &table, const QString &)
{
    const ReportReader reader(table);
    ReportBars bars{.data = {.parts = {{Words::tr("Seats held"), {Tone::Series1}}}, .isWhole = true}};
    for (int row = 0; row < reader.rows(); ++row) {
        const qint64 seats = reader.count(row, u"seats").value_or(0);
        append(bars,
               {.label = rowName(table, row),
                .values = {static_cast<double>(seats)},
                .figure = number(seats),
                .details = Words::tr("%1: %2 seats held").arg(rowName(table, row), number(seats))},
               row);
    }
    sortBars(bars, [](const ChartBar &bar) { return bar.values[0]; });
    return bars;
}

ReportBars forecastBars(const ReportTable &table, const QString &)
{
    const ReportReader reader(table);
    ReportBars bars{.data = {.parts = {{Words::tr("Seats short"), shortageFill},
                                       {Words::tr("Seats to drop"), {Tone::Series3}}},
                             .isWhole = true}};
    for (int row = 0; row < reader.rows(); ++row) {
        const qint64 missing = reader.count(row, u"short_seats").value_or(0);
        const qint64 droppable = reader.count(row, u"droppable_seats").value_or(0);
        if (missing == 0 && droppable == 0)
            continue;
        const QString name = rowName(table, row);
        append(bars,
               {.label = name,
                .values = {static_cast<double>(missing), static_cast<double>(droppable)},
                .figure = number(missing > 0 ? missing : droppable),
                .details = Words::tr("%1: %2 seats will be short, %3 could be dropped at renewal")
                               .arg(name, number(missing), number(droppable))},
               row);
    }
    sortBars(bars, [](const ChartBar &bar) { return std::pair(bar.values[0], bar.values[1]); });
    return bars;
}

ReportBars idleBars(const ReportTable &table, const QString &)
{
    const ReportReader reader(table);
    ReportBars bars{.data = {.parts = {{Words::tr("Give to somebody else now"), {Tone::Series1}},
                                       {Words::tr("Buy fewer at renewal"), {Tone::Series2, Qt::FDiagPattern}},
                                       {Words::tr("Release"), freeFill}},
                             .isWhole = true}};
    QHash<QString, std::size_t> places;
    for (int row = 0; row < reader.rows(); ++row) {
        const QString name = reader.text(row, u"license");
        if (!places.contains(name)) {
            places.insert(name, bars.rows.size());
            bars.data.bars.push_back({.label = name, .values = {0, 0, 0}});
            bars.rows.emplace_back();
        }
        const std::size_t place = places.value(name);
        const QString suggestion = reader.text(row, u"suggestion");
        const std::size_t part = suggestion == "give_now"_L1 ? 0 : suggestion == "buy_fewer"_L1 ? 1 : 2;
        bars.data.bars[place].values[part] += static_cast<double>(reader.count(row, u"seats").value_or(0));
        bars.rows[place].push_back(row);
    }
    for (ChartBar &bar : bars.data.bars) {
        bar.figure = number(static_cast<qint64>(total(bar)));
        bar.details = Words::tr("%1: %2 idle seats").arg(bar.label, bar.figure);
    }
    sortBars(bars, total);
    return bars;
}

ReportBars costBars(const ReportTable &table, const QString &currency)
{
    const ReportReader reader(table);
    const bool knowsIdle = reader.has(u"idle_per_month");
    ReportBars bars;
    bars.data.parts = {{knowsIdle ? Words::tr("In use") : Words::tr("Cost a month"), {Tone::Series1}}};
    if (knowsIdle)
        bars.data.parts.push_back(idlePart());
    for (int row = 0; row < reader.rows(); ++row) {
        const std::optional<Money> cost = reader.money(row, u"cost_per_month");
        const std::optional<Money> idle = reader.money(row, u"idle_per_month");
        if (isIn(currency, cost, idle))
            append(bars, costBar(rowName(table, row), currency, cost, idle, knowsIdle), row);
    }
    sortBars(bars, total);
    return bars;
}

ReportBars costColumns(const ReportTable &table, const QString &currency)
{
    const ReportReader reader(table);
    ReportBars bars{.data = {.parts = {{Words::tr("In use"), {Tone::Series1}}, idlePart()}}};
    for (int row = 0; row < reader.rows(); ++row) {
        const std::optional<Money> cost = reader.money(row, u"cost");
        const std::optional<Money> idle = reader.money(row, u"idle_cost");
        const std::optional<QDate> month = reader.day(row, u"month");
        if (month && isIn(currency, cost, idle))
            append(bars, costBar(month->toString(u"yyyy-MM"_s), currency, cost, idle, true), row);
    }
    sortBars(bars, [](const ChartBar &bar) { return bar.label; }); // the table may be sorted otherwise
    std::ranges::reverse(bars.data.bars);
    std::ranges::reverse(bars.rows);
    return bars;
}

} // namespace seatledger
