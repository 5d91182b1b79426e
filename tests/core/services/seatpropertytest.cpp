// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/services.h"
#include "tests/core/domain/property.h"
#include "tests/core/services/seathistory.h"
#include "tests/support/book.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace seatledger {

using namespace testing;

namespace {

int number(int from, int to)
{
    return *rc::gen::inRange(from, to + 1);
}

bool oneIn(int chances)
{
    return number(1, chances) == 1;
}

QString reasonOf(const Error &error)
{
    return error.details.value(u"reason"_s).toString();
}

QString sqlStateOf(const Error &error)
{
    return error.details.value(u"sqlstate"_s).toString();
}

Holding newHolding(MemberId member)
{
    const Period period = *periods();
    return {.member = member,
            .quantity = seats(number(1, 3)),
            .period = period,
            .state = period.firstDay() > today() ? AssignmentState::Reserved : AssignmentState::Active};
}

Holding changed(const Holding &before)
{
    Holding after = before;
    switch (number(1, 5)) {
    case 1:
        after.quantity = seats(number(1, 5));
        return after;
    case 2:
        after.period = *periods();
        if (after.state != AssignmentState::Suspended)
            after.state = after.period.firstDay() > today() ? AssignmentState::Reserved
                                                            : AssignmentState::Active;
        return after;
    case 3:
        after.state = AssignmentState::Revoked;
        break;
    case 4:
        after.state = AssignmentState::Suspended;
        after.seatReleased = oneIn(2);
        after.suspendedUntil = oneIn(2) ? std::optional(day(number(0, 20))) : std::nullopt;
        return after;
    default:
        after.state = oneIn(5) ? AssignmentState::Reserved : AssignmentState::Active;
    }
    after.seatReleased = false;
    after.suspendedUntil.reset();
    return after;
}

bool clash(const Holding &one, const Holding &other)
{
    return one.member == other.member && one.isOpen() && other.isOpen() && one.period.overlaps(other.period);
}

bool clashAmong(const std::vector<Holding> &holdings)
{
    for (size_t i = 0; i < holdings.size(); ++i) {
        if (std::any_of(holdings.begin(), holdings.begin() + std::ptrdiff_t(i),
                        [&](const Holding &other) { return clash(holdings[i], other); }))
            return true;
    }
    return false;
}

/// Rows of one member that pass each other within one statement: PostgreSQL checks row by row.
bool clashOnTheWay(const HoldingChanges &changes)
{
    return std::ranges::any_of(changes, [&](const HoldingChange &change) {
        return std::ranges::any_of(changes, [&](const HoldingChange &other) {
            return &change != &other && other.before && clash(*change.after, *other.before);
        });
    });
}

bool isIllegal(const HoldingChange &change)
{
    using Rules = LicenseAssignmentDomainService;
    if (change.before && !Rules::transitionAllowed(change.before->state, change.after->state))
        return true;
    const bool sameDays = change.before && change.before->state == change.after->state
                          && change.before->period == change.after->period
                          && change.before->suspendedUntil == change.after->suspendedUntil;
    return !sameDays && change.after->isOpen() && Rules(today()).refusalOfDays(*change.after).has_value();
}

} // namespace

/// Random histories of one licence: the database, the domain and a count day by day agree about every step.
/// RC_PARAMS="max_success=1000 seed=..." asks for more, or for one again.
class SeatPropertyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS"))
            qputenv("RC_PARAMS", "max_success=25");
        m_database = std::make_unique<TestDatabase>();
        m_database->sql(u"INSERT INTO seatledger.vendor (id, name) VALUES (1, 'Northwind');"
                        "INSERT INTO seatledger.product (id, vendor_id, name) VALUES (1, 1, 'Suite')"_s);
    }
    void cleanupTestCase() { m_database.reset(); }

    void decidesEveryHistoryLikeTheDomainAndLikeACountByDay();

private:
    void insertRows(SeatHistory &history);
    void updateRows(SeatHistory &history);
    void changeSupply(SeatHistory &history);
    void passDays(SeatHistory &history);
    void assignByService(SeatHistory &history);
    void changeByService(SeatHistory &history);

    void expect(const testing::Book &book, const HoldingChanges &changes, const SeatHistory &history,
                const Result<void> &done) const;
    void expectPlan(const AssignmentPlan &plan, const SeatHistory &history,
                    const Result<OperationOutcome> &done) const;
    void verifyBook(SeatHistory &history);

    [[nodiscard]] static PlanFacts factsOf(const testing::Book &book, const SeatHistory &history)
    {
        PlanFacts facts{.state = LicenseState::Active,
                        .calendar = book.calendar(),
                        .entitlements = book.entitlements,
                        .holdings = book.holdings};
        for (const MemberId member : history.members())
            facts.members.push_back({.id = member});
        return facts;
    }

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
};

