// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/operationlistrepository.h"

#include "tests/support/book.h"
#include "tests/support/tamper.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Operations as a list: filtered, in order, by pages; and what each changed.
class OperationListRepositoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listsTheNewestFirst();
    void countsRowsAndNamesTables();
    void filtersByEverything();
    void filtersByTime();
    void filtersByWhatCanBeUndone();
    void pagesThroughManyChanges();
    void namesTheKindsThereAre();
    void findsWordsOfWhatWasDoneAndWhy();
    void sortsByActor();
    void pagesByKey();
    void tellsWhatWasTakenBack();
    void tellsWhatAnOperationChanged();
    void namesRowsAsTheyWere();
    void knowsWhoHasDoneAnything();
    void isAllThatAnAuditorNeeds();

private:
    void act(const QString &begin, const QString &sql);
    [[nodiscard]] std::vector<OperationRow> rows(const OperationFilter &filter,
                                                 const ListOrder<OperationSort> &order = {
                                                     OperationSort::ByTime, true});
    [[nodiscard]] QStringList summaries(const OperationFilter &filter,
                                        const ListOrder<OperationSort> &order = {OperationSort::ByTime,
                                                                                 true});

    std::unique_ptr<TestDatabase> m_db;
    std::optional<LicenseId> m_license;
    std::optional<MemberId> m_ana;
    std::optional<MemberId> m_bo;
    OperationListRepository m_lists;
};

void OperationListRepositoryTest::init()
{
    m_db = std::make_unique<TestDatabase>();
    Book book(*m_db);
    m_license = book.licenseWithSeats(u"IDE"_s, 5);
    m_ana = book.member(u"Ana"_s);
    m_bo = book.member(u"Bo"_s);
    act(u"'assign', '2 seats of IDE', 'window', 'ada', 'New project'"_s,
        u"INSERT INTO seatledger.license_assignment (license_id, member_id) SELECT %1, id FROM seatledger.member"_s
            .arg(m_license->value()));
    act(u"'edit_member', 'Changed Bo', 'command', 'bob'"_s,
        u"UPDATE seatledger.member SET name = 'Bo Li', note = 'moved' WHERE id = %1"_s.arg(m_bo->value()));
    act(u"'edit_license', 'Changed IDE', 'api', 'ada'"_s,
        u"UPDATE seatledger.license SET note = '100 % sure'"_s);
}

void OperationListRepositoryTest::act(const QString &begin, const QString &sql)
{
    m_db->sql(u"SELECT seatledger.begin_operation(%1); %2"_s.arg(begin, sql));
}

std::vector<OperationRow> OperationListRepositoryTest::rows(const OperationFilter &filter,
                                                            const ListOrder<OperationSort> &order)
{
    auto page = m_lists.operations(m_db->session(), filter, order, {}, 0, 200);
    if (!page) {
        QTest::qFail(describe(page.error()).constData(), __FILE__, __LINE__);
        return {};
    }
    const auto count = m_lists.operationCount(m_db->session(), filter);
    if (!count || *count != std::ssize(page->rows))
        QTest::qFail("the count is another", __FILE__, __LINE__);
    return page->rows;
}

QStringList OperationListRepositoryTest::summaries(const OperationFilter &filter,
                                                   const ListOrder<OperationSort> &order)
{
    QStringList texts;
    for (const OperationRow &row : rows(filter, order))
        texts.append(row.summary);
    return texts;
}

void OperationListRepositoryTest::listsTheNewestFirst()
{
    const auto listed = rows({});
    QCOMPARE(listed[0].summary, u"Changed IDE"_s);
    QCOMPARE(listed[0].actor, u"ada"_s);
    QCOMPARE(listed[0].login, u"seatledger_owner"_s);
    QCOMPARE(listed[0].source, OperationSource::Api);
    QVERIFY(listed[0].address.isEmpty());
    QVERIFY(listed[0].at.isValid());
    QCOMPARE(listed[1].summary, u"Changed Bo"_s);
    QCOMPARE(listed[2].reason, u"New project"_s);
    QCOMPARE(listed.back().kind, u"install"_s);
}

