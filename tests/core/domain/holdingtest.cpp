// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/holding.h"

#include "tests/core/domain/histories.h"
#include "tests/core/domain/property.h"

#include <QTest>

#include <algorithm>

using namespace seatledger;
using namespace seatledger::testing;

class HoldingTest final : public QObject
{
    Q_OBJECT

private slots:
    void aReleasedSuspensionHoldsNothingUntilItIsOver()
    {
        const Holding active = holding(1, days(-5, 20));
        QCOMPARE(active.heldDays(), days(-5, 20).range());
        QCOMPARE(suspended(active, false, 5).heldDays(), days(-5, 20).range());
        QCOMPARE(suspended(active, true, 5).heldDays(), days(5, 20).range());
        QVERIFY(suspended(active, true).heldDays().isEmpty());
    }

    void whatHasEndedHoldsNothing()
    {
        Holding ended = holding(1, days(-5));
        for (const AssignmentState state : {AssignmentState::Expired, AssignmentState::Revoked}) {
            ended.state = state;
            QVERIFY(!ended.isOpen());
            QVERIFY(ended.heldDays().isEmpty());
        }
    }

    void heldDaysAreThoseOfTheRule()
    {
        VERIFY_PROPERTY("held days", [] {
            const Book book = *books();
            for (const Holding &holding : book.holdings) {
                const DayRange held = holding.heldDays();
                for (QDate day = byday::firstDay(); day <= byday::lastDay(); day = day.addDays(1))
                    RC_ASSERT(held.contains(day.toJulianDay()) == byday::holds(holding, day));
            }
        });
    }

    void grownDaysAreThoseWithMoreSeats()
    {
        VERIFY_PROPERTY("grown days", [] {
            const HoldingChanges changes = *changesOf(*books());
            for (const auto &[before, after] : changes) {
                const auto grown = HoldingChange{before, after}.grownDays();
                for (QDate day = byday::firstDay(); day <= byday::lastDay(); day = day.addDays(1)) {
                    const qint64 then = before ? byday::demand({*before}, day) : 0;
                    const bool isGrown = std::ranges::any_of(
                        grown, [&](const DayRange &run) { return run.contains(day.toJulianDay()); });
                    RC_ASSERT(isGrown == (byday::demand({*after}, day) > then));
                }
            }
        });
    }

    void aRowThatGoesDoesNotGrow()
    {
        const HoldingChange change{.before = holding(1, days(0)), .after = std::nullopt};
        for (const DayRange &run : change.grownDays())
            QVERIFY(run.isEmpty());
    }
};

QTEST_GUILESS_MAIN(HoldingTest)
#include "holdingtest.moc"
