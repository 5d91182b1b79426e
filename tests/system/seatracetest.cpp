// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/services/services.h"
#include "tests/support/book.h"

#include <QTest>

#include <atomic>
#include <map>
#include <mutex>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int clientCount = 64;
constexpr auto raceTime = std::chrono::seconds(15);

/// What is allowed to go wrong in a race: a rule, a row changed by another, a lock not had.
bool isFair(const Error &error)
{
    return error.code == ErrorCode::RuleBroken || error.code == ErrorCode::Conflict
           || error.code == ErrorCode::Busy || error.code == ErrorCode::InUse;
}

template <typename T>
Result<void> withoutValue(const Result<T> &result)
{
    return result ? Result<void>() : std::unexpected(result.error());
}

} // namespace

/// 64 people at once on licences with few seats.
class SeatRaceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        m_book = std::make_unique<Book>(*m_database);
        m_unfair.clear();
    }
    void cleanup()
    {
        QCOMPARE(m_book->wrongCounters(), 0);
        m_book.reset();
        m_database.reset();
    }

    void servesExactlyAsManyAsThereAreSeats();
    void neverShowsMoreHeldThanBoughtOnAnyPath();

private:
    void atOnce(const std::function<void(Session &, int)> &work);
    void note(const Error &error)
    {
        const std::scoped_lock lock(m_mutex);
        if (isFair(error))
            ++m_refused[error.details.value(u"reason"_s).toString(errorCodeName(error.code))];
        else
            m_unfair.append(QString::fromUtf8(describe(error)));
    }
    [[nodiscard]] Result<void> anything(Session &session, std::mt19937 &random);
    [[nodiscard]] Result<void> viaService(Session &session, std::mt19937 &random);
    [[nodiscard]] Result<void> viaSql(Session &session, std::mt19937 &random);
    [[nodiscard]] static int below(std::mt19937 &random, int limit)
    {
        return std::uniform_int_distribution(0, limit - 1)(random);
    }
    [[nodiscard]] static Result<qint64> someRow(Session &session, const QString &select)
    {
        return Query(session, u"SELECT coalesce((%1 ORDER BY random() LIMIT 1), 0) AS id"_s.arg(select))
            .one([](const Row &row) { return row.integer("id"); });
    }
    void watch(std::stop_token stop);

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    QList<LicenseId> m_licenses;
    QList<MemberId> m_members;
    std::mutex m_mutex;
    QStringList m_unfair;
    std::map<QString, int> m_refused;
    std::atomic<int> m_samples = 0;
    std::atomic<int> m_oversold = 0;
};

void SeatRaceTest::atOnce(const std::function<void(Session &, int)> &work)
{
    std::vector<std::jthread> clients;
    for (int i = 0; i < clientCount; ++i) {
        clients.emplace_back([this, &work, i] {
            const auto connection = Connection::open(m_database->settings());
            if (!connection)
                return note(connection.error());
            Session session(**connection, {u"client %1"_s.arg(i), OperationSource::Command});
            work(session, i);
        });
    }
}

void SeatRaceTest::servesExactlyAsManyAsThereAreSeats()
{
    constexpr int seats = 20;
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, seats);
    const auto members = m_book->members(clientCount);
    const Period period = Period::create(m_book->today()).value();
    std::atomic<int> served = 0;
    atOnce([&](Session &session, int i) {
        // Half of them through the service, half by hand.
        Result<void> done;
        if (i % 2 == 0) {
            const AssignmentTerms terms{Quantity::fromStored(1), period, {}};
            done = withoutValue(m_services.management.assign(session, {ide, {{members[i]}, terms}}));
        } else {
            done = Query(session, u"INSERT INTO seatledger.license_assignment (license_id, member_id) "
                                  "VALUES ($1, $2)"_s)
                       .bind(ide)
                       .bind(members[i])
                       .exec();
        }
        if (done)
            ++served;
        else
            note(done.error());
    });
    QCOMPARE(m_unfair.join(u'\n'), QString());
    QCOMPARE(served.load(), seats);
    QCOMPARE(m_book->held(ide), seats);
    QCOMPARE(m_refused[u"no_seat"_s], clientCount - seats);
}

Result<void> SeatRaceTest::viaSql(Session &session, std::mt19937 &random)
{
    const qint64 license = m_licenses[below(random, int(m_licenses.size()))].value();
    const qint64 member = m_members[below(random, int(m_members.size()))].value();
    const auto run = [&](const QString &sql) { return Query(session, sql).exec(); };
    switch (below(random, 5)) {
    case 0:
        return run(
            u"INSERT INTO seatledger.license_assignment (license_id, member_id, quantity, period) "
            "VALUES (%1, %2, %3, daterange(seatledger.today(), seatledger.today() + %4))"_s.arg(license)
                .arg(member)
                .arg(1 + below(random, 2))
                .arg(1 + below(random, 30)));
    case 1:
        return run(u"UPDATE seatledger.license_assignment SET quantity = %1 WHERE id = (SELECT max(id) FROM "
                   "seatledger.license_assignment WHERE license_id = %2 AND state = 'active')"_s
                       .arg(1 + below(random, 3))
                       .arg(license));
    case 2:
        return run(u"UPDATE seatledger.entitlement SET quantity = %1 WHERE license_id = %2"_s
                       .arg(2 + below(random, 4))
                       .arg(license));
    case 3:
        return run(
            u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), "
            "end_reason = 'race', seat_released = false, suspended_until = NULL WHERE license_id = %1 "
            "AND state IN ('active', 'suspended') AND member_id > %2"_s.arg(license)
                .arg(member));
    default:
        return run(
            u"UPDATE seatledger.license SET overage_percent = %1 WHERE id = %2"_s.arg(50 * below(random, 2))
                .arg(license));
    }
}

