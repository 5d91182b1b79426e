// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/compositequeryrepository.h"

#include "core/domain/enumtext.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

/// The rows' ids in the order in which they came.
template <typename Page>
QList<qint64> idsOf(const Page &page)
{
    QList<qint64> ids;
    for (const auto &row : page.rows)
        ids.append(row.id.value());
    return ids;
}

QList<qint64> sortedIds(QList<qint64> ids)
{
    std::ranges::sort(ids);
    return ids;
}

} // namespace

/// Pages of any size, forth and back, by anchors and by keys, give the same rows as one big page.
class CompositeQueryRepositoryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pagesMembers();
    void pagesLicenses();
    void pagesAssignments();
    void ordersByTheColumnsAskedFor();
    void searchesMembers();
    void searchesLicenses();
    void searchesAssignments();
    void searchesCommonWords();
    void takesWildcardsLiterally();
    void filtersByStateAndDepartment();
    void fillsTheColumns();
    void leavesTheIndexOfWhatMustNotOverlapAlone();

private:
    template <typename Filter, typename Sort, typename Page, typename Anchors, typename Count>
    void walk(const Filter &filter, Sort sort, Page page, Anchors anchors, Count count);
    QList<qint64> ids(const QString &query);

    std::unique_ptr<TestDatabase> m_db;
    CompositeQueryRepository m_lists;
};

