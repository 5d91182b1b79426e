// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/compositequeryrepository.h"
#include "tests/support/testdatabase.h"
#include "tests/support/verify.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Lists ordered by several columns, each in its own direction, some rows without values: pages by key and
/// anchors give what one sort in SQL gives.
class ListOrdersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void ordersMembers();
    void ordersLicenses();
    void ordersAssignments();
    void keepsTheOrderInASearch();

private:
    QList<qint64> ids(const QString &query)
    {
        QList<qint64> found;
        for (const QStringList &row : m_db->sql(u"SET search_path = seatledger, public; "_s + query))
            found.append(row.front().toLongLong());
        m_db->sql(u"RESET search_path"_s);
        return found;
    }

    /// By pages of seven rows, and by jumping to each anchor.
    template <typename Filter, typename Sort, typename Page, typename Anchors>
    void walk(const Filter &filter, const ListOrder<Sort> &order, Page page, Anchors anchors,
              const QList<qint64> &expected)
    {
        Session &session = m_db->session();
        QVERIFY(expected.size() > 14);
        QList<qint64> walked;
        for (PageKey key;;) {
            const auto next = (m_lists.*page)(session, filter, order, key, 0, 7);
            VERIFY_RESULT(next);
            if (next->rows.empty())
                break;
            for (const auto &row : next->rows)
                walked.append(row.id.value());
            key = next->last;
        }
        QCOMPARE(walked, expected);
        const auto keys = (m_lists.*anchors)(session, filter, order, 5);
        VERIFY_RESULT(keys);
        for (std::size_t i = 0; i < keys->size(); ++i) {
            const auto next = (m_lists.*page)(session, filter, order, (*keys)[i], 1, 1);
            VERIFY_RESULT(next);
            const qsizetype place = static_cast<qsizetype>(i) * 5 + 1;
            if (place < expected.size())
                QCOMPARE(next->rows.front().id.value(), expected[place]);
        }
    }

    std::unique_ptr<TestDatabase> m_db;
    CompositeQueryRepository m_lists;
};

void ListOrdersTest::initTestCase()
{
    m_db = std::make_unique<TestDatabase>();
    m_db->sql(uR"(SET search_path = seatledger, public;
        INSERT INTO department (id, name) VALUES (1, 'Research'), (2, 'Optics'), (3, 'Sales');
        INSERT INTO member (id, number, name, email, department_id, status, left_on)
        SELECT i, 'N' || i, (ARRAY['Ana', 'Ben', '王小明'])[1 + i % 3], 'p' || i || '@example.org', nullif(i % 4, 0),
               CASE WHEN i % 10 = 0 THEN 'departed' ELSE 'active' END, CASE WHEN i % 10 = 0 THEN today() END
        FROM generate_series(1, 60) i;
        INSERT INTO vendor (id, name) VALUES (1, 'Northwind');
        INSERT INTO product (id, vendor_id, name) VALUES (1, 1, 'Editor'), (2, 1, 'Compiler');
        INSERT INTO license (id, product_id, name, term)
        SELECT i, 1 + i % 2, 'Studio ' || i, CASE WHEN i % 3 = 0 THEN 'trial' ELSE 'subscription' END
        FROM generate_series(1, 40) i;
        INSERT INTO entitlement (license_id, quantity, period)
        SELECT i, CASE WHEN i % 7 <> 0 THEN 10 + i % 3 END, daterange('2020-01-01', CASE WHEN i % 3 = 0 THEN today() + 9 END)
        FROM generate_series(1, 40) i;
        INSERT INTO license_assignment (license_id, member_id, period, state)
        SELECT DISTINCT ON (1 + i % 9, m.id) 1 + i % 9, m.id, daterange(today() - i % 3, CASE WHEN i % 5 = 0 THEN today() + 1 END), 'active'
        FROM generate_series(1, 90) i JOIN member m ON m.id = 1 + (i * 11) % 60 AND m.may_hold ORDER BY 1, 2;
        RESET search_path)"_s);
}

void ListOrdersTest::ordersMembers()
{
    walk(MemberFilter(),
         ListOrder<MemberSort>{
             MemberSort::ByDepartment, false, {{MemberSort::ByName, true}, {MemberSort::ByNumber}}},
         &CompositeQueryRepository::members, &CompositeQueryRepository::memberAnchors,
         ids(u"SELECT m.id FROM member m LEFT JOIN department d ON d.id = m.department_id "
             "ORDER BY d.name NULLS LAST, m.name DESC, lower(m.number)"_s));
    walk(MemberFilter(),
         ListOrder<MemberSort>{MemberSort::ByStatus, true, {{MemberSort::ByDepartment, true}}},
         &CompositeQueryRepository::members, &CompositeQueryRepository::memberAnchors,
         ids(u"SELECT m.id FROM member m LEFT JOIN department d ON d.id = m.department_id "
             "ORDER BY m.status DESC, d.name DESC NULLS FIRST, m.name, m.id DESC"_s));
    walk(MemberFilter(), ListOrder<MemberSort>{MemberSort::ByName, false, {{MemberSort::ByEmail, true}}},
         &CompositeQueryRepository::members, &CompositeQueryRepository::memberAnchors,
         ids(u"SELECT m.id FROM member m ORDER BY m.name, lower(m.email) DESC"_s));
}

