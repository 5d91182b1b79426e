// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enumtext.h"
#include "core/domain/searchgrammars.h"
#include "core/repositories/inventorylists.h"
#include "core/services/services.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

/// The lists as of a day, on a book with a past and a future: the same rows and seats as the rows' dates and
/// the reports give, in every order and page by page.
class ListDayTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showsWhatHolds_data();
    void showsWhatHolds();
    void countsSeatsAsReportsDo_data() { showsWhatHolds_data(); }
    void countsSeatsAsReportsDo();
    void ordersLicensesBySeats_data() { showsWhatHolds_data(); }
    void ordersLicensesBySeats();
    void showsWhatMembersHeld_data() { showsWhatHolds_data(); }
    void showsWhatMembersHeld();
    void isTheListOfNowToday();
    void saysWhichStateItIs();
    void saysWhoHasLeft();
    void searchesWithinTheDay();
    void listsWhatWasBought();

private:
    [[nodiscard]] QString literal(QDate day) const { return u"'%1'"_s.arg(day.toString(Qt::ISODate)); }
    [[nodiscard]] QStringList texts(const QString &query) const;
    [[nodiscard]] QString text(const QString &query) const { return texts(query).value(0); }
    [[nodiscard]] Session &session() const { return m_database->session(); }

    std::unique_ptr<TestDatabase> m_database;
    Services m_services;
    QDate m_today;
};

void ListDayTest::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    VERIFY_RESULT(
        m_services.sample.fill(session(), {.members = 80, .licenses = 25, .assignments = 600, .seed = 11}));
    m_today = QDate::fromString(text(u"SELECT seatledger.today()"_s), Qt::ISODate);
}

QStringList ListDayTest::texts(const QString &query) const
{
    QStringList texts;
    for (const QStringList &row : m_database->sql(query))
        texts.append(row.join(u' '));
    return texts;
}

void ListDayTest::showsWhatHolds_data()
{
    QTest::addColumn<int>("days"); // from today
    QTest::newRow("before there was anything") << -9'000;
    QTest::newRow("years ago") << -700;
    QTest::newRow("last season") << -90;
    QTest::newRow("yesterday") << -1;
    QTest::newRow("today") << 0;
    QTest::newRow("tomorrow") << 1;
    QTest::newRow("next year") << 400;
}

void ListDayTest::showsWhatHolds()
{
    QFETCH(int, days);
    const QDate day = m_today.addDays(days);
    const AssignmentFilter filter{.asOf = day};
    QStringList expected = texts(
        u"SELECT id FROM seatledger.license_assignment WHERE period @> %1::date AND (ended_on > %1) IS NOT FALSE ORDER BY id"_s
            .arg(literal(day)));
    for (const AssignmentSort sort :
         {AssignmentSort::Newest, AssignmentSort::ByMember, AssignmentSort::ByLicense,
          AssignmentSort::ByFirstDay, AssignmentSort::ByState, AssignmentSort::ByQuantity,
          AssignmentSort::ByLastDay}) {
        for (const CompositeQueryRepository lists :
             {CompositeQueryRepository(), CompositeQueryRepository({40, 5})}) {
            QStringList found;
            PageKey key;
            do {
                const auto page = lists.assignments(session(), filter, {sort, true, {}}, key, 0, 101);
                VERIFY_RESULT(page);
                for (const AssignmentRow &row : page->rows)
                    found.append(QString::number(row.id.value()));
                key = page->last;
            } while (!key.isEmpty());
            std::ranges::sort(found, {}, [](const QString &id) { return id.toLongLong(); });
            QCOMPARE(found, expected);
        }
    }
    QCOMPARE(m_services.lists.assignmentCount(session(), filter).value_or(-1), expected.size());
}