Result<void> SeatRaceTest::viaService(Session &session, std::mt19937 &random)
{
    const LicenseId license = m_licenses[below(random, int(m_licenses.size()))];
    const MemberId member = m_members[below(random, int(m_members.size()))];
    const auto &service = m_services.management;
    const auto assignment = someRow(session, u"SELECT id FROM seatledger.license_assignment WHERE state IN "
                                             "('reserved', 'active', 'suspended')"_s);
    if (!assignment)
        return std::unexpected(assignment.error());
    AssignmentsCommand command{.reason = u"race"_s};
    if (const auto id = AssignmentId::fromValue(*assignment))
        command.assignments.append(*id);
    const int choice = below(random, 8);
    if (choice >= 2 && choice < 7 && command.assignments.isEmpty())
        return {};
    switch (choice) {
    case 0:
    case 1: {
        const AssignmentTerms terms{
            Quantity::fromStored(1), Period::create(QDate::currentDate()).value(), {}};
        return withoutValue(service.assign(session, {license, {{member}, terms}}));
    }
    case 2:
        return withoutValue(service.suspend(session, command, {.releaseSeat = true}));
    case 3:
        return withoutValue(service.resume(session, command));
    case 4:
        return withoutValue(service.transfer(session, command, member));
    case 5:
        return withoutValue(
            service.changeQuantity(session, command, Quantity::fromStored(1 + below(random, 3))));
    case 6:
        return withoutValue(service.revoke(session, command));
    default: {
        const auto operation = someRow(session, u"SELECT id FROM (SELECT id FROM seatledger.operation WHERE "
                                                "source = 'command' ORDER BY id DESC LIMIT 20) o"_s);
        if (!operation)
            return std::unexpected(operation.error());
        const auto id = OperationId::fromValue(*operation);
        return id ? withoutValue(service.undo(session, *id)) : Result<void>();
    }
    }
}

Result<void> SeatRaceTest::anything(Session &session, std::mt19937 &random)
{
    return below(random, 2) == 0 ? viaSql(session, random) : viaService(session, random);
}

void SeatRaceTest::watch(std::stop_token stop)
{
    const auto connection = Connection::open(m_database->settings());
    while (connection && !stop.stop_requested()) {
        // One statement is one snapshot: rows, entitlements and counters of the same instant.
        const auto wrong =
            Query(**connection,
                  u"SELECT (SELECT count(*) FROM seatledger.seat_steps((SELECT array_agg(id) FROM "
                  "seatledger.license)) WHERE demand > capacity) + (SELECT count(*) FROM "
                  "seatledger.license_seats WHERE short > 0) AS n"_s)
                .one([](const Row &row) { return row.integer("n"); });
        if (!wrong)
            return note(wrong.error());
        m_oversold += int(*wrong);
        ++m_samples;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

void SeatRaceTest::neverShowsMoreHeldThanBoughtOnAnyPath()
{
    for (int i = 0; i < 3; ++i)
        m_licenses.append(m_book->licenseWithSeats(u"L%1"_s.arg(i), 3 + i));
    m_members = m_book->members(12);
    const unsigned seed = std::random_device()();
    qInfo("seed %u", seed);
    std::atomic<int> done = 0;
    std::jthread watcher([this](std::stop_token stop) { watch(stop); });
    const auto until = std::chrono::steady_clock::now() + raceTime;
    atOnce([&](Session &session, int i) {
        std::mt19937 random(seed + unsigned(i));
        while (std::chrono::steady_clock::now() < until) {
            if (const auto step = anything(session, random); !step)
                note(step.error());
            else
                ++done;
        }
    });
    watcher.request_stop();
    watcher.join();
    for (const auto &[reason, count] : m_refused)
        qInfo("%6d refused: %s", count, qUtf8Printable(reason));
    qInfo("%6d done, %d samples", done.load(), m_samples.load());
    QCOMPARE(m_unfair.join(u'\n'), QString());
    QCOMPARE(m_oversold.load(), 0);
    QVERIFY(m_samples > 10);
    QVERIFY(done > clientCount);
    QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.seat_steps((SELECT array_agg(id) FROM "
                               "seatledger.license)) WHERE demand > capacity"_s),
             u"0"_s);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::SeatRaceTest)
#include "seatracetest.moc"
