// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/services.h"
#include "core/services/userlicenseapplicationservice.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

DeviceFields device(int number = 1)
{
    return DeviceDraft{.fingerprint = u"finger-print-%1"_s.arg(number), .name = u"Laptop %1"_s.arg(number)}
        .create()
        .value();
}

QString reasonIn(const Error &error)
{
    return error.details.value(u"reason"_s).toString();
}

} // namespace

/// What people do with their own licences on their own devices.
class UserLicenseTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void listsOnesOwn();
    void saysWhyASeatIsNotUsable_data();
    void saysWhyASeatIsNotUsable();
    void aLicenceNobodyKnowsIsNotAssigned();
    void countsWhatTheCalendarMovedAndNobodyBooked();
    void activatesOnceForADevice();
    void countsDevicesPerSeat();
    void aRevokedSeatStopsItsDevicesAtTheNextHeartbeat();
    void aSuspendedSeatDoesToo();
    void aLeaseThatRanOutFreesItsSeat();
    void twoSweepsAtOnceReleaseOnce();
    void aKnownDeviceAnswersAgainAfterItsLease();
    void releasesAndActivatesAgain();
    void aRetiredDeviceRunsNothing();
    void aDeviceOfSomebodyElseIsRefused();
    void nobodyUsesTheLicencesOfOthers();
    void administratorsActForMembers();
    void renamesOnesOwnDevicesOnly();
    void aTokenNeedsTheScope();
    void aHundredRaceForTenFloatingSeats();
    void undoesAnActivation();

private:
    [[nodiscard]] Session &ana() { return m_people->as(m_ana); }
    [[nodiscard]] StandingReason standing(std::optional<DeviceFields> on = {})
    {
        return m_services.userLicenses
            .validate(ana(), m_ide, on ? std::optional(on->fingerprint) : std::nullopt)
            .value()
            .reason;
    }
    [[nodiscard]] Result<ActivatedLicense> activate(const DeviceFields &on)
    {
        return m_services.userLicenses.activate(ana(), m_ide, on);
    }
    [[nodiscard]] StandingReason beat(const DeviceFields &on = device())
    {
        return m_services.userLicenses.heartbeat(ana(), m_ide, on.fingerprint).value().reason;
    }
    [[nodiscard]] QString live()
    {
        return m_database->value(
            u"SELECT count(*) || ' ' || (SELECT live FROM seatledger.license_seats WHERE "
            "license_id = %1) FROM seatledger.activation WHERE released_at IS NULL"_s.arg(m_ide.value()));
    }
    void makeFloating(int minutes)
    {
        m_database->sql(u"UPDATE seatledger.license SET metric = 'floating', floating_lease_minutes = %1, "
                        "devices_per_seat = 100 WHERE id = %2"_s.arg(minutes)
                            .arg(m_ide.value()));
    }
    void endLeases()
    {
        m_database->sql(u"UPDATE seatledger.activation_lease SET last_seen_at = now() - interval '2 hours', "
                        "lease_until = now() - interval '1 second'"_s);
    }

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Colleagues> m_people;
    QString m_ana, m_ben, m_admin;
    MemberId m_anaMember = *MemberId::fromValue(1), m_benMember = *MemberId::fromValue(1);
    LicenseId m_ide = *LicenseId::fromValue(1);
    AssignmentId m_seat = *AssignmentId::fromValue(1);
};

void UserLicenseTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_database->setNow(QDateTime::currentDateTimeUtc());
    m_book = std::make_unique<Book>(*m_database);
    m_people = std::make_unique<Colleagues>(*m_database);
    m_anaMember = m_book->member(u"Ana"_s);
    m_benMember = m_book->member(u"Ben"_s);
    m_ide = m_book->licenseWithSeats(u"IDE"_s, 10);
    m_seat = m_book->assignment(m_ide, m_anaMember);
    m_ana = m_people->add(u"ana"_s, {.role = Role::Member, .member = m_anaMember});
    m_ben = m_people->add(u"ben"_s, {.role = Role::Staff, .member = m_benMember});
    m_admin = m_people->add(u"ada"_s, {.role = Role::Administrator});
}

