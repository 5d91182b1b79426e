// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/assignmentplan.h"

#include "tests/core/domain/bookvalues.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

namespace {

PlanItem granted(qint64 number)
{
    return {.change = {.after = holding(number, days(0))}};
}

PlanItem refused(qint64 number)
{
    return {.change = {.after = holding(number, days(0))},
            .refusal = Refusal{.reason = RefusalReason::MemberDeparted}};
}

} // namespace

class AssignmentPlanTest final : public QObject
{
    Q_OBJECT

private slots:
    void oneRefusalIsEnoughForNothing()
    {
        const AssignmentPlan plan{.mode = PlanMode::AllOrNothing,
                                  .items = {granted(1), refused(2), refused(3)}};
        QCOMPARE(plan.grantedCount(), 1);
        QCOMPARE(plan.refusedCount(), 2);
        QVERIFY(!plan.isApplicable());
        const Result<void> verdict = plan.verdict();
        VERIFY_ERROR(verdict, ErrorCode::RuleBroken);
        QCOMPARE(verdict.error().details, (QJsonObject{{u"reason"_s, u"member_departed"_s},
                                                       {u"member"_s, 2},
                                                       {u"granted"_s, 1},
                                                       {u"refused"_s, 2}}));
    }

    void partlyIsEnoughWhenAskedFor()
    {
        const AssignmentPlan plan{.mode = PlanMode::Partial, .items = {granted(1), refused(2)}};
        QVERIFY(plan.isApplicable());
        VERIFY_RESULT(plan.verdict());
    }

    void nobodyIsNotPart()
    {
        const AssignmentPlan plan{.mode = PlanMode::Partial, .items = {refused(2)}};
        QVERIFY(!plan.isApplicable());
        VERIFY_ERROR(plan.verdict(), ErrorCode::RuleBroken);
    }

    void anEmptyRequestIsNotApplicable()
    {
        VERIFY_ERROR(AssignmentPlan{}.verdict(), ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(AssignmentPlanTest)
#include "assignmentplantest.moc"
