// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/models/rowselection.h"

#include "tests/ui/common/fakelist.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/sortheader.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace seatledger {

using namespace fake;

/// Counts how often it is asked about a cell.
class CountingModel final : public QAbstractTableModel
{
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 50'000;
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 3;
    }
    [[nodiscard]] QVariant data(const QModelIndex &, int) const override { return {}; }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        ++asked;
        return QAbstractTableModel::flags(index);
    }

    mutable int asked = 0;
};

class RowSelectionTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_list = std::make_unique<FakeList>();
        m_list->total = 50'000;
        m_view = std::make_unique<PagedTableView>();
        m_model = new PagedTableModel<FakeRow>(m_list->source(), fakeColumns(), m_view.get());
        m_view->setTable(m_model);
        m_view->resize(600, 400);
        m_view->show();
        m_model->reset();
        QTRY_COMPARE(m_model->rowCount(), 50'000);
    }
    void cleanup()
    {
        m_view.reset();
        m_list.reset();
    }

    void refreshesAnEmptyListWithoutACurrentRow()
    {
        QVERIFY(!m_model->idAt(-1));
        m_list->total = 0;
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 0);
        m_model->refresh(); // there is no row with the keyboard to come back to
        QTRY_VERIFY(!m_model->isBusy());
        m_list->total = 3;
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 3);
    }

    /// With a million rows selected it took 58 ms to paint the headings.
    void headingsDoNotLookAtEachRowThatIsSelected()
    {
        CountingModel model;
        QTableView view;
        view.setHorizontalHeader(new SortHeader(&view));
        view.setModel(&model);
        view.setSelectionModel(new QItemSelectionModel(&model, &view));
        view.selectAll();
        model.asked = 0;
        QVERIFY(!view.horizontalHeader()->grab().isNull());
        QVERIFY2(model.asked < 1'000, qPrintable(QString::number(model.asked)));
        QVERIFY(m_view->horizontalHeader()->selectionModel() != m_view->selectionModel());
    }

    void theFirstDownSelectsTheRowWithTheKeyboard()
    {
        m_view->setFocus(Qt::OtherFocusReason);
        QTRY_VERIFY(m_view->currentIndex().isValid());
        QCOMPARE(rows()->count(), 0);
        const int first = m_view->currentIndex().row();
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTRY_COMPARE(rows()->single(), m_model->idAt(first).value_or(-1));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTRY_COMPARE(rows()->single(), m_model->idAt(first + 1).value_or(-1));
    }

    void aKeyWithNowhereToGoSelectsTheRowWithTheKeyboard_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<bool>("isAtTheEnd");
        QTest::newRow("Home") << Qt::Key_Home << false;
        QTest::newRow("Up") << Qt::Key_Up << false;
        QTest::newRow("PageUp") << Qt::Key_PageUp << false;
        QTest::newRow("Left") << Qt::Key_Left << false;
        QTest::newRow("End") << Qt::Key_End << true;
        QTest::newRow("Down") << Qt::Key_Down << true;
        QTest::newRow("PageDown") << Qt::Key_PageDown << true;
        QTest::newRow("Right") << Qt::Key_Right << true;
    }

    void aKeyWithNowhereToGoSelectsTheRowWithTheKeyboard()
    {
        QFETCH(Qt::Key, key);
        QFETCH(bool, isAtTheEnd);
        const int row = isAtTheEnd ? 49'999 : 0;
        const int column = isAtTheEnd ? m_model->columnCount() - 1 : 0;
        putKeyboardOn(row, column);
        QTest::keyClick(m_view.get(), key);
        QCOMPARE(sorted(), QList<qint64>{row});
        QCOMPARE(m_view->currentIndex(), m_model->index(row, column));
        // the one that is meant, and not those that were
        rows()->selectIds({row, row == 0 ? 3 : row - 3});
        QTest::keyClick(m_view.get(), key);
        QCOMPARE(sorted(), QList<qint64>{row});
        // from there on with Shift
        QTest::keyClick(m_view.get(), isAtTheEnd ? Qt::Key_Up : Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(rows()->count(), 2);
    }

    void homeAndEndGoToTheFirstAndTheLastRow()
    {
        putKeyboardOn(20'000, 1);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentIndex(), m_model->index(49'999, 1));
        QTRY_COMPARE(sorted(), QList<qint64>{49'999}); // it is loaded first
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->currentIndex(), m_model->index(0, 1));
        QTRY_COMPARE(sorted(), QList<qint64>{0});
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ShiftModifier);
        QTRY_COMPARE(sorted(), (QList<qint64>{0, 1}));
    }

    void endIsTheLastRowAlsoWhereTheKeyboardWasOnNone()
    {
        rows()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentIndex().row(), 49'999);
        QTRY_COMPARE(sorted(), QList<qint64>{49'999});
    }

    void shiftAddsTheRowThatIsNotLeft()
    {
        putKeyboardOn(0, 0);
        rows()->selectIds({3});
        QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(sorted(), (QList<qint64>{0, 3}));
        QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(sorted(), (QList<qint64>{0, 3}));
    }

    void controlMovesAndSelectsNothing()
    {
        putKeyboardOn(1, 0);
        for (const Qt::Key key : {Qt::Key_Home, Qt::Key_Home, Qt::Key_Up, Qt::Key_PageUp})
            QTest::keyClick(m_view.get(), key, Qt::ControlModifier);
        QCOMPARE(m_view->currentIndex().row(), 0);
        QCOMPARE(rows()->count(), 0);
    }

    void theFirstUpSelectsTheRowWithTheKeyboard()
    {
        putKeyboardOn(4, 0);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(sorted(), QList<qint64>{4});
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(sorted(), QList<qint64>{3});
    }

    void knowsTheIdsOfClickedRows()
    {
        click(3);
        click(5, Qt::ControlModifier);
        QCOMPARE(sorted(), (QList<qint64>{3, 5}));
        QCOMPARE(rows()->single(), 0);
        click(7);
        QCOMPARE(rows()->single(), 7);
    }

    void looksUpRowsNeverLoaded()
    {
        click(0);
        m_view->scrollToBottom();
        QTRY_VERIFY(m_model->isLoaded(49'999));
        click(49'999, Qt::ShiftModifier);
        QCOMPARE(rows()->count(), 50'000);
        QVERIFY(!rows()->isComplete());
        QTRY_VERIFY(rows()->isComplete());
        QCOMPARE(rows()->ids().size(), 50'000);
    }

    void givesUpBeyondTheLimit()
    {
        m_list->total = 300'000;
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 300'000);
        m_view->selectAll();
        QVERIFY(rows()->tooMany());
        QVERIFY(!rows()->isComplete());
        QCOMPARE(rows()->count(), 300'000);
    }

    void staysWithTheEntitiesOnRefresh()
    {
        click(4);
        click(6, Qt::ControlModifier);
        m_list->offset = -2; // two rows inserted at the top
        m_list->total += 2;
        refresh();
        QCOMPARE(sorted(), (QList<qint64>{4, 6}));
        QVERIFY(m_view->selectionModel()->isRowSelected(6));
        QVERIFY(m_view->selectionModel()->isRowSelected(8));
        QVERIFY(!m_view->selectionModel()->isRowSelected(4));
        QCOMPARE(m_view->currentIndex().row(), 8);
    }

    void leavesTheKeyboardWhereItIsWhenOthersAreSelected()
    {
        click(4);
        refresh(); // which brings the keyboard back to where it was
        click(8);
        rows()->selectIds({2});
        QCOMPARE(m_view->currentIndex().row(), 8);
    }

    void forgetsWhatIsOutOfMemoryOnANewClick()
    {
        rows()->selectIds({40'000, 40'001});
        QCOMPARE(rows()->count(), 2);
        click(2);
        QCOMPARE(sorted(), (QList<qint64>{2}));
    }

    void showsIdsWhenTheirRowsCome()
    {
        rows()->selectIds({40'000});
        m_view->scrollTo(m_model->index(40'000, 0));
        QTRY_VERIFY(m_view->selectionModel()->isRowSelected(40'000));
    }

    void keepsTheScrollPositionOnRefresh()
    {
        m_view->verticalScrollBar()->setValue(m_view->rowHeight(0) * 20'000 + 7);
        QTRY_VERIFY(m_model->isLoaded(20'000));
        const int top = m_view->rowAt(0);
        const qint64 id = m_model->idAt(top).value_or(-1);
        const int offset = m_view->rowViewportPosition(top);
        m_list->offset = -10;
        m_list->total += 10;
        refresh();
        QCOMPARE(m_model->idAt(m_view->rowAt(0)).value_or(-1), id);
        QCOMPARE(m_view->rowViewportPosition(m_view->rowAt(0)), offset);
    }

private:
    RowSelection *rows() const { return m_view->rows(); }
    QList<qint64> sorted() const
    {
        QList<qint64> ids = rows()->ids();
        std::ranges::sort(ids);
        return ids;
    }
    /// Without selecting anything.
    void putKeyboardOn(int row, int column)
    {
        m_view->scrollTo(m_model->index(row, column));
        QTRY_VERIFY(m_model->isLoaded(row));
        rows()->clearSelection();
        rows()->setCurrentIndex(m_model->index(row, column), QItemSelectionModel::NoUpdate);
    }
    void click(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTRY_VERIFY(m_model->isLoaded(row));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers,
                          m_view->visualRect(m_model->index(row, 0)).center());
    }
    void refresh()
    {
        QSignalSpy refreshed(m_model, &PagedTableModelBase::refreshed);
        m_model->refresh();
        QTRY_COMPARE(refreshed.size(), 1);
    }

    std::unique_ptr<FakeList> m_list;
    std::unique_ptr<PagedTableView> m_view;
    PagedTableModel<FakeRow> *m_model = nullptr;
};

} // namespace seatledger

QTEST_MAIN(seatledger::RowSelectionTest)
#include "rowselectiontest.moc"
