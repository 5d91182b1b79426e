// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/compositequeryrepository.h"
#include "tests/support/testdatabase.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

/// The SQL literal of a text.
QString quoted(QString text)
{
    return u"'"_s + text.replace(u'\'', u"''"_s) + u"'"_s;
}

/// The plain meaning of a search: each word somewhere in one of the texts, in any case.
QString plainCondition(const QString &search, const QStringList &texts)
{
    QStringList words;
    for (QString word : search.simplified().split(u' ', Qt::SkipEmptyParts)) {
        word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
        QStringList either;
        for (const QString &text : texts)
            either.append(u"%1 ILIKE %2"_s.arg(text, quoted(u'%' + word + u'%')));
        words.append(u'(' + either.join(u" OR "_s) + u')');
    }
    return words.isEmpty() ? u"true"_s : words.join(u" AND "_s);
}

} // namespace

/// Whatever is searched, however far a search goes before it takes another way: the rows are those that a
/// plain condition on every row would give, in the list's order, on every page, and the count is theirs.
class ListSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsMembersLikeAPlainCondition();
    void findsLicensesLikeAPlainCondition();
    void findsAssignmentsLikeAPlainCondition();
    void findsAssignmentsOfOneMember();
    void findsShortWordsByIndex();
    void foldsTheCaseAsTheDatabaseDoes();

private:
    /// A search made of what stands in the texts, and of what does not.
    QString randomSearch();
    int below(auto highest) { return static_cast<int>(m_random.bounded(static_cast<qint64>(highest))); }
    SearchEffort randomEffort();
    template <typename Filter, typename Sort, typename Page, typename Anchors, typename Count>
    void compare(const Filter &filter, const ListOrder<Sort> &order, Page page, Anchors anchors, Count count,
                 const QString &plainQuery);
    QList<qint64> ids(const QString &query);

    std::unique_ptr<TestDatabase> m_db;
    QStringList m_texts;
    QRandomGenerator m_random{20260302};
};

void ListSearchTest::initTestCase()
{
    m_db = std::make_unique<TestDatabase>();
    m_db->sql(uR"(SET search_path = seatledger, public;
        INSERT INTO department (id, name) VALUES (1, 'Research');
        INSERT INTO member (id, number, name, email, department_id)
        SELECT i, 'N' || i, (ARRAY['Ana Lima', 'Benedikt Groß', '王小明', '孙芳', 'Zoë Ångström', 'Οδυσσέας Ελύτης',
                                   'Олена Кравець', 'O_o 50% \ Bob', 'Max Studio', '佐藤 大翔'])[1 + i % 10] || (i / 37),
               'p' || i || (ARRAY['@berlin.example', '@paris.example', '@青云.example'])[1 + i % 3], nullif(i % 2, 0)
        FROM generate_series(1, 120) i;
        INSERT INTO vendor (id, name) VALUES (1, 'Northwind'), (2, '青云'), (3, 'Ünïted Tools');
        INSERT INTO product (id, vendor_id, name) VALUES (1, 1, 'Editor'), (2, 2, '文档'), (3, 3, 'Ørsted'), (4, 1, 'Max');
        INSERT INTO license (id, product_id, name)
        SELECT i, 1 + i % 4, (ARRAY['Studio', '青云设计', '50% off_', 'Straße', 'Berlin Suite', 'Ωmega \ Max'])[1 + i % 6]
                             || (ARRAY[' ', ', Ana ', '王'])[1 + i % 3] || i
        FROM generate_series(1, 90) i;
        INSERT INTO entitlement (license_id, period) SELECT id, daterange('2020-01-01', NULL) FROM license;
        INSERT INTO license_assignment (license_id, member_id, period)
        SELECT l.id, m.id, daterange(today() - (m.id * 7 + l.id)::int % 50, NULL) FROM license l JOIN member m ON (l.id * 31 + m.id * 17) % 13 = 0;
        ANALYZE;
        RESET search_path)"_s);
    for (const QStringList &row :
         m_db->sql(u"SELECT name FROM seatledger.member UNION SELECT email FROM seatledger.member UNION "
                   u"SELECT number FROM seatledger.member "
                   "UNION SELECT name FROM seatledger.license UNION SELECT name FROM seatledger.product "
                   "UNION SELECT name FROM seatledger.vendor "
                   "ORDER BY 1"_s))
        m_texts.append(row.front());
    QVERIFY(m_texts.size() > 300);
}

QList<qint64> ListSearchTest::ids(const QString &query)
{
    QList<qint64> found;
    for (const QStringList &row : m_db->sql(query))
        found.append(row.front().toLongLong());
    return found;
}