void UserLicenseTest::cleanup()
{
    m_people.reset();
    m_book.reset();
    m_database.reset();
}

void UserLicenseTest::listsOnesOwn()
{
    const LicenseId cad = m_book->licenseWithSeats(u"CAD"_s, 10);
    (void)m_book->assignment(cad, m_benMember);
    VERIFY_RESULT(activate(device()));
    const auto own = m_services.userLicenses.list(ana());
    VERIFY_RESULT(own);
    QCOMPARE(own->size(), 1U);
    QCOMPARE(own->front().name, u"IDE"_s);
    QCOMPARE(own->front().devices, 1);
    QCOMPARE(own->front().devicesAllowed, 1);
    // staff see everybody, and still only what is their own here
    QCOMPARE(m_services.userLicenses.list(m_people->as(m_ben)).value().front().name, u"CAD"_s);
    QCOMPARE(m_services.userLicenses.list(m_people->as(m_admin)).value().size(), 0U);
}

void UserLicenseTest::saysWhyASeatIsNotUsable_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("reason");
    const QString seat = u"UPDATE seatledger.license_assignment SET "_s;
    const QString license = u"UPDATE seatledger.license SET state = "_s;
    QTest::newRow("ok") << u"SELECT 1"_s << u"ok"_s;
    QTest::newRow("suspended") << seat + u"state = 'suspended'"_s << u"suspended"_s;
    QTest::newRow("revoked") << seat + u"state = 'revoked', ended_on = seatledger.today(), end_reason = 'x'"_s
                             << u"revoked"_s;
    QTest::newRow("not started")
        << seat + u"state = 'reserved', period = daterange(seatledger.today() + 5, NULL)"_s
        << u"not_started"_s;
    QTest::newRow("licence suspended") << license + u"'suspended'"_s << u"license_suspended"_s;
}

void UserLicenseTest::saysWhyASeatIsNotUsable()
{
    QFETCH(QString, sql);
    QFETCH(QString, reason);
    if (sql.contains(u"'reserved'"_s)) { // no seat goes back to being reserved
        m_database->sql(
            u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), "
            "end_reason = 'x'; INSERT INTO seatledger.license_assignment (license_id, member_id, period, "
            "state) "
            "VALUES (%1, %2, daterange(seatledger.today() + 5, NULL), 'reserved')"_s.arg(m_ide.value())
                .arg(m_anaMember.value()));
    } else {
        m_database->sql(sql);
    }
    QCOMPARE(toText(standing()), reason);
    QVERIFY(!explanation(standing()).isEmpty());
    if (reason != "ok"_L1) {
        const auto refused = activate(device());
        QVERIFY(!refused);
        QCOMPARE(reasonIn(refused.error()), reason);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.device"_s), u"0"_s);
    }
}

void UserLicenseTest::aLicenceNobodyKnowsIsNotAssigned()
{
    const auto unknown = m_services.userLicenses.validate(ana(), *LicenseId::fromValue(999), {});
    VERIFY_RESULT(unknown);
    const LicenseId cad = m_book->licenseWithSeats(u"CAD"_s, 1);
    const auto foreign = m_services.userLicenses.validate(ana(), cad, {});
    QCOMPARE(*foreign, *unknown); // nothing tells them apart
    QCOMPARE(unknown->reason, StandingReason::NotAssigned);
    VERIFY_ERROR(m_services.userLicenses.activate(ana(), cad, device()), ErrorCode::NotFound);
}

void UserLicenseTest::countsWhatTheCalendarMovedAndNobodyBooked()
{
    m_database->sql(
        u"UPDATE seatledger.license_assignment SET period = daterange(seatledger.today(), seatledger.today() + 3)"_s);
    VERIFY_RESULT(activate(device()));
    QCOMPARE(m_services.userLicenses.validate(ana(), m_ide, {}).value().lastDay, m_book->today().addDays(2));
    m_database->sql(u"UPDATE seatledger.clock SET day_shift = 3"_s);
    QCOMPARE(toText(standing()), u"expired"_s);
    QCOMPARE(toText(beat()), u"expired"_s);
}

