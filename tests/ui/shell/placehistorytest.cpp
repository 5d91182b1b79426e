// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/placehistory.h"

#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Where somebody was, and the way back.
class PlaceHistoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void goesBackAndForward()
    {
        PlaceHistory history;
        QVERIFY(!history.canGoBack() && !history.back());
        history.visit(members(u"ana"_s));
        history.visit(members(u"bo"_s));
        QVERIFY(history.canGoBack() && !history.canGoForward());
        QCOMPARE(history.back(), members(u"ana"_s));
        QCOMPARE(history.forward(), members(u"bo"_s));
    }

    void forgetsWhatWasAhead()
    {
        PlaceHistory history;
        for (const QString &search : {u"ana"_s, u"bo"_s})
            history.visit(members(search));
        (void)history.back();
        history.visit(members(u"cem"_s));
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back(), members(u"ana"_s));
    }

    /// A list that is shown again is at its top until its rows are there.
    void keepsWhatIsAheadWhileAListScrolls()
    {
        PlaceHistory history;
        history.visit(members(u"ana"_s, 400, {7}));
        history.visit(members(u"bo"_s));
        QCOMPARE(history.back(), members(u"ana"_s, 400, {7}));
        history.visit(members(u"ana"_s, 0, {}));
        QVERIFY(history.canGoForward());
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.forward(), members(u"bo"_s));
        QCOMPARE(history.back(), members(u"ana"_s, 0, {}));
    }

    void remembersSoMany()
    {
        PlaceHistory history;
        for (std::size_t place = 0; place < PlaceHistory::longest + 5; ++place)
            history.visit(members(QString::number(place)));
        std::size_t steps = 0;
        while (history.back())
            ++steps;
        QCOMPARE(steps, PlaceHistory::longest - 1);
    }

private:
    [[nodiscard]] static VisitedPlace members(const QString &search, int scroll = 0,
                                              const QVariantList &selected = {})
    {
        return {u"members"_s,
                QVariantMap{{u"search"_s, search}, {u"scroll"_s, scroll}, {u"selected"_s, selected}}};
    }
};

} // namespace seatledger

QTEST_APPLESS_MAIN(seatledger::PlaceHistoryTest)
#include "placehistorytest.moc"
