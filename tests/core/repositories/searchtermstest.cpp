// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchgrammars.h"
#include "core/repositories/compositequeryrepository.h"
#include "tests/support/colleagues.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Each term finds what a plain query finds, in lists that walk, that read what is found, and in counts.
class SearchTermsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsMembers_data();
    void findsMembers();
    void findsLicenses_data();
    void findsLicenses();
    void findsAssignments_data();
    void findsAssignments();

private:
    static SearchQuery read(const QString &text, const SearchGrammar &grammar)
    {
        const auto query = parseSearch(text, grammar, QDate(2026, 6, 1));
        if (!query)
            qFatal("%s: %s", qPrintable(text), qPrintable(query.error().message));
        return *query;
    }
    template <typename Page>
    static QList<qint64> idsOf(const Page &page)
    {
        QList<qint64> ids;
        for (const auto &row : page.rows)
            ids.append(row.id.value());
        std::ranges::sort(ids);
        return ids;
    }
    /// What the list finds, by all orders and however far a search goes before it takes another way.
    template <typename Filter, typename Sort, typename Page, typename Count>
    void compare(Session &session, const Filter &filter, const QList<Sort> &sorts, Page page, Count count,
                 const QString &expected)
    {
        QList<qint64> ids;
        for (const QStringList &row :
             m_db->sql(u"SET search_path = seatledger, public; SELECT id FROM (%1) e "
                       "ORDER BY id"_s.arg(expected)))
            ids.append(row.front().toLongLong());
        m_db->sql(u"RESET search_path"_s);
        for (const SearchEffort effort : {SearchEffort(), SearchEffort{.rows = 1, .ids = 1}}) {
            const CompositeQueryRepository lists(effort);
            for (const Sort sort : sorts) {
                const auto found = (lists.*page)(session, filter, ListOrder<Sort>{sort, false}, {}, 0, 1000);
                VERIFY_RESULT(found);
                QCOMPARE(idsOf(*found), ids);
            }
            const auto counted = (lists.*count)(session, filter);
            VERIFY_RESULT(counted);
            QCOMPARE(*counted, ids.size());
        }
    }

    std::unique_ptr<TestDatabase> m_db;
    std::unique_ptr<Colleagues> m_people;
    QString m_mia; ///< manages Research
};

void SearchTermsTest::initTestCase()
{
    m_db = std::make_unique<TestDatabase>();
    m_db->sql(uR"(SET search_path = seatledger, public;
        INSERT INTO department (id, name, parent_id) VALUES (1, 'Research', NULL), (2, 'Optics', 1), (3, 'Sales', NULL);
        INSERT INTO member (id, number, name, email, department_id, status, left_on, joined_on)
        SELECT i, 'N' || i, (ARRAY['Ana N1', 'Ben', '王小明', 'O_o', 'Zoë'])[1 + i % 5], 'p' || i || '@example.org',
               nullif(i % 4, 0), CASE WHEN i % 10 = 0 THEN 'departed' ELSE 'active' END, CASE WHEN i % 10 = 0 THEN today() END,
               CASE WHEN i % 3 > 0 THEN date '2026-01-01' + i END
        FROM generate_series(1, 60) i;
        INSERT INTO vendor (id, name) VALUES (1, 'Northwind'), (2, 'Contoso');
        INSERT INTO product (id, vendor_id, name) VALUES (1, 1, 'Editor'), (2, 2, 'Compiler');
        INSERT INTO license (id, product_id, name) SELECT i, 1 + i % 2, (ARRAY['Studio', '设计', '50% off'])[1 + i % 3] || ' ' || i
        FROM generate_series(1, 40) i;
        INSERT INTO entitlement (license_id, quantity, period)
        SELECT i, CASE WHEN i % 7 <> 0 THEN 10 + i % 5 END, daterange('2020-01-01', CASE WHEN i % 3 = 0 THEN today() + i END)
        FROM generate_series(1, 40) i;
        INSERT INTO license_assignment (license_id, member_id, period, state)
        SELECT DISTINCT ON (1 + (i * 7) % 40, m.id) 1 + (i * 7) % 40, m.id, daterange(today() + CASE WHEN i % 4 = 0 THEN 1 ELSE -i % 9 END, CASE WHEN i % 3 = 0 AND i % 4 <> 0 THEN today() + 1 END),
               CASE WHEN i % 4 = 0 THEN 'reserved' ELSE 'active' END
        FROM generate_series(1, 200) i JOIN member m ON m.id = 1 + (i * 11) % 60 AND m.may_hold
        WHERE i % 4 <> 0 OR (1 + (i * 7) % 40) % 3 <> 0;
        UPDATE license SET state = 'suspended' WHERE id IN (3, 5);
        RESET search_path)"_s);
    m_people = std::make_unique<Colleagues>(*m_db);
    m_mia = m_people->add(u"mia"_s, {.role = Role::Manager, .departments = {*DepartmentId::fromValue(1)}});
}

