// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboardpage.h"

#include "tests/support/patience.h"
#include "tests/ui/reports/smallbook.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/stepchart.h"
#include "ui/charts/timelinechart.h"
#include "ui/common/style/theme.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/dashboard/figuretile.h"
#include "ui/dashboard/reporttile.h"
#include "ui/reports/livereportpage.h"
#include "ui/reports/reportfilterbar.h"

#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

namespace seatledger {

using namespace Qt::StringLiterals;

/// The dashboard at work on a book in a database, with real services, grants and policies.
class DashboardPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
        QSettings().clear();
    }
    void init();
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
        QSettings().clear();
    }

    void showsWhereOneStands();
    void filtersAllOfItAtOnce();
    void keepsTheFilter();
    void showsWhatOthersChange();
    void asksOnlyForWhatChanged();
    void followsTheSoonerTheFasterItWasAnswered();
    void saysThatMuchIsStillCounted();
    void opensWhatIsBehindAFigure();
    void opensTheLicenceBehindABar();
    void opensTheDayBehindAStep();
    void opensWhatEndsBehindAStem();
    void fitsTheWindowWithLargeText();
    void showsNoMoneyWithoutTheRight();
    void showsManagersTheirPeople();
    void saysWhatComesFirstInAnEmptyBook();
    void eachChartTellsItsOwnError();

private:
    void open(BookAccess access);
    [[nodiscard]] FigureTile *figure(const QString &name) const
    {
        return m_page->findChild<FigureTile *>(name + u"Tile"_s);
    }
    [[nodiscard]] QStringList bars() const
    {
        QStringList labels;
        for (const ChartBar &bar : chart<BarChart>(ReportKind::Utilisation)->data().bars)
            labels += bar.label;
        return labels;
    }
    template <typename Chart>
    [[nodiscard]] Chart *chart(ReportKind kind) const
    {
        return qobject_cast<Chart *>(m_page->tile(kind)->panel()->chart());
    }
    [[nodiscard]] ReportPlace placeOf(QSignalSpy &spy) const
    {
        return spy.isEmpty() ? ReportPlace()
                             : spy.takeFirst().value(1).value<QVariant>().value<ReportPlace>();
    }

    QTemporaryDir m_home;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<DashboardPage> m_page;
    std::optional<SmallBook> m_small;
    std::optional<DepartmentId> m_optics;
};

void DashboardPageTest::init()
{
    m_desk = std::make_unique<Desk>();
    TestDatabase &database = m_desk->database;
    m_optics = DepartmentId::fromValue(7);
    database.sql(u"INSERT INTO seatledger.department (id, name) VALUES (7, 'Optics'), (8, 'Sales')"_s);
    m_small.emplace(m_desk->book);
    database.sql(
        u"UPDATE seatledger.entitlement SET price_minor = 120000, currency = 'EUR', billing = 'monthly'"_s);
    database.sql(u"UPDATE seatledger.member SET department_id = 7 WHERE name = 'Ana Sousa'"_s);
    database.sql(u"UPDATE seatledger.member SET department_id = 8 WHERE name = 'Bo Li'"_s);
}

void DashboardPageTest::open(BookAccess access)
{
    m_page = std::make_unique<DashboardPage>(access, m_desk->dialogs);
    showReports(*m_desk, *m_page, {1100, 900});
    QTRY_VERIFY(m_page->isSettled());
}

void DashboardPageTest::showsWhereOneStands()
{
    open(m_desk->access());
    QCOMPARE(figure(u"owned"_s)->figure(), u"15"_s);
    QCOMPARE(figure(u"used"_s)->figure(), u"3"_s);
    QCOMPARE(figure(u"free"_s)->figure(), u"12"_s);
    QCOMPARE(figure(u"short"_s)->figure(), u"0"_s);
    QCOMPARE(figure(u"due30"_s)->figure(), u"1"_s);
    QCOMPARE(figure(u"due30"_s)->details(), u"5 seats"_s);
    QVERIFY(figure(u"cost"_s)->figure().endsWith(u"EUR"_s));
    QCOMPARE(bars(), (QStringList{u"IDE"_s, u"CAD"_s})); // the fullest first
    QCOMPARE(chart<BarChart>(ReportKind::Utilisation)->data().bars.front().figure, u"2 / 5"_s);
    QVERIFY(chart<StepChart>(ReportKind::SeatsOverTime)->count() > 1);
    QCOMPARE(chart<TimelineChart>(ReportKind::Expiring)->count(), 1);
    // the IDE's seats end while they are held
    const StepChartData &steps = chart<StepChart>(ReportKind::SeatsOverTime)->data();
    QVERIFY(std::ranges::any_of(steps.steps, [](const ChartStep &step) { return step.shortage > 0; }));
}

