// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportspage.h"

#include "core/services/reportingapplicationservice.h"
#include "tests/support/patience.h"
#include "tests/ui/reports/smallbook.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartpanel.h"
#include "ui/common/widgets/choicebox.h"
#include "ui/reports/reportfilterbar.h"
#include "ui/reports/reportgrid.h"
#include "ui/reports/reportlist.h"
#include "ui/reports/reportpane.h"
#include "ui/reports/reportpreviewdialog.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace seatledger {

using namespace Qt::StringLiterals;

/// The page of reports at work on a book in a database.
class ReportsPageTest final : public QObject
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

    void listsTheReportsByGroup();
    void showsARowForEachLicence();
    void sortsByAnyColumnInTheDatabase();
    void searchesAndFilters();
    void takesSeveralProducts();
    void saysHowManyRowsThereAre();
    void keepsFiltersAndOrderOfEachReport();
    void savesViewsByName();
    void takesOverViewsOfThisMachine();
    void renamesAndRemovesViews();
    void showsWhatOthersChange();
    void opensWhatARowIsAbout();
    void goesCloserFromAVendor();
    void selectsTheRowsBehindABar();
    void printsWhatIsShown();
    void printsAlsoWhatIsNotShown();
    void listsNoCostsWithoutTheRight();
    void saysThatThereIsNothing();
    void copiesRows();
    void exportsAllRowsAsTheyAreSorted();

private:
    void open(BookAccess access);
    void report(ReportKind kind, const ReportChoice &choice = {})
    {
        m_page->showPlace(QVariant::fromValue(ReportPlace{.kind = kind, .choice = choice}));
        QTRY_VERIFY(m_page->isSettled());
    }
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList texts;
        const QAbstractItemModel *model = m_page->pane()->grid()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts += model->index(row, column).data().toString();
        return texts;
    }
    void sortBy(const QString &heading) const
    {
        ReportGrid *grid = m_page->pane()->grid();
        for (int section = 0; section < grid->model()->columnCount(); ++section) {
            if (grid->model()->headerData(section, Qt::Horizontal).toString() == heading)
                emit grid->horizontalHeader()->sectionClicked(section);
        }
    }
    void saveAs(const QString &name)
    {
        m_page->saveView();
        auto *dialog = m_desk->dialogs.opened.data();
        dialog->findChild<QLineEdit *>(u"viewNameEdit"_s)->setText(name);
        Desk::press(dialog, u"saveButton"_s);
    }

    QTemporaryDir m_home;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ReportsPage> m_page;
    std::optional<SmallBook> m_small;
};

void ReportsPageTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_small.emplace(m_desk->book);
}

void ReportsPageTest::open(BookAccess access)
{
    m_page = std::make_unique<ReportsPage>(access, m_desk->dialogs);
    showReports(*m_desk, *m_page, {1100, 800});
    QTRY_VERIFY(m_page->isSettled());
}

void ReportsPageTest::listsTheReportsByGroup()
{
    open(m_desk->access());
    QStringList reports;
    for (QTreeWidgetItemIterator item(m_page->list()); *item; ++item) {
        if ((*item)->parent())
            reports += (*item)->text(0);
    }
    for (const auto &entry : enumEntries<ReportKind>())
        QVERIFY2(reports.contains(reportTitle(entry.value)), entry.name.data());
    // by keyboard, too
    m_page->list()->setCurrentItem(m_page->list()->topLevelItem(0)->child(1));
    QTRY_VERIFY(m_page->isSettled());
    QCOMPARE(m_page->pane()->place().kind, ReportKind::UtilisationByProduct);
}

