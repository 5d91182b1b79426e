// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplerandom.h"
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Somebody who signed in, and the lists as they see them.
struct Desk {
    std::unique_ptr<Connection> connection;
    std::unique_ptr<Session> session;
};

/// What is asked of a list, and how long it took whom.
struct Question {
    QString name;
    std::function<Result<void>(Session &)> ask;
};

QString loginFor(const BenchBook &book, const QString &name)
{
    return name + u'_' + book.database.settings().database;
}

Desk deskOf(const BenchBook &book, const QString &name)
{
    Desk desk{.connection = book.database.connect(), .session = {}};
    expected(desk.connection->execScript(u"SET SESSION AUTHORIZATION \"%1\""_s.arg(loginFor(book, name))));
    if (book.plan.countsWork) // helpers would work uncounted
        expected(desk.connection->execScript(u"SET max_parallel_workers_per_gather = 0"_s));
    desk.session = std::make_unique<Session>(*desk.connection,
                                             Actor{loginFor(book, name), OperationSource::Sql});
    return desk;
}

/// Seconds that a question took: those that passed, or those that the server worked on it.
double timed(const BenchBook &book, const Desk &desk, const Question &question)
{
    const qint64 server = book.plan.countsWork ? desk.connection->backendPid() : 0;
    const double before = server > 0 ? workedSeconds(server) : 0;
    const double passed = secondsOf([&] { return question.ask(*desk.session); });
    return server > 0 ? workedSeconds(server) - before : passed;
}

/// The department at the top of a tree with about this share of all members, and their number.
std::pair<qint64, qint64> departmentWith(const BenchBook &book, double share)
{
    const QString size =
        u"WITH RECURSIVE below(top, id) AS (SELECT id, id FROM seatledger.department UNION ALL "
        "SELECT b.top, d.id FROM seatledger.department d JOIN below b ON d.parent_id = b.id), "
        "size AS (SELECT top, count(m.id) AS members FROM below b LEFT JOIN seatledger.member m "
        "ON m.department_id = b.id GROUP BY top) SELECT %1 FROM size ORDER BY "
        "abs(members - %2 * (SELECT count(*) FROM seatledger.member)), top LIMIT 1"_s;
    return {book.number(size.arg(u"top"_s).arg(share)), book.number(size.arg(u"members"_s).arg(share))};
}

void addOperators(const BenchBook &book)
{
    const QString add =
        u"INSERT INTO seatledger.operator (login, display_name, role) VALUES ('%1', 'Bench', '%2')"_s;
    book.run(add.arg(loginFor(book, u"bench_administrator"_s), u"administrator"_s));
    for (const auto &[name, share] : {std::pair{u"bench_half"_s, 0.5}, std::pair{u"bench_tenth"_s, 0.1},
                                      std::pair{u"bench_few"_s, 0.01}}) {
        const auto [department, members] = departmentWith(book, share);
        book.run(add.arg(loginFor(book, name), u"manager"_s));
        book.run(u"INSERT INTO seatledger.operator_department (operator_id, department_id) "
                 "SELECT id, %1 FROM seatledger.operator WHERE login = '%2'"_s.arg(department)
                     .arg(loginFor(book, name)));
        printLine(name, u"manager of %1 members"_s.arg(members));
    }
}

/// Somebody who sees all departments, but by departments.
void addManagerOfAll(const BenchBook &book)
{
    const QString login = loginFor(book, u"bench_all"_s);
    book.run(
        u"INSERT INTO seatledger.operator (login, display_name, role) VALUES ('%1', 'Bench', 'manager')"_s
            .arg(login));
    book.run(
        u"INSERT INTO seatledger.operator_department (operator_id, department_id) SELECT o.id, d.id FROM "
        "seatledger.operator o, seatledger.department d WHERE o.login = '%1'"_s.arg(login));
    printLine(u"bench_all"_s, u"manager of all %1 departments"_s.arg(
                                  book.number(u"SELECT count(*) FROM seatledger.department"_s)));
}

void dropOperators(const BenchBook &book)
{
    for (const QString &name :
         {u"bench_administrator"_s, u"bench_half"_s, u"bench_tenth"_s, u"bench_few"_s, u"bench_all"_s}) {
        const QString login = loginFor(book, name);
        book.run(u"UPDATE seatledger.operator SET disabled_at = now() WHERE login = '%1'"_s.arg(login));
        book.run(u"DROP OWNED BY \"%1\"; DROP ROLE \"%1\""_s.arg(login));
    }
}