void SeatPropertyTest::decidesEveryHistoryLikeTheDomainAndLikeACountByDay()
{
    using Step = void (SeatPropertyTest::*)(SeatHistory &);
    const std::vector<Step> steps{&SeatPropertyTest::insertRows,      &SeatPropertyTest::insertRows,
                                  &SeatPropertyTest::updateRows,      &SeatPropertyTest::updateRows,
                                  &SeatPropertyTest::changeSupply,    &SeatPropertyTest::changeSupply,
                                  &SeatPropertyTest::passDays,        &SeatPropertyTest::assignByService,
                                  &SeatPropertyTest::assignByService, &SeatPropertyTest::changeByService,
                                  &SeatPropertyTest::changeByService};
    VERIFY_PROPERTY("the database, the domain and a count by day agree", [&] {
        SeatHistory history(*m_database);
        const int count = number(5, 25);
        for (int i = 0; i < count; ++i) {
            (this->*(*rc::gen::elementOf(steps)))(history);
            verifyBook(history);
        }
        history.close();
        RC_ASSERT(wrongCounters(*m_database) == 0);
    });
}

void SeatPropertyTest::expect(const testing::Book &book, const HoldingChanges &changes,
                              const SeatHistory &history, const Result<void> &done) const
{
    if (!done)
        RC_LOG() << describe(done.error()).toStdString() << '\n';
    RC_LOG() << rc::toString(book) << "changes:\n" << rc::toString(changes) << '\n';
    if (clashAmong(byday::after(book.holdings, changes))) {
        RC_ASSERT_FALSE(done.has_value());
        RC_ASSERT(sqlStateOf(done.error()) == u"23P01"_s);
        return;
    }
    if (std::ranges::any_of(changes, isIllegal)) {
        RC_ASSERT_FALSE(done.has_value());
        RC_ASSERT(sqlStateOf(done.error()) == u"SL003"_s);
        return;
    }
    const auto brokenDay = byday::firstBrokenDay(book, changes);
    const auto refusal = book.calendar().refusalOf(changes);
    RC_ASSERT(refusal.has_value() == brokenDay.has_value());
    RC_ASSERT(done.has_value() == !brokenDay.has_value());
    if (!brokenDay)
        return;
    RC_ASSERT(refusal->day == brokenDay);
    RC_ASSERT(sqlStateOf(done.error()) == u"SL001"_s);
    RC_ASSERT(reasonOf(done.error()) == toText(refusal->reason));
    const QDate day = QDate::fromString(done.error().details.value(u"day"_s).toString(), Qt::ISODate);
    RC_ASSERT(history.domain(day) == *brokenDay);
}

void SeatPropertyTest::insertRows(SeatHistory &history)
{
    const testing::Book book = history.read();
    HoldingChanges changes;
    QStringList rows;
    const int count = number(1, 3);
    for (int i = 0; i < count; ++i) {
        const Holding made = newHolding(history.anyMember());
        changes.push_back({.after = made});
        rows.append(u"(%1, %2, %3, %4, '%5')"_s.arg(history.license().value())
                        .arg(made.member.value())
                        .arg(made.quantity.value())
                        .arg(history.quoted(made.period), toText(made.state)));
    }
    expect(book, changes, history,
           history.run(u"INSERT INTO seatledger.license_assignment (license_id, member_id, quantity, period, "
                       "state) VALUES "_s
                       + rows.join(u", "_s)));
}