void SearchTermsTest::findsMembers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("name") << u"name:n1"_s << u"m.name ILIKE '%n1%'"_s;
    QTest::newRow("whole name") << u"name=ben"_s << u"m.name = 'Ben'"_s;
    QTest::newRow("two names") << u"name:ben,o_"_s << u"m.name IN ('Ben', 'O_o')"_s;
    QTest::newRow("number") << u"number=n12"_s << u"m.number = 'N12'"_s;
    QTest::newRow("part of the number") << u"number:n1"_s << u"m.number LIKE 'N1%'"_s;
    QTest::newRow("address") << u"email:p5"_s << u"m.email LIKE 'p5%'"_s;
    QTest::newRow("department with those below")
        << u"department:research"_s << u"m.department_id IN (1, 2)"_s;
    QTest::newRow("department by its path")
        << u"department=\"Research / Optics\""_s << u"m.department_id = 2"_s;
    QTest::newRow("not the department")
        << u"-department:research"_s << u"m.department_id IS NULL OR m.department_id = 3"_s;
    QTest::newRow("no such department") << u"department:nowhere"_s << u"false"_s;
    QTest::newRow("status") << u"status:departed"_s << u"m.status = 'departed'"_s;
    QTest::newRow("seats") << u"seats>=3"_s
                           << u"(SELECT count(*) FROM license_assignment a WHERE a.member_id = m.id) >= 3"_s;
    // No more is counted than the comparison asks for.
    const QString held = u"(SELECT count(*) FROM license_assignment a WHERE a.member_id = m.id) "_s;
    for (const char *compared :
         {">= 1", "> 0", "> 2", ">= 0", "> -1", "< 1", "< 3", "<= 0", "<= 2", "= 0", "= 2", "< 0"})
        QTest::addRow("seats %s", compared) << u"seats"_s + QString::fromLatin1(compared).remove(u' ')
                                            << held + QString::fromLatin1(compared);
    QTest::newRow("seats between") << u"seats:1..2"_s << held + u"BETWEEN 1 AND 2"_s;
    QTest::newRow("not many seats") << u"-seats>=3"_s << held + u"< 3"_s;
    QTest::newRow("does not hold")
        << u"-holds:设计"_s
        << u"NOT EXISTS (SELECT FROM license_assignment a JOIN license l ON l.id = "
           "a.license_id WHERE a.member_id = m.id AND l.name LIKE '设计%')"_s;
    QTest::newRow("holds")
        << u"n holds:off seats>1"_s
        << u"EXISTS (SELECT FROM license_assignment a JOIN license l ON l.id = a.license_id "
           "WHERE a.member_id = m.id AND l.name LIKE '%off%') AND "_s
               + held + u"> 1"_s;
    QTest::newRow("holds it")
        << u"holds:设计"_s
        << u"EXISTS (SELECT FROM license_assignment a JOIN license l ON l.id = a.license_id WHERE "
           "a.member_id = m.id AND l.name LIKE '设计%')"_s;
    QTest::newRow("joined") << u"joined:2026-01"_s << u"m.joined_on BETWEEN '2026-01-01' AND '2026-01-31'"_s;
    QTest::newRow("joined before") << u"joined:<today-120"_s << u"m.joined_on < '2026-02-01'"_s;
    QTest::newRow("not joined before")
        << u"-joined:<2026-02-01"_s << u"m.joined_on IS NULL OR m.joined_on >= '2026-02-01'"_s;
    QTest::newRow("not a word") << u"-ana"_s << u"m.search NOT LIKE '%ana%'"_s;
    QTest::newRow("exact words") << u"\"ana n1\""_s << u"m.search LIKE '%ana n1%'"_s;
    QTest::newRow("all of it") << u"n name:ana status:active department:sales"_s
                               << u"m.name LIKE 'Ana%' AND m.status = 'active' AND m.department_id = 3"_s;
}