void DashboardPageTest::filtersAllOfItAtOnce()
{
    open(m_desk->access());
    ReportChoice choice;
    choice.departments = {*m_optics};
    m_page->filters()->setChoice(choice);
    emit m_page->filters()->changed();
    QTRY_VERIFY(m_page->isSettled());
    QCOMPARE(bars(), QStringList{u"IDE"_s}); // Optics hold no CAD
    QCOMPARE(figure(u"owned"_s)->figure(), u"5"_s);
    QCOMPARE(figure(u"used"_s)->details(), u"1 here"_s);
    const StepChartData &steps = chart<StepChart>(ReportKind::SeatsOverTime)->data();
    QVERIFY(
        std::ranges::all_of(steps.steps, [](const ChartStep &step) { return step.supply.value_or(0) <= 5; }));
    QCOMPARE(m_page->tile(ReportKind::CostByDepartment)->table().total, 1);
}

void DashboardPageTest::keepsTheFilter()
{
    open(m_desk->access());
    m_page->filters()->setChoice({.period = {.name = u"after-12"_s}});
    emit m_page->filters()->changed();
    m_page.reset();
    open(m_desk->access());
    QCOMPARE(m_page->filters()->choice().period.name, u"after-12"_s);
}

void DashboardPageTest::showsWhatOthersChange()
{
    open(m_desk->access());
    QTRY_VERIFY(m_desk->listener.isConnected());
    m_desk->book.assignment(m_small->cad, m_small->ana);
    QTRY_COMPARE(figure(u"used"_s)->figure(), u"4"_s);
    QTRY_COMPARE(chart<BarChart>(ReportKind::Utilisation)->data().bars.back().figure, u"2 / 10"_s);
}

/// What people are called shows in the costs of their department and nowhere else.
void DashboardPageTest::asksOnlyForWhatChanged()
{
    open(m_desk->access());
    QTRY_VERIFY(m_desk->listener.isConnected());
    QSignalSpy costs(m_page->tile(ReportKind::CostByDepartment), &ReportTile::loaded);
    QSignalSpy bars(m_page->tile(ReportKind::Utilisation), &ReportTile::loaded);
    QSignalSpy activity(m_page->tile(ReportKind::Activity), &ReportTile::loaded);
    m_desk->database.sql(u"UPDATE seatledger.member SET name = 'Ana Lopes' WHERE name = 'Ana Sousa'"_s);
    QTRY_COMPARE(costs.size(), 1);
    QTRY_VERIFY(m_page->isSettled());
    m_desk->book.assignment(m_small->cad, m_small->ana);
    QTRY_COMPARE(activity.size(), 1);
    QTRY_VERIFY(m_page->isSettled());
    QCOMPARE(bars.size(), 1);
    QCOMPARE(costs.size(), 2);
}

/// A page that counts its rounds, and is answered at once or never.
class CountingPage final : public LiveReportPage
{
public:
    explicit CountingPage(bool isFast) : m_isFast(isFast) {}
    [[nodiscard]] QString title() const override { return {}; }
    [[nodiscard]] QWidget *mainView() const override { return nullptr; }
    [[nodiscard]] int rounds() const { return m_rounds; }

protected:
    void reload() override { reloadWhatReads({}); }
    void reloadWhatReads(const QStringList &) override
    {
        ++m_rounds;
        if (m_isFast)
            roundEnded();
    }
    void reloadChoices() override {}

private:
    bool m_isFast;
    int m_rounds = 0;
};

