// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/fakelist.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace seatledger {

using namespace fake;
using namespace Qt::StringLiterals;

class PagedTableModelTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_list = std::make_unique<FakeList>();
        m_source = m_list->source();
        m_model = std::make_unique<PagedTableModel<FakeRow>>(m_source, fakeColumns());
    }
    void cleanup()
    {
        m_model.reset();
        m_list.reset();
    }

    void knowsNoIdOfRowsThatAreNone()
    {
        m_model->reset();
        QTRY_VERIFY(m_model->isLoaded(0));
        QVERIFY(m_model->idAt(0).has_value());
        QVERIFY(!m_model->idAt(-1).has_value()); // what currentIndex() answers when there is none
    }

    void keepsTheContractOfModels()
    {
        // The tester walks through all rows on every change, so not a million here.
        const QAbstractItemModelTester tester(m_model.get(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_list->total = 2'500;
        m_model->reset();
        QTRY_COMPARE(m_model->rowCount(), 2'500);
        wait(2'400);
        m_model->sort(0, Qt::DescendingOrder);
        QTRY_COMPARE(text(0).toString(), u"2499"_s);
        m_list->total = 2'600;
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 2'600);
        m_source->setFilter({50});
        QTRY_COMPARE(m_model->rowCount(), 52);
        m_list->error = Error{ErrorCode::Internal, u"broken"_s, {}};
        m_source->setFilter({2});
        QTRY_COMPARE(m_model->rowCount(), 0);
    }

    void asksForNothingInData()
    {
        load();
        const std::size_t before = m_list->pages.size();
        QVERIFY(!text(500'000).isValid());
        QCOMPARE(m_list->pages.size(), before);
        QTRY_COMPARE(text(500'000).toString(), u"500000"_s);
    }

    void showsTheFirstPageBeforeTheCount()
    {
        m_list->hold = true;
        m_model->reset();
        QCOMPARE(m_model->rowCount(), 0);
        m_list->releaseBackwards();
        QTRY_COMPARE(m_model->rowCount(), 1'000'000);
        QVERIFY(m_model->isCountKnown());
        QCOMPARE(text(0).toString(), u"0"_s);
    }

    void jumpsByAnchors()
    {
        load();
        QTRY_COMPARE(m_list->anchorRequests, 1);
        wait(999'900);
        QVERIFY(m_list->pages.back().skip < FakeList::Source::anchorDistance);
        QVERIFY(!m_list->pages.back().after.isEmpty());
        QCOMPARE(text(999'999).toString(), u"999999"_s);
        wait(123'456);
        QCOMPARE(text(123'456).toString(), u"123456"_s);
    }

    void waitsForAnchorsWhenFarAway()
    {
        m_list->hold = true;
        m_model->reset();
        m_list->releaseBackwards();
        QTRY_COMPARE(m_model->rowCount(), 1'000'000);
        const std::size_t before = m_list->pages.size();
        (void)text(700'000);
        QTest::qWait(50);
        for (std::size_t i = before; i < m_list->pages.size(); ++i)
            QVERIFY(m_list->pages[i].skip <= 2 * FakeList::Source::anchorDistance);
        m_list->hold = false;
        m_list->releaseBackwards();
        QTRY_COMPARE(text(700'000).toString(), u"700000"_s);
    }

    void readsOnWithoutSkipping()
    {
        load();
        wait(250);
        wait(450);
        QCOMPARE(m_list->pages.back().skip, 0);
    }

    void boundsItsMemory()
    {
        load();
        for (int page = 0; page < PagedTableModelBase::cachedPages * 2; ++page)
            wait(page * PagedTableModelBase::pageSize);
        QVERIFY(!m_model->isLoaded(200 * 20));
    }

    void dropsWishesScrolledPast()
    {
        load();
        const std::size_t before = m_list->pages.size();
        for (int row = 0; row < 900'000; row += 1000)
            (void)text(row + 5000);
        QTRY_VERIFY(text(904'000).isValid());
        QVERIFY2(m_list->pages.size() - before < 10, qPrintable(QString::number(m_list->pages.size())));
    }

    void dropsSupersededAnswers()
    {
        load();
        m_list->hold = true;
        m_source->setFilter({2});
        m_source->setFilter({5});
        m_list->hold = false;
        m_list->releaseBackwards();
        QTRY_COMPARE(m_model->rowCount(), 200'000);
        QCOMPARE(text(1).toString(), u"5"_s);
    }

    void sortsInTheSource()
    {
        load();
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->sort(0, Qt::DescendingOrder);
        QTRY_COMPARE(resets.size(), 1);
        QCOMPARE(text(0).toString(), u"999999"_s);
        m_model->sort(1, Qt::AscendingOrder); // not a sortable column
        QCOMPARE(m_source->sort().column, u"number"_s);
    }

    void refreshKeepsWhatIsOnScreen()
    {
        load();
        wait(500'000);
        m_model->setVisibleRows(500'000, 500'040);
        QTRY_VERIFY(!m_model->isBusy());
        QSignalSpy refreshed(m_model.get(), &PagedTableModelBase::refreshed);
        m_list->offset = -3;
        m_list->total += 3;
        m_model->refresh();
        QCOMPARE(text(500'000).toString(), u"500000"_s); // the old rows until the new ones are there
        QTRY_COMPARE(refreshed.size(), 1);
        QCOMPARE(text(500'000).toString(), u"499997"_s);
        QCOMPARE(m_model->rowOf(500'000).value_or(-1), 500'003);
        QTRY_COMPARE(m_model->rowCount(), 1'000'003);
    }

    void putsRefreshesTogether()
    {
        load();
        QSignalSpy refreshed(m_model.get(), &PagedTableModelBase::refreshed);
        for (int i = 0; i < 50; ++i)
            m_model->refresh();
        QTRY_COMPARE(refreshed.size(), 2);
        QTest::qWait(100);
        QCOMPARE(refreshed.size(), 2);
    }

    void shrinks()
    {
        load();
        m_list->total = 150;
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 150);
        QCOMPARE(text(149).toString(), u"149"_s);
    }

    void reportsErrorsOnceAndRecovers()
    {
        load();
        QSignalSpy failed(m_model.get(), &PagedTableModelBase::failed);
        m_list->error = Error{ErrorCode::Offline, u"gone"_s, {}};
        (void)text(300'000);
        QTRY_COMPARE(failed.size(), 1);
        for (int i = 0; i < 5; ++i) {
            (void)text(300'000);
            QTest::qWait(15);
        }
        QCOMPARE(failed.size(), 1); // painting again does not ask again
        m_list->error.reset();
        m_model->refresh();
        QTRY_VERIFY(text(300'000).isValid());
        QVERIFY(!m_model->lastError());
    }

    void showsNoRowsOfAFilterThatFailed()
    {
        load();
        m_list->error = Error{ErrorCode::Internal, u"broken"_s, {}};
        m_source->setFilter({7});
        QTRY_COMPARE(m_model->rowCount(), 0);
        QVERIFY(m_model->lastError().has_value());
    }

    void isQuietAboutCancelling()
    {
        load();
        QSignalSpy failed(m_model.get(), &PagedTableModelBase::failed);
        m_list->error = Error{ErrorCode::Cancelled, {}, {}};
        m_source->setFilter({3});
        QTest::qWait(50);
        QCOMPARE(failed.size(), 0);
    }

    void handlesAnEmptyList()
    {
        m_list->total = 0;
        m_model->reset();
        QTRY_VERIFY(!m_model->isBusy());
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_model->isCountKnown());
    }

private:
    QVariant text(int row) const { return m_model->index(row, 0).data(); }
    void load()
    {
        m_model->reset();
        QTRY_COMPARE(m_model->rowCount(), 1'000'000);
    }
    void wait(int row) { QTRY_VERIFY(text(row).isValid()); }

    std::unique_ptr<FakeList> m_list;
    FakeList::Source *m_source = nullptr;
    std::unique_ptr<PagedTableModel<FakeRow>> m_model;
};

} // namespace seatledger

QTEST_MAIN(seatledger::PagedTableModelTest)
#include "pagedtablemodeltest.moc"