void ListOrdersTest::ordersLicenses()
{
    const QString from =
        u"SELECT l.id FROM license l JOIN license_seats c ON c.license_id = l.id JOIN product p "
        "ON p.id = l.product_id ORDER BY "_s;
    walk(LicenseFilter(),
         ListOrder<LicenseSort>{
             LicenseSort::ByProduct, true, {{LicenseSort::ByLapse}, {LicenseSort::ByName, true}}},
         &CompositeQueryRepository::licenses, &CompositeQueryRepository::licenseAnchors,
         ids(from + u"p.name DESC, c.lapses_on NULLS LAST, l.name DESC"_s));
    walk(LicenseFilter(),
         ListOrder<LicenseSort>{LicenseSort::ByFree, true, {{LicenseSort::ByTerm}, {LicenseSort::ByName}}},
         &CompositeQueryRepository::licenses, &CompositeQueryRepository::licenseAnchors,
         ids(from + u"c.capacity - c.held DESC NULLS FIRST, l.term, l.name"_s));
}

void ListOrdersTest::ordersAssignments()
{
    const QString from =
        u"SELECT a.id FROM license_assignment a JOIN member m ON m.id = a.member_id JOIN license l "
        "ON l.id = a.license_id ORDER BY "_s;
    const auto check = [&](const ListOrder<AssignmentSort> &order, const QString &sql) {
        walk(AssignmentFilter(), order, &CompositeQueryRepository::assignments,
             &CompositeQueryRepository::assignmentAnchors, ids(from + sql));
    };
    check({AssignmentSort::ByFirstDay, true, {{AssignmentSort::ByMember}, {AssignmentSort::ByLicense, true}}},
          u"lower(a.period) DESC, m.name, m.id, l.name DESC, l.id DESC"_s);
    check({AssignmentSort::ByLicense, false, {{AssignmentSort::ByLastDay, true}, {AssignmentSort::ByMember}}},
          u"l.name, l.id, upper(a.period) DESC NULLS FIRST, m.name, m.id"_s);
    check({AssignmentSort::ByState, false, {{AssignmentSort::ByQuantity}, {AssignmentSort::Newest, true}}},
          u"a.state, a.quantity, a.id"_s);
    check({AssignmentSort::ByLastDay, false, {}}, u"upper(a.period) NULLS LAST, a.id"_s);
}

void ListOrdersTest::keepsTheOrderInASearch()
{
    for (const SearchEffort effort : {SearchEffort(), SearchEffort{.rows = 1, .ids = 1}}) {
        m_lists = CompositeQueryRepository(effort);
        walk(
            AssignmentFilter{.search = u"ana"_s},
            ListOrder<AssignmentSort>{AssignmentSort::ByFirstDay, false, {{AssignmentSort::ByLicense, true}}},
            &CompositeQueryRepository::assignments, &CompositeQueryRepository::assignmentAnchors,
            ids(u"SELECT a.id FROM license_assignment a JOIN member m ON m.id = a.member_id JOIN license l "
                u"ON l.id = "
                "a.license_id WHERE m.name = 'Ana' ORDER BY lower(a.period), l.name DESC, l.id DESC, a.id"_s));
        walk(MemberFilter{.search = u"n"_s},
             ListOrder<MemberSort>{MemberSort::ByName, true, {{MemberSort::ByDepartment}}},
             &CompositeQueryRepository::members, &CompositeQueryRepository::memberAnchors,
             ids(u"SELECT m.id FROM member m LEFT JOIN department d ON d.id = m.department_id "
                 "ORDER BY m.name DESC, d.name NULLS LAST, m.id DESC"_s));
        walk(LicenseFilter{.search = u"studio"_s},
             ListOrder<LicenseSort>{LicenseSort::ByTerm, true, {{LicenseSort::ByProduct}}},
             &CompositeQueryRepository::licenses, &CompositeQueryRepository::licenseAnchors,
             ids(u"SELECT l.id FROM license l JOIN product p ON p.id = l.product_id "
                 "ORDER BY l.term DESC, p.name, l.name, l.id DESC"_s));
    }
    m_lists = CompositeQueryRepository();
}

QTEST_GUILESS_MAIN(ListOrdersTest)
#include "listorderstest.moc"
