// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/licenseassignmentdomainservice.h"
#include "tests/core/domain/planvalues.h"
#include "tests/core/domain/property.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace seatledger;
using namespace seatledger::testing;

namespace {

const LicenseAssignmentDomainService service{today()};

PlanMode anyMode()
{
    return *rc::gen::element(PlanMode::AllOrNothing, PlanMode::Partial);
}

/// Some of the first members, who may hold already, and some of those who do not, in any order, with
/// repetitions.
AssignmentRequest anyRequest()
{
    AssignmentRequest request{.members = {},
                              .terms = {.quantity = seats(*rc::gen::inRange(1, 4)), .period = *periods()},
                              .mode = anyMode()};
    const int count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i)
        request.members.push_back(member(*rc::gen::inRange(1, 13)));
    return request;
}

std::vector<Holding> anyHoldings(const Book &book)
{
    std::vector<Holding> result = book.holdings;
    std::erase_if(result, [](const Holding &) { return *rc::gen::arbitrary<bool>(); });
    return result;
}

/// What a plan with existing rows may be about.
AssignmentPlan anyChange(const Book &book, LicenseState state)
{
    const PlanFacts facts = withMembers(factsOf(book, state), 12);
    const std::vector<Holding> holdings = anyHoldings(book);
    const PlanMode mode = anyMode();
    std::vector<PeriodChange> newPeriods;
    std::vector<QuantityChange> quantities;
    std::vector<Transfer> transfers;
    for (const Holding &holding : holdings) {
        newPeriods.push_back({holding, *periods()});
        quantities.push_back({holding, seats(*rc::gen::inRange(1, 6))});
        transfers.push_back({holding, member(*rc::gen::inRange(1, 13))});
    }
    const SuspensionTerms terms{.releaseSeat = *rc::gen::arbitrary<bool>(),
                                .until = *rc::gen::element(std::optional<QDate>(), std::optional(day(4)))};
    switch (*rc::gen::inRange(0, 6)) {
    case 0:
        return service.planRevoke(facts, holdings, mode);
    case 1:
        return service.planSuspend(facts, holdings, terms, mode);
    case 2:
        return service.planResume(facts, holdings, mode);
    case 3:
        return service.planPeriods(facts, newPeriods, mode);
    case 4:
        return service.planQuantities(facts, quantities, mode);
    default:
        return service.planTransfer(facts, transfers, mode);
    }
}

/// The rows that the granted items change: a transfer ends one and makes another.
HoldingChanges rowsOfGranted(const AssignmentPlan &plan)
{
    HoldingChanges rows;
    for (const PlanItem &item : plan.items) {
        const auto &[before, after] = item.change;
        if (item.isGranted() && before && before->member != after->member) {
            rows.push_back({.before = before});
            rows.push_back({.after = after});
        } else if (item.isGranted()) {
            rows.push_back(item.change);
        }
    }
    return rows;
}

bool someoneHoldsTwice(const std::vector<Holding> &holdings)
{
    for (size_t i = 0; i < holdings.size(); ++i) {
        for (size_t k = 0; k < i; ++k) {
            if (holdings[i].isOpen() && holdings[k].isOpen() && holdings[i].member == holdings[k].member
                && holdings[i].period.overlaps(holdings[k].period))
                return true;
        }
    }
    return false;
}

/// Why this one more assignment is impossible, by the rule and nothing else.
std::optional<RefusalReason> reasonByDay(const Book &book, const HoldingChanges &granted,
                                         const Holding &wished)
{
    if (wished.state == AssignmentState::Expired)
        return RefusalReason::PeriodInPast;
    if (someoneHoldsTwice(byday::after(book.holdings, granted)) // cannot be: random books are free of it
        || std::ranges::any_of(byday::after(book.holdings, granted), [&](const Holding &held) {
               return held.isOpen() && held.member == wished.member && held.period.overlaps(wished.period);
           }))
        return RefusalReason::AlreadyHolds;
    HoldingChanges more = granted;
    more.push_back({.after = wished});
    const std::optional<QDate> broken = byday::firstBrokenDay(book, more);
    if (!broken)
        return std::nullopt;
    const bool isOutside = byday::supply(book.entitlements, book.overage, *broken) == Seats(0);
    return isOutside ? RefusalReason::OutsideSupply : RefusalReason::NoSeat;
}

} // namespace

/// Plans against the rule counted day by day, over random books and requests.
class AssignmentPlanPropertyTest final : public QObject
{
    Q_OBJECT

private slots:
    void assignsWhomTheRuleServesOneAfterTheOther()
    {
        VERIFY_PROPERTY("plan of an assignment", [] {
            const Book book = *books();
            const AssignmentRequest request = anyRequest();
            const AssignmentPlan plan = service.planAssign(withMembers(factsOf(book), 12), request);
            RC_ASSERT(plan.items.size() == request.members.size());
            HoldingChanges granted;
            for (const PlanItem &item : plan.items) {
                const auto expected = reasonByDay(book, granted, *item.change.after);
                RC_ASSERT((item.refusal ? std::optional(item.refusal->reason) : std::nullopt) == expected);
                if (item.isGranted())
                    granted.push_back(item.change);
            }
            RC_CLASSIFY(plan.isApplicable(), "applicable");
        });
    }

    void whatIsGrantedCanBeAppliedTogether()
    {
        VERIFY_PROPERTY("plans of changes keep the rule", [] {
            const Book book = *books();
            const AssignmentPlan plan = anyChange(book, LicenseState::Active);
            const HoldingChanges rows = rowsOfGranted(plan);
            RC_CLASSIFY(!rows.empty(), "something granted");
            RC_ASSERT(!byday::firstBrokenDay(book, rows));
            RC_ASSERT(!someoneHoldsTwice(byday::after(book.holdings, rows)));
            for (const PlanItem &item : plan.items)
                RC_ASSERT(!item.isGranted() || !service.refusalOfDays(*item.change.after));
        });
    }

    void whatFitsTogetherIsGranted()
    {
        VERIFY_PROPERTY("all changes that fit together are granted", [] {
            const Book book = *books();
            std::vector<QuantityChange> changes;
            HoldingChanges rows;
            for (const Holding &holding : anyHoldings(book)) {
                Holding after = holding;
                after.quantity = seats(holding.quantity.value() % 4 + 1);
                changes.push_back({holding, after.quantity});
                rows.push_back({.before = holding, .after = after});
            }
            RC_PRE(std::ranges::all_of(rows, [](const HoldingChange &row) { return row.before->isOpen(); }));
            const AssignmentPlan plan = service.planQuantities(factsOf(book), changes,
                                                               PlanMode::AllOrNothing);
            RC_ASSERT((plan.refusedCount() == 0) == !byday::firstBrokenDay(book, rows));
        });
    }

    void closedLicencesOnlyLetSeatsGo()
    {
        VERIFY_PROPERTY("nothing grows while a licence is suspended", [] {
            const Book book = *books();
            const HoldingChanges rows = rowsOfGranted(anyChange(book, LicenseState::Suspended));
            const std::vector<Holding> after = byday::after(book.holdings, rows);
            for (QDate day = today(); day <= byday::lastDay(); day = day.addDays(1))
                RC_ASSERT(byday::demand(after, day) <= byday::demand(book.holdings, day));
        });
    }
};

QTEST_GUILESS_MAIN(AssignmentPlanPropertyTest)
#include "assignmentplanpropertytest.moc"
