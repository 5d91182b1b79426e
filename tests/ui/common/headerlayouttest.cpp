// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/headerlayout.h"

#include "tests/ui/common/fakelist.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/viewmemory.h"
#include "ui/common/widgets/columnchooser.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/pinnedcolumns.h"
#include "ui/common/widgets/searchfield.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace seatledger {

using namespace fake;
using namespace Qt::StringLiterals;

namespace {

constexpr int nameColumn = 0;
constexpr int noteColumn = 1;
constexpr int sizeColumn = 2;
constexpr int extraColumn = 3;

std::vector<TableColumn<FakeRow>> someColumns()
{
    using Column = TableColumn<FakeRow>;
    const auto number = [](const FakeRow &row) { return QString::number(row.number); };
    return {Column(u"name"_s, u"Name"_s, number).wide(100).growing(1),
            Column(u"note"_s, u"Note"_s, number).wide(100).yielding(60).growing(3).unsortable(),
            Column(u"size"_s, u"Size"_s, number).wide(80).onTheRight(),
            Column(u"extra"_s, u"Extra"_s, number).wide(60).hiddenAtFirst()};
}

/// A table on screen, as a page has one.
struct Table {
    explicit Table(int width = 800)
    {
        view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        model = new PagedTableModel<FakeRow>(list.source(), someColumns(), &view);
        view.setTable(model);
        view.resize(width, 300);
        view.show();
        list.total = 50;
        model->reset();
    }

    [[nodiscard]] HeaderLayout *columns() const { return view.columns(); }
    [[nodiscard]] QHeaderView *header() const { return view.horizontalHeader(); }
    void press(const QString &text)
    {
        QMenu menu;
        columns()->addActions(&menu);
        for (QAction *action : menu.actions()) {
            if (action->text() == text)
                return action->trigger();
        }
        QFAIL(qPrintable(u"no action is called "_s + text));
    }

    FakeList list;
    PagedTableView view;
    PagedTableModel<FakeRow> *model = nullptr;
};

} // namespace

class HeaderLayoutTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_settings.isValid());
        QCoreApplication::setOrganizationName(u"seatledger"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { QSettings().clear(); }

    void whatIsLeftGoesToTheColumnsThatGrow()
    {
        const Table table(800);
        const int scale = table.view.columnWidth(sizeColumn); // 80 at the usual type size
        const int left = table.view.viewport()->width() - table.header()->length();
        QCOMPARE(left, 0);
        const int first = scale * 100 / 80;
        const int nameMore = table.view.columnWidth(nameColumn) - first;
        const int noteMore = table.view.columnWidth(noteColumn) - first;
        QVERIFY(nameMore > 0);
        QVERIFY(qAbs(noteMore - 3 * nameMore) <= 3);
        QVERIFY(table.view.isColumnHidden(extraColumn));
    }

    void columnsYieldBeforeTheViewScrolls()
    {
        Table table(800);
        const int fixed = table.view.columnWidth(sizeColumn); // 80 at the usual type size
        const int wished = fixed * 100 / 80;
        const int all = 2 * wished + fixed;
        table.view.resize(all - wished / 4, 300);
        QTRY_COMPARE(table.header()->length(), table.view.viewport()->width());
        QVERIFY(table.view.columnWidth(noteColumn) < wished);
        QVERIFY(table.view.columnWidth(nameColumn) >= wished - 1);
        QCOMPARE(table.view.columnWidth(sizeColumn), fixed);
        table.view.resize(all / 2, 300); // nothing would bring the last one into sight
        QTRY_VERIFY(table.header()->length() >= all - 2);
        table.header()->resizeSection(noteColumn, wished * 2);
        table.view.resize(all, 300);
        QTRY_COMPARE(table.view.columnWidth(noteColumn), wished * 2); // as the person wants it
    }

    void aWidthSetByHandStays()
    {
        Table table(800);
        QSignalSpy changed(table.columns(), &HeaderLayout::changed);
        table.header()->resizeSection(nameColumn, 321);
        QCOMPARE(changed.size(), 1);
        table.view.resize(1000, 300);
        QTRY_COMPARE(table.header()->length(), table.view.viewport()->width());
        QCOMPARE(table.view.columnWidth(nameColumn), 321);
        QCOMPARE(table.columns()->layout().widths, (QHash<QString, int>{{u"name"_s, 321}}));
    }

    void columnsCanBeHiddenButNotAllOfThem()
    {
        Table table;
        table.press(u"Extra"_s);
        QVERIFY(!table.view.isColumnHidden(extraColumn));
        for (const QString &text : {u"Extra"_s, u"Size"_s, u"Note"_s})
            table.press(text);
        table.press(u"Name"_s); // its action is off
        QVERIFY(!table.view.isColumnHidden(nameColumn));
        QCOMPARE(table.columns()->layout().hidden.size(), 3);
    }

    void theSortMarkTellsTheTruth()
    {
        Table table;
        table.header()->setSortIndicator(sizeColumn, Qt::DescendingOrder);
        QCOMPARE(table.model->source()->sort(), (SortSpec{u"size"_s, Qt::DescendingOrder}));
        table.header()->setSortIndicator(noteColumn, Qt::AscendingOrder);
        QCOMPARE(table.header()->sortIndicatorSection(), sizeColumn);
        QCOMPARE(table.header()->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void resetPutsEverythingBack()
    {
        Table table;
        const TableLayout first = table.columns()->layout();
        table.header()->resizeSection(nameColumn, 321);
        table.header()->moveSection(0, 2);
        table.press(u"Extra"_s);
        table.header()->setSortIndicator(sizeColumn, Qt::DescendingOrder);
        QVERIFY(table.columns()->layout() != first);
        table.press(HeaderLayout::tr("Reset columns"));
        QCOMPARE(table.columns()->layout(), first);
        QCOMPARE(table.header()->visualIndex(nameColumn), 0);
    }

    void aLayoutSurvivesItsWayThroughSettings()
    {
        const TableLayout layout{.order = {u"size"_s, u"name"_s, u"note"_s, u"extra"_s},
                                 .hidden = {u"note"_s},
                                 .widths = {{u"name"_s, 120}},
                                 .sort = {u"name"_s, Qt::DescendingOrder}};
        QCOMPARE(TableLayout::fromVariant(layout.toVariant()), layout);
        QCOMPARE(TableLayout::fromVariant({}), TableLayout());
        QCOMPARE(TableLayout::fromVariant(u"nonsense"_s), TableLayout());
    }

    void columnsThatAreGoneDoNoHarm()
    {
        const Table table;
        table.columns()->setLayout({.order = {u"gone"_s, u"size"_s},
                                    .hidden = {u"gone"_s, u"note"_s},
                                    .widths = {{u"gone"_s, 99}},
                                    .sort = {u"gone"_s, Qt::DescendingOrder}});
        QCOMPARE(table.header()->visualIndex(sizeColumn), 0);
        QVERIFY(table.view.isColumnHidden(noteColumn));
        QCOMPARE(table.model->source()->sort(), SortSpec());
    }

    void theNextSessionLooksTheSame()
    {
        TableLayout left;
        {
            Table table;
            ViewMemory memory(u"fakes"_s, &table.view);
            memory.keep(table.columns());
            table.header()->resizeSection(nameColumn, 222);
            table.header()->moveSection(2, 0);
            table.press(u"Note"_s);
            table.header()->setSortIndicator(nameColumn, Qt::DescendingOrder);
            left = table.columns()->layout();
        }
        Table table;
        ViewMemory memory(u"fakes"_s, &table.view);
        memory.keep(table.columns());
        QCOMPARE(table.columns()->layout(), left);
        QCOMPARE(table.view.columnWidth(nameColumn), 222);
        QCOMPARE(table.header()->visualIndex(sizeColumn), 0);
        QVERIFY(table.view.isColumnHidden(noteColumn));
        QCOMPARE(table.model->source()->sort(), (SortSpec{u"name"_s, Qt::DescendingOrder}));
        Table other;
        ViewMemory otherMemory(u"others"_s, &other.view);
        otherMemory.keep(other.columns());
        QVERIFY(other.columns()->layout() != left); // a page of its own
    }

    void theSplitterAndThePanelAreRemembered()
    {
        const auto show = [](QSplitter &splitter) {
            splitter.addWidget(new QWidget);
            splitter.addWidget(new QWidget);
            splitter.resize(900, 200);
            splitter.setSizes({600, 300});
            splitter.show();
        };
        QList<int> sizes;
        {
            QSplitter splitter;
            show(splitter);
            ViewMemory memory(u"fakes"_s, &splitter);
            memory.keep(&splitter);
            memory.keep(splitter.widget(1), u"panel"_s);
            QVERIFY(splitter.widget(1)->isVisible());
            QTest::mousePress(splitter.handle(1), Qt::LeftButton, {}, QPoint(1, 50));
            QTest::mouseMove(splitter.handle(1), QPoint(-120, 50));
            QTest::mouseRelease(splitter.handle(1), Qt::LeftButton, {}, QPoint(1, 50));
            sizes = splitter.sizes();
            QVERIFY(sizes.value(1) > 350);
        }
        QSplitter splitter;
        show(splitter);
        ViewMemory memory(u"fakes"_s, &splitter);
        memory.keep(&splitter);
        QCOMPARE(splitter.sizes(), sizes);
        memory.setShown(splitter.widget(1), u"panel"_s, false);
        QWidget again;
        memory.keep(&again, u"panel"_s);
        QVERIFY(again.isHidden());
    }

    void sortsByFurtherColumnsWithShift()
    {
        Table table;
        QTest::mouseClick(table.header()->viewport(), Qt::LeftButton, {}, middleOf(table, nameColumn));
        QTest::mouseClick(table.header()->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          middleOf(table, sizeColumn));
        QCOMPARE(table.model->source()->sort(),
                 (SortSpec{u"name"_s, Qt::AscendingOrder, {{u"size"_s, Qt::AscendingOrder, {}}}}));
        QTest::mouseClick(table.header()->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          middleOf(table, sizeColumn));
        QCOMPARE(table.model->source()->sort().then.front().order, Qt::DescendingOrder);
        const QVariant stored = table.columns()->layout().toVariant();
        QCOMPARE(TableLayout::fromVariant(stored), table.columns()->layout());
        Table other;
        other.columns()->setLayout(TableLayout::fromVariant(stored));
        QCOMPARE(other.model->source()->sort(), table.model->source()->sort());
        QTest::mouseClick(table.header()->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          middleOf(table, sizeColumn));
        QVERIFY(table.model->source()->sort().then.empty());
        QTest::mouseClick(table.header()->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          middleOf(table, noteColumn));
        QVERIFY2(table.model->source()->sort().then.empty(), "it cannot be sorted by");
        table.columns()->sortFurther(sizeColumn);
        QTest::mouseClick(table.header()->viewport(), Qt::LeftButton, {}, middleOf(table, sizeColumn));
        QCOMPARE(table.model->source()->sort(), (SortSpec{u"size"_s, Qt::AscendingOrder, {}}));
    }

    void keepsPinnedColumnsAtTheLeft()
    {
        Table table(260);
        QSignalSpy changed(table.columns(), &HeaderLayout::changed);
        table.columns()->setPinned(u"size"_s, true);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(table.columns()->order().first(), u"size"_s);
        PinnedColumns *pinned = table.view.pinned();
        QTRY_VERIFY(pinned->isVisible());
        QCOMPARE(pinned->width(), table.view.columnWidth(sizeColumn));
        table.view.horizontalScrollBar()->setValue(40);
        QCOMPARE(pinned->x(), 0);
        QTRY_COMPARE(pinned->model()->rowCount(), 50);
        table.view.verticalScrollBar()->setValue(60);
        QCOMPARE(pinned->verticalScrollBar()->value(), 60);
        QTest::mouseClick(pinned->viewport(), Qt::LeftButton, {}, QPoint(10, 10));
        QCOMPARE(table.view.rows()->count(), 1);
        table.header()->moveSection(0, 2); // dragged away by the person
        QCOMPARE(table.columns()->order().first(), u"size"_s);
        QCOMPARE(TableLayout::fromVariant(table.columns()->layout().toVariant()).pinned,
                 QStringList{u"size"_s});
        table.columns()->reset();
        QVERIFY(!pinned->isVisible());
    }

    void letsOneChooseColumns()
    {
        Table table;
        auto *chooser = qobject_cast<ColumnChooser *>(table.view.chooseColumns());
        QListWidget *list = chooser->list();
        QCOMPARE(list->count(), 4);
        list->item(1)->setCheckState(Qt::Unchecked);
        QVERIFY(table.header()->isSectionHidden(noteColumn));
        list->item(3)->setCheckState(Qt::Checked);
        QVERIFY(!table.header()->isSectionHidden(extraColumn));
        list->setCurrentRow(2);
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(table.columns()->order(), (QStringList{u"name"_s, u"size"_s, u"note"_s, u"extra"_s}));
        QTest::mouseClick(chooser->findChild<QPushButton *>(u"pinButton"_s), Qt::LeftButton);
        QCOMPARE(table.columns()->pinned(), QStringList{u"size"_s});
        QCOMPARE(list->item(0)->text(), u"Size"_s);
        auto *search = chooser->findChild<SearchField *>();
        search->edit(u"ext"_s, 3);
        QTRY_VERIFY(list->item(0)->isHidden());
        QVERIFY(!list->item(3)->isHidden());
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setCheckState(Qt::Unchecked);
        QVERIFY2(!table.columns()->shown().isEmpty(), "something must be seen");
        QTest::mouseClick(chooser->findChild<QPushButton *>(u"resetButton"_s), Qt::LeftButton);
        QCOMPARE(table.columns()->layout(), TableLayout{.hidden = {u"extra"_s}});
    }

    void aColumnThatCameWithANewVersionStaysHidden()
    {
        Table table;
        const QVariant older = QVariantMap{
            {u"widths"_s, QVariantMap{{u"name"_s, 150}}}}; // before there was `extra`
        table.columns()->setLayout(TableLayout::fromVariant(older));
        QVERIFY(table.header()->isSectionHidden(extraColumn));

        table.header()->setSectionHidden(extraColumn, false);
        const TableLayout chosen = TableLayout::fromVariant(table.columns()->layout().toVariant());
        QCOMPARE(chosen, table.columns()->layout());
        table.columns()->reset();
        QVERIFY(table.header()->isSectionHidden(extraColumn));
        table.columns()->setLayout(chosen);
        QVERIFY(!table.header()->isSectionHidden(extraColumn));
    }

private:
    static QPoint middleOf(const Table &table, int column)
    {
        return {table.header()->sectionViewportPosition(column) + table.header()->sectionSize(column) / 2,
                table.header()->height() / 2};
    }

    QTemporaryDir m_settings;
};

} // namespace seatledger

QTEST_MAIN(seatledger::HeaderLayoutTest)
#include "headerlayouttest.moc"
