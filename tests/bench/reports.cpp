// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/executor.h"
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Somebody who looks at reports, on a connection of their own.
struct Reader {
    QString name;
    QString login; ///< empty is the owner's
    std::unique_ptr<Connection> connection;
    std::unique_ptr<Session> session;
};

struct Question {
    QString name;
    std::function<Result<void>(Session &)> ask;
};

int turnsOf(const BenchBook &book)
{
    return std::max(3, book.plan.queries / 10);
}

double timed(const BenchBook &book, const Reader &reader, const Question &question)
{
    const qint64 server = reader.connection->backendPid();
    const double before = book.plan.countsWork ? workedSeconds(server) : 0;
    const double passed = secondsOf([&] { return question.ask(*reader.session); });
    return book.plan.countsWork ? workedSeconds(server) - before : passed;
}

Reader readerFor(const BenchBook &book, const QString &name, const QString &login)
{
    Reader reader{.name = name, .login = login, .connection = book.database.connect(), .session = {}};
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

/// The days that the dashboard is about unless told otherwise: six months back, twelve ahead.
ReportRequest dashboardRequest(ReportKind kind, QDate today)
{
    ReportRequest request{.kind = kind};
    if (kind == ReportKind::SeatsOverTime || kind == ReportKind::Activity) {
        request.filter.from = today.addMonths(-6);
        request.filter.until = today.addMonths(12);
    }
    if (kind == ReportKind::Expiring)
        request.filter.leadDays = static_cast<int>(today.daysTo(today.addMonths(12)));
    if (kind == ReportKind::Utilisation) {
        constexpr qint64 fullest = 60;
        const auto columns = reportColumns(kind, false);
        const auto used = std::ranges::find(columns, u"used_percent"_s, &ReportColumn::name);
        request.order = ReportOrder{static_cast<int>(used - columns.begin()), true};
        request.limit = fullest;
    }
    return request;
}

std::vector<Question> dashboardQuestions(const ReportingApplicationService &reports, QDate today)
{
    std::vector<Question> questions{
        {u"figures"_s, [&reports](Session &session) { return outcome(reports.figures(session, {})); }}};
    for (const ReportKind kind : {ReportKind::Utilisation, ReportKind::SeatsOverTime, ReportKind::Expiring,
                                  ReportKind::CostByDepartment, ReportKind::Activity})
        questions.push_back({toText(kind), [&reports, kind, today](Session &session) {
                                 return outcome(reports.table(session, dashboardRequest(kind, today)));
                             }});
    return questions;
}

std::vector<Question> reportQuestions(const ReportingApplicationService &reports)
{
    std::vector<Question> questions;
    for (const ReportKind kind : ReportRepository::kinds())
        questions.push_back({toText(kind), [&reports, kind](Session &session) {
                                 return outcome(reports.table(session, {.kind = kind}));
                             }});
    return questions;
}

void printAgainst(const QString &what, const Series &seconds, const Series &reference)
{
    printLine(what, u"p50 %1 ms, p95 %2 ms; %3 x the reference"_s.arg(seconds.median() * 1e3, 9, 'f', 1)
                        .arg(seconds.quantile(0.95) * 1e3, 9, 'f', 1)
                        .arg(seconds.median() / reference.median(), 0, 'f', 2));
}

/// Each by itself. Answers the sum of the medians, in seconds.
double measureEach(const BenchBook &book, const Reader &reader, const std::vector<Question> &questions,
                   const Series &reference)
{
    double together = 0;
    for (const Question &question : questions) {
        Series seconds;
        for (int turn = 0; turn < turnsOf(book); ++turn)
            seconds.add(timed(book, reader, question));
        printAgainst(question.name, seconds, reference);
        together += seconds.median();
    }
    return together;
}

/// All tiles at once by as many connections as the window has: time that passes, whatever the server does.
double parallelSeconds(Executor &executor, const std::vector<Question> &questions)
{
    return secondsOf([&]() -> Result<void> {
        std::vector<QFuture<Result<void>>> answers;
        for (const Question &question : questions)
            answers.push_back(executor.run(question.ask));
        for (QFuture<Result<void>> &answer : answers) {
            if (auto asked = answer.takeResult(); !asked)
                return asked;
        }
        return {};
    });
}

void measureParallel(const BenchBook &book, const Reader &reader, const std::vector<Question> &questions)
{
    constexpr int threads = 3;
    ConnectionSettings settings = book.database.settings();
    if (!reader.login.isEmpty())
        settings.options.insert(u"options"_s, u"-c role="_s + reader.login);
    Series first;
    Series later;
    for (int turn = 0; turn < turnsOf(book); ++turn) {
        Executor executor(settings, {reader.login, OperationSource::Sql}, systemClock(), threads);
        first.add(parallelSeconds(executor, questions));
        later.add(parallelSeconds(executor, questions));
    }
    printLatency(u"dashboard, in parallel, first"_s, first);
    printLatency(u"dashboard, in parallel, later"_s, later);
}

void measure(const BenchBook &book, const Reader &reader)
{
    const Reader owner = readerFor(book, {}, {});
    const Question pass{u"reference: one pass over all assignments"_s, [](Session &session) {
                            return session.connection().execScript(
                                u"SELECT sum(quantity) FROM seatledger.license_assignment"_s);
                        }};
    const ReportingApplicationService &reports = book.services.reports;
    const QDate today = expected(ReportRepository().today(book.session()));
    Series reference;
    for (int turn = 0; turn < turnsOf(book); ++turn)
        reference.add(timed(book, owner, pass));
    printHeading(u"Dashboard as %1"_s.arg(reader.name));
    printAgainst(pass.name, reference, reference);
    const std::vector<Question> tiles = dashboardQuestions(reports, today);
    const double together = measureEach(book, reader, tiles, reference);
    printLine(u"one after the other"_s, u"%1 ms; %2 x the reference"_s.arg(together * 1e3, 0, 'f', 0)
                                            .arg(together / reference.median(), 0, 'f', 1));
    measureParallel(book, reader, tiles);
    printHeading(u"Reports as %1"_s.arg(reader.name));
    measureEach(book, reader, reportQuestions(reports), reference);
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
