// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Somebody who looks at reports, on a connection of their own.
struct Reader {
    QString name;
    std::unique_ptr<Connection> connection;
    std::unique_ptr<Session> session;
};

/// One thing that is asked, and whether the dashboard asks it first of all.
struct Question {
    QString name;
    bool isOnDashboard;
    std::function<Result<void>(Session &)> ask;
};

double timed(const BenchBook &book, const Reader &reader, const Question &question)
{
    const qint64 server = reader.connection->backendPid();
    const double before = book.plan.countsWork ? workedSeconds(server) : 0;
    const double passed = secondsOf([&] { return question.ask(*reader.session); });
    return book.plan.countsWork ? workedSeconds(server) - before : passed;
}

Reader readerFor(const BenchBook &book, const QString &name, const QString &login)
{
    Reader reader{.name = name, .connection = book.database.connect(), .session = {}};
    if (!login.isEmpty())
        expected(reader.connection->execScript(u"SET SESSION AUTHORIZATION \"%1\""_s.arg(login)));
    if (book.plan.countsWork) // helpers' work would not be counted
        expected(reader.connection->execScript(u"SET max_parallel_workers_per_gather = 0"_s));
    reader.session = std::make_unique<Session>(*reader.connection, Actor{login, OperationSource::Sql});
    return reader;
}

/// A manager of the department that has the most people by itself.
QString addManager(const BenchBook &book)
{
    const QString login = u"bench_reports_"_s + book.database.settings().database;
    book.run(
        u"INSERT INTO seatledger.operator (login, display_name, role) VALUES ('%1', 'Bench', 'manager')"_s
            .arg(login));
    book.run(u"INSERT INTO seatledger.operator_department (operator_id, department_id) SELECT o.id, "
             "(SELECT department_id FROM seatledger.member GROUP BY 1 ORDER BY count(*) DESC LIMIT 1) "
             "FROM seatledger.operator o WHERE o.login = '%1'"_s.arg(login));
    book.run(u"ANALYZE seatledger.operator, seatledger.operator_department"_s);
    return login;
}

void dropManager(const BenchBook &book, const QString &login)
{
    book.run(u"UPDATE seatledger.operator SET disabled_at = now() WHERE login = '%1'"_s.arg(login));
    book.run(u"DROP OWNED BY \"%1\"; DROP ROLE \"%1\""_s.arg(login));
}

/// The first ten of what is a list, as the dashboard shows them; all of what is drawn.
ReportRequest requestFor(ReportKind kind)
{
    constexpr qint64 shown = 10;
    return {.kind = kind, .limit = kind == ReportKind::Utilisation ? shown : ReportRequest::usualLimit};
}

std::vector<Question> questionsOf(const ReportingApplicationService &reports)
{
    std::vector<Question> questions{
        {u"figures"_s, true, [&reports](Session &session) { return outcome(reports.figures(session, {})); }}};
    const std::vector shown{ReportKind::Utilisation, ReportKind::SeatsOverTime, ReportKind::Expiring,
                            ReportKind::CostByDepartment, ReportKind::Activity};
    for (const ReportKind kind : ReportRepository::kinds())
        questions.push_back(
            {toText(kind), std::ranges::find(shown, kind) != shown.end(), [&reports, kind](Session &session) {
                 return outcome(reports.table(session, requestFor(kind)));
             }});
    return questions;
}

void printAgainst(const QString &what, const Series &seconds, const Series &reference)
{
    printLine(what, u"p50 %1 ms, p95 %2 ms; %3 x the reference"_s.arg(seconds.median() * 1e3, 9, 'f', 1)
                        .arg(seconds.quantile(0.95) * 1e3, 9, 'f', 1)
                        .arg(seconds.median() / reference.median(), 0, 'f', 2));
}

void measure(const BenchBook &book, const Reader &reader)
{
    printHeading(u"Reports as %1"_s.arg(reader.name));
    const int turns = std::max(3, book.plan.queries / 10);
    const Reader owner = readerFor(book, {}, {});
    const Question pass{u"reference: one pass over all assignments"_s, false, [](Session &session) {
                            return session.connection().execScript(
                                u"SELECT sum(quantity) FROM seatledger.license_assignment"_s);
                        }};
    Series reference;
    for (int turn = 0; turn < turns; ++turn)
        reference.add(timed(book, owner, pass));
    printAgainst(pass.name, reference, reference);
    double dashboard = 0;
    for (const Question &question : questionsOf(book.services.reports)) {
        Series seconds;
        for (int turn = 0; turn < turns; ++turn)
            seconds.add(timed(book, reader, question));
        printAgainst(question.name + (question.isOnDashboard ? u" *"_s : QString()), seconds, reference);
        dashboard += question.isOnDashboard ? seconds.median() : 0;
    }
    printLine(u"* the dashboard, one after the other"_s,
              u"%1 ms; %2 x the reference"_s.arg(dashboard * 1e3, 0, 'f', 0)
                  .arg(dashboard / reference.median(), 0, 'f', 1));
}

/// What the window does in the background, a moment each minute.
void keepUp(const BenchBook &book)
{
    constexpr qint64 all = 10'000'000;
    qint64 counted = 0;
    const double passed = secondsOf([&]() -> Result<void> {
        counted = expected(book.services.reports.keepUp(book.session(), all));
        return {};
    });
    printLine(u"kept up"_s, u"%1 licences in %2 s"_s.arg(counted).arg(passed, 0, 'f', 1));
    book.run(u"ANALYZE"_s);
}

} // namespace

void measureReports(const BenchBook &book)
{
    printHeading(u"Reports"_s);
    keepUp(book);
    measure(book, readerFor(book, u"an administrator"_s, {}));
    const QString login = addManager(book);
    {
        measure(book, readerFor(book, u"a manager of one department"_s, login));
    }
    dropManager(book, login);
}

} // namespace seatledger