void DashboardPageTest::followsTheSoonerTheFasterItWasAnswered()
{
    CountingPage slow(false);
    CountingPage fast(true);
    for (CountingPage *page : {&slow, &fast})
        page->show();
    const auto change = [&] {
        for (CountingPage *page : {&slow, &fast})
            page->takeChange({.entity = u"member"_s});
    };
    change();
    QTRY_COMPARE(slow.rounds() + fast.rounds(), 2);
    change();
    QTRY_COMPARE(fast.rounds(), 2);
    QCOMPARE(slow.rounds(), 1);
    QTRY_COMPARE(slow.rounds(), 2);
}

/// Never a wrong figure without a word; and it comes right without being asked.
void DashboardPageTest::saysThatMuchIsStillCounted()
{
    TestDatabase &database = m_desk->database;
    database.sql(u"SELECT seatledger.keep_seat_days()"_s);
    m_desk->book.assignment(m_small->cad, m_small->ana);
    database.sql(
        u"INSERT INTO seatledger.stale_license (license_id) SELECT generate_series(1000001, 1004000)"_s);
    open(m_desk->access());
    const auto *asOf = m_page->findChild<QLabel *>(u"asOfLabel"_s);
    QVERIFY(asOf->text().endsWith(uncountedText(4001)));
    QCOMPARE(figure(u"used"_s)->figure(), u"3"_s);
    QCOMPARE(m_page->tile(ReportKind::SeatsOverTime)->table().uncounted, 4001);
    QCOMPARE(chart<BarChart>(ReportKind::Utilisation)->data().bars.back().figure, u"2 / 10"_s);
    database.sql(u"SELECT seatledger.keep_seat_days(10000)"_s);
    QTRY_COMPARE(figure(u"used"_s)->figure(), u"4"_s);
    QTRY_COMPARE(m_page->tile(ReportKind::SeatsOverTime)->table().uncounted, 0);
    QVERIFY(!asOf->text().contains(u'·'));
}

void DashboardPageTest::opensWhatIsBehindAFigure()
{
    open(m_desk->access());
    m_page->filters()->setChoice({.departments = {*m_optics}});
    QSignalSpy places(m_page.get(), &Page::placeRequested);
    figure(u"due60"_s)->click();
    QCOMPARE(places.first().first().toString(), u"reports"_s);
    ReportPlace place = placeOf(places);
    QCOMPARE(place.kind, ReportKind::Expiring);
    QCOMPARE(place.choice.leadDays, 60);
    QCOMPARE(place.choice.departments, QList{*m_optics});
    figure(u"short"_s)->click();
    place = placeOf(places);
    QCOMPARE(place.sortColumn, u"short_seats"_s);
    QVERIFY(place.isDescending);
}

void DashboardPageTest::opensTheLicenceBehindABar()
{
    open(m_desk->access());
    QSignalSpy pages(m_page.get(), &Page::pageRequested);
    BarChart *chart = this->chart<BarChart>(ReportKind::Utilisation);
    QTRY_VERIFY(chart->areaOf(1).height() > 5);
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->areaOf(1).center().toPoint());
    QCOMPARE(pages.size(), 1);
    QCOMPARE(pages.first(), (QVariantList{u"licenses"_s, u"CAD"_s, m_small->cad.value()}));
}

void DashboardPageTest::opensTheDayBehindAStep()
{
    open(m_desk->access());
    QSignalSpy places(m_page.get(), &Page::placeRequested);
    StepChart *chart = this->chart<StepChart>(ReportKind::SeatsOverTime);
    const QDate day = chart->data().steps.back().day;
    chart->setCurrent(chart->count() - 1);
    QTest::keyClick(chart, Qt::Key_Return);
    const ReportPlace place = placeOf(places);
    QCOMPARE(place.kind, ReportKind::Utilisation);
    QCOMPARE(place.choice.asOf, day);
}