void CompositeQueryRepositoryTest::initTestCase()
{
    m_db = std::make_unique<TestDatabase>();
    m_db->sql(uR"(SET search_path = seatledger, public;
        INSERT INTO department (id, name, parent_id) VALUES (1, 'Research', NULL), (2, 'Optics', 1), (3, 'Sales', NULL);
        INSERT INTO member (id, number, name, email, department_id, status, left_on)
        SELECT i, 'N' || i, (ARRAY['Ana', 'Ben', '王小明', 'O_o', 'Zoë'])[1 + i % 5], 'p' || i || '@example.org',
               nullif(i % 4, 0), CASE WHEN i % 10 = 0 THEN 'departed' ELSE 'active' END, CASE WHEN i % 10 = 0 THEN today() END
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
}

QList<qint64> CompositeQueryRepositoryTest::ids(const QString &query)
{
    QList<qint64> found;
    for (const QStringList &row : m_db->sql(query))
        found.append(row.front().toLongLong());
    return found;
}

template <typename Filter, typename Sort, typename Page, typename Anchors, typename Count>
void CompositeQueryRepositoryTest::walk(const Filter &filter, Sort sort, Page page, Anchors anchors,
                                        Count count)
{
    Session &session = m_db->session();
    QList<qint64> ascending;
    for (const bool descending : {false, true}) {
        const ListOrder<Sort> order{sort, descending};
        const auto whole = (m_lists.*page)(session, filter, order, {}, 0, 1000);
        VERIFY_RESULT(whole);
        const QList<qint64> all = idsOf(*whole);
        QVERIFY(all.size() > 1);
        const auto counted = (m_lists.*count)(session, filter);
        VERIFY_RESULT(counted);
        QCOMPARE(*counted, all.size());

        QList<qint64> walked;
        for (PageKey key;;) {
            const auto next = (m_lists.*page)(session, filter, order, key, 0, 7);
            VERIFY_RESULT(next);
            if (next->rows.empty())
                break;
            walked += idsOf(*next);
            key = next->last;
        }
        QCOMPARE(walked, all);

        const auto keys = (m_lists.*anchors)(session, filter, order, 5);
        VERIFY_RESULT(keys);
        QCOMPARE(static_cast<qsizetype>(keys->size()), all.size() / 5 + 1);
        for (std::size_t i = 0; i < keys->size(); ++i) {
            const auto jumped = (m_lists.*page)(session, filter, order, (*keys)[i], 2, 3);
            VERIFY_RESULT(jumped);
            QCOMPARE(idsOf(*jumped), all.mid(static_cast<qsizetype>(i) * 5 + 2, 3));
        }
        if (!descending)
            ascending = all;
        else
            QCOMPARE(QList<qint64>(all.rbegin(), all.rend()), ascending);
    }
}

void CompositeQueryRepositoryTest::pagesMembers()
{
    for (const MemberSort sort : {MemberSort::ByName, MemberSort::ByNumber, MemberSort::ByEmail})
        walk(MemberFilter{}, sort, &CompositeQueryRepository::members,
             &CompositeQueryRepository::memberAnchors, &CompositeQueryRepository::memberCount);
}

void CompositeQueryRepositoryTest::pagesLicenses()
{
    for (const LicenseSort sort :
         {LicenseSort::ByName, LicenseSort::ByFree, LicenseSort::ByHeld, LicenseSort::ByLapse})
        walk(LicenseFilter{}, sort, &CompositeQueryRepository::licenses,
             &CompositeQueryRepository::licenseAnchors, &CompositeQueryRepository::licenseCount);
}

void CompositeQueryRepositoryTest::pagesAssignments()
{
    const AssignmentFilter held{
        .search = u"studio"_s, .states = {AssignmentState::Active}, .license = {}, .member = {}};
    for (const AssignmentSort sort : {AssignmentSort::Newest, AssignmentSort::ByMember,
                                      AssignmentSort::ByLicense, AssignmentSort::ByFirstDay}) {
        for (const AssignmentFilter &filter : {AssignmentFilter{}, held})
            walk(filter, sort, &CompositeQueryRepository::assignments,
                 &CompositeQueryRepository::assignmentAnchors, &CompositeQueryRepository::assignmentCount);
    }
}

void CompositeQueryRepositoryTest::ordersByTheColumnsAskedFor()
{
    Session &session = m_db->session();
    const auto byFree = m_lists.licenses(session, {}, {LicenseSort::ByFree, false}, {}, 0, 1000);
    VERIFY_RESULT(byFree);
    QCOMPARE(
        idsOf(*byFree),
        ids(u"SELECT license_id FROM seatledger.license_seats ORDER BY capacity - held NULLS LAST, license_id"_s));
    const auto byMember = m_lists.assignments(session, {}, {AssignmentSort::ByMember, false}, {}, 0, 1000);
    VERIFY_RESULT(byMember);
    QCOMPARE(idsOf(*byMember), ids(u"SELECT a.id FROM seatledger.license_assignment a JOIN seatledger.member "
                                   u"m ON m.id = a.member_id "
                                   "ORDER BY m.name, m.id, a.id"_s));
    const auto byDay = m_lists.assignments(session, {}, {AssignmentSort::ByFirstDay, true}, {}, 0, 1000);
    VERIFY_RESULT(byDay);
    QCOMPARE(idsOf(*byDay),
             ids(u"SELECT id FROM seatledger.license_assignment ORDER BY lower(period) DESC, id DESC"_s));
}

void CompositeQueryRepositoryTest::searchesMembers()
{
    const auto found = m_lists.members(m_db->session(),
                                       {.search = u"ANA  p5"_s, .statuses = {}, .departments = {}},
                                       {MemberSort::ByName, false}, {}, 0, 1000);
    VERIFY_RESULT(found);
    QCOMPARE(sortedIds(idsOf(*found)),
             ids(u"SELECT id FROM seatledger.member WHERE name = 'Ana' AND email LIKE 'p5%' ORDER BY id"_s));
    QVERIFY(!found->rows.empty());
}

void CompositeQueryRepositoryTest::searchesLicenses()
{
    for (const QString &word : {u"contoso"_s, u"editor"_s, u"设计"_s}) {
        const auto found = m_lists.licenses(m_db->session(), {.search = word, .states = {}},
                                            {LicenseSort::ByName, true}, {}, 0, 1000);
        VERIFY_RESULT(found);
        QCOMPARE(
            sortedIds(idsOf(*found)),
            ids(u"SELECT l.id FROM seatledger.license l JOIN seatledger.product p ON p.id = l.product_id "
                "JOIN seatledger.vendor v ON v.id = p.vendor_id WHERE position('%1' IN lower(concat_ws(' ', "
                "l.name, p.name, v.name))) > 0 "
                "ORDER BY l.id"_s.arg(word)));
        QVERIFY(!found->rows.empty());
    }
}

void CompositeQueryRepositoryTest::searchesAssignments()
{
    for (const QString &words : {u"王小"_s, u"设计"_s, u"ben studio"_s, u"p7@ 设计"_s, u"nobody"_s}) {
        QString query = u"SELECT a.id FROM seatledger.license_assignment a JOIN seatledger.license l ON l.id "
                        u"= a.license_id "
                        "JOIN seatledger.member m ON m.id = a.member_id WHERE true"_s;
        for (const QString &word : words.split(u' '))
            query += u" AND (position('%1' IN l.search) > 0 OR position('%1' IN m.search) > 0)"_s.arg(word);
        const AssignmentFilter filter{.search = words, .states = {}, .license = {}, .member = {}};
        const auto found = m_lists.assignments(m_db->session(), filter, {}, {}, 0, 1000);
        VERIFY_RESULT(found);
        QCOMPARE(idsOf(*found), ids(query + u" ORDER BY a.id"_s));
    }
}

void CompositeQueryRepositoryTest::searchesCommonWords()
{
    TestDatabase db;
    db.sql(
        uR"(INSERT INTO seatledger.member (number, name, email) SELECT i, 'Person ' || i, 'q' || i || '@example.org' FROM generate_series(1, 400) i;
        INSERT INTO seatledger.vendor (id, name) VALUES (1, 'V'); INSERT INTO seatledger.product (id, vendor_id, name) VALUES (1, 1, 'P');
        INSERT INTO seatledger.license (id, product_id, name) VALUES (1, 1, 'Suite');
        INSERT INTO seatledger.entitlement (license_id, period) VALUES (1, '[2020-01-01,)');
        INSERT INTO seatledger.license_assignment (license_id, member_id) SELECT 1, id FROM seatledger.member)"_s);
    const AssignmentFilter filter{.search = u"person"_s, .states = {}, .license = {}, .member = {}};
    const auto page = m_lists.assignments(db.session(), filter, {AssignmentSort::ByMember, false}, {}, 390,
                                          100);
    VERIFY_RESULT(page);
    QCOMPARE(page->rows.size(), 10u);
    QCOMPARE(*m_lists.assignmentCount(db.session(), filter), 400);
    QCOMPARE(m_lists.assignmentAnchors(db.session(), filter, {}, 100)->size(), 5u);
}

void CompositeQueryRepositoryTest::takesWildcardsLiterally()
{
    QCOMPARE(*m_lists.memberCount(m_db->session(), {.search = u"o_o"_s, .statuses = {}, .departments = {}}),
             12);
    QCOMPARE(*m_lists.memberCount(m_db->session(), {.search = u"%"_s, .statuses = {}, .departments = {}}), 0);
    QCOMPARE(*m_lists.memberCount(m_db->session(), {.search = u"\\"_s, .statuses = {}, .departments = {}}),
             0);
    QCOMPARE(*m_lists.licenseCount(m_db->session(), {.search = u"50%"_s, .states = {}}), 13);
}

void CompositeQueryRepositoryTest::filtersByStateAndDepartment()
{
    Session &session = m_db->session();
    QCOMPARE(*m_lists.memberCount(session,
                                  {.search = {}, .statuses = {MemberStatus::Departed}, .departments = {}}),
             6);
    QCOMPARE(*m_lists.memberCount(
                 session, {.search = {}, .statuses = {}, .departments = {*DepartmentId::fromValue(1)}}),
             30);
    QCOMPARE(*m_lists.licenseCount(session, {.search = {}, .states = {LicenseState::Suspended}}), 2);
    QCOMPARE(*m_lists.licenseCount(session, {.search = {}, .states = {}, .onlyShort = true}), 0);
    const AssignmentFilter one{
        .search = {}, .states = {}, .license = LicenseId::fromValue(8), .member = MemberId::fromValue(12)};
    QCOMPARE(
        QString::number(*m_lists.assignmentCount(session, one)),
        m_db->value(
            u"SELECT count(*) FROM seatledger.license_assignment WHERE license_id = 8 AND member_id = 12"_s));
}

void CompositeQueryRepositoryTest::fillsTheColumns()
{
    Session &session = m_db->session();
    const auto licenses = m_lists.licenses(session, {.search = u"设计 contoso"_s, .states = {}}, {}, {}, 0,
                                           1000);
    VERIFY_RESULT(licenses);
    const auto seventh = std::ranges::find(licenses->rows, LicenseId::fromValue(7), &LicenseRow::id);
    QVERIFY(seventh != licenses->rows.end());
    const LicenseRow &license = *seventh;
    QVERIFY(license.capacity.isUnlimited());
    QCOMPARE(license.product, u"Compiler"_s);
    QCOMPARE(license.vendor, u"Contoso"_s);
    const auto members = m_lists.members(session, {.search = u"p13@"_s, .statuses = {}, .departments = {}},
                                         {}, {}, 0, 1);
    VERIFY_RESULT(members);
    QCOMPARE(members->rows.front().department, u"Research"_s);
    QCOMPARE(QString::number(members->rows.front().licenses),
             m_db->value(u"SELECT count(*) FROM seatledger.license_assignment WHERE member_id = 13"_s));
    const auto assignments = m_lists.assignments(session, {}, {AssignmentSort::Newest, true}, {}, 0, 1);
    VERIFY_RESULT(assignments);
    QCOMPARE(QString::number(assignments->rows.front().id.value()),
             m_db->value(u"SELECT max(id) FROM seatledger.license_assignment"_s));
    QVERIFY(!assignments->rows.front().memberEmail.isEmpty());
}

/// It is by licence first: for each person on a page most of it would be read. Without the better index, and
/// with tables dear, it is what the planner would take if it could.
void CompositeQueryRepositoryTest::leavesTheIndexOfWhatMustNotOverlapAlone()
{
    m_db->sql(u"DROP INDEX seatledger.license_assignment_of_member; SET enable_seqscan = off"_s);
    const auto looks = [&] {
        m_db->sql(u"SELECT pg_stat_force_next_flush()"_s);
        return m_db->value(u"SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = "
                           "'license_assignment_overlap'"_s);
    };
    const QString before = looks();
    VERIFY_RESULT(m_lists.members(m_db->session(), {}, {}, {}, 0, 100));
    QCOMPARE(looks(), before);
    m_db->sql(u"SELECT count(*) FROM seatledger.license_assignment WHERE member_id = 13 AND state IN "
              "('reserved', 'active', 'suspended')"_s);
    QVERIFY(looks() != before);
}

QTEST_GUILESS_MAIN(CompositeQueryRepositoryTest)
#include "compositequeryrepositorytest.moc"
