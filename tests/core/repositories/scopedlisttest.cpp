// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/compositequeryrepository.h"
#include "core/repositories/listscope.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// The lists of assignments and members as managers see them, whose rows are found department by department:
/// in every order, forth and back, with states and words, it is what they see of the whole list, and nothing
/// else.
class ScopedListTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void isWhatTheySee_data();
    void isWhatTheySee();
    void tellsByWhatOneSees();

private:
    [[nodiscard]] QList<qint64> seen(const QString &condition, AssignmentSort sort, bool descending) const;
    void compare(Session &session, const AssignmentFilter &filter, const QString &condition);
    void compareMembers(Session &session, const MemberFilter &filter, const QString &condition);
    void pagesBy(Session &session, const AssignmentFilter &filter, const ListOrder<AssignmentSort> &order,
                 const QList<qint64> &expected);
    QString manager(const QString &name, const QList<qint64> &departments,
                    std::optional<qint64> member = std::nullopt);

    std::unique_ptr<TestDatabase> m_database;
    QDate m_today;
    std::unique_ptr<Colleagues> m_people;
    QMap<QString, QString> m_logins;
};

void ScopedListTest::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    // Department 1 has most of what is newest, department 2 most of what is oldest: both have more than their
    // share.
    m_database->sql(uR"(SET search_path = seatledger, public;
        INSERT INTO department (id, name) SELECT i, 'Department ' || i FROM generate_series(1, 70) i;
        INSERT INTO member (id, number, name, email, department_id)
        SELECT i, 'N' || i, (ARRAY['Ana', 'Ben', 'Zoë'])[1 + i % 3] || ' ' || i, 'p' || i || '@example.org', CASE WHEN i <= 210 THEN 1 + (i - 1) % 70 END
        FROM generate_series(1, 214) i;
        INSERT INTO vendor (id, name) VALUES (1, 'Northwind');
        INSERT INTO product (id, vendor_id, name) VALUES (1, 1, 'Editor');
        INSERT INTO license (id, product_id, name) SELECT i, 1, (ARRAY['Studio', 'Draft'])[1 + i % 2] || ' ' || i FROM generate_series(1, 60) i;
        INSERT INTO entitlement (license_id, quantity, period) SELECT i, NULL, daterange('2020-01-01', NULL) FROM generate_series(1, 60) i;
        INSERT INTO license_assignment (license_id, member_id, period)
        SELECT l, m, daterange(today() - 400 + l * 2 + m % 3, NULL) FROM generate_series(1, 60) l, unnest(ARRAY[2, 72, 142]) m
        UNION ALL SELECT 1 + m % 7, m, daterange(today() - 100 + m % 50, NULL) FROM generate_series(3, 214) m WHERE m % 70 > 2 OR m > 210;
        INSERT INTO license_assignment (license_id, member_id, period)
        SELECT l, m, daterange(today() - l, NULL) FROM generate_series(1, 60) l, unnest(ARRAY[1, 71]) m;
        UPDATE license_assignment SET state = 'suspended' WHERE id % 5 = 0;
        UPDATE license_assignment SET state = 'revoked', ended_on = today(), end_reason = 'Over' WHERE id % 7 = 0 AND state = 'active';
        UPDATE member SET status = 'on_leave' WHERE id % 3 = 0;
        ANALYZE department, license_assignment;
        RESET search_path)"_s);
    m_today = QDate::fromString(m_database->sql(u"SELECT seatledger.today()"_s).front().front(), Qt::ISODate);
    m_people = std::make_unique<Colleagues>(*m_database);
    QList<qint64> all;
    for (qint64 department = 1; department <= 70; ++department)
        all.append(department);
    manager(u"all"_s, all);
    manager(u"many"_s, all.mid(0, 30));
    manager(u"some"_s, {1, 5, 9});
    manager(u"one"_s, {2});
    manager(u"none"_s, {});
    manager(u"outside"_s, {1, 6}, 212);
    manager(u"alone"_s, {}, 77);
    manager(u"inside"_s, {1, 6}, 6);
}

void ScopedListTest::cleanupTestCase()
{
    m_people.reset();
    m_database.reset();
}

QString ScopedListTest::manager(const QString &name, const QList<qint64> &departments,
                                std::optional<qint64> member)
{
    Colleague colleague{.role = Role::Manager};
    for (qint64 department : departments)
        colleague.departments.append(*DepartmentId::fromValue(department));
    if (member)
        colleague.member = MemberId::fromValue(*member);
    return m_logins[name] = m_people->add(name, colleague);
}