/// The pages, searches and counts that the window asks for most.
std::vector<Question> questionsOf(const CompositeQueryRepository &lists)
{
    const auto members = [&lists](const QString &search, MemberSort sort, bool counted) {
        return [&lists, search, sort, counted](Session &session) {
            const MemberFilter filter{.search = search};
            return counted ? outcome(lists.memberCount(session, filter))
                           : outcome(lists.members(session, filter, {sort, false}, {}, 0, pageRows));
        };
    };
    const auto assignments = [&lists](const QString &search, AssignmentSort sort, bool counted) {
        return [&lists, search, sort, counted](Session &session) {
            const AssignmentFilter filter{.search = search};
            return counted ? outcome(lists.assignmentCount(session, filter))
                           : outcome(lists.assignments(session, filter, {sort, false}, {}, 0, pageRows));
        };
    };
    return {
        {u"members: first page"_s, members({}, MemberSort::ByName, false)},
        {u"members: search \"anna\""_s, members(u"anna"_s, MemberSort::ByName, false)},
        {u"members: search \"p10244\""_s, members(u"p10244"_s, MemberSort::ByName, false)},
        {u"members: count"_s, members({}, MemberSort::ByName, true)},
        {u"licences: first page"_s,
         [&lists](Session &session) {
             return outcome(lists.licenses(session, {}, {LicenseSort::ByName, false}, {}, 0, pageRows));
         }},
        {u"licences: search \"berlin\""_s,
         [&lists](Session &session) {
             return outcome(lists.licenses(session, {.search = u"berlin"_s}, {LicenseSort::ByName, false}, {},
                                           0, pageRows));
         }},
        {u"assignments: first page, newest"_s, assignments({}, AssignmentSort::Newest, false)},
        {u"assignments: first page, by member"_s, assignments({}, AssignmentSort::ByMember, false)},
        {u"assignments: first page, by licence"_s, assignments({}, AssignmentSort::ByLicense, false)},
        {u"assignments: first page, by first day"_s, assignments({}, AssignmentSort::ByFirstDay, false)},
        {u"assignments: search \"anna\""_s, assignments(u"anna"_s, AssignmentSort::Newest, false)},
        {u"assignments: search \"berlin\""_s, assignments(u"berlin"_s, AssignmentSort::Newest, false)},
        {u"assignments: search \"anna berlin\""_s,
         assignments(u"anna berlin"_s, AssignmentSort::Newest, false)},
        {u"assignments: count"_s, assignments({}, AssignmentSort::Newest, true)},
    };
}

/// A page that a dragged scroll bar lands on, by the person's own anchors.
Question anywhere(const CompositeQueryRepository &lists, AssignmentSort sort, const QString &name,
                  const std::shared_ptr<SampleRandom> &random)
{
    const auto anchors = std::make_shared<std::map<Session *, std::vector<PageKey>>>();
    return {name, [&lists, sort, random, anchors](Session &session) {
                auto &keys = (*anchors)[&session];
                if (keys.empty())
                    keys = expected(lists.assignmentAnchors(session, {}, {sort, false}, anchorEvery));
                return outcome(lists.assignments(session, {}, {sort, false}, random->pick(keys),
                                                 static_cast<int>(random->below(anchorEvery)), pageRows));
            }};
}

} // namespace

void measureRoles(const BenchBook &book)
{
    printHeading(u"Lists by role: medians, and times the administrator's"_s);
    addOperators(book);
    addManagerOfAll(book);
    book.run(u"ANALYZE seatledger.operator, seatledger.operator_department"_s);
    const CompositeQueryRepository &lists = book.services.lists;
    const auto random = std::make_shared<SampleRandom>(book.plan.sample.seed, 101, 0);
    std::vector<Question> questions = questionsOf(lists);
    questions.push_back(anywhere(lists, AssignmentSort::Newest, u"assignments: anywhere, newest"_s, random));
    questions.push_back(
        anywhere(lists, AssignmentSort::ByFirstDay, u"assignments: anywhere, by first day"_s, random));
    questions.push_back(
        anywhere(lists, AssignmentSort::ByLicense, u"assignments: anywhere, by licence"_s, random));
    questions.push_back(
        anywhere(lists, AssignmentSort::ByMember, u"assignments: anywhere, by member"_s, random));
    std::map<QString, Desk> desks;
    const QStringList names{u"bench_administrator"_s, u"bench_half"_s, u"bench_tenth"_s, u"bench_few"_s,
                            u"bench_all"_s};
    for (const QString &name : names)
        desks.emplace(name, deskOf(book, name));
    for (const Question &question : questions) {
        std::map<QString, Series> seconds;
        for (int turn = -1; turn < std::max(1, book.plan.queries / 4); ++turn) {
            for (const QString &name : names) {
                const double taken = timed(book, desks.at(name), question);
                if (turn >= 0) // the first one warms up
                    seconds[name].add(taken);
            }
        }
        QStringList figures;
        const double reference = seconds[names.first()].median();
        for (const QString &name : names)
            figures.append(u"%1 ms (%2 x)"_s.arg(seconds[name].median() * 1000, 0, 'f', 1)
                               .arg(seconds[name].median() / reference, 0, 'f', 2));
        printLine(question.name, figures.join(u", "_s));
    }
    desks.clear();
    dropOperators(book);
}

} // namespace seatledger