void ReportsPageTest::showsARowForEachLicence()
{
    open(m_desk->access());
    report(ReportKind::Utilisation);
    QCOMPARE(column(0), (QStringList{u"IDE"_s, u"CAD"_s}));
    const QAbstractItemModel *model = m_page->pane()->grid()->model();
    QCOMPARE(model->headerData(0, Qt::Horizontal).toString(), u"Licence"_s);
    QCOMPARE(model->index(0, 9).data().toString(), u"40.0 %"_s);
    QVERIFY(model->index(0, 4).data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
    QCOMPARE(m_page->pane()->chartPanel()->state(), u"chart"_s);
}

void ReportsPageTest::sortsByAnyColumnInTheDatabase()
{
    open(m_desk->access());
    report(ReportKind::Utilisation);
    sortBy(u"Seats"_s); // numbers: the most first
    QTRY_COMPARE(column(0), (QStringList{u"CAD"_s, u"IDE"_s}));
    sortBy(u"Seats"_s);
    QTRY_COMPARE(column(0), (QStringList{u"IDE"_s, u"CAD"_s}));
    sortBy(u"Licence"_s);
    QTRY_COMPARE(column(0), (QStringList{u"CAD"_s, u"IDE"_s}));
    QCOMPARE(m_page->pane()->request().order, (ReportOrder{0, false}));
}

void ReportsPageTest::searchesAndFilters()
{
    open(m_desk->access());
    report(ReportKind::Utilisation);
    m_page->search(u"cad"_s);
    QTRY_COMPARE(column(0), QStringList{u"CAD"_s});
    m_page->search({});
    QTRY_COMPARE(column(0).size(), 2);
    m_page->pane()->filters()->setChoice(
        {.license = PickerItem{.id = m_small->ide.value(), .title = u"IDE"_s}});
    emit m_page->pane()->filters()->changed();
    QTRY_COMPARE(column(0), QStringList{u"IDE"_s});
    // only what the report takes is offered
    report(ReportKind::Expiring, {.leadDays = 10});
    QVERIFY(column(0).isEmpty());
    auto *days = m_page->findChild<QSpinBox *>(u"leadDaysSpinBox"_s);
    QVERIFY(days->isVisibleTo(m_page.get()));
    QVERIFY(!m_page->findChild<QWidget *>(u"idleDaysSpinBox"_s)->isVisibleTo(m_page.get()));
    days->setValue(30);
    QTRY_COMPARE(column(0), QStringList{u"IDE"_s});
}

void ReportsPageTest::takesSeveralProducts()
{
    m_desk->database.sql(
        u"INSERT INTO seatledger.product (vendor_id, name) SELECT min(id), 'Maker' FROM seatledger.vendor; "
        "UPDATE seatledger.license SET product_id = (SELECT max(id) FROM seatledger.product) WHERE "
        "name = 'CAD'"_s);
    open(m_desk->access());
    report(ReportKind::Utilisation);
    QCOMPARE(column(0).size(), 2);
    auto *products = m_page->findChild<ChoiceBox *>(u"productChoice"_s);
    auto *list = products->popup()->findChild<QListWidget *>();
    QTRY_COMPARE(list->count(), 2);
    const auto take = [list](const QString &name) {
        emit list->itemClicked(list->findItems(name, Qt::MatchExactly).front());
    };
    take(u"Maker"_s);
    QTRY_COMPARE(column(0), QStringList{u"CAD"_s});
    take(list->item(0)->text() == "Maker"_L1 ? list->item(1)->text() : list->item(0)->text());
    QTRY_COMPARE(column(0).size(), 2);
    QCOMPARE(m_page->pane()->request().filter.products.size(), 2);
    QCOMPARE(products->currentText(), u"2 chosen"_s);
    QVERIFY(m_page->pane()->filters()->words().join(u' ').contains(u"Maker"_s));
}

void ReportsPageTest::saysHowManyRowsThereAre()
{
    m_desk->database.sql(
        u"INSERT INTO seatledger.member (number, name, email) "
        "SELECT 'N' || n, 'Member ' || n, 'n' || n || '@example.org' FROM generate_series(1, 5001) n"_s);
    const LicenseId site = m_desk->book.licenseWithSeats(u"Site"_s, 6'000);
    m_desk->database.sql(u"INSERT INTO seatledger.license_assignment (license_id, member_id) "
                         "SELECT %1, id FROM seatledger.member WHERE number LIKE 'N%'"_s.arg(site.value()));
    open(m_desk->access());
    const auto *label = m_page->findChild<QLabel *>(u"reportRowsLabel"_s);
    report(ReportKind::Utilisation);
    QCOMPARE(label->text(), u"3 rows"_s);
    report(ReportKind::Holders);
    const QLocale locale;
    QCOMPARE(label->text(), u"The first %1 of %2 rows. An export has all of them."_s.arg(
                                locale.toString(5'000), locale.toString(5'004)));
    QCOMPARE(m_page->pane()->grid()->model()->rowCount(), 5'000);
}

void ReportsPageTest::keepsFiltersAndOrderOfEachReport()
{
    open(m_desk->access());
    report(ReportKind::Utilisation);
    sortBy(u"Seats"_s);
    m_page->search(u"a"_s);
    QTRY_VERIFY(m_page->isSettled());
    m_page->list()->mark(ReportKind::Expiring);
    emit m_page->list()->reportChosen(ReportKind::Expiring);
    QVERIFY(m_page->pane()->place().choice.search.isEmpty());
    m_page.reset();

    open(m_desk->access());
    QCOMPARE(m_page->pane()->place().kind, ReportKind::Expiring); // where one was
    QSignalSpy searched(m_page.get(), &Page::searchTextChanged);
    emit m_page->list()->reportChosen(ReportKind::Utilisation);
    QCOMPARE(m_page->pane()->place().sortColumn, u"seats"_s);
    QCOMPARE(searched.last().first().toString(), u"a"_s);
}

void ReportsPageTest::savesViewsByName()
{
    open(m_desk->access());
    report(ReportKind::Expiring, {.leadDays = 30});
    saveAs(u"Next month"_s);
    QTRY_COMPARE(m_page->list()->viewNames(), QStringList{u"Next month"_s});
    m_page.reset();

    open(m_desk->access());
    QTRY_COMPARE(m_page->list()->viewNames(), QStringList{u"Next month"_s});
    emit m_page->list()->reportChosen(ReportKind::Utilisation);
    emit m_page->list()->viewChosen(u"Next month"_s);
    QTRY_VERIFY(m_page->isSettled());
    QCOMPARE(m_page->pane()->place().kind, ReportKind::Expiring);
    QCOMPARE(m_page->pane()->place().choice.leadDays, 30);
    QCOMPARE(column(0), QStringList{u"IDE"_s});
}

void ReportsPageTest::takesOverViewsOfThisMachine()
{
    QVariantMap kept = toVariant(ReportPlace{.kind = ReportKind::Expiring});
    kept.insert(u"name"_s, u"From before"_s);
    QSettings().setValue(u"reports/views"_s, QVariantList{kept});
    open(m_desk->access());
    QTRY_COMPARE(m_page->list()->viewNames(), QStringList{u"From before"_s});
    QTRY_VERIFY(!QSettings().contains(u"reports/views"_s));
    m_page.reset();
    open(m_desk->access());
    QTRY_COMPARE(m_page->list()->viewNames(), QStringList{u"From before"_s});
}

void ReportsPageTest::renamesAndRemovesViews()
{
    open(m_desk->access());
    report(ReportKind::Expiring, {.leadDays = 30});
    saveAs(u"Next month"_s);
    QTRY_COMPARE(m_page->list()->viewNames(), QStringList{u"Next month"_s});
    const auto menuOf = [this](const QString &view) {
        emit m_page->list()->viewMenuRequested(view, {});
        return m_page->findChild<QMenu *>(u"viewMenu"_s);
    };
    menuOf(u"Next month"_s)->findChild<QAction *>(u"renameViewAction"_s)->trigger();
    auto *dialog = m_desk->dialogs.opened.data();
    dialog->findChild<QLineEdit *>(u"viewNameEdit"_s)->setText(u"Soon"_s);
    Desk::press(dialog, u"saveButton"_s);
    QTRY_COMPARE(m_page->list()->viewNames(), QStringList{u"Soon"_s});
    delete m_page->findChild<QMenu *>(u"viewMenu"_s);
    menuOf(u"Soon"_s)->findChild<QAction *>(u"removeViewAction"_s)->trigger();
    QCOMPARE(m_desk->dialogs.questions.size(), 1);
    QTRY_VERIFY(m_page->list()->viewNames().isEmpty());
    QCOMPARE(m_page->pane()->place().kind, ReportKind::Expiring);
}

void ReportsPageTest::showsWhatOthersChange()
{
    open(m_desk->access());
    report(ReportKind::Utilisation);
    QTRY_VERIFY(m_desk->listener.isConnected());
    m_desk->book.licenseWithSeats(u"MATLAB"_s, 3);
    QTRY_COMPARE(column(0).size(), 3);
}

void ReportsPageTest::opensWhatARowIsAbout()
{
    open(m_desk->access());
    report(ReportKind::Utilisation);
    QSignalSpy pages(m_page.get(), &Page::pageRequested);
    emit m_page->pane()->grid()->rowActivated(1);
    QCOMPARE(pages.takeFirst(), (QVariantList{u"licenses"_s, u"CAD"_s, m_small->cad.value()}));
}

void ReportsPageTest::goesCloserFromAVendor()
{
    open(m_desk->access());
    report(ReportKind::UtilisationByVendor);
    QVERIFY(!column(0).isEmpty());
    emit m_page->pane()->grid()->rowActivated(0);
    QTRY_VERIFY(m_page->isSettled());
    QCOMPARE(m_page->pane()->place().kind, ReportKind::Utilisation);
    QCOMPARE(m_page->pane()->place().choice.vendors.size(), 1);
}

void ReportsPageTest::selectsTheRowsBehindABar()
{
    open(m_desk->access());
    report(ReportKind::Utilisation);
    sortBy(u"Licence"_s); // CAD is the first row, and the last bar
    QTRY_COMPARE(column(0).first(), u"CAD"_s);
    auto *chart = qobject_cast<BarChart *>(m_page->pane()->chartPanel()->chart());
    QCOMPARE(chart->data().bars.back().label, u"CAD"_s);
    chart->setCurrent(1);
    QTest::keyClick(chart, Qt::Key_Return);
    const QModelIndexList selected = m_page->pane()->grid()->selectionModel()->selectedRows();
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.first().row(), 0);
}

void ReportsPageTest::printsWhatIsShown()
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("pdftotext of poppler-utils is not installed");
    open(m_desk->access());
    report(ReportKind::Utilisation, {.search = u"IDE"_s});
    m_page->print();
    auto *preview = m_desk->dialog<ReportPreviewDialog>();
    QVERIFY(preview);
    QTRY_COMPARE(preview->pages(), 1);
    m_desk->dialogs.savePath = m_home.filePath(u"report.pdf"_s);
    QSignalSpy toasts(m_page.get(), &Page::toastRequested);
    Desk::press(preview, u"pdfButton"_s);
    QTRY_COMPARE(toasts.size(), 1);
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, m_desk->dialogs.savePath, u"-"_s});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    QVERIFY2(text.contains(u"Utilisation by licence"_s) && text.contains(u"Search: IDE"_s), qPrintable(text));
    QVERIFY(text.contains(u"As of "_s + m_desk->book.today().toString(Qt::ISODate)));
    QVERIFY(text.contains(u"Page 1 of 1"_s));
    QVERIFY(!text.contains(u"CAD"_s));
    const QString head = m_page->pane()->grid()->table().auditHead;
    QVERIFY(!head.isEmpty() && text.contains(head));
}