void SeatPropertyTest::updateRows(SeatHistory &history)
{
    const testing::Book book = history.read();
    HoldingChanges changes;
    QStringList rows;
    for (const Holding &before : book.holdings) {
        if (oneIn(2))
            continue;
        const Holding after = changed(before);
        const bool ends = after.state == AssignmentState::Revoked;
        changes.push_back({before, after});
        rows.append(u"(%1, %2, %3, '%4', %5, %6, %7, %8)"_s.arg(before.id->value())
                        .arg(after.quantity.value())
                        .arg(history.quoted(after.period), toText(after.state),
                             after.seatReleased ? u"true"_s : u"false"_s,
                             history.quoted(after.suspendedUntil),
                             history.quoted(ends ? std::optional(today()) : std::nullopt),
                             ends ? u"'taken back'"_s : u"NULL"_s));
    }
    if (changes.empty() || clashOnTheWay(changes))
        return;
    expect(
        book, changes, history,
        history.run(u"UPDATE seatledger.license_assignment a SET quantity = v.quantity, period = v.period, "
                    "state = v.state, seat_released = v.released, suspended_until = v.until, "
                    "ended_on = v.ended, end_reason = v.reason FROM (VALUES "_s
                    + rows.join(u", "_s)
                    + u") v(id, quantity, period, state, released, until, ended, reason) "
                      "WHERE a.id = v.id"_s));
}

void SeatPropertyTest::changeSupply(SeatHistory &history)
{
    const testing::Book book = history.read();
    testing::Book cut = book;
    QString statement;
    if (book.entitlements.size() < 4 && (book.entitlements.empty() || oneIn(2))) {
        const Period period = *periods();
        const std::optional<qint64> count = oneIn(15) ? std::nullopt : std::optional<qint64>(number(1, 8));
        cut.entitlements.push_back(bought(count, period));
        statement = u"INSERT INTO seatledger.entitlement (license_id, quantity, period) VALUES (%1, %2, %3)"_s
                        .arg(history.license().value())
                        .arg(count ? QString::number(*count) : u"NULL"_s, history.quoted(period));
    } else if (oneIn(4)) {
        cut.overage = OveragePercent::fromStored(*rc::gen::element(0, 10, 50, 100));
        statement = u"UPDATE seatledger.license SET overage_percent = %1 WHERE id = %2"_s
                        .arg(cut.overage.value())
                        .arg(history.license().value());
    } else {
        Entitlement &changing = *(cut.entitlements.begin() + number(0, int(cut.entitlements.size()) - 1));
        changing.quantity = oneIn(15) ? std::nullopt : std::optional(seats(number(1, 8)));
        changing.period = oneIn(2) ? changing.period : *periods();
        changing = oneIn(3) ? cancelled(changing) : changing;
        statement = u"UPDATE seatledger.entitlement SET quantity = %1, period = %2, cancelled_at = %3 "
                    "WHERE id = %4"_s
                        .arg(changing.quantity ? QString::number(changing.quantity->value()) : u"NULL"_s,
                             history.quoted(changing.period), changing.isCancelled() ? u"now()"_s : u"NULL"_s)
                        .arg(changing.id.value());
    }
    const auto done = history.run(statement);
    if (!done)
        RC_LOG() << describe(done.error()).toStdString() << '\n';
    RC_LOG() << rc::toString(book) << "cut to\n" << rc::toString(cut) << '\n';
    const auto cutDay = byday::firstCutDay(book, cut);
    const auto refusal = book.calendar().refusalOf(cut.supply());
    RC_ASSERT(refusal.has_value() == cutDay.has_value());
    RC_ASSERT(done.has_value() == !cutDay.has_value());
    if (cutDay) {
        RC_ASSERT(refusal->day == cutDay);
        RC_ASSERT(sqlStateOf(done.error()) == u"SL002"_s);
        const QDate day = QDate::fromString(done.error().details.value(u"day"_s).toString(), Qt::ISODate);
        RC_ASSERT(history.domain(day) == *cutDay);
    }
}

void SeatPropertyTest::passDays(SeatHistory &history)
{
    history.pass(number(1, 6));
    RC_ASSERT(m_database->value(u"SELECT seatledger.advance_due()"_s) == u"0"_s);
}

void SeatPropertyTest::expectPlan(const AssignmentPlan &plan, const SeatHistory &history,
                                  const Result<OperationOutcome> &done) const
{
    const auto verdict = plan.verdict();
    if (!done)
        RC_LOG() << describe(done.error()).toStdString() << '\n';
    RC_ASSERT(done.has_value() == verdict.has_value());
    if (done) {
        RC_ASSERT(done->changed == plan.grantedCount());
        RC_ASSERT(qint64(done->leftOut.size()) == plan.refusedCount());
        return;
    }
    RC_ASSERT(reasonOf(done.error()) == reasonOf(verdict.error()));
    const QString expected = verdict.error().details.value(u"day"_s).toString();
    const QString day = done.error().details.value(u"day"_s).toString();
    RC_ASSERT(day.isEmpty() == expected.isEmpty());
    if (!day.isEmpty())
        RC_ASSERT(history.domain(QDate::fromString(day, Qt::ISODate))
                  == QDate::fromString(expected, Qt::ISODate));
}

