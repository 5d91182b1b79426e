// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportbars.h"
#include "ui/reports/reportcells.h"
#include "ui/reports/reportchart.h"
#include "ui/reports/reporttargets.h"
#include "ui/reports/reporttimes.h"

#include <QTest>
#include <QWidget>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

ReportCell money(qint64 minor, const char *code)
{
    return Money(minor, Currency::fromStored(QString::fromLatin1(code)));
}

ReportTable tableOf(ReportKind kind, std::vector<ReportRow> rows)
{
    const auto total = static_cast<qint64>(rows.size());
    return {.kind = kind,
            .columns = reportColumns(kind, true),
            .rows = std::move(rows),
            .total = total,
            .asOf = QDate(2026, 3, 1)};
}

QStringList labels(const ReportBars &bars)
{
    QStringList labels;
    for (const ChartBar &bar : bars.data.bars)
        labels += bar.label;
    return labels;
}

} // namespace

/// How the rows of reports become what charts show.
class ReportChartsTest final : public QObject
{
    Q_OBJECT

private slots:
    void currenciesStayApart()
    {
        const ReportTable table = tableOf(
            ReportKind::CostByDepartment,
            {{{u"Sales"_s, qint64(1), qint64(1), money(5'000, "USD"), 10.0}},
             {{u"Optics"_s, qint64(2), qint64(3), money(20'000, "EUR"), 60.0}},
             {{std::monostate(), qint64(2), qint64(3), money(30'000, "EUR"), 40.0}}});
        QCOMPARE(currenciesOf(table), (QStringList{u"EUR"_s, u"USD"_s}));
        const ReportBars euros = costBars(table, u"EUR"_s);
        QCOMPARE(labels(euros), (QStringList{u"No department"_s, u"Optics"_s})); // the most first
        QCOMPARE(euros.rows, (std::vector<std::vector<int>>{{2}, {1}}));
        QCOMPARE(euros.data.bars[1].values, std::vector{200.0});
        QCOMPARE(labels(costBars(table, u"USD"_s)), QStringList{u"Sales"_s});
        QVERIFY(currenciesOf(tableOf(ReportKind::Expiring, {})).isEmpty());
    }

    void monthsAreInOrderHoweverTheTableIsSorted()
    {
        const auto row = [](int month, qint64 cost) {
            return ReportRow{{QDate(2026, month, 1), qint64(3), money(cost, "EUR"), money(100, "EUR")}};
        };
        const ReportBars bars = costColumns(
            tableOf(ReportKind::CostByMonth, {row(3, 100), row(1, 300), row(2, 200)}), u"EUR"_s);
        QCOMPARE(labels(bars), (QStringList{u"2026-01"_s, u"2026-02"_s, u"2026-03"_s}));
        QCOMPARE(bars.rows, (std::vector<std::vector<int>>{{1}, {2}, {0}}));
        QCOMPARE(bars.data.bars[0].values, (std::vector{3.0, 1.0})); // idle beside what is used
    }

    void aMonthsSecondCurrencyIsNoStep()
    {
        const ReportTable table = tableOf(
            ReportKind::ForecastByMonth,
            {{{QDate(2026, 3, 1), qint64(10), qint64(8), qint64(1), qint64(2), money(1, "EUR")}},
             {{QDate(2026, 3, 1), std::monostate(), std::monostate(), std::monostate(), std::monostate(),
               money(2, "USD")}},
             {{QDate(2026, 4, 1), qint64(9), qint64(8), qint64(0), qint64(0), std::monostate()}}});
        const StepChartData data = monthSteps(table, QDate(2026, 3, 20));
        QCOMPARE(data.steps.size(), 2U);
        QCOMPARE(data.steps[0].shortage, 2.0);
        QCOMPARE(data.steps[1].row, 2);
        QCOMPARE(data.until, QDate(2026, 5, 1));
        QCOMPARE(data.today, QDate(2026, 3, 20)); // and not the day of the report
        QVERIFY(cellText(table.kind, table.columns[1], table.rows[1].cells[1])
                    .isEmpty()); // and not without limit
    }

    void whatEndedIsNamedByDays()
    {
        const auto ends = [](QDate day) {
            std::vector<ReportCell> cells(reportColumns(ReportKind::Expiring, true).size());
            cells[0] = u"IDE"_s;
            for (std::size_t at = 0; at < cells.size(); ++at) {
                if (reportColumns(ReportKind::Expiring, true)[at].name == "ends_on"_L1)
                    cells[at] = day;
            }
            return ReportRow{cells};
        };
        const auto names = [](const TimelineChartData &shown) {
            QStringList all;
            for (const ChartPart &part : shown.parts)
                all += part.name;
            return all;
        };
        const ReportTable table = tableOf(ReportKind::Expiring,
                                          {ends(QDate(2026, 3, 31)), ends(QDate(2026, 9, 1))});
        QCOMPARE(names(expiryData(table, QDate(2026, 3, 1))),
                 (QStringList{u"Within 30 days"_s, u"Within 60 days"_s, u"Within 90 days"_s, u"Later"_s}));
        for (const QDate today : {QDate(2026, 6, 1), QDate(2025, 12, 1)}) { // over, and still to come
            const TimelineChartData data = expiryData(table, today);
            QCOMPARE(names(data), (QStringList{u"Until 2026-03-31"_s, u"Until 2026-04-30"_s,
                                               u"Until 2026-05-30"_s, u"Later"_s}));
            QCOMPARE(data.events[0].part, 0U);
            QCOMPARE(data.events[1].part, 3U);
        }
    }

    void seatsAreCountedInWholeOnes()
    {
        const auto cells = [](ReportKind kind) {
            return std::vector<ReportCell>(reportColumns(kind, true).size());
        };
        const auto bars = [&](ReportKind kind, auto make) {
            return make(tableOf(kind, {{cells(kind)}}), QString()).data.isWhole;
        };
        QVERIFY(bars(ReportKind::TopMembers, seatBars));
        QVERIFY(bars(ReportKind::Forecast, forecastBars));
        QVERIFY(bars(ReportKind::IdleSeats, idleBars));
        QVERIFY(!bars(ReportKind::CostByDepartment, costBars));
        QVERIFY(!bars(ReportKind::Utilisation, utilisationBars));
    }

    void seatsWithoutLimitAreNoBar()
    {
        const auto row = [](const QString &name, ReportCell seats, qint64 held) {
            return ReportRow{{name, u"V"_s, u"P"_s, u"site"_s, std::move(seats), held, held, std::monostate(),
                              qint64(0), std::monostate()}};
        };
        const ReportTable table = tableOf(
            ReportKind::Utilisation,
            {row(u"Site"_s, std::monostate(), 7), row(u"IDE"_s, qint64(4), 6), row(u"None"_s, qint64(0), 2)});
        const ReportBars bars = utilisationBars(table, {});
        QCOMPARE(labels(bars), (QStringList{u"None"_s, u"IDE"_s, u"Site"_s}));
        QCOMPARE(bars.data.bars[1].values, (std::vector{100.0, 0.0, 50.0}));
        QCOMPARE(bars.data.bars[2].values, (std::vector{0.0, 0.0, 0.0}));
        QCOMPARE(bars.data.bars[2].figure, u"7 / ∞"_s);
        // nothing bought at all must not stretch the others to nothing
        QVERIFY(bars.data.bars[0].values[2] <= 200);
        QCOMPARE(cellText(table.kind, table.columns[4], table.rows[0].cells[4]), u"∞"_s);
        QCOMPARE(cellText(table.kind, table.columns[3], table.rows[0].cells[3]), u"Site"_s);
    }

    void everyReportWithAChartDrawsNothingToo()
    {
        QWidget parent;
        for (const auto &entry : enumEntries<ReportKind>()) {
            const auto chart = ReportChart::of(entry.value, &parent);
            QCOMPARE(chart == nullptr, entry.value == ReportKind::Holders);
            if (chart)
                QVERIFY2(!chart->show(tableOf(entry.value, {}), {}, QDate(2026, 3, 1)), entry.name.data());
        }
    }

    void rowsLeadToWhatTheyAreAbout()
    {
        const ReportPlace from{.kind = ReportKind::CostByDepartment, .choice = {.search = u"opt"_s}};
        ReportTable table = tableOf(
            ReportKind::CostByDepartment,
            {{{u"Optics"_s, qint64(2), qint64(3), money(1, "EUR"), 1.0}, ReportTarget{u"department"_s, 7}}});
        const auto closer = std::get<ReportPlace>(placeBehind(table, 0, from));
        QCOMPARE(closer.kind, ReportKind::CostByMember);
        QCOMPARE(closer.choice.departments, QList{*DepartmentId::fromValue(7)});
        QVERIFY(closer.choice.search.isEmpty());
        table.rows[0].target.reset();
        QVERIFY(std::holds_alternative<std::monostate>(placeBehind(table, 0, from)));
    }
};

} // namespace seatledger

QTEST_MAIN(seatledger::ReportChartsTest)
#include "reportchartstest.moc"