void ListDayTest::countsSeatsAsReportsDo()
{
    QFETCH(int, days);
    const QDate day = m_today.addDays(days);
    const auto page = m_services.lists.licenses(session(), {.asOf = day}, {}, {}, 0, 1000);
    VERIFY_RESULT(page);
    QStringList found;
    for (const LicenseRow &row : page->rows)
        found.append(u"%1 %2 %3"_s.arg(row.id.value())
                         .arg(row.capacity.isUnlimited() ? QString() : QString::number(row.capacity.count()))
                         .arg(row.held));
    QStringList expected = texts(
        u"SELECT license_id, capacity, held FROM seatledger.license_seats_on(%1)"_s.arg(literal(day)));
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

void ListDayTest::ordersLicensesBySeats()
{
    QFETCH(int, days);
    const LicenseFilter filter{.asOf = m_today.addDays(days)};
    std::vector<qint64> held;
    QSet<qint64> ids;
    PageKey key;
    do {
        const auto page = m_services.lists.licenses(session(), filter, {LicenseSort::ByHeld, true, {}}, key,
                                                    0, 7);
        VERIFY_RESULT(page);
        for (const LicenseRow &row : page->rows) {
            held.push_back(row.held);
            ids.insert(row.id.value());
        }
        key = page->last;
    } while (!key.isEmpty());
    QVERIFY(std::ranges::is_sorted(held, std::greater()));
    QCOMPARE(ids.size(), 25);
    QCOMPARE(held.size(), 25U);
    const auto few = m_services.lists.licenseCount(
        session(),
        {.terms = parseSearch(u"held>0"_s, licenseSearchGrammar(), m_today)->terms, .asOf = filter.asOf});
    QCOMPARE(few.value_or(-1), std::ranges::count_if(held, [](qint64 seats) { return seats > 0; }));
}

void ListDayTest::showsWhatMembersHeld()
{
    QFETCH(int, days);
    const QDate day = m_today.addDays(days);
    const auto page = m_services.lists.members(session(), {.asOf = day}, {}, {}, 0, 1000);
    VERIFY_RESULT(page);
    QStringList found;
    for (const MemberRow &row : page->rows)
        found.append(u"%1 %2"_s.arg(row.id.value()).arg(row.licenses));
    QStringList expected = texts(
        u"SELECT m.id, (SELECT count(*) FROM seatledger.license_assignment a WHERE a.member_id = m.id AND "
        u"a.period @> "
        "%1::date AND (a.ended_on > %1) IS NOT FALSE) FROM seatledger.member m WHERE coalesce(m.joined_on, %1) <= %1"_s
            .arg(literal(day)));
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
    QCOMPARE(m_services.lists.memberCount(session(), {.asOf = day}).value_or(-1), expected.size());
}

void ListDayTest::isTheListOfNowToday()
{
    const auto now = m_services.lists.licenses(session(), {}, {}, {}, 0, 1000);
    const auto today = m_services.lists.licenses(session(), {.asOf = m_today}, {}, {}, 0, 1000);
    VERIFY_RESULT(now);
    VERIFY_RESULT(today);
    QCOMPARE(today->rows.size(), now->rows.size());
    for (std::size_t i = 0; i < now->rows.size(); ++i) {
        QCOMPARE(today->rows[i].id, now->rows[i].id);
        QCOMPARE(today->rows[i].held, now->rows[i].held);
        QCOMPARE(today->rows[i].shortage, now->rows[i].shortage);
        QCOMPARE(today->rows[i].lapsesOn, now->rows[i].lapsesOn);
    }
}

void ListDayTest::saysWhichStateItIs()
{
    const QString id = text(
        u"SELECT id FROM seatledger.license_assignment WHERE state = 'suspended' AND NOT seat_released AND "
        "upper_inf(period) AND first_day < seatledger.today() - 1 LIMIT 1"_s);
    QVERIFY(!id.isEmpty());
    m_database->sql(
        u"UPDATE seatledger.license_assignment SET suspended_until = seatledger.today() + 20 WHERE id = "_s
        + id);
    const auto stateOn = [&](int days) {
        return text(
            u"SELECT state FROM seatledger.assignments_on(seatledger.today() + %1) WHERE id = %2"_s.arg(days)
                .arg(id));
    };
    QCOMPARE(stateOn(0), u"suspended"_s);
    QCOMPARE(stateOn(19), u"suspended"_s);
    QCOMPARE(stateOn(20), u"active"_s);
    QCOMPARE(stateOn(-1), u"active"_s); // since when is not known
}

void ListDayTest::saysWhoHasLeft()
{
    const QString left = text(u"SELECT id FROM seatledger.member WHERE left_on < seatledger.today() AND "
                              "coalesce(joined_on, '1990-01-01') < left_on LIMIT 1"_s);
    QVERIFY(!left.isEmpty());
    const auto statusOn = [&](const QString &member, const QString &day) {
        return text(
            u"SELECT status FROM seatledger.members_on((SELECT %1 FROM seatledger.member WHERE id = %2)) WHERE id = %2"_s
                .arg(day, member));
    };
    QCOMPARE(statusOn(left, u"left_on"_s), u"active"_s);
    QCOMPARE(statusOn(left, u"left_on + 1"_s), u"departed"_s);
    const QString leaving = text(u"SELECT id FROM seatledger.member WHERE status = 'active' LIMIT 1"_s);
    m_database->sql(u"UPDATE seatledger.member SET leaves_on = seatledger.today() + 5 WHERE id = "_s
                    + leaving);
    QCOMPARE(statusOn(leaving, u"leaves_on"_s), u"active"_s);
    QCOMPARE(statusOn(leaving, u"leaves_on + 1"_s), u"departed"_s);
}

void ListDayTest::searchesWithinTheDay()
{
    const QDate day = m_today.addDays(-90);
    const auto all = m_services.lists.assignments(session(), {.asOf = day}, {}, {}, 0, 1000);
    VERIFY_RESULT(all);
    QVERIFY(!all->rows.empty());
    const QString name = all->rows.front().memberName;
    const auto expected = std::ranges::count(all->rows, name, &AssignmentRow::memberName);
    QCOMPARE(
        m_services.lists.assignmentCount(session(), {.search = u'"' + name + u'"', .asOf = day}).value_or(-1),
        expected);
    QCOMPARE(m_services.lists.assignmentCount(session(), {.states = {AssignmentState::Active}, .asOf = day})
                 .value_or(-1),
             std::ssize(all->rows));
    const auto holders = m_services.lists.memberCount(
        session(), {.terms = parseSearch(u"seats>0"_s, memberSearchGrammar(), m_today)->terms, .asOf = day});
    QSet<qint64> members;
    for (const AssignmentRow &row : all->rows)
        members.insert(row.member.value());
    QCOMPARE(holders.value_or(-1), members.size());
}

void ListDayTest::listsWhatWasBought()
{
    const QDate day = m_today.addDays(-200);
    QCOMPARE(
        entitlementListQuery({.asOf = day}).count(session()).value_or(-1),
        text(
            u"SELECT count(*) FROM seatledger.entitlement WHERE cancelled_at IS NULL AND period @> %1::date"_s
                .arg(literal(day)))
            .toLongLong());
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ListDayTest)
#include "listdaytest.moc"
