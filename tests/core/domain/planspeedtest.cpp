// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/licenseassignmentdomainservice.h"
#include "tests/core/domain/planvalues.h"

#include <QElapsedTimer>
#include <QTest>

using namespace seatledger;
using namespace seatledger::testing;

namespace {

constexpr qint64 many = 100'000;

/// Ample for an instrumented build on a busy machine, not for anything quadratic; what is measured is
/// printed.
constexpr qint64 millisecondsAllowed = 60'000;

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

template <typename Work>
auto timed(const char *what, Work work)
{
    QElapsedTimer timer;
    timer.start();
    auto result = work();
    const qint64 milliseconds = timer.elapsed();
    qInfo("%s: %lld ms", what, milliseconds);
    return std::pair(std::move(result), milliseconds);
}

} // namespace

/// A hundred thousand rows in one plan.
class PlanSpeedTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_facts = withMembers(factsOf(m_book), 2 * many); }

    void assignsToMany()
    {
        AssignmentRequest request = requestFor({}, days(0));
        for (qint64 number = many; number < 2 * many; ++number)
            request.members.push_back(member(number + 1));
        const auto [plan, milliseconds] = timed("assign",
                                                [&] { return service.planAssign(*m_facts, request); });
        QCOMPARE(plan.items.size(), size_t(many));
        QCOMPARE(plan.refusedCount(), 0);
        QVERIFY(milliseconds < millisecondsAllowed);
    }

    void refusesMany()
    {
        AssignmentRequest request = requestFor({}, days(0), 2);
        for (qint64 number = many; number < 2 * many; ++number)
            request.members.push_back(member(number + 1));
        const auto [plan, milliseconds] = timed("refuse",
                                                [&] { return service.planAssign(*m_facts, request); });
        QVERIFY(plan.grantedCount() > 0);
        QVERIFY(plan.refusedCount() > many / 4);
        QVERIFY(milliseconds < millisecondsAllowed);
    }

    void movesMany()
    {
        std::vector<PeriodChange> changes;
        for (const Holding &holding : m_book.holdings)
            changes.push_back({holding, days(-5, int(holding.member.value() % 1700))});
        const auto [plan, milliseconds] = timed(
            "move", [&] { return service.planPeriods(*m_facts, changes, PlanMode::Partial); });
        QVERIFY(plan.grantedCount() > many / 2);
        QVERIFY(milliseconds < millisecondsAllowed);
    }

private:
    const Book m_book = largeBook();
    std::optional<PlanFacts> m_facts;
};

QTEST_GUILESS_MAIN(PlanSpeedTest)
#include "planspeedtest.moc"