void OperationListRepositoryTest::countsRowsAndNamesTables()
{
    const auto assigned = rows({.kind = u"assign"_s}).front();
    QCOMPARE(assigned.changed, 2);
    QCOMPARE(assigned.entities, QStringList{u"license_assignment"_s});
    m_db->sql(u"SELECT seatledger.begin_operation('edit', 'Nothing at all')"_s);
    const auto nothing = rows({.kind = u"edit"_s}).front();
    QCOMPARE(nothing.changed, 0);
    QVERIFY(nothing.entities.isEmpty());
}

void OperationListRepositoryTest::filtersByEverything()
{
    QCOMPARE(summaries({.actor = u"ada"_s}), (QStringList{u"Changed IDE"_s, u"2 seats of IDE"_s}));
    QCOMPARE(summaries({.kind = u"edit_member"_s}), QStringList{u"Changed Bo"_s});
    QCOMPARE(summaries({.source = OperationSource::Command}), QStringList{u"Changed Bo"_s});
    QCOMPARE(summaries({.entity = u"license_assignment"_s}), QStringList{u"2 seats of IDE"_s});
    QCOMPARE(summaries({.entity = u"device"_s}), QStringList());
    QCOMPARE(summaries({.actor = u"bob"_s, .member = m_bo}), QStringList{u"Changed Bo"_s});
    QCOMPARE(summaries({.source = OperationSource::Api, .license = m_license}),
             QStringList{u"Changed IDE"_s});
    const auto operation = rows({.kind = u"assign"_s}).front();
    QCOMPARE(rows({.operation = operation.id}), std::vector{operation});
    const auto assignment = AssignmentId::fromValue(
        m_db->value(u"SELECT min(id) FROM seatledger.license_assignment"_s).toLongLong());
    QCOMPARE(summaries({.assignment = assignment}), QStringList{u"2 seats of IDE"_s});
    QCOMPARE(rows({.actor = u"nobody"_s}).size(), 0U);
}

void OperationListRepositoryTest::filtersByWhatCanBeUndone()
{
    const QString password = u"SCRAM-SHA-256$4096:"_s + u"A"_s.repeated(22) + u"==$"_s + u"B"_s.repeated(43)
                             + u"=:"_s + u"C"_s.repeated(43) + u'=';
    const QString login = u"undoable_"_s + m_db->value(u"SELECT current_database()"_s).right(20);
    const QString setPassword = u"SELECT seatledger.set_operator_password('%1', '%2')"_s.arg(login, password);
    act(u"'edit', 'Nothing at all'"_s, u"SELECT 1"_s);
    act(u"'add_operator', 'With a password'"_s,
        u"INSERT INTO seatledger.operator (login, display_name, role) VALUES ('%1', 'Kim', 'staff'); "_s.arg(
            login)
            + setPassword);
    act(u"'set_password', 'A password'"_s, setPassword);
    m_db->sql(u"SELECT seatledger.begin_job('advance', 'What was due')"_s);
    m_db->sql(
        u"SELECT seatledger.undo_operation(id) FROM seatledger.operation WHERE summary = 'Changed Bo'"_s);

    const QStringList undoable = summaries({.undoableOnly = true});
    QCOMPARE(undoable.mid(0, 4), (QStringList{u"Undo: Changed Bo"_s, u"With a password"_s, u"Changed IDE"_s,
                                              u"2 seats of IDE"_s}));
    for (const QString &not_ : {u"Nothing at all"_s, u"A password"_s, u"What was due"_s, u"Changed Bo"_s})
        QVERIFY2(!undoable.contains(not_), qPrintable(not_));
    // the row says the same as the filter
    for (const OperationRow &row : rows({}))
        QCOMPARE(row.isUndoable, undoable.contains(row.summary));
    QVERIFY(!summaries({.byPeople = true}).contains(u"What was due"_s));
    QVERIFY(summaries({.byPeople = true}).contains(u"A password"_s));
    m_db->sql(u"DROP OWNED BY %1; DROP ROLE %1"_s.arg(login));
}