void ScopedListTest::isWhatTheySee_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("condition"); // by other means than the policy
    QTest::newRow("of all departments") << u"all"_s << u"m.department_id IS NOT NULL"_s;
    QTest::newRow("of many") << u"many"_s << u"m.department_id <= 30"_s;
    QTest::newRow("of some") << u"some"_s << u"m.department_id IN (1, 5, 9)"_s;
    QTest::newRow("of one") << u"one"_s << u"m.department_id = 2"_s;
    QTest::newRow("of none") << u"none"_s << u"false"_s;
    QTest::newRow("and oneself elsewhere") << u"outside"_s << u"m.department_id IN (1, 6) OR m.id = 212"_s;
    QTest::newRow("oneself only") << u"alone"_s << u"m.id = 77"_s;
    QTest::newRow("oneself among them") << u"inside"_s << u"m.department_id IN (1, 6)"_s;
}

QList<qint64> ScopedListTest::seen(const QString &condition, AssignmentSort sort, bool descending) const
{
    const QString direction = descending ? u" DESC"_s : QString();
    const QString key = sort == AssignmentSort::ByFirstDay  ? u"lower(a.period)%1, "_s.arg(direction)
                        : sort == AssignmentSort::ByMember  ? u"m.name%1, m.id%1, "_s.arg(direction)
                        : sort == AssignmentSort::ByLicense ? u"l.name%1, l.id%1, "_s.arg(direction)
                                                            : QString();
    QList<qint64> ids;
    for (const QStringList &row :
         m_database->sql(u"SELECT a.id FROM seatledger.license_assignment a JOIN seatledger.member m ON m.id "
                         u"= a.member_id JOIN "
                         "seatledger.license l ON l.id = a.license_id WHERE "_s
                         + condition + u" ORDER BY "_s + key + u"a.id"_s + direction))
        ids.append(row.front().toLongLong());
    return ids;
}

/// Page by page, by anchors, and with a long skip, which takes another way than a short one.
void ScopedListTest::pagesBy(Session &session, const AssignmentFilter &filter,
                             const ListOrder<AssignmentSort> &order, const QList<qint64> &expected)
{
    // Whatever effort a search makes, the answer is the same.
    for (const CompositeQueryRepository lists :
         {CompositeQueryRepository(), CompositeQueryRepository({40, 5})}) {
        const auto page = [&](const PageKey &after, int skip, int limit) {
            const auto found = lists.assignments(session, filter, order, after, skip, limit);
            QList<qint64> ids;
            if (!found)
                ids.append(-1);
            else
                for (const AssignmentRow &row : found->rows)
                    ids.append(row.id.value());
            return std::pair(ids, found ? found->last : PageKey());
        };
        QCOMPARE(page({}, 0, 1000).first, expected);
        QList<qint64> walked;
        for (std::pair<QList<qint64>, PageKey> next = page({}, 0, 97); !next.first.isEmpty();
             next = page(next.second, 0, 97)) {
            walked += next.first;
            if (walked.size() > expected.size())
                break;
        }
        QCOMPARE(walked, expected);
        QCOMPARE(page({}, 130, 60).first, expected.mid(130, 60));
    }
    const auto anchors = CompositeQueryRepository().assignmentAnchors(session, filter, order, 100);
    VERIFY_RESULT(anchors);
    QCOMPARE(static_cast<qsizetype>(anchors->size()), expected.size() / 100 + 1);
    const auto jumped = CompositeQueryRepository().assignments(session, filter, order, anchors->back(), 3, 5);
    VERIFY_RESULT(jumped);
    QList<qint64> ids;
    for (const AssignmentRow &row : jumped->rows)
        ids.append(row.id.value());
    QCOMPARE(ids, expected.mid(static_cast<qsizetype>(anchors->size() - 1) * 100 + 3, 5));
}

void ScopedListTest::compare(Session &session, const AssignmentFilter &filter, const QString &condition)
{
    for (const AssignmentSort sort : {AssignmentSort::Newest, AssignmentSort::ByFirstDay,
                                      AssignmentSort::ByMember, AssignmentSort::ByLicense}) {
        for (const bool descending : {false, true}) {
            pagesBy(session, filter, {sort, descending}, seen(condition, sort, descending));
            if (QTest::currentTestFailed())
                return;
        }
    }
    const auto count = CompositeQueryRepository().assignmentCount(session, filter);
    VERIFY_RESULT(count);
    QCOMPARE(*count, seen(condition, AssignmentSort::Newest, false).size());
}