void SeatPropertyTest::assignByService(SeatHistory &history)
{
    const testing::Book book = history.read();
    AssignmentRequest request{.members = {},
                              .terms = {seats(number(1, 2)), *periods(), {}},
                              .mode = oneIn(2) ? PlanMode::Partial : PlanMode::AllOrNothing};
    const int count = number(1, 4);
    for (int i = 0; i < count; ++i)
        request.members.push_back(history.anyMember());
    const auto plan = LicenseAssignmentDomainService(today()).planAssign(factsOf(book, history), request);
    AssignmentRequest real = request;
    real.terms.period = history.real(request.terms.period);
    expectPlan(plan, history, m_services.management.assign(m_database->session(), {history.license(), real}));
}

void SeatPropertyTest::changeByService(SeatHistory &history)
{
    const testing::Book book = history.read();
    AssignmentsCommand command{.assignments = {},
                               .mode = oneIn(2) ? PlanMode::Partial : PlanMode::AllOrNothing,
                               .reason = u"property"_s};
    std::vector<Holding> chosen;
    for (const Holding &holding : book.holdings) {
        if (oneIn(2)) {
            chosen.push_back(holding);
            command.assignments.append(*holding.id);
        }
    }
    if (chosen.empty())
        return;
    const PlanFacts facts = factsOf(book, history);
    const LicenseAssignmentDomainService rules(today());
    const auto &service = m_services.management;
    Session &session = m_database->session();
    switch (number(1, 6)) {
    case 1:
        return expectPlan(rules.planRevoke(facts, chosen, command.mode), history,
                          service.revoke(session, command));
    case 2: {
        SuspensionTerms terms{.releaseSeat = oneIn(2),
                              .until = oneIn(2) ? std::optional(day(number(0, 20))) : std::nullopt};
        const auto plan = rules.planSuspend(facts, chosen, terms, command.mode);
        terms.until = terms.until.transform([&](QDate until) { return history.real(until); });
        return expectPlan(plan, history, service.suspend(session, command, terms));
    }
    case 3:
        return expectPlan(rules.planResume(facts, chosen, command.mode), history,
                          service.resume(session, command));
    case 4: {
        const MemberId to = history.anyMember();
        std::vector<Transfer> transfers;
        for (const Holding &holding : chosen)
            transfers.push_back({holding, to});
        return expectPlan(rules.planTransfer(facts, transfers, command.mode), history,
                          service.transfer(session, command, to));
    }
    case 5: {
        const Period period = *periods();
        std::vector<PeriodChange> changes;
        for (const Holding &holding : chosen)
            changes.push_back({holding, period});
        return expectPlan(rules.planPeriods(facts, changes, command.mode), history,
                          service.changePeriod(session, command, history.real(period)));
    }
    default: {
        const Quantity quantity = seats(number(1, 4));
        std::vector<QuantityChange> changes;
        for (const Holding &holding : chosen)
            changes.push_back({holding, quantity});
        expectPlan(rules.planQuantities(facts, changes, command.mode), history,
                   service.changeQuantity(session, command, quantity));
    }
    }
}

void SeatPropertyTest::verifyBook(SeatHistory &history)
{
    const testing::Book book = history.read();
    const auto steps = m_database->sql(
        u"SELECT first_day - seatledger.today(), demand, capacity FROM seatledger.seat_steps(ARRAY[%1::bigint])"_s
            .arg(history.license().value()));
    for (const QStringList &step : steps) {
        const QDate first = day(step[0].toInt());
        RC_ASSERT(byday::demand(book.holdings, first) == step[1].toLongLong());
        const Seats supply = byday::supply(book.entitlements, book.overage, first);
        RC_ASSERT(supply == (step[2].isNull() ? Seats::unlimited() : Seats(step[2].toLongLong())));
    }
    RC_ASSERT_FALSE(clashAmong(book.holdings));
    RC_ASSERT(
        m_database->value(u"SELECT held <= coalesce(capacity, held) + short AND held <= promised FROM "
                          "seatledger.license_seats WHERE license_id = %1"_s.arg(history.license().value()))
        == u"t"_s);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::SeatPropertyTest)
#include "seatpropertytest.moc"