void OperationListRepositoryTest::pagesThroughManyChanges()
{
    act(u"'import', 'Many'"_s,
        u"INSERT INTO seatledger.member (number, name, email) SELECT 'N' || n, 'N', n || "
        "'@example.org' FROM generate_series(1, 30) n; "
        "UPDATE seatledger.member SET note = 'x' WHERE number LIKE 'N%'"_s);
    const OperationId many = rows({.kind = u"import"_s}).front().id;
    std::vector<std::pair<qint64, int>> places;
    std::optional<AuditEntry> after;
    for (int page = 0; page < 10; ++page) {
        const auto changes = m_lists.changes(m_db->session(), many, after, 7);
        VERIFY_RESULT(changes);
        if (changes->empty())
            break;
        for (const AuditEntry &entry : *changes)
            places.emplace_back(entry.statement, entry.ordinal);
        after = changes->back();
    }
    QCOMPARE(places.size(), 60U);
    QVERIFY(std::ranges::is_sorted(places));
    QVERIFY(std::ranges::adjacent_find(places) == places.end());
    QCOMPARE(after->action, u"update"_s);
    QVERIFY(after->member.has_value());
}

void OperationListRepositoryTest::namesTheKindsThereAre()
{
    const auto kinds = m_lists.kinds(m_db->session());
    VERIFY_RESULT(kinds);
    for (const QString &kind : {u"assign"_s, u"edit_license"_s, u"edit_member"_s, u"install"_s})
        QCOMPARE(kinds->count(kind), 1);
}

