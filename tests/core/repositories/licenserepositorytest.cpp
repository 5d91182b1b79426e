// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/licenserepository.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "tests/support/book.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Licences and entitlements in a real database.
class LicenseRepositoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        m_book = std::make_unique<Book>(*m_database);
        m_today = m_book->today();
    }
    void cleanup()
    {
        QCOMPARE(m_book->wrongCounters(), 0);
        m_book.reset();
        m_database.reset();
    }

    void keepsEveryFieldOfALicence();
    void findsByNameWhateverTheCase();
    void findsManyAndLeavesOutUnknownOnes();
    void refusesATakenNameAndAnOldVersion();
    void saysWhenThereIsNone();
    void keepsEveryFieldOfAnEntitlement();
    void listsTheNewestEntitlementFirst();
    void cancelsAnEntitlement();
    void refusesAnEntitlementOfAnOldVersionOrNone();
    void refusesToRenewTwice();
    void readsTheSeatCalendar();
    void addsUpDemandOfManyLicences();
    void makesOthersWaitForTheSeatsItLocks();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] static LicenseFields fields(const QString &name)
    {
        return LicenseDraft{.product = ProductId::fromValue(1), .name = name}.create().value();
    }
    [[nodiscard]] EntitlementFields seats(LicenseId license, std::optional<qint64> quantity, int first,
                                          std::optional<int> last = std::nullopt) const
    {
        return EntitlementDraft{.license = license,
                                .quantity = quantity,
                                .firstDay = m_today.addDays(first),
                                .lastDay = last ? std::optional(m_today.addDays(*last)) : std::nullopt}
            .create()
            .value();
    }

    LicenseRepository m_licenses;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    QDate m_today;
};

void LicenseRepositoryTest::keepsEveryFieldOfALicence()
{
    const auto whole = LicenseDraft{.product = ProductId::fromValue(1),
                                    .name = u"Floating CAD"_s,
                                    .metric = LicenseMetric::Floating,
                                    .term = LicenseTerm::Perpetual,
                                    .state = LicenseState::Draft,
                                    .owner = m_book->member(u"Ana"_s),
                                    .overagePercent = 10,
                                    .devicesPerSeat = 3,
                                    .floatingLeaseMinutes = 30,
                                    .expiryAction = ExpiryAction::Revoke,
                                    .lowSeatThreshold = 5,
                                    .note = u"bought with the machines"_s}
                           .create();
    VERIFY_RESULT(whole);
    const auto added = m_licenses.add(session(), *whole);
    VERIFY_RESULT(added);
    QVERIFY(static_cast<const LicenseFields &>(*added) == *whole);
    QVERIFY(m_licenses.find(session(), added->id).value() == *added);

    License changed = *added;
    static_cast<LicenseFields &>(changed) = fields(u"CAD"_s);
    const auto updated = m_licenses.update(session(), changed);
    VERIFY_RESULT(updated);
    QCOMPARE(updated->version, 2);
    QVERIFY(!updated->owner && !updated->floatingLease && !updated->lowSeatThreshold);
    QCOMPARE(updated->state, LicenseState::Active);
}

void LicenseRepositoryTest::findsByNameWhateverTheCase()
{
    const auto ide = m_licenses.add(session(), fields(u"IDE"_s));
    VERIFY_RESULT(ide);
    QVERIFY(m_licenses.findByName(session(), u" ide "_s).value() == std::optional(*ide));
    QVERIFY(m_licenses.findByName(session(), u"id"_s).value() == std::nullopt);
}

void LicenseRepositoryTest::findsManyAndLeavesOutUnknownOnes()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    const LicenseId cad = m_book->license(u"CAD"_s);
    const auto found = m_licenses.findMany(session(), {cad, ide, *LicenseId::fromValue(99)});
    VERIFY_RESULT(found);
    QCOMPARE(found->size(), 2u);
    QCOMPARE(found->front().id, ide);
    QVERIFY(m_licenses.findMany(session(), {})->empty());
}

