// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/book/scripteddialogs.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartfile.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/columnchart.h"
#include "ui/charts/heatmap.h"
#include "ui/charts/stepchart.h"
#include "ui/charts/timelinechart.h"
#include "ui/common/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

BarChartData utilisation(int count)
{
    BarChartData data{
        .parts = {{u"Held"_s, {Tone::Series1}}, {u"Free"_s, freeFill}, {u"Short"_s, shortageFill}}};
    for (int i = 0; i < count; ++i)
        data.bars.push_back({.label = u"Licence %1"_s.arg(i),
                             .values = {60, i % 2 ? 40.0 : 0.0, i % 2 ? 0.0 : 40.0},
                             .figure = u"6 / 10"_s,
                             .details = u"Licence %1: 6 held"_s.arg(i)});
    return data;
}

StepChartData steps()
{
    const QDate day(2026, 1, 1);
    return {.steps = {{day, 4, 10, 0, u"4 of 10"_s},
                      {day.addDays(30), 8, 6, 2, u"8 of 6"_s},
                      {day.addDays(60), 5, 6, 0, u"5 of 6"_s}},
            .until = day.addDays(90),
            .today = day.addDays(45),
            .demandName = u"Held"_s,
            .supplyName = u"Owned"_s,
            .shortageName = u"Short"_s};
}

/// Pixels of about this colour.
int pixels(const QImage &image, const QColor &wanted)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor seen = image.pixelColor(x, y);
            found += qAbs(seen.red() - wanted.red()) + qAbs(seen.green() - wanted.green())
                         + qAbs(seen.blue() - wanted.blue())
                     < 12;
        }
    }
    return found;
}