void UserLicenseTest::activatesOnceForADevice()
{
    QCOMPARE(toText(standing(device())), u"device_unknown"_s);
    const auto first = activate(device());
    VERIFY_RESULT(first);
    QVERIFY(!first->wasKnown);
    QVERIFY(first->operation);
    QVERIFY(!first->standing.leaseUntil); // as long as the seat
    const auto again = activate(device());
    VERIFY_RESULT(again);
    QVERIFY(again->wasKnown);
    QCOMPARE(again->standing, first->standing);
    QCOMPARE(toText(standing(device())), u"ok"_s);
    QCOMPARE(live(), u"1 1"_s);
    QCOMPARE(
        m_database->value(u"SELECT summary || ' ' || actor FROM seatledger.operation WHERE id = %1"_s.arg(
            first->operation->value())),
        u"Activate IDE on Laptop 1 "_s + m_ana);
}

void UserLicenseTest::countsDevicesPerSeat()
{
    VERIFY_RESULT(activate(device(1)));
    QCOMPARE(toText(standing(device(2))), u"too_many_devices"_s);
    const auto second = activate(device(2));
    VERIFY_ERROR(second, ErrorCode::RuleBroken);
    QCOMPARE(reasonIn(second.error()), u"too_many_devices"_s);
    QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.device"_s), u"1"_s);
    // the database says so, too, in the same words
    const auto past = m_services.userLicenseRows.activate(ana(), m_ide, device(2), {});
    VERIFY_ERROR(past, ErrorCode::RuleBroken);
    QCOMPARE(reasonIn(past.error()), u"too_many_devices"_s);
}

void UserLicenseTest::aRevokedSeatStopsItsDevicesAtTheNextHeartbeat()
{
    VERIFY_RESULT(activate(device()));
    QCOMPARE(toText(beat()), u"ok"_s);
    m_database->sql(
        u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), end_reason = 'x'"_s);
    QCOMPARE(toText(beat()), u"revoked"_s);
    QCOMPARE(live(), u"0 0"_s);
}

void UserLicenseTest::aSuspendedSeatDoesToo()
{
    VERIFY_RESULT(activate(device()));
    m_database->sql(u"UPDATE seatledger.license_assignment SET state = 'suspended'"_s);
    QCOMPARE(toText(beat()), u"suspended"_s);
    m_database->sql(u"UPDATE seatledger.license_assignment SET state = 'active'"_s);
    QCOMPARE(toText(beat()), u"not_activated"_s);
    VERIFY_RESULT(activate(device()));
    QCOMPARE(toText(beat()), u"ok"_s);
}

void UserLicenseTest::aLeaseThatRanOutFreesItsSeat()
{
    makeFloating(30);
    const auto active = activate(device());
    VERIFY_RESULT(active);
    QVERIFY(active->standing.leaseUntil > m_database->now().addSecs(25 * 60));
    endLeases();
    QCOMPARE(toText(standing(device())), u"not_activated"_s);
    QCOMPARE(live(), u"1 1"_s);
    QCOMPARE(m_services.operations.advanceDue(ana()).value(), 1);
    QCOMPARE(live(), u"0 0"_s);
    QCOMPARE(m_services.operations.advanceDue(ana()).value(), 0);
    QCOMPARE(m_database->value(u"SELECT release_reason FROM seatledger.activation"_s), u"No heartbeat"_s);
    QCOMPARE(toText(beat()), u"not_activated"_s);
}

void UserLicenseTest::twoSweepsAtOnceReleaseOnce()
{
    makeFloating(30);
    for (int i = 0; i < 6; ++i)
        VERIFY_RESULT(activate(device(i)));
    endLeases();
    const auto first = transact(m_database->session(), u"first", [&](Session &session) -> Result<qint64> {
        const auto mine = m_services.operations.advanceDue(session);
        const auto theirs = m_services.operations.advanceDue(m_database->otherSession()); // does not wait
        if (!mine || !theirs)
            return mine ? theirs : mine;
        return *mine * 100 + *theirs;
    });
    QCOMPARE(first.value(), 600);
    QCOMPARE(live(), u"0 0"_s);
    QCOMPARE(
        m_database->value(
            u"SELECT count(*) FROM seatledger.operation WHERE kind = 'advance' AND summary LIKE 'Leases%'"_s),
        u"1"_s);
}

