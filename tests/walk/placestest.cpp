// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/language.h"
#include "tests/support/patience.h"
#include "tests/walk/wholewindow.h"
#include "ui/book/bookpage.h"
#include "ui/common/remembered.h"
#include "ui/common/style/theme.h"
#include "ui/common/widgets/headerlayout.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

/// What was in sight when the window was closed is in sight when it is opened again.
class PlacesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Scheme::Light);
        useLanguage(QLocale(QLocale::English));
        m_whole = std::make_unique<WholeWindow>();
    }
    void cleanupTestCase() { m_whole.reset(); }

    void comesBackAsItWasLeft()
    {
        MainWindow &before = m_whole->open({1000, 700});
        before.showPage(u"licenses"_s);
        QTRY_VERIFY(page(before).isSettled());
        QTest::mouseClick(page(before).findChild<QAbstractButton *>(u"activeSegmentButton"_s),
                          Qt::LeftButton);
        page(before).search(u"a"_s);
        QHeaderView *header = view(before).horizontalHeader();
        TableLayout layout = view(before).columns()->layout();
        layout.sort = {u"held"_s, Qt::DescendingOrder, {}};
        layout.hidden.removeAll(u"product"_s);
        layout.shown += u"product"_s;
        layout.widths.insert(u"product"_s, 210);
        view(before).columns()->change(layout);
        auto *splitter = before.findChild<QSplitter *>(u"licensesPageSplitter"_s);
        QTest::mousePress(splitter->handle(1), Qt::LeftButton, {}, splitter->handle(1)->rect().center());
        QTest::mouseMove(splitter->handle(1), splitter->handle(1)->rect().center() - QPoint(60, 0));
        QTest::mouseRelease(splitter->handle(1), Qt::LeftButton, {},
                            splitter->handle(1)->rect().center() - QPoint(60, 0));
        before.resize(1180, 760);
        QTRY_VERIFY(page(before).isSettled());
        const QVariantMap left = page(before).viewState();
        const QList<int> parts = splitter->sizes();
        const int columns = header->count() - header->hiddenSectionCount();
        before.close();

        MainWindow &after = m_whole->open({640, 480});
        after.restorePlacement({});
        QCOMPARE(after.currentPageId(), u"licenses"_s);
        QTRY_VERIFY(page(after).isSettled());
        QTRY_COMPARE(after.size(), QSize(1180, 760));
        QCOMPARE(page(after).viewState(), left);
        QCOMPARE(page(after).findChild<SegmentedFilter *>()->current(), u"active"_s);
        QCOMPARE(after.findChild<QSplitter *>(u"licensesPageSplitter"_s)->sizes(), parts);
        QHeaderView *again = view(after).horizontalHeader();
        QCOMPARE(again->count() - again->hiddenSectionCount(), columns);
        QCOMPARE(view(after).columns()->layout().sort.column, u"held"_s);
        QCOMPARE(view(after).columns()->layout().widths.value(u"product"_s), 210);
    }

    void comesBackThoughItWasNeverClosed()
    {
        MainWindow &killed = m_whole->open();
        killed.restorePlacement({});
        killed.showPage(u"assignments"_s);
        QTRY_VERIFY(page(killed).isSettled());
        QTest::mouseClick(page(killed).findChild<QAbstractButton *>(u"endedSegmentButton"_s), Qt::LeftButton);
        QTRY_VERIFY(page(killed).isSettled());
        const QVariant left = killed.currentPage()->place();
        QTRY_COMPARE(remembered::value(u"places/2026/assignments"_s), left);

        MainWindow &after = m_whole->open();
        after.restorePlacement({});
        QCOMPARE(after.currentPageId(), u"assignments"_s);
        QTRY_VERIFY(page(after).isSettled());
        QCOMPARE(page(after).findChild<SegmentedFilter *>()->current(), u"ended"_s);
    }

private:
    static BookPage &page(MainWindow &window) { return *qobject_cast<BookPage *>(window.currentPage()); }
    static PagedTableView &view(MainWindow &window)
    {
        return *qobject_cast<PagedTableView *>(page(window).mainView());
    }

    std::unique_ptr<WholeWindow> m_whole;
};

} // namespace seatledger

QTEST_MAIN(seatledger::PlacesTest)
#include "placestest.moc"