void SearchTermsTest::findsMembers()
{
    QFETCH(QString, text);
    QFETCH(QString, where);
    const SearchQuery query = read(text, memberSearchGrammar());
    compare(m_db->session(), MemberFilter{.search = query.words, .terms = query.terms},
            QList{MemberSort::ByName, MemberSort::ByNumber, MemberSort::ByDepartment, MemberSort::ByStatus},
            &CompositeQueryRepository::members, &CompositeQueryRepository::memberCount,
            u"SELECT m.id FROM member m WHERE "_s + where);
}

void SearchTermsTest::findsLicenses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("name") << u"license:studio"_s << u"l.name LIKE 'Studio%'"_s;
    QTest::newRow("whole name") << u"license=\"50% off 2\""_s << u"l.name = '50% off 2'"_s;
    QTest::newRow("wildcards are letters") << u"license:%"_s << u"l.name LIKE '50%'"_s;
    QTest::newRow("product") << u"product:edit"_s << u"l.product_id = 1"_s;
    QTest::newRow("vendor") << u"vendor=contoso"_s << u"l.product_id = 2"_s;
    QTest::newRow("not the vendor") << u"-vendor=contoso"_s << u"l.product_id = 1"_s;
    QTest::newRow("state") << u"state:suspended"_s << u"l.state = 'suspended'"_s;
    QTest::newRow("seats") << u"seats:<12"_s << u"c.capacity < 12"_s;
    QTest::newRow("many seats") << u"seats>13"_s << u"c.capacity IS NULL OR c.capacity > 13"_s;
    QTest::newRow("held") << u"held:0..2"_s << u"c.held BETWEEN 0 AND 2"_s;
    QTest::newRow("free") << u"free<8"_s << u"c.capacity - c.promised < 8"_s;
    QTest::newRow("unlimited") << u"is:unlimited"_s << u"c.capacity IS NULL"_s;
    QTest::newRow("limited") << u"-is:unlimited,short"_s << u"c.capacity IS NOT NULL"_s;
    QTest::newRow("lapse") << u"lapse>2020-01-01"_s << u"c.lapses_on IS NOT NULL"_s;
    QTest::newRow("all of it")
        << u"off product:compiler -license:\"50% off 1\""_s
        << u"l.name LIKE '50%' AND l.product_id = 2 AND l.name NOT LIKE '50\\% off 1%'"_s;
}

void SearchTermsTest::findsLicenses()
{
    QFETCH(QString, text);
    QFETCH(QString, where);
    const SearchQuery query = read(text, licenseSearchGrammar());
    compare(m_db->session(), LicenseFilter{.search = query.words, .terms = query.terms},
            QList{LicenseSort::ByName, LicenseSort::ByFree, LicenseSort::ByLapse, LicenseSort::ByProduct,
                  LicenseSort::ByState},
            &CompositeQueryRepository::licenses, &CompositeQueryRepository::licenseCount,
            u"SELECT l.id FROM license l JOIN license_seats c ON c.license_id = l.id WHERE "_s + where);
}