void ReportsPageTest::printsAlsoWhatIsNotShown()
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("pdftotext of poppler-utils is not installed");
    constexpr qint64 many = ReportRequest::usualLimit + 120;
    const LicenseId suite = m_desk->book.licenseWithSeats(u"Suite"_s, 10'000);
    m_desk->database.sql(
        u"BEGIN; SELECT seatledger.begin_operation('test', 'Many people', 'job');"
        "INSERT INTO seatledger.member (number, name, email) SELECT 'Q' || i, 'Many ' || i, "
        "'many' || i || '@meridian.example' FROM generate_series(10001, 10000 + %1) i;"
        "INSERT INTO seatledger.license_assignment (license_id, member_id) SELECT %2, id FROM "
        "seatledger.member WHERE number LIKE 'Q%'; COMMIT"_s.arg(many)
            .arg(suite.value()));
    open(m_desk->access());
    report(ReportKind::Holders, {.search = u"Many"_s});
    QTRY_COMPARE(m_page->pane()->grid()->table().total, many);
    QCOMPARE(std::ssize(m_page->pane()->grid()->table().rows), ReportRequest::usualLimit);
    m_page->print();
    auto *preview = m_desk->dialog<ReportPreviewDialog>();
    QVERIFY(preview);
    m_desk->dialogs.savePath = m_home.filePath(u"many.pdf"_s);
    QSignalSpy toasts(m_page.get(), &Page::toastRequested);
    Desk::press(preview, u"pdfButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(toasts.size(), 1, 60'000);
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, m_desk->dialogs.savePath, u"-"_s});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    QVERIFY(text.contains(u"Many 10001 "_s));
    QVERIFY(text.contains(u"Many %1 "_s.arg(10'000 + many)));
    QVERIFY(text.contains(u"5,120 rows"_s) || text.contains(u"5120 rows"_s));
}

void ReportsPageTest::listsNoCostsWithoutTheRight()
{
    const QString login = m_desk->people.add(u"sam"_s, {.role = Role::Staff});
    open(m_desk->accessOf(login));
    for (QTreeWidgetItemIterator item(m_page->list()); *item; ++item)
        QVERIFY((*item)->text(0) != reportTitle(ReportKind::CostByMonth));
    // a link from elsewhere is refused in words
    report(ReportKind::CostByMonth);
    QTRY_VERIFY(!m_page->pane()->hasTable());
}

void ReportsPageTest::saysThatThereIsNothing()
{
    m_desk = std::make_unique<Desk>();
    open(m_desk->access());
    for (const auto &entry : enumEntries<ReportKind>()) {
        report(entry.value);
        QVERIFY2(m_page->pane()->hasTable(), entry.name.data());
        m_page->grab();
    }
    QVERIFY(m_desk->dialogs.errors.isEmpty());
}

void ReportsPageTest::copiesRows()
{
    open(m_desk->access());
    report(ReportKind::UtilisationByDepartment);
    ReportGrid *grid = m_page->pane()->grid();
    grid->selectAll();
    QTest::keyClick(grid, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n') + 1, grid->model()->rowCount());
    QVERIFY(QGuiApplication::clipboard()->text().contains(u'\t'));
}

void ReportsPageTest::exportsAllRowsAsTheyAreSorted()
{
    open(m_desk->access());
    report(ReportKind::Utilisation);
    sortBy(u"Seats"_s);
    QTRY_COMPARE(column(0), (QStringList{u"CAD"_s, u"IDE"_s}));
    m_desk->dialogs.savePath = m_home.filePath(u"report.csv"_s);
    QSignalSpy toasts(m_page.get(), &Page::toastRequested);
    m_page->findChild<QAction *>(u"exportAction"_s)->trigger();
    QWidget *choice = m_desk->dialogs.opened.data();
    choice->findChild<SegmentedFilter *>(u"formatFilter"_s)->setCurrent(u"csv"_s);
    Desk::press(choice, u"chooseFileButton"_s);
    QTRY_COMPARE(toasts.size(), 1);
    QFile file(m_desk->dialogs.savePath);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QVERIFY2(lines[0].contains("used_percent") || lines[0].contains("Used"), lines[0].constData());
    QVERIFY(lines[1].startsWith("CAD,"));
    QVERIFY(lines[2].startsWith("IDE,"));
}

} // namespace seatledger

QTEST_MAIN(seatledger::ReportsPageTest)
#include "reportspagetest.moc"
