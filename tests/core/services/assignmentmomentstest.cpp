// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// When seats were given and revoked: written by the book, by nobody else; and who may set rates.
class AssignmentMomentsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isGivenNow();
    void isRevokedNowUntilThatIsUndone();
    void whatTheCalendarEndsNobodyRevoked();
    void whatTheCalendarRevokesNobodyRevoked();
    void nobodyWritesMoments();
    void onlyAdministratorsSetRates();

private:
    void sql(const QString &text) { m_database->sql(text); }
    [[nodiscard]] bool isNow(const QString &column)
    {
        return m_database->value(
                   u"SELECT bool_and(coalesce(%1 BETWEEN now() - interval '1 minute' AND now(), false)) "
                   "FROM seatledger.license_assignment"_s.arg(column))
               == u't';
    }
    [[nodiscard]] bool isNotRevokedByAnybody()
    {
        return m_database->value(u"SELECT bool_and(revoked_at IS NULL) FROM seatledger.license_assignment"_s)
               == u't';
    }
    void revoke()
    {
        sql(u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), end_reason = 'Over'"_s);
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    Services m_services;
    std::optional<LicenseId> m_license;
};

void AssignmentMomentsTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    m_license = m_book->licenseWithSeats(u"IDE"_s, 5);
    m_book->assignment(*m_license, m_book->member(u"Ana"_s));
}

void AssignmentMomentsTest::cleanup()
{
    m_book.reset();
    m_database.reset();
}

void AssignmentMomentsTest::isGivenNow()
{
    QVERIFY(isNow(u"assigned_at"_s));
    QVERIFY(isNotRevokedByAnybody());
}

void AssignmentMomentsTest::isRevokedNowUntilThatIsUndone()
{
    revoke();
    QVERIFY(isNow(u"revoked_at"_s));
    const auto undone = m_services.management.undo(
        m_database->session(),
        *OperationId::fromValue(
            m_database->value(u"SELECT max(id) FROM seatledger.operation"_s).toLongLong()));
    VERIFY_RESULT(undone);
    QVERIFY(isNotRevokedByAnybody());
    VERIFY_RESULT(m_services.management.undo(m_database->session(), *undone));
    QVERIFY(isNow(u"revoked_at"_s));
}

void AssignmentMomentsTest::whatTheCalendarEndsNobodyRevoked()
{
    sql(u"UPDATE seatledger.license_assignment SET period = daterange(seatledger.today(), seatledger.today() + 3)"_s);
    m_book->pass(3);
    QCOMPARE(m_database->value(u"SELECT state FROM seatledger.license_assignment"_s), u"expired"_s);
    QVERIFY(isNotRevokedByAnybody());
}

void AssignmentMomentsTest::whatTheCalendarRevokesNobodyRevoked()
{
    const LicenseId trial = m_book->license(u"Trial"_s);
    m_book->entitlement(trial, 5, -30, 2);
    sql(u"UPDATE seatledger.license SET expiry_action = 'revoke'"_s);
    const AssignmentId seat = m_book->assignment(trial, m_book->member(u"Ben"_s));
    m_book->pass(3);
    QCOMPARE(m_book->state(seat), u"revoked"_s);
    QVERIFY(isNotRevokedByAnybody());
}

void AssignmentMomentsTest::nobodyWritesMoments()
{
    Colleagues people(*m_database);
    Session &ada = people.as(people.add(u"ada"_s, {.role = Role::Administrator}));
    for (
        const QString &statement :
        {u"UPDATE seatledger.license_assignment SET assigned_at = '2020-01-01'"_s,
         u"UPDATE seatledger.license_assignment SET revoked_at = now()"_s,
         u"INSERT INTO seatledger.license_assignment (license_id, member_id, assigned_at) VALUES (1, 1, now())"_s})
        VERIFY_ERROR(Query(ada, statement).exec(), ErrorCode::Forbidden);
    VERIFY_RESULT(Query(ada, u"UPDATE seatledger.license_assignment SET note = 'Mine'"_s).exec());
    QVERIFY(isNow(u"assigned_at"_s));
}

void AssignmentMomentsTest::onlyAdministratorsSetRates()
{
    Colleagues people(*m_database);
    const Currency euro = *Currency::create(u"EUR");
    Session &sam = people.as(people.add(u"sam"_s, {.role = Role::Staff}));
    VERIFY_ERROR(m_services.rates.setReportCurrency(sam, euro), ErrorCode::Forbidden);
    VERIFY_ERROR(Query(sam,
                       u"INSERT INTO seatledger.exchange_rate (currency, target, valid_from, rate) VALUES "
                       "('USD', 'EUR', '2026-01-01', 1)"_s)
                     .exec(),
                 ErrorCode::Forbidden);
    VERIFY_ERROR(
        Query(sam, u"INSERT INTO seatledger.setting (name, value) VALUES ('report_currency', 'EUR')"_s)
            .exec(),
        ErrorCode::Forbidden);
    Session &ada = people.as(people.add(u"ada"_s, {.role = Role::Administrator}));
    VERIFY_RESULT(m_services.rates.setReportCurrency(ada, euro));
    VERIFY_RESULT(m_services.rates.set(ada, *Currency::create(u"USD"), *Rate::create(u"0.9")));
    VERIFY_RESULT(m_services.rates.setReportCurrency(ada, std::nullopt));
    VERIFY_ERROR(Query(ada, u"INSERT INTO seatledger.setting (name, value) VALUES ('another', 'x')"_s).exec(),
                 ErrorCode::Forbidden);
    QCOMPARE(m_services.rates.list(sam)->size(), 1U);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::AssignmentMomentsTest)
#include "assignmentmomentstest.moc"