void SearchTermsTest::findsAssignments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("member") << u"member:ana"_s << u"m.name LIKE 'Ana%'"_s;
    QTest::newRow("number") << u"number=n12"_s << u"m.number = 'N12'"_s;
    QTest::newRow("department") << u"department:research"_s << u"m.department_id IN (1, 2)"_s;
    QTest::newRow("not the department")
        << u"-department:research"_s << u"m.department_id IS NULL OR m.department_id = 3"_s;
    QTest::newRow("licence") << u"license:设计"_s << u"l.name LIKE '设计%'"_s;
    QTest::newRow("product") << u"product:editor"_s << u"l.product_id = 1"_s;
    QTest::newRow("both sides") << u"member:ben product:editor"_s << u"m.name = 'Ben' AND l.product_id = 1"_s;
    QTest::newRow("both sides and a word")
        << u"n2 vendor:contoso license:off"_s
        << u"m.search LIKE '%n2%' AND l.product_id = 2 AND l.name LIKE '50%'"_s;
    QTest::newRow("neither side") << u"-studio"_s
                                  << u"l.search NOT LIKE '%studio%' AND m.search NOT LIKE '%studio%'"_s;
    QTest::newRow("state") << u"state:reserved"_s << u"a.state = 'reserved'"_s;
    QTest::newRow("not the state") << u"-state:reserved"_s << u"a.state <> 'reserved'"_s;
    QTest::newRow("endless") << u"is:endless"_s << u"upper(a.period) IS NULL"_s;
    QTest::newRow("until") << u"until:<2100-01-01"_s << u"upper(a.period) IS NOT NULL"_s;
    QTest::newRow("from") << u"from:>2020-01-01 seats:1"_s << u"true"_s;
    QTest::newRow("until a day that none has")
        << u"until:>2190-01-01"_s << u"upper(a.period) > '2190-01-02'"_s;
    QTest::newRow("not until") << u"-until:<2100-01-01"_s << u"upper(a.period) IS NULL"_s;
    QTest::newRow("from and until") << u"from:>2020-01-01 until:>2020-01-01 state:active"_s
                                    << u"a.state = 'active' AND upper(a.period) IS NOT NULL"_s;
    QTest::newRow("from, of one side") << u"from:>2020-01-01 member:ana"_s << u"m.name LIKE 'Ana%'"_s;
    QTest::newRow("from, not of one side")
        << u"from:>2020-01-01 -member:ana"_s << u"m.name NOT LIKE 'Ana%'"_s;
    QTest::newRow("nobody") << u"member:nobody state:active"_s << u"false"_s;
}

void SearchTermsTest::findsAssignments()
{
    QFETCH(QString, text);
    QFETCH(QString, where);
    const SearchQuery query = read(text, assignmentSearchGrammar());
    const AssignmentFilter filter{.search = query.words, .terms = query.terms};
    const QList sorts{AssignmentSort::Newest,     AssignmentSort::ByMember, AssignmentSort::ByLicense,
                      AssignmentSort::ByFirstDay, AssignmentSort::ByState,  AssignmentSort::ByLastDay};
    const QString expected =
        u"SELECT a.id FROM license_assignment a JOIN member m ON m.id = a.member_id JOIN license l "
        "ON l.id = a.license_id WHERE (%1)"_s.arg(where);
    compare(m_db->session(), filter, sorts, &CompositeQueryRepository::assignments,
            &CompositeQueryRepository::assignmentCount, expected);
    compare(m_people->as(m_mia), filter, sorts, &CompositeQueryRepository::assignments,
            &CompositeQueryRepository::assignmentCount, expected + u" AND m.department_id IN (1, 2)"_s);
}

QTEST_GUILESS_MAIN(SearchTermsTest)
#include "searchtermstest.moc"