void UserLicenseTest::aKnownDeviceAnswersAgainAfterItsLease()
{
    makeFloating(30);
    VERIFY_RESULT(activate(device()));
    endLeases();
    const auto again = activate(device()); // sweeps what ran out, its own, too
    VERIFY_RESULT(again);
    QVERIFY(!again->wasKnown);
    QCOMPARE(live(), u"1 1"_s);
    QCOMPARE(toText(beat()), u"ok"_s);
}

void UserLicenseTest::releasesAndActivatesAgain()
{
    VERIFY_RESULT(activate(device()));
    const auto released = m_services.userLicenses.release(ana(), m_ide, device().fingerprint);
    VERIFY_RESULT(released);
    QCOMPARE(live(), u"0 0"_s);
    const auto twice = m_services.userLicenses.release(ana(), m_ide, device().fingerprint);
    VERIFY_ERROR(twice, ErrorCode::NotFound);
    QCOMPARE(reasonIn(twice.error()), u"not_activated"_s);
    VERIFY_RESULT(activate(device(2)));
}

void UserLicenseTest::aRetiredDeviceRunsNothing()
{
    VERIFY_RESULT(activate(device()));
    const Device mine = m_services.userLicenses.devices(ana()).value().front();
    QCOMPARE(mine.live, 1);
    const auto retired = m_services.userLicenses.retire(ana(), mine.id, mine.version);
    VERIFY_RESULT(retired);
    QCOMPARE(retired->value.live, 0);
    QCOMPARE(live(), u"0 0"_s);
    QCOMPARE(toText(beat()), u"device_retired"_s);
    VERIFY_ERROR(activate(device()), ErrorCode::RuleBroken);
    const auto past = m_services.userLicenseRows.activate(ana(), m_ide, device(), {});
    VERIFY_ERROR(past, ErrorCode::RuleBroken);
    QCOMPARE(reasonIn(past.error()), u"device_retired"_s);
    VERIFY_ERROR(m_services.userLicenses.retire(ana(), mine.id, retired->value.version),
                 ErrorCode::RuleBroken);
}

void UserLicenseTest::aDeviceOfSomebodyElseIsRefused()
{
    (void)m_book->assignment(m_ide, m_benMember);
    VERIFY_RESULT(m_services.userLicenses.activate(m_people->as(m_ben), m_ide, device()));
    const auto theirs = activate(device());
    VERIFY_ERROR(theirs, ErrorCode::RuleBroken);
    QCOMPARE(reasonIn(theirs.error()), u"device_of_another"_s);
    QCOMPARE(toText(standing(device())), u"device_unknown"_s);
}

void UserLicenseTest::nobodyUsesTheLicencesOfOthers()
{
    VERIFY_RESULT(activate(device()));
    Session &ben = m_people->as(m_ben);
    VERIFY_ERROR(m_services.userLicenses.validate(ben, m_ide, {}, m_anaMember), ErrorCode::Forbidden);
    VERIFY_ERROR(m_services.userLicenses.activate(ben, m_ide, device(2), m_anaMember), ErrorCode::Forbidden);
    VERIFY_ERROR(m_services.userLicenses.heartbeat(ben, m_ide, device().fingerprint, m_anaMember),
                 ErrorCode::Forbidden);
    VERIFY_ERROR(m_services.userLicenses.release(ben, m_ide, device().fingerprint, m_anaMember),
                 ErrorCode::Forbidden);
    VERIFY_ERROR(m_services.userLicenses.release(ben, m_ide, device().fingerprint), ErrorCode::NotFound);
    QCOMPARE(live(), u"1 1"_s);
}

