// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchgrammars.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What everybody holds and when things were done is kept; answers are of now, whether or not anybody kept
/// up.
class KeptPeopleTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup()
    {
        m_book.reset();
        m_database.reset();
    }

    void followsEachChange();
    void nobodyWaitsForAMark();
    void findsPeopleByWhatTheyHold_data();
    void findsPeopleByWhatTheyHold();

private:
    void sql(const QString &text) { m_database->sql(text); }
    void keep() { VERIFY_RESULT(m_services.reports.keepUp(m_database->session())); }
    /// What everybody holds, by the view and counted plainly; what was done when, the same.
    [[nodiscard]] QString difference();

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    Services m_services;
    std::optional<LicenseId> m_ide;
    std::optional<MemberId> m_ana;
};

void KeptPeopleTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    m_ide = m_book->licenseWithSeats(u"IDE"_s, 50);
    const LicenseId cad = m_book->licenseWithSeats(u"CAD"_s, 50);
    m_ana = m_book->member(u"Ana"_s);
    m_book->assignment(*m_ide, *m_ana);
    m_book->assignment(cad, *m_ana);
    m_book->assignment(*m_ide, m_book->member(u"Ben"_s));
    m_book->member(u"Cleo"_s);
}

QString KeptPeopleTest::difference()
{
    return m_database->value(
        u"SELECT concat_ws('; ', (SELECT string_agg(member_id::text, ' ') FROM seatledger.member_held h FULL "
        "JOIN (SELECT member_id, count(*) FILTER (WHERE state = 'active' OR state = 'suspended' AND NOT "
        "seat_released) AS licenses, coalesce(sum(quantity) FILTER (WHERE state = 'active' OR state = "
        "'suspended' AND NOT seat_released), 0) AS seats, count(*) FILTER (WHERE state NOT IN ('expired', "
        "'revoked')) AS open FROM seatledger.license_assignment GROUP BY 1) c USING (member_id) WHERE "
        "(h.licenses, h.seats, h.open) IS DISTINCT FROM (c.licenses, c.seats::bigint, c.open)), (SELECT "
        "concat_ws(' ', sum(assigned), sum(revoked)) FROM (SELECT assigned, revoked FROM "
        "seatledger.activity_quarter UNION ALL SELECT assigned, revoked FROM seatledger.activity_change) q "
        "HAVING sum(assigned) <> (SELECT count(*) FROM seatledger.license_assignment) OR sum(revoked) <> "
        "(SELECT "
        "count(revoked_at) FROM seatledger.license_assignment)))"_s);
}

void KeptPeopleTest::followsEachChange()
{
    const QStringList changes{
        u"INSERT INTO seatledger.license_assignment (license_id, member_id, quantity) SELECT %1, id, 4 FROM "
        "seatledger.member WHERE name = 'Cleo'"_s.arg(m_ide->value()),
        u"UPDATE seatledger.license_assignment SET quantity = 3 WHERE member_id = %1"_s.arg(m_ana->value()),
        u"UPDATE seatledger.license_assignment SET state = 'suspended', seat_released = true WHERE member_id = %1"_s
            .arg(m_ana->value()),
        u"UPDATE seatledger.license_assignment SET state = 'revoked', seat_released = false, ended_on = "
        u"seatledger.today(), "
        u"end_reason = "
        "'Over' WHERE license_id = %1"_s.arg(m_ide->value()),
        u"SELECT seatledger.undo_operation(max(id)) FROM seatledger.operation"_s,
        u"SELECT seatledger.undo_operation(max(id)) FROM seatledger.operation WHERE id < (SELECT max(id) "
        u"FROM "
        "seatledger.operation WHERE undoes_id IS NULL)"_s,
        u"INSERT INTO seatledger.department (name) VALUES ('Optics')"_s,
        u"UPDATE seatledger.member SET department_id = (SELECT id FROM seatledger.department)"_s,
    };
    for (const QString &change : changes) {
        sql(change);
        QVERIFY2(difference().isEmpty(), qPrintable(change + u": "_s + difference()));
        keep();
        QCOMPARE(m_database->value(u"SELECT (SELECT count(*) FROM seatledger.stale_member) + (SELECT "
                                   "count(*) FROM seatledger.activity_change)"_s),
                 u"0"_s);
        QVERIFY2(difference().isEmpty(), qPrintable(change + u": "_s + difference()));
        const auto examined = m_services.doctor.examine(m_database->session());
        VERIFY_RESULT(examined);
        QVERIFY2(examined->findings.empty(), qPrintable(change));
    }
}

/// Two at work on the same person at once, and somebody who keeps meanwhile.
void KeptPeopleTest::nobodyWaitsForAMark()
{
    keep();
    const LicenseId mail = m_book->licenseWithSeats(u"Mail"_s, 5);
    const LicenseId chat = m_book->licenseWithSeats(u"Chat"_s, 5);
    keep();
    const auto first = m_database->connect();
    const auto second = m_database->connect();
    const auto assign = [&](Connection &connection, LicenseId license) {
        return connection.execScript(u"SET lock_timeout = '2s'; BEGIN; INSERT INTO "
                                     u"seatledger.license_assignment (license_id, member_id) "
                                     "VALUES (%1, %2)"_s.arg(license.value())
                                         .arg(m_ana->value()));
    };
    VERIFY_RESULT(assign(*first, mail));
    VERIFY_RESULT(assign(*second, chat));
    VERIFY_RESULT(first->execScript(u"COMMIT"_s));
    keep(); // the second is not seen yet
    QVERIFY2(difference().isEmpty(), qPrintable(difference()));
    VERIFY_RESULT(second->execScript(u"COMMIT"_s));
    QVERIFY2(difference().isEmpty(), qPrintable(difference()));
    keep();
    QVERIFY2(difference().isEmpty(), qPrintable(difference()));
}

void KeptPeopleTest::findsPeopleByWhatTheyHold_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<qint64>("people");
    QTest::newRow("at least one") << u"seats>=1"_s << qint64{2};
    QTest::newRow("at least none") << u"seats>=0"_s << qint64{3};
    QTest::newRow("more than one") << u"seats>1"_s << qint64{1};
    QTest::newRow("fewer than two") << u"seats<2"_s << qint64{2};
    QTest::newRow("at most two") << u"seats<=2"_s << qint64{3};
    QTest::newRow("none") << u"seats:0"_s << qint64{1};
    QTest::newRow("not at least two") << u"-seats>=2"_s << qint64{2};
    QTest::newRow("two") << u"seats:2"_s << qint64{1};
}

void KeptPeopleTest::findsPeopleByWhatTheyHold()
{
    QFETCH(QString, search);
    QFETCH(qint64, people);
    const auto query = parseSearch(search, memberSearchGrammar(), m_book->today());
    VERIFY_RESULT(query);
    MemberFilter filter;
    filter.terms = query->terms;
    for (const bool isKept : {false, true}) {
        if (isKept)
            keep();
        const auto count = m_services.lists.memberCount(m_database->session(), filter);
        VERIFY_RESULT(count);
        QCOMPARE(*count, people);
        const auto page = m_services.lists.members(m_database->session(), filter, {}, {}, 0, 10);
        VERIFY_RESULT(page);
        QCOMPARE(std::ssize(page->rows), people);
    }
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::KeptPeopleTest)
#include "keptpeopletest.moc"
