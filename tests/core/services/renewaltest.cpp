// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What ends soon, what is needed of it, and renewing it as one.
class RenewalTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        m_book = std::make_unique<Book>(*m_database);
        m_ide = m_book->license(u"IDE"_s);
        m_due = m_book->entitlement(m_ide, 10, -300, 20);
        sql(u"UPDATE seatledger.entitlement SET price_minor = 100000, currency = 'EUR', billing = 'yearly'"_s);
        m_members = m_book->members(5);
        for (int i = 0; i < 3; ++i)
            (void)m_book->assignment(m_ide, m_members[i]);
    }
    void cleanup()
    {
        m_book.reset();
        m_database.reset();
    }

    void findsWhatEndsSoon()
    {
        (void)m_book->entitlement(m_ide, 5, -10, 200);
        QCOMPARE(due(19).size(), 0U);
        QCOMPARE(due(20).size(), 1U); // its last day is in twenty days
        QCOMPARE(due(365).size(), 2U);
        QCOMPARE(due(365)[0].entitlement.id, m_due); // what ends first comes first
    }

    void suggestsWhatIsNeeded()
    {
        QCOMPARE(due(30)[0].held, 3);
        QCOMPARE(due(30)[0].suggestedSeats(), std::optional<qint64>(3));
        (void)m_book->entitlement(m_ide, 2, 0);
        QCOMPARE(due(30)[0].suggestedSeats(), std::optional<qint64>(1)); // two stay
        const AssignmentTerms many{Quantity::fromStored(20), Period::create(m_book->today()).value(), {}};
        VERIFY_RESULT(m_services.waitingList.add(session(), {m_ide, {m_members[4]}, many}));
        QCOMPARE(due(30)[0].waiting, 20);
        QCOMPARE(due(30)[0].suggestedSeats(), std::optional<qint64>(21));
        const EntitlementFields fields = due(30)[0].suggestion();
        QCOMPARE(fields.quantity->value(), 21);
        QCOMPARE(fields.price->minor(), 210000); // in proportion
        QCOMPARE(fields.period.firstDay(), m_book->today().addDays(21));
    }

    void sharesWhatIsNeededAmongThoseThatEndTogether()
    {
        (void)m_book->entitlement(m_ide, 2, -100, 20);
        const auto both = due(30);
        QCOMPARE(both.size(), 2U);
        QCOMPARE(*both[0].suggestedSeats() + *both[1].suggestedSeats(), 3);
        const AssignmentTerms many{Quantity::fromStored(20), Period::create(m_book->today()).value(), {}};
        VERIFY_RESULT(m_services.waitingList.add(session(), {m_ide, {m_members[4]}, many}));
        const auto more = due(30);
        QCOMPARE(*more[0].suggestedSeats() + *more[1].suggestedSeats(), 23);
    }

    void takesIdleSeatsOff()
    {
        sql(u"INSERT INTO seatledger.device (fingerprint, name) VALUES ('finger:print:1', 'Laptop')"_s);
        sql(u"INSERT INTO seatledger.activation (assignment_id, license_id, device_id, activated_at, "
            u"released_at, "
            "release_reason) SELECT min(a.id), a.license_id, (SELECT max(id) FROM seatledger.device), "
            "now() - interval '200 days', now() - interval '150 days', 'Gone' FROM "
            "seatledger.license_assignment a "
            "GROUP BY 2"_s);
        QCOMPARE(due(30)[0].idle, 1);
        QCOMPARE(due(30)[0].suggestedSeats(), std::optional<qint64>(2));
    }

    void renewsAsOneAndTakesItBack()
    {
        const LicenseId cad = m_book->license(u"CAD"_s);
        const EntitlementId other = m_book->entitlement(cad, 4, -300, 10);
        std::vector<EntitlementFields> renewals;
        for (const RenewalDue &one : due(30))
            renewals.push_back(one.suggestion());
        QCOMPARE(renewals.size(), 2U);
        QCOMPARE(renewals[0].renews, std::optional(other));
        const auto done = m_services.renewals.renew(session(), renewals);
        VERIFY_RESULT(done);
        QCOMPARE(done->changed, 2);
        QCOMPARE(due(30).size(), 0U); // renewed
        const auto later = due(3650);
        QCOMPARE(later.size(), 2U);
        QCOMPARE(later[0].history.size(), 1U);
        // Seats count on the one of the two: the undo says so instead of leaving three too few.
        const auto refused = m_services.management.undo(session(), done->operation);
        VERIFY_ERROR(refused, ErrorCode::RuleBroken);
        QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"below_promised"_s);
        sql(u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), "
            "end_reason = 'x'"_s);
        VERIFY_RESULT(m_services.management.undo(session(), done->operation));
        QCOMPARE(due(30).size(), 2U);
    }

    void renewsAllOrNothing()
    {
        std::vector<EntitlementFields> renewals{due(30)[0].suggestion()};
        renewals.push_back(renewals.front()); // the same once more
        const auto done = m_services.renewals.renew(session(), renewals);
        VERIFY_ERROR(done, ErrorCode::Conflict);
        QCOMPARE(due(30).size(), 1U);
        VERIFY_ERROR(m_services.renewals.renew(session(), {}), ErrorCode::InvalidInput);
    }

    void sumsUpByTheMonth()
    {
        const std::vector<EntitlementFields> before{due(30)[0].entitlement};
        const auto cost = monthlyCostOf(before);
        QCOMPARE(cost.size(), 1U);
        QCOMPARE(cost[0].minor(), 8333); // a twelfth of a thousand
    }

    void isForWhoEditsTheCatalogue()
    {
        Colleagues people(*m_database);
        const QString staff = people.add(u"stan"_s, {.role = Role::Staff});
        VERIFY_ERROR(m_services.renewals.due(people.as(staff), 30), ErrorCode::Forbidden);
    }

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    void sql(const QString &statement) { VERIFY_RESULT(Query(session(), statement).exec()); }
    [[nodiscard]] std::vector<RenewalDue> due(int days)
    {
        const auto found = m_services.renewals.due(session(), days);
        if (!found)
            qWarning("%s", qPrintable(found.error().message));
        return found.value_or(std::vector<RenewalDue>());
    }

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    LicenseId m_ide = *LicenseId::fromValue(1);
    EntitlementId m_due = *EntitlementId::fromValue(1);
    QList<MemberId> m_members;
};

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::RenewalTest)
#include "renewaltest.moc"