void UserLicenseTest::administratorsActForMembers()
{
    Session &ada = m_people->as(m_admin);
    VERIFY_RESULT(m_services.userLicenses.activate(ada, m_ide, device(), m_anaMember));
    QCOMPARE(toText(standing(device())), u"ok"_s);
    QCOMPARE(m_services.userLicenses.list(ada, m_anaMember).value().size(), 1U);
    QCOMPARE(m_services.userLicenses.validate(ada, m_ide, {}).value().reason, StandingReason::NotAssigned);
}

void UserLicenseTest::renamesOnesOwnDevicesOnly()
{
    VERIFY_RESULT(activate(device()));
    const Device mine = m_services.userLicenses.devices(ana()).value().front();
    const Name name = Name::create(u"Desk").value();
    VERIFY_ERROR(m_services.userLicenses.rename(m_people->as(m_ben), mine.id, name, mine.version),
                 ErrorCode::Forbidden);
    const auto renamed = m_services.userLicenses.rename(ana(), mine.id, name, mine.version);
    VERIFY_RESULT(renamed);
    QCOMPARE(renamed->value.name.text(), u"Desk"_s);
    VERIFY_ERROR(m_services.userLicenses.rename(ana(), mine.id, name, mine.version), ErrorCode::Conflict);
    QCOMPARE(m_services.userLicenses.devices(m_people->as(m_ben)).value().size(), 0U);
}

void UserLicenseTest::aTokenNeedsTheScope()
{
    const auto connection = m_database->connect();
    Session server(*connection, Actor{u"server"_s, OperationSource::Api},
                   [this] { return m_database->now(); });
    VERIFY_RESULT(m_services.tokens.prepare(server));
    const auto activateBy = [&](std::vector<TokenScope> scopes) {
        const NewToken token = m_services.tokens
                                   .create(m_database->session(),
                                           {.name = u"x"_s,
                                            .scopes = std::move(scopes),
                                            .expiresAt = m_database->now().addDays(1)},
                                           m_ana)
                                   .value()
                                   .value;
        const TokenOwner owner = m_services.tokens.authenticate(server, token.secret.text()).value().value();
        return m_services.tokens.as(server, owner, u"activate"_s, TokenUse::Writing, [&](Session &acting) {
            return m_services.userLicenses.activate(acting, m_ide, device());
        });
    };
    VERIFY_ERROR(activateBy({TokenScope::Read, TokenScope::Undo}), ErrorCode::Forbidden);
    VERIFY_RESULT(activateBy({TokenScope::Own}));
}

void UserLicenseTest::aHundredRaceForTenFloatingSeats()
{
    makeFloating(60);
    constexpr int threads = 8, racers = 100;
    std::atomic<int> next = 0, won = 0, denied = 0, other = 0;
    const auto race = [&] {
        const auto connection = m_database->connect();
        Session session(*connection, Actor{u"racer"_s, OperationSource::Api});
        for (int i = next++; i < racers; i = next++) {
            const auto active = m_services.userLicenses.activate(session, m_ide, device(i), m_anaMember);
            const bool isFull = !active && reasonIn(active.error()) == "no_floating_seat"_L1;
            ++(active ? won : isFull ? denied : other);
        }
    };
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i)
        running.emplace_back(race);
    for (std::thread &thread : running)
        thread.join();
    QCOMPARE(won.load(), 10);
    QCOMPARE(denied.load(), 90);
    QCOMPARE(other.load(), 0);
    QCOMPARE(live(), u"10 10"_s);
    QCOMPARE(m_book->wrongCounters(), 0);
}

void UserLicenseTest::undoesAnActivation()
{
    const auto active = activate(device());
    VERIFY_RESULT(active);
    VERIFY_RESULT(m_services.management.undo(m_people->as(m_admin), *active->operation));
    QCOMPARE(live(), u"0 0"_s);
    QCOMPARE(toText(beat()), u"not_activated"_s); // the device stays: something ran on it
}

} // namespace seatledger

QTEST_MAIN(seatledger::UserLicenseTest)
#include "userlicensetest.moc"