using Cones = std::array<std::array<double, 3>, 3>;
// Machado, Oliveira and Fernandes 2009, complete dichromacy, on linear light
constexpr Cones withoutRed{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Cones withoutGreen{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
using Light = std::array<double, 3>;

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

Light lightOf(const QColor &color)
{
    return {linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
}

double luminance(const Light &light)
{
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax(luminance(lightOf(one)), luminance(lightOf(other)));
    return (lighter + 0.05) / (darker + 0.05);
}

Light seen(const QColor &color, const Cones &cones)
{
    const Light light = lightOf(color);
    Light result{};
    for (int row = 0; row < 3; ++row) {
        for (int part = 0; part < 3; ++part)
            result[row] += cones[row][part] * light[part];
        result[row] = std::pow(std::clamp(result[row], 0.0, 1.0), 1 / 2.2); // as even steps look
    }
    return result;
}

double distance(const Light &one, const Light &other)
{
    return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

QImage shot(QWidget &widget)
{
    QImage image(widget.size(), QImage::Format_RGB32);
    widget.render(&image);
    return image;
}

QColor tone(Tone tone)
{
    return color(qApp->palette(), tone);
}

template <typename Chart, typename Data>
std::unique_ptr<Chart> shown(Data data, QSize size = {480, 260})
{
    auto chart = std::make_unique<Chart>();
    chart->setData(std::move(data));
    chart->resize(size);
    chart->show();
    shot(*chart);
    return chart;
}

} // namespace

class ChartsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { applyTheme(*qApp, SchemeChoice::Light); }

    void coloursAreSeenAndToldApart()
    {
        using enum Tone;
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const auto color = [&](Tone tone) { return Tokens::instance().color(scheme, tone); };
            for (const Tone tone : {Series1, Series2, Series3, Series4, Series5, SeriesShort}) {
                const double ratio = contrast(color(tone), color(Surface));
                QVERIFY2(ratio >= 3, qPrintable(u"%1: %2"_s.arg(color(tone).name()).arg(ratio)));
            }
            // those that stand beside each other, as people without red or green cones see them
            for (const auto &[one, other] :
                 {std::pair(Series1, Series2), std::pair(Series1, SeriesShort),
                  std::pair(Series1, SeriesFree), std::pair(SeriesShort, Series3)}) {
                for (const auto &cones : {withoutRed, withoutGreen})
                    QVERIFY2(distance(seen(color(one), cones), seen(color(other), cones)) > 0.15,
                             qPrintable(color(one).name() + color(other).name()));
            }
        }
    }

    void barsAreWhereTheyCanBeClicked()
    {
        const auto chart = shown<BarChart>(utilisation(4));
        QSignalSpy activated(chart.get(), &ChartWidget::activated);
        for (int bar = 0; bar < 4; ++bar) {
            const QPoint middle = chart->areaOf(bar).center().toPoint();
            QTest::mouseClick(chart.get(), Qt::LeftButton, {}, middle);
            QCOMPARE(activated.takeFirst().value(0).toInt(), bar);
            // Qt Charts drew the bar where the click was answered
            QVERIFY(pixels(shot(*chart).copy(chart->areaOf(bar).toAlignedRect()), tone(Tone::Series1)) > 200);
        }
        QTest::mouseClick(chart.get(), Qt::LeftButton, {}, {240, 250});
        QVERIFY(activated.isEmpty());
    }

    void shortagesAreHatchedAndNotOnlyColoured()
    {
        const auto chart = shown<BarChart>(utilisation(2));
        const QImage image = shot(*chart).copy(chart->areaOf(0).toAlignedRect());
        const int inked = pixels(image, tone(Tone::SeriesShort));
        const auto other = shown<BarChart>([] {
            BarChartData plain = utilisation(2);
            plain.parts[2].fill.pattern = Qt::SolidPattern;
            return plain;
        }());
        const int solid = pixels(shot(*other).copy(other->areaOf(0).toAlignedRect()),
                                 tone(Tone::SeriesShort));
        QVERIFY2(inked > 20 && inked < solid * 2 / 3, qPrintable(u"%1 of %2"_s.arg(inked).arg(solid)));
    }

    void manyBarsAreCutToWhatIsReadable()
    {
        const auto chart = shown<BarChart>(utilisation(5'000));
        QVERIFY(chart->count() > 5);
        QVERIFY(chart->count() < 30);
        QVERIFY(chart->areaOf(0).height() >= chart->fontMetrics().height() * 0.9);
        QVERIFY(QRectF(chart->rect()).contains(chart->areaOf(chart->count() - 1)));
        const auto one = shown<BarChart>(utilisation(1));
        QVERIFY(one->areaOf(0).height() < 40); // not a wall
    }

    void longLabelsLeaveRoomForTheBars()
    {
        BarChartData data = utilisation(3);
        data.bars[1].label = QString(400, u'W');
        const auto chart = shown<BarChart>(data);
        const QRectF row = chart->areaOf(1);
        const QImage right = shot(*chart).copy(QRectF(row.center(), row.bottomRight()).toAlignedRect());
        QVERIFY(pixels(right, tone(Tone::Series1)) > 100);
    }

    void everyChartIsWalkedByKeyboard()
    {
        const auto chart = shown<BarChart>(utilisation(3));
        QSignalSpy activated(chart.get(), &ChartWidget::activated);
        QTest::keyClick(chart.get(), Qt::Key_Down);
        QCOMPARE(chart->current(), 0);
        QTest::keyClick(chart.get(), Qt::Key_Down);
        QCOMPARE(chart->accessibleDescription(), u"Licence 1: 6 held"_s);
        QTest::keyClick(chart.get(), Qt::Key_End);
        QTest::keyClick(chart.get(), Qt::Key_Down);
        QCOMPARE(chart->current(), 2);
        QTest::keyClick(chart.get(), Qt::Key_Return);
        QCOMPARE(activated.takeFirst().value(0).toInt(), 2);
    }

    void theHeatMapGoesDownByADay()
    {
        HeatMapData data;
        data.values[2][14] = 7; // Wednesday
        const auto chart = shown<HeatMap>(data);
        int busy = -1;
        for (int datum = 0; datum < chart->count(); ++datum) {
            if (HeatMap::weekdayOf(datum) == 3 && HeatMap::hourOf(datum) == 14)
                busy = datum;
        }
        QVERIFY(chart->describe(busy).endsWith(u"14:00 to 14:59: 7"_s));
        QVERIFY(pixels(shot(*chart).copy(chart->areaOf(busy).toAlignedRect()), tone(Tone::Series1)) > 50);
        chart->setCurrent(busy);
        QTest::keyClick(chart.get(), Qt::Key_Down);
        QCOMPARE(chart->current(), busy + 24);
        chart->setCurrent(3);
        QTest::keyClick(chart.get(), Qt::Key_Up);
        QCOMPARE(chart->current(), 3);
    }

    void aShortageIsMarkedWhereItIs()
    {
        const auto chart = shown<StepChart>(steps());
        const auto red = [&](int step) {
            return pixels(shot(*chart).copy(chart->areaOf(step).toAlignedRect().adjusted(3, 0, -3, 0)),
                          tone(Tone::SeriesShort));
        };
        QCOMPARE(red(0), 0);
        QVERIFY(red(1) > 30);
        QCOMPARE(red(2), 0);
        QSignalSpy activated(chart.get(), &ChartWidget::activated);
        QTest::mouseClick(chart.get(), Qt::LeftButton, {}, chart->areaOf(1).center().toPoint());
        QCOMPARE(activated.takeFirst().value(0).toInt(), 1);
        QCOMPARE(chart->describe(1), u"8 of 6"_s);
    }

    void todayIsReadAlsoWhereAllIsShort()
    {
        StepChartData data = steps();
        for (ChartStep &step : data.steps)
            step = {step.day, 1, 0, 1, u"1 of 0"_s, -1};
        const auto chart = shown<StepChart>(data);
        const QRect words = chart->todayArea().toAlignedRect();
        QVERIFY(words.width() > 10 && chart->rect().contains(words));
        const QImage image = shot(*chart).copy(words.adjusted(1, 1, -1, -1));
        QCOMPARE(pixels(image, tone(Tone::SeriesShort)), 0);
        QVERIFY(pixels(image, tone(Tone::Surface)) > image.width() * image.height() / 3);
    }

    void unlimitedSupplyIsNoLineAtNought()
    {
        StepChartData data = steps();
        for (ChartStep &step : data.steps)
            step.supply.reset();
        const auto chart = shown<StepChart>(data);
        const QRect ground = chart->areaOf(0).toAlignedRect();
        QCOMPARE(pixels(shot(*chart).copy(ground.adjusted(4, 4, -4, -4)), tone(Tone::Text)), 0);
    }

    void eventsTooCloseToTellApartAreOneStem()
    {
        TimelineChartData data{.parts = {{u"Soon"_s, {Tone::SeriesShort}}, {u"Later"_s, {Tone::Series1}}},
                               .from = {2026, 1, 1},
                               .until = {2026, 12, 31}};
        for (int i = 0; i < 2'000; ++i)
            data.events.push_back({data.from.addDays(i % 365), 1, i % 365 < 90 ? 0U : 1U, u"one"_s, {i}});
        const auto chart = shown<TimelineChart>(data);
        QVERIFY(chart->count() > 10);
        QVERIFY(chart->count() < 60);
        std::size_t rows = 0;
        for (int stem = 0; stem < chart->count(); ++stem) {
            rows += chart->rowsOf(stem).size();
            QVERIFY(chart->describe(stem).count(u'\n') <= 9);
        }
        QCOMPARE(rows, 2'000U);
        QSignalSpy activated(chart.get(), &ChartWidget::activated);
        QTest::mouseClick(chart.get(), Qt::LeftButton, {}, chart->areaOf(3).center().toPoint());
        QCOMPARE(activated.takeFirst().value(0).toInt(), 3);
    }

    void columnsHaveLabelsThatDoNotCollide()
    {
        BarChartData data{.parts = {{u"EUR"_s, {Tone::Series1}}}};
        for (int month = 0; month < 60; ++month)
            data.bars.push_back({.label = QDate(2022, 1, 1).addMonths(month).toString(u"yyyy-MM"_s),
                                 .values = {1'000.0 + month},
                                 .figure = u"x"_s});
        const auto chart = shown<ColumnChart>(data);
        QCOMPARE(chart->count(), 60);
        QSignalSpy activated(chart.get(), &ChartWidget::activated);
        QTest::mouseClick(chart.get(), Qt::LeftButton, {}, chart->areaOf(59).center().toPoint());
        QCOMPARE(activated.takeFirst().value(0).toInt(), 59);
    }

    void emptyChartsDrawAndAnswerNothing()
    {
        const std::vector<std::shared_ptr<ChartWidget>> charts{
            shown<BarChart>(BarChartData{}), shown<ColumnChart>(BarChartData{}),
            shown<StepChart>(StepChartData{}), shown<HeatMap>(HeatMapData{}),
            shown<TimelineChart>(
                TimelineChartData{.parts = {}, .events = {}, .from = {2026, 1, 1}, .until = {2026, 1, 1}})};
        for (const auto &chart : charts) {
            QTest::mouseClick(chart.get(), Qt::LeftButton, {}, {100, 100});
            QTest::keyClick(chart.get(), Qt::Key_Down);
            shot(*chart);
        }
    }

    void followsTheTheme()
    {
        const auto chart = shown<BarChart>(utilisation(3));
        applyTheme(*qApp, SchemeChoice::Dark);
        const QColor dark = Tokens::instance().color(Scheme::Dark, Tone::Series1);
        QVERIFY(pixels(shot(*chart), dark) > 500);
        QCOMPARE(pixels(shot(*chart), Tokens::instance().color(Scheme::Light, Tone::Series1)), 0);
    }

    void isSavedAsWhatOneAskedFor()
    {
        QTemporaryDir folder;
        ScriptedDialogs dialogs;
        auto *chart = new BarChart;
        ChartPanel panel(u"use"_s, u"Utilisation"_s, chart, dialogs);
        panel.resize(500, 300);
        chart->setData(utilisation(3));
        panel.showChart({{u"Licence"_s, u"Held"_s}, {{u"=cmd"_s, 6LL}, {u"CAD"_s, 1'200LL}}});
        panel.show();
        applyTheme(*qApp, SchemeChoice::Dark); // paper is white all the same
        const auto save = [&](const QString &action, const QString &name) {
            dialogs.savePath = folder.filePath(name);
            panel.findChild<QAction *>(action)->trigger();
            QFile file(dialogs.savePath);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QImage png = QImage::fromData(save(u"savePngAction"_s, u"a.png"_s));
        QVERIFY(png.width() > 900);
        QCOMPARE(png.pixelColor(2, 2), QColor(Qt::white));
        QVERIFY(pixels(png, Tokens::instance().color(Scheme::Light, Tone::Series1)) > 500);
        const QByteArray svg = save(u"saveSvgAction"_s, u"a.svg"_s);
        QVERIFY(svg.contains("<svg") && svg.contains("Licence 1") && svg.contains("Utilisation"));
        QVERIFY(save(u"savePdfAction"_s, u"a.pdf"_s).startsWith("%PDF-"));
        QCOMPARE(save(u"saveCsvAction"_s, u"a.csv"_s),
                 QByteArray("\xEF\xBB\xBFLicence,Held\r\n'=cmd,6\r\nCAD,1200\r\n"));
        QVERIFY(dialogs.errors.isEmpty());
        save(u"savePngAction"_s, u"missing/a.png"_s);
        QCOMPARE(dialogs.errors.size(), 1);
    }

    void leavesNothingOfTheScreenInAPicture()
    {
        const QSize paper(700, 420);
        const auto pictured = [paper](BarChart &chart) {
            QImage image(paper, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            chart.drawPicture(painter, paper, paperLook(chart.ownLook().font));
            return image;
        };
        BarChart fresh;
        fresh.setData(utilisation(6));
        BarChart shown; // its grid lines are elsewhere
        shown.setData(utilisation(6));
        shown.resize(420, 200);
        (void)shown.grab();
        QCOMPARE(pictured(shown), pictured(fresh));
    }

    void isSeenAsATableToo()
    {
        ScriptedDialogs dialogs;
        auto *chart = new BarChart;
        ChartPanel panel(u"use"_s, u"Utilisation"_s, chart, dialogs);
        QCOMPARE(panel.state(), u"loading"_s);
        chart->setData(utilisation(3));
        panel.showChart({{u"Licence"_s, u"Held"_s}, {{u"IDE"_s, 6LL}}});
        QCOMPARE(panel.state(), u"chart"_s);
        panel.setTableShown(true);
        QCOMPARE(panel.state(), u"table"_s);
        panel.showChart({{u"Licence"_s, u"Held"_s}, {{u"IDE"_s, 6LL}, {u"CAD"_s, 1'200LL}}});
        QCOMPARE(panel.state(), u"table"_s);
        QCOMPARE(panel.table()->model()->rowCount(), 2);
        QCOMPARE(panel.table()->model()->index(1, 1).data().toString(), QLocale().toString(1'200));
        panel.showNothing(u"Nothing was bought."_s);
        QCOMPARE(panel.state(), u"nothing"_s);
        panel.showFailure({ErrorCode::Offline, u"gone"_s});
        QCOMPARE(panel.state(), u"failed"_s);
    }
};

} // namespace seatledger

QTEST_MAIN(seatledger::ChartsTest)
#include "chartstest.moc"