QString ListSearchTest::randomSearch()
{
    QStringList words;
    const int count = 1 + below(3);
    for (int i = 0; i < count; ++i) {
        const QString &text = m_texts.at(below(m_texts.size()));
        const qsizetype length = 1 + below(5);
        QString word = text.mid(below(text.size()), length);
        if (below(4) == 0)
            word = word.toUpper();
        if (below(12) == 0)
            word += u"%_\\x"_s.at(below(4));
        words.append(word);
    }
    return words.join(below(5) == 0 ? u"\u3000 "_s : u" "_s);
}

SearchEffort ListSearchTest::randomEffort()
{
    constexpr std::array efforts{0, 1, 7, 40, 300, 15'000};
    return {.rows = efforts[static_cast<std::size_t>(below(efforts.size()))],
            .ids = efforts[static_cast<std::size_t>(below(efforts.size()))]};
}

template <typename Filter, typename Sort, typename Page, typename Anchors, typename Count>
void ListSearchTest::compare(const Filter &filter, const ListOrder<Sort> &order, Page page, Anchors anchors,
                             Count count, const QString &plainQuery)
{
    const SearchEffort effort = randomEffort();
    const CompositeQueryRepository lists(effort);
    Session &session = m_db->session();
    const QList<qint64> expected = ids(plainQuery);
    const QByteArray told = u"search \"%1\", column %2, descending %3, effort %4 %5: %6"_s.arg(filter.search)
                                .arg(static_cast<int>(order.column))
                                .arg(order.descending)
                                .arg(effort.rows)
                                .arg(effort.ids)
                                .arg(plainQuery)
                                .toUtf8();
    const char *const context = told.constData();
    const int limit = 5 + below(60);
    QList<qint64> walked;
    for (PageKey key;;) {
        const auto next = (lists.*page)(session, filter, order, key, 0, limit);
        QVERIFY2(next, context);
        for (const auto &row : next->rows)
            walked.append(row.id.value());
        if (next->rows.empty())
            break;
        key = next->last;
    }
    QVERIFY2(walked == expected, context);

    const auto counted = (lists.*count)(session, filter);
    QVERIFY2(counted && *counted == expected.size(), context);

    constexpr int every = 10;
    const auto keys = (lists.*anchors)(session, filter, order, every);
    QVERIFY2(keys && std::ssize(*keys) == expected.size() / every + 1, context);
    const auto anchor = below(keys->size());
    const int skip = below(every);
    const auto jumped = (lists.*page)(session, filter, order, keys->at(static_cast<std::size_t>(anchor)),
                                      skip, limit);
    QVERIFY2(jumped, context);
    QList<qint64> landed;
    for (const auto &row : jumped->rows)
        landed.append(row.id.value());
    QVERIFY2(landed == expected.mid(qsizetype(anchor) * every + skip, limit), context);
}

void ListSearchTest::findsMembersLikeAPlainCondition()
{
    const std::array columns{u"name"_s, u"lower(number)"_s, u"lower(email)"_s};
    for (int turn = 0; turn < 60 && !QTest::currentTestFailed(); ++turn) {
        const MemberFilter filter{.search = randomSearch()};
        const auto column = static_cast<MemberSort>(below(3));
        const bool descending = below(2) == 1;
        compare(filter, ListOrder{column, descending}, &CompositeQueryRepository::members,
                &CompositeQueryRepository::memberAnchors, &CompositeQueryRepository::memberCount,
                u"SELECT id FROM seatledger.member WHERE %1 ORDER BY %2 %3, id %3"_s.arg(
                    plainCondition(filter.search, {u"name"_s, u"email"_s, u"number"_s}),
                    columns.at(static_cast<std::size_t>(column)), descending ? u"DESC"_s : QString()));
    }
}

void ListSearchTest::findsLicensesLikeAPlainCondition()
{
    const std::array columns{u"l.name"_s, u"coalesce(c.capacity - c.held, 9223372036854775807)"_s,
                             u"c.held"_s, u"coalesce(c.lapses_on, 'infinity'::date)"_s};
    for (int turn = 0; turn < 80 && !QTest::currentTestFailed(); ++turn) {
        const LicenseFilter filter{.search = randomSearch(), .onlyShort = below(20) == 0};
        const auto column = static_cast<LicenseSort>(below(4));
        const bool descending = below(2) == 1;
        compare(
            filter, ListOrder{column, descending}, &CompositeQueryRepository::licenses,
            &CompositeQueryRepository::licenseAnchors, &CompositeQueryRepository::licenseCount,
            u"SELECT l.id FROM seatledger.license l JOIN seatledger.license_seats c ON c.license_id = l.id "
            "JOIN seatledger.product p ON p.id = l.product_id JOIN seatledger.vendor v ON v.id = p.vendor_id "
            "WHERE %1 AND (c.short > 0 OR NOT %2) ORDER BY %3 %4, l.id %4"_s.arg(
                plainCondition(filter.search, {u"l.name"_s, u"p.name"_s, u"v.name"_s}),
                filter.onlyShort ? u"true"_s : u"false"_s, columns.at(static_cast<std::size_t>(column)),
                descending ? u"DESC"_s : QString()));
    }
}

void ListSearchTest::findsAssignmentsLikeAPlainCondition()
{
    const std::array columns{u"a.id"_s, u"m.name %1, m.id"_s, u"l.name %1, l.id"_s, u"lower(a.period)"_s};
    for (int turn = 0; turn < 160 && !QTest::currentTestFailed(); ++turn) {
        const AssignmentFilter filter{
            .search = randomSearch(),
            .states = below(5) == 0 ? QList{AssignmentState::Revoked, AssignmentState::Active}
                                    : QList<AssignmentState>(),
            .license = below(10) == 0 ? LicenseId::fromValue(1 + below(90)) : std::nullopt};
        const auto column = static_cast<AssignmentSort>(below(4));
        const bool descending = below(2) == 1;
        const QString direction = descending ? u"DESC"_s : QString();
        QString keys = columns.at(static_cast<std::size_t>(column));
        if (keys.contains(u"%1"_s))
            keys = keys.arg(direction);
        compare(filter, ListOrder{column, descending}, &CompositeQueryRepository::assignments,
                &CompositeQueryRepository::assignmentAnchors, &CompositeQueryRepository::assignmentCount,
                u"SELECT a.id FROM seatledger.license_assignment a JOIN seatledger.license l ON l.id = "
                u"a.license_id "
                "JOIN seatledger.member m ON m.id = a.member_id WHERE %1%2 ORDER BY %3 %4, a.id %4"_s.arg(
                    plainCondition(filter.search, {u"l.name"_s, u"m.name"_s, u"m.email"_s, u"m.number"_s}),
                    filter.license ? u" AND l.id = %1"_s.arg(filter.license->value()) : QString(), keys,
                    direction));
    }
}

void ListSearchTest::findsAssignmentsOfOneMember()
{
    for (int turn = 0; turn < 20 && !QTest::currentTestFailed(); ++turn) {
        const AssignmentFilter filter{.search = randomSearch(), .member = MemberId::fromValue(1 + turn)};
        compare(
            filter, ListOrder{AssignmentSort::ByLicense, false}, &CompositeQueryRepository::assignments,
            &CompositeQueryRepository::assignmentAnchors, &CompositeQueryRepository::assignmentCount,
            u"SELECT a.id FROM seatledger.license_assignment a JOIN seatledger.license l ON l.id = "
            u"a.license_id "
            "JOIN seatledger.member m ON m.id = a.member_id WHERE m.id = %1 AND %2 ORDER BY l.name, l.id, a.id"_s
                .arg(filter.member->value())
                .arg(plainCondition(filter.search, {u"l.name"_s, u"m.name"_s, u"m.email"_s, u"m.number"_s})));
    }
}

void ListSearchTest::findsShortWordsByIndex()
{
    QCOMPARE(
        m_db->value(
            u"SELECT ARRAY(SELECT unnest(seatledger.neighbours('zü 青云 ab')) COLLATE \"C\" ORDER BY 1)"_s),
        u"{\" 青\",zü,ü,\"ü \",云,\"云 \",青,青云}"_s);
    QCOMPARE(m_db->value(u"SELECT seatledger.neighbours('plain ascii (3)')"_s), u"{}"_s);
    m_db->sql(u"SET enable_seqscan = off"_s);
    QString plan;
    for (const QStringList &line :
         m_db->sql(u"EXPLAIN SELECT id FROM seatledger.license WHERE search LIKE '%青云%' "
                   "AND seatledger.neighbours(search) @> ARRAY['青云']"_s))
        plan += line.front();
    m_db->sql(u"RESET enable_seqscan"_s);
    QVERIFY2(plan.contains(u"license_neighbours"_s), qUtf8Printable(plan));
}

/// What is typed and what is written are put in lower case by the same function.
void ListSearchTest::foldsTheCaseAsTheDatabaseDoes()
{
    TestDatabase db;
    db.sql(
        u"INSERT INTO seatledger.member (number, name, email) VALUES ('I', 'İpek ΟΔΥΣΣΕΥΣ ẞ 𠮷野', 'i@example.org')"_s);
    const CompositeQueryRepository lists;
    for (const QString &word : {u"İpek"_s, u"ΟΔΥΣΣΕΥΣ"_s, u"οδυσσευσ"_s, u"ẞ"_s, u"𠮷"_s, u"𠮷野"_s}) {
        const auto count = lists.memberCount(db.session(), {.search = word});
        VERIFY_RESULT(count);
        QCOMPARE(QString::number(*count),
                 db.value(u"SELECT count(*) FROM seatledger.member WHERE name ILIKE '%%1%'"_s.arg(word)));
    }
}

QTEST_GUILESS_MAIN(ListSearchTest)
#include "listsearchtest.moc"