void OperationListRepositoryTest::filtersByTime()
{
    tamper(*m_db, u"UPDATE operation SET started_at = now() - interval '2 days' WHERE actor = 'bob'"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QCOMPARE(summaries({.from = now.addDays(-3), .before = now.addDays(-1)}), QStringList{u"Changed Bo"_s});
    QVERIFY(!summaries({.from = now.addDays(-1)}).contains(u"Changed Bo"_s));
    QCOMPARE(summaries({.before = now.addDays(-1)}), QStringList{u"Changed Bo"_s});
    QCOMPARE(summaries({}).last(), u"Changed Bo"_s);
}

void OperationListRepositoryTest::findsWordsOfWhatWasDoneAndWhy()
{
    QCOMPARE(summaries({.search = u"SEATS ide"_s}), QStringList{u"2 seats of IDE"_s});
    QCOMPARE(summaries({.search = u"project"_s}), QStringList{u"2 seats of IDE"_s});
    QCOMPARE(summaries({.search = u"changed %"_s}), QStringList());
    QCOMPARE(summaries({.search = u"changed"_s, .actor = u"ada"_s}), QStringList{u"Changed IDE"_s});
    QCOMPARE(summaries({.search = u"changed bo"_s, .entity = u"member"_s}), QStringList{u"Changed Bo"_s});
    QCOMPARE(summaries({.search = u"changed bo"_s, .entity = u"license"_s}), QStringList());
}

void OperationListRepositoryTest::sortsByActor()
{
    const QStringList sorted = summaries({.search = u"e"_s}, {OperationSort::ByActor, false});
    QCOMPARE(sorted.first(3), (QStringList{u"2 seats of IDE"_s, u"Changed IDE"_s, u"Changed Bo"_s}));
}

void OperationListRepositoryTest::pagesByKey()
{
    for (const auto column : {OperationSort::ByTime, OperationSort::ByActor}) {
        for (const bool descending : {false, true}) {
            const auto whole = rows({}, {column, descending});
            PageKey key;
            for (const OperationRow &expected : whole) {
                const auto page = m_lists.operations(m_db->session(), {}, {column, descending}, key, 0, 1);
                VERIFY_RESULT(page);
                QCOMPARE(page->rows, std::vector{expected});
                key = page->last;
            }
            const auto anchors = m_lists.operationAnchors(m_db->session(), {}, {column, descending}, 2);
            VERIFY_RESULT(anchors);
            const auto third = m_lists.operations(m_db->session(), {}, {column, descending}, (*anchors)[1], 0,
                                                  1);
            VERIFY_RESULT(third);
            QCOMPARE(third->rows.front(), whole[2]);
        }
    }
}

void OperationListRepositoryTest::tellsWhatWasTakenBack()
{
    const auto assigned = rows({.kind = u"assign"_s}).front();
    m_db->sql(u"SELECT seatledger.undo_operation(%1)"_s.arg(assigned.id.value()));
    const auto undo = rows({.kind = u"undo"_s}).front();
    QCOMPARE(undo.undoes, assigned.id);
    const auto taken = m_lists.find(m_db->session(), assigned.id);
    VERIFY_RESULT(taken);
    QCOMPARE(taken->undoneBy, undo.id);
    VERIFY_ERROR(m_lists.find(m_db->session(), *OperationId::fromValue(99'999)), ErrorCode::NotFound);
}

void OperationListRepositoryTest::tellsWhatAnOperationChanged()
{
    const auto operation = rows({.kind = u"assign"_s}).front().id;
    const auto changes = m_lists.changes(m_db->session(), operation, {}, 100);
    VERIFY_RESULT(changes);
    QCOMPARE(changes->size(), 2U);
    QCOMPARE((*changes)[0].ordinal, 1);
    QCOMPARE((*changes)[0].action, u"insert"_s);
    const auto rest = m_lists.changes(m_db->session(), operation, changes->front(), 100);
    VERIFY_RESULT(rest);
    QCOMPARE(rest->size(), 1U);
    QCOMPARE(rest->front().ordinal, 2);
    const auto edited = m_lists.changes(m_db->session(), rows({.kind = u"edit_member"_s}).front().id, {},
                                        100);
    VERIFY_RESULT(edited);
    QCOMPARE(edited->front().before, (QJsonObject{{u"name"_s, u"Bo"_s}, {u"note"_s, u""_s}}));
    QCOMPARE(edited->front().after, (QJsonObject{{u"name"_s, u"Bo Li"_s}, {u"note"_s, u"moved"_s}}));
}

void OperationListRepositoryTest::namesRowsAsTheyWere()
{
    const auto assigned = m_lists.changes(m_db->session(), rows({.kind = u"assign"_s}).front().id, {}, 1);
    VERIFY_RESULT(assigned);
    const AuditedRow bo(u"member"_s, m_bo->value());
    const AuditedRow ide(u"license"_s, m_license->value());
    const std::vector<AuditedRow> asked{bo, ide, {u"license_assignment"_s, 1}, {u"member"_s, 99'999}};
    const auto then = m_lists.names(m_db->session(), asked, assigned->front().statement);
    VERIFY_RESULT(then);
    QCOMPARE(then->at(bo), u"Bo"_s);
    QCOMPARE(then->at(ide), u"IDE"_s);
    QCOMPARE(then->size(), 2U);
    const auto now = m_lists.names(m_db->session(), asked, std::numeric_limits<qint64>::max());
    VERIFY_RESULT(now);
    QCOMPARE(now->at(bo), u"Bo Li"_s);
}

void OperationListRepositoryTest::knowsWhoHasDoneAnything()
{
    const auto all = m_lists.actors(m_db->session(), {}, 10);
    VERIFY_RESULT(all);
    QVERIFY(all->contains(u"ada"_s));
    QVERIFY(all->contains(u"bob"_s));
    QCOMPARE(*m_lists.actors(m_db->session(), u"BO"_s, 10), QStringList{u"bob"_s});
    QCOMPARE(m_lists.actors(m_db->session(), {}, 1)->size(), 1);
}

void OperationListRepositoryTest::isAllThatAnAuditorNeeds()
{
    const QString login = u"auditor_"_s + m_db->settings().database;
    m_db->sql(u"INSERT INTO seatledger.operator (login, display_name, role) VALUES ('%1', 'Au', 'auditor'); "
              "SET SESSION AUTHORIZATION %1"_s.arg(login));
    QVERIFY(rows({}).size() > 5);
    const auto changes = m_lists.changes(m_db->session(), rows({.kind = u"assign"_s}).front().id, {}, 100);
    VERIFY_RESULT(changes);
    const auto names = m_lists.names(m_db->session(), {{u"member"_s, m_ana->value()}},
                                     changes->front().statement);
    VERIFY_RESULT(names);
    QCOMPARE(names->size(), 1U);
    VERIFY_RESULT(m_lists.actors(m_db->session(), {}, 10));
    VERIFY_RESULT(AuditRepository().verify(m_db->session()));
    VERIFY_RESULT(AuditRepository().anchor(m_db->session()));
    m_db->sql(u"RESET SESSION AUTHORIZATION"_s);
}

QTEST_GUILESS_MAIN(OperationListRepositoryTest)
#include "operationlistrepositorytest.moc"