void LicenseRepositoryTest::refusesATakenNameAndAnOldVersion()
{
    const auto ide = m_licenses.add(session(), fields(u"IDE"_s));
    VERIFY_ERROR(m_licenses.add(session(), fields(u"ide"_s)), ErrorCode::Conflict);
    VERIFY_RESULT(m_licenses.update(session(), *ide));
    const auto refused = m_licenses.update(session(), *ide);
    VERIFY_ERROR(refused, ErrorCode::Conflict);
    QCOMPARE(refused.error().details.value(u"current_version"_s).toInt(), 2);
}

void LicenseRepositoryTest::saysWhenThereIsNone()
{
    const License ghost{fields(u"Ghost"_s), *LicenseId::fromValue(404), 1};
    VERIFY_ERROR(m_licenses.find(session(), ghost.id), ErrorCode::NotFound);
    VERIFY_ERROR(m_licenses.update(session(), ghost), ErrorCode::NotFound);
    LicenseFields orphan = fields(u"Orphan"_s);
    orphan.product = *ProductId::fromValue(404);
    VERIFY_ERROR(m_licenses.add(session(), orphan), ErrorCode::InUse);
}

void LicenseRepositoryTest::keepsEveryFieldOfAnEntitlement()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    const EntitlementId first = m_book->entitlement(ide, 1, -400, -31);
    const auto whole = EntitlementDraft{.license = ide,
                                        .quantity = 25,
                                        .firstDay = m_today.addDays(-30),
                                        .lastDay = m_today.addDays(334),
                                        .priceMinor = 129900,
                                        .currency = u"EUR"_s,
                                        .billing = BillingCycle::Yearly,
                                        .orderNumber = u"PO-1"_s,
                                        .supplier = u"Reseller"_s,
                                        .renews = first,
                                        .note = u"negotiated"_s}
                           .create();
    VERIFY_RESULT(whole);
    const auto added = m_licenses.addEntitlement(session(), *whole);
    VERIFY_RESULT(added);
    QVERIFY(static_cast<const EntitlementFields &>(*added) == *whole);
    QVERIFY(m_licenses.findEntitlement(session(), added->id).value() == *added);

    Entitlement changed = *added;
    static_cast<EntitlementFields &>(changed) = seats(ide, std::nullopt, -30);
    const auto updated = m_licenses.updateEntitlement(session(), changed);
    VERIFY_RESULT(updated);
    QCOMPARE(updated->version, 2);
    QVERIFY(!updated->quantity && !updated->price && !updated->renews && updated->period.isOpenEnded());
}

void LicenseRepositoryTest::listsTheNewestEntitlementFirst()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    const LicenseId cad = m_book->license(u"CAD"_s);
    const EntitlementId old = m_book->entitlement(ide, 1, -100, -50);
    const EntitlementId recent = m_book->entitlement(ide, 2, -10);
    const EntitlementId other = m_book->entitlement(cad, 3);
    const auto of = m_licenses.entitlements(session(), ide);
    VERIFY_RESULT(of);
    QCOMPARE(of->size(), 2u);
    QCOMPARE(of->front().id, recent);
    QCOMPARE(of->back().id, old);
    const auto both = m_licenses.entitlementsOf(session(), {cad, ide});
    VERIFY_RESULT(both);
    QCOMPARE(both->size(), 3u);
    QCOMPARE(both->back().id, other);
}

void LicenseRepositoryTest::cancelsAnEntitlement()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    const auto added = m_licenses.addEntitlement(session(), seats(ide, 3, 0));
    VERIFY_RESULT(added);
    Entitlement called = *added;
    called.cancelledAt = m_database->now();
    const auto updated = m_licenses.updateEntitlement(session(), called);
    VERIFY_RESULT(updated);
    QVERIFY(updated->isCancelled());
    QCOMPARE(*updated->cancelledAt, m_database->now());
    QCOMPARE(m_licenses.entitlements(session(), ide)->size(), 1u);
    QCOMPARE(m_database->value(u"SELECT capacity FROM seatledger.license_seats"_s), u"0"_s);
}

