// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/stepfunction.h"

#include "tests/core/domain/property.h"

#include <QTest>

#include <algorithm>

using namespace seatledger;

namespace {

constexpr DayNumber firstDay = -12;
constexpr DayNumber endDay = 25;

rc::Gen<std::vector<StepFunction::Delta>> deltas()
{
    return rc::gen::exec([] {
        std::vector<StepFunction::Delta> result;
        const int count = *rc::gen::inRange(0, 12);
        for (int i = 0; i < count; ++i)
            result.push_back({*rc::gen::inRange<DayNumber>(-10, 20), *rc::gen::inRange<qint64>(-3, 4)});
        return result;
    });
}

qint64 sumUntil(const std::vector<StepFunction::Delta> &deltas, DayNumber day)
{
    qint64 sum = 0;
    for (const auto &[from, change] : deltas)
        sum += from <= day ? change : 0;
    return sum;
}

DayRange anyRange()
{
    const DayNumber first = *rc::gen::inRange<DayNumber>(firstDay, endDay);
    return {first, *rc::gen::inRange<DayNumber>(first + 1, endDay + 1)};
}

} // namespace

class StepFunctionTest final : public QObject
{
    Q_OBJECT

private slots:
    void isZeroWithoutSteps()
    {
        const StepFunction nothing;
        QCOMPARE(nothing.valueOn(5), 0);
        QCOMPARE(nothing.minimumOn({0, 10}), 0);
        QVERIFY(!nothing.firstNonZero({0, endOfDays}));
        QVERIFY(!nothing.firstNonZero({5, 5}));
    }

    void keepsOnlyStepsThatChangeSomething()
    {
        const StepFunction steps = StepFunction::fromDeltas({{5, 2}, {3, 1}, {5, -2}, {9, -1}, {7, 0}});
        const std::vector<StepFunction::Step> expected{{3, 1}, {9, 0}};
        QVERIFY(std::ranges::equal(steps.steps(), expected));
    }

    void addsDeltasOfRanges()
    {
        std::vector<StepFunction::Delta> sum;
        addDeltas(sum, {3, 9}, 2);
        addDeltas(sum, {5, endOfDays}, 1);
        addDeltas(sum, {5, 5}, 7);
        addDeltas(sum, {1, 2}, 0);
        QCOMPARE(sum.size(), 3U);
        const StepFunction steps = StepFunction::fromDeltas(sum);
        QCOMPARE(steps.valueOn(2), 0);
        QCOMPARE(steps.valueOn(8), 3);
        QCOMPARE(steps.valueOn(9), 1);
        QCOMPARE(steps.valueOn(1'000'000), 1);
    }

    void valuesAreSumsOfDeltas()
    {
        VERIFY_PROPERTY("values, least values and first values", [] {
            const auto changes = *deltas();
            const StepFunction steps = StepFunction::fromDeltas(changes);
            const DayRange range = anyRange();
            qint64 least = sumUntil(changes, range.first);
            std::optional<DayNumber> firstNonZero;
            for (DayNumber day = range.first; day < range.end; ++day) {
                const qint64 value = sumUntil(changes, day);
                RC_ASSERT(steps.valueOn(day) == value);
                least = std::min(least, value);
                if (value != 0 && !firstNonZero)
                    firstNonZero = day;
            }
            RC_ASSERT(steps.minimumOn(range) == least);
            RC_ASSERT(steps.firstNonZero(range) == firstNonZero);
        });
    }

    void combinesDayByDay()
    {
        VERIFY_PROPERTY("combined values", [] {
            const StepFunction left = StepFunction::fromDeltas(*deltas());
            const StepFunction right = StepFunction::fromDeltas(*deltas());
            const auto combine = [](qint64 a, qint64 b) { return std::max<qint64>(0, a - 2 * b); };
            const StepFunction both = StepFunction::combined(left, right, combine);
            for (DayNumber day = firstDay; day < endDay; ++day)
                RC_ASSERT(both.valueOn(day) == combine(left.valueOn(day), right.valueOn(day)));
        });
    }
};

QTEST_GUILESS_MAIN(StepFunctionTest)
#include "stepfunctiontest.moc"