void ScopedListTest::compareMembers(Session &session, const MemberFilter &filter, const QString &condition)
{
    const CompositeQueryRepository lists;
    for (const bool descending : {false, true}) {
        const ListOrder<MemberSort> order{MemberSort::ByName, descending};
        QList<qint64> expected;
        for (const QStringList &row : m_database->sql(
                 u"SELECT m.id FROM seatledger.member m WHERE "_s + condition
                 + (descending ? u" ORDER BY m.name DESC, m.id DESC"_s : u" ORDER BY m.name, m.id"_s)))
            expected.append(row.front().toLongLong());
        const auto whole = lists.members(session, filter, order, {}, 0, 1000);
        VERIFY_RESULT(whole);
        QList<qint64> ids;
        for (const MemberRow &row : whole->rows)
            ids.append(row.id.value());
        QCOMPARE(ids, expected);
        ids.clear();
        PageKey key;
        do {
            const auto next = lists.members(session, filter, order, key, 0, 23);
            VERIFY_RESULT(next);
            for (const MemberRow &row : next->rows)
                ids.append(row.id.value());
            key = next->last;
        } while (!key.isEmpty() && ids.size() <= expected.size());
        QCOMPARE(ids, expected);
        const auto anchors = lists.memberAnchors(session, filter, order, 20);
        VERIFY_RESULT(anchors);
        QCOMPARE(static_cast<qsizetype>(anchors->size()), expected.size() / 20 + 1);
        const auto count = lists.memberCount(session, filter);
        VERIFY_RESULT(count);
        QCOMPARE(*count, expected.size());
    }
}

void ScopedListTest::isWhatTheySee()
{
    QFETCH(QString, name);
    QFETCH(QString, condition);
    Session &session = m_people->as(m_logins[name]);
    const auto with = [&](const QString &further) { return u"(%1) AND (%2)"_s.arg(condition, further); };
    compare(session, {}, condition);
    compare(session, {.states = {AssignmentState::Suspended, AssignmentState::Revoked}},
            with(u"a.state IN ('suspended', 'revoked')"_s));
    compare(session, {.search = u"draft"_s}, with(u"l.search LIKE '%draft%'"_s));
    compare(
        session, {.search = u"an 1"_s},
        with(
            u"(m.search LIKE '%an%' OR l.search LIKE '%an%') AND (m.search LIKE '%1%' OR l.search LIKE '%1%')"_s));
    compare(session, {.search = u"zoë"_s, .states = {AssignmentState::Active}},
            with(u"m.search LIKE '%zoë%' AND a.state = 'active'"_s));
    compare(session, {.license = LicenseId::fromValue(3)}, with(u"l.id = 3"_s));
    for (const int days : {-350, -1, 30}) {
        const QDate day = m_today.addDays(days);
        const QString holds = u"lower(a.period) <= '%1' AND (a.ended_on > '%1') IS NOT FALSE"_s.arg(
            day.toString(Qt::ISODate));
        compare(session, {.asOf = day}, with(holds));
        compareMembers(session, {.asOf = day}, condition);
    }
    const QDate yesterday = m_today.addDays(-1);
    compare(session, {.search = u"draft"_s, .asOf = yesterday},
            with(u"l.search LIKE '%draft%' AND lower(a.period) < seatledger.today()"_s));
    compare(session, {.license = LicenseId::fromValue(3), .asOf = yesterday},
            with(u"l.id = 3 AND lower(a.period) < seatledger.today()"_s));
    compareMembers(session, {}, condition);
    compareMembers(session, {.statuses = {MemberStatus::OnLeave}}, with(u"m.status = 'on_leave'"_s));
    compareMembers(session, {.departments = {*DepartmentId::fromValue(1), *DepartmentId::fromValue(2)}},
                   with(u"m.department_id IN (1, 2)"_s));
    compareMembers(session, {.search = u"ana"_s}, with(u"m.search LIKE '%ana%'"_s));
}

void ScopedListTest::tellsByWhatOneSees()
{
    const auto administrator = seenBy(m_database->session());
    VERIFY_RESULT(administrator);
    QVERIFY(!*administrator);
    const auto sam = seenBy(m_people->as(m_people->add(u"sam"_s, {.role = Role::Staff})));
    VERIFY_RESULT(sam);
    QVERIFY(!*sam);
    const auto outside = seenBy(m_people->as(m_logins[u"outside"_s]));
    VERIFY_RESULT(outside);
    QCOMPARE((*outside)->departments.size(), 2);
    QCOMPARE((*outside)->member, 212);
    const auto inside = seenBy(m_people->as(m_logins[u"inside"_s]));
    VERIFY_RESULT(inside);
    QVERIFY(!(*inside)->member);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ScopedListTest)
#include "scopedlisttest.moc"