void LicenseRepositoryTest::refusesAnEntitlementOfAnOldVersionOrNone()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    const auto read = m_licenses.addEntitlement(session(), seats(ide, 3, 0));
    VERIFY_RESULT(m_licenses.updateEntitlement(session(), *read));
    VERIFY_ERROR(m_licenses.updateEntitlement(session(), *read), ErrorCode::Conflict);
    Entitlement ghost = *read;
    ghost.id = *EntitlementId::fromValue(404);
    VERIFY_ERROR(m_licenses.updateEntitlement(session(), ghost), ErrorCode::NotFound);
    VERIFY_ERROR(m_licenses.findEntitlement(session(), ghost.id), ErrorCode::NotFound);
    VERIFY_ERROR(m_licenses.addEntitlement(session(), seats(*LicenseId::fromValue(404), 1, 0)),
                 ErrorCode::InUse);
}

void LicenseRepositoryTest::refusesToRenewTwice()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    EntitlementFields renewal = seats(ide, 1, 30);
    renewal.renews = m_book->entitlement(ide, 1, -300, 29);
    VERIFY_RESULT(m_licenses.addEntitlement(session(), renewal));
    VERIFY_ERROR(m_licenses.addEntitlement(session(), renewal), ErrorCode::Conflict);
}

void LicenseRepositoryTest::readsTheSeatCalendar()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    m_book->entitlement(ide, 2, -30, 9);
    m_book->entitlement(ide, 3);
    m_book->assignment(ide, m_book->member(u"Ana"_s));
    const auto calendar = m_licenses.calendar(session(), m_licenses.find(session(), ide).value());
    VERIFY_RESULT(calendar);
    QCOMPARE(calendar->today(), m_today);
    QCOMPARE(calendar->demandOn(m_today), 1);
    QVERIFY(calendar->supplyOn(m_today.addDays(9)) == Seats(5));
    QVERIFY(calendar->supplyOn(m_today.addDays(10)) == Seats(3));
    QCOMPARE(calendar->lapseAfter(m_today), std::optional(m_today.addDays(10)));
}

void LicenseRepositoryTest::addsUpDemandOfManyLicences()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 3);
    const LicenseId cad = m_book->licenseWithSeats(u"CAD"_s, 3);
    for (const MemberId member : m_book->members(2))
        m_book->assignment(ide, member);
    m_book->assignment(cad, m_book->member(u"Cy"_s));
    m_database->sql(u"UPDATE seatledger.license_assignment SET period = daterange(lower(period), "
                    "seatledger.today() + 5) WHERE id = 1"_s);
    const auto demand = m_licenses.demandOf(session(), {cad, ide, *LicenseId::fromValue(99)});
    VERIFY_RESULT(demand);
    QCOMPARE(demand->size(), 3u);
    QCOMPARE(demand->at(0).license, ide);
    QCOMPARE(demand->at(0).delta.change, 2);
    QCOMPARE(demand->at(1).delta.day, m_today.addDays(5).toJulianDay());
    QCOMPARE(demand->at(1).delta.change, -1);
    QCOMPARE(demand->at(2).license, cad);
}

void LicenseRepositoryTest::makesOthersWaitForTheSeatsItLocks()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    auto transaction = Transaction::begin(m_database->connection(), u"locks"_s);
    VERIFY_RESULT(transaction);
    VERIFY_RESULT(m_licenses.lockSeats(session(), {ide}));
    Session &other = m_database->otherSession();
    const auto skipped = Query(other, u"SELECT count(*) AS n FROM (SELECT FROM seatledger.license_seats "
                                      "FOR UPDATE SKIP LOCKED) s"_s)
                             .one([](const Row &row) { return row.integer("n"); });
    QCOMPARE(skipped.value(), 0);
    VERIFY_RESULT(transaction->commit());
    VERIFY_RESULT(m_licenses.lockSeats(other, {ide}));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::LicenseRepositoryTest)
#include "licenserepositorytest.moc"