void DashboardPageTest::opensWhatEndsBehindAStem()
{
    m_desk->book.entitlement(m_small->cad, 2, -30, 20); // on the same day
    open(m_desk->access());
    QSignalSpy places(m_page.get(), &Page::placeRequested);
    auto *chart = this->chart<TimelineChart>(ReportKind::Expiring);
    QCOMPARE(chart->count(), 1);
    chart->setCurrent(0);
    QTest::keyClick(chart, Qt::Key_Return);
    const ReportPlace place = placeOf(places);
    QCOMPARE(place.kind, ReportKind::Expiring);
    QCOMPARE(place.choice.leadDays, 20);
}

void DashboardPageTest::fitsTheWindowWithLargeText()
{
    applyTheme(*qApp, Scheme::Light, 200);
    open(m_desk->access());
    auto *area = m_page->findChild<QScrollArea *>();
    for (const int width : {950, 1400}) {
        m_page->resize(width, 800);
        QTRY_VERIFY2(area->widget()->width() <= area->viewport()->width(),
                     qPrintable(QString::number(width)));
    }
    applyTheme(*qApp, Scheme::Light);
}

void DashboardPageTest::showsNoMoneyWithoutTheRight()
{
    const QString login = m_desk->people.add(u"sam"_s, {.role = Role::Staff});
    open(m_desk->accessOf(login));
    QVERIFY(figure(u"cost"_s)->isHidden());
    QVERIFY(figure(u"idle"_s)->isHidden());
    QVERIFY(m_page->tile(ReportKind::CostByDepartment)->isHidden());
    QVERIFY(!figure(u"owned"_s)->isHidden());
    for (const QTableView *table : m_page->findChildren<QTableView *>()) {
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            for (int row = 0; row < table->model()->rowCount(); ++row)
                QVERIFY(!table->model()->index(row, column).data().toString().contains(u"EUR"_s));
        }
    }
}

void DashboardPageTest::showsManagersTheirPeople()
{
    const QString login = m_desk->people.add(u"mia"_s, {.role = Role::Manager, .departments = {*m_optics}});
    open(m_desk->accessOf(login));
    QCOMPARE(bars(), QStringList{u"IDE"_s});
    QCOMPARE(figure(u"used"_s)->details(), u"1 here"_s);
    QVERIFY(!figure(u"cost"_s)->isHidden());
    QVERIFY(!m_page->tile(ReportKind::CostByDepartment)->isHidden());
}

void DashboardPageTest::saysWhatComesFirstInAnEmptyBook()
{
    m_desk = std::make_unique<Desk>();
    open(m_desk->access());
    QCOMPARE(figure(u"owned"_s)->figure(), u"0"_s);
    auto *nothing = m_page->findChild<QWidget *>(u"nothingYet"_s);
    QVERIFY(nothing->isVisible());
    QVERIFY(m_page->tile(ReportKind::Utilisation)->isHidden());
    QSignalSpy pages(m_page.get(), &Page::pageRequested);
    QTest::mouseClick(nothing->findChild<QPushButton *>(u"emptyStateButton"_s), Qt::LeftButton);
    QCOMPARE(pages.takeFirst().first().toString(), u"licenses"_s);
    // the first licence brings the charts
    m_desk->book.licenseWithSeats(u"IDE"_s, 3);
    QTRY_COMPARE(figure(u"owned"_s)->figure(), u"3"_s);
    QTRY_VERIFY(nothing->isHidden());
    QVERIFY(m_page->tile(ReportKind::Utilisation)->isVisible());
}

void DashboardPageTest::eachChartTellsItsOwnError()
{
    m_desk->database.sql(u"ALTER TABLE seatledger.activation RENAME TO activation_gone"_s);
    open(m_desk->access());
    QCOMPARE(m_page->tile(ReportKind::Utilisation)->panel()->state(), u"chart"_s);
    QCOMPARE(m_page->tile(ReportKind::SeatsOverTime)->panel()->state(), u"chart"_s);
    QCOMPARE(m_page->tile(ReportKind::Activity)->panel()->state(), u"failed"_s);
}

} // namespace seatledger

QTEST_MAIN(seatledger::DashboardPageTest)
#include "dashboardpagetest.moc"
