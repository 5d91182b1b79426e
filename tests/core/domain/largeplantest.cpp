// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/licenseassignmentdomainservice.h"
#include "tests/core/domain/planvalues.h"

#include <QTest>

using namespace seatledger;
using namespace seatledger::testing;

namespace {

/// So many that anything quadratic would not end before the test's time is over, and anything else soon.
constexpr qint64 many = 20'000;

const LicenseAssignmentDomainService service{today()};

/// Many holders with days of their own, and as many seats as they and as many again need.
Book largeBook()
{
    Book book{.entitlements = {bought(2 * many, days(-3000))}};
    book.holdings.reserve(many);
    for (qint64 number = 1; number <= many; ++number)
        book.holdings.push_back(holding(number, days(-int(number % 1000), int(number % 1500))));
    return book;
}

} // namespace

/// Plans of many rows.
class LargePlanTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_facts = withMembers(factsOf(m_book), 2 * many); }

    void assignsToMany()
    {
        AssignmentRequest request = requestFor({}, days(0));
        for (qint64 number = many; number < 2 * many; ++number)
            request.members.push_back(member(number + 1));
        const auto plan = service.planAssign(*m_facts, request);
        QCOMPARE(plan.items.size(), size_t(many));
        QCOMPARE(plan.refusedCount(), 0);
    }

    void refusesMany()
    {
        AssignmentRequest request = requestFor({}, days(0), 2);
        for (qint64 number = many; number < 2 * many; ++number)
            request.members.push_back(member(number + 1));
        const auto plan = service.planAssign(*m_facts, request);
        QVERIFY(plan.grantedCount() > 0);
        QVERIFY(plan.refusedCount() > many / 4);
    }

    void movesMany()
    {
        std::vector<PeriodChange> changes;
        for (const Holding &holding : m_book.holdings)
            changes.push_back({holding, days(-5, int(holding.member.value() % 1700))});
        const auto plan = service.planPeriods(*m_facts, changes, PlanMode::Partial);
        QVERIFY(plan.grantedCount() > many / 2);
    }

private:
    const Book m_book = largeBook();
    std::optional<PlanFacts> m_facts;
};

QTEST_GUILESS_MAIN(LargePlanTest)
#include "largeplantest.moc"
