// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/pipeline.h"

#include "core/db/prepared.h"
#include "core/db/preparedstatements.h"
#include "core/db/senttogether.h"
#include "core/db/sqlerror.h"
#include "core/db/transactionlabel.h"

#include <tuple>
#include <utility>
#include <vector>

namespace seatledger {

namespace {

struct Statement {
    QByteArray sql;
    QList<SqlValue> values;
};

/// Of this thread.
struct Waiting {
    std::optional<SentTogether::Use> use; // none: everything is sent at once
    QByteArray reader;
    const PGconn *handle = nullptr;       // who they wait for
    std::vector<Statement> statements;
    bool hasBegin = false;
    std::optional<Error> failure;

    bool isFor(const PGconn *other) const { return handle == other && !statements.empty(); }

    std::vector<Statement> take()
    {
        hasBegin = false;
        return std::exchange(statements, {});
    }
};

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
thread_local Waiting waiting;
thread_local detail::PreparedStatements known;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

QByteArray marked(const char *sql)
{
    return QByteArray(preparedMark) + sql;
}

std::vector<const char *> textsOf(const QList<SqlValue> &values)
{
    std::vector<const char *> texts;
    texts.reserve(static_cast<std::size_t>(values.size()));
    for (const SqlValue &value : values)
        texts.push_back(value.isNull() ? nullptr : value.text().constData());
    return texts;
}

bool isPiping(const PGconn *handle)
{
    return PQpipelineStatus(handle) != PQ_PIPELINE_OFF;
}

/// Reads to the end of the round trip before, whose answers nobody waited for.
void skipAnswers(PGconn *handle)
{
    for (;;) {
        const detail::PgResult result(PQgetResult(handle));
        if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC
            || (!result && PQstatus(handle) != CONNECTION_OK))
            return;
    }
}

/// A statement that was sent, and the name under which it is being prepared, if it is.
struct Sent {
    QByteArray sql;
    QByteArray newName;
    bool isPrepared = false;
};

Result<Sent> send(PGconn *handle, const Statement &statement)
{
    Sent sent{.sql = statement.sql, .isPrepared = waiting.use && known.mayHave(statement.sql)};
    const auto values = textsOf(statement.values);
    const int count = static_cast<int>(values.size());
    bool isSent = true;
    if (sent.isPrepared) {
        QByteArray name = known.name(statement.sql);
        if (name.isEmpty()) {
            name = sent.newName = known.newName();
            isSent = PQsendPrepare(handle, name.constData(), statement.sql.constData(), 0, nullptr) != 0;
        }
        isSent = isSent
                 && PQsendQueryPrepared(handle, name.constData(), count, values.data(), nullptr, nullptr, 0)
                        != 0;
    } else {
        isSent = PQsendQueryParams(handle, statement.sql.constData(), count, nullptr, values.data(), nullptr,
                                   nullptr, 0)
                 != 0;
    }
    if (!isSent)
        return std::unexpected(errorFromConnection(handle));
    return sent;
}

Result<std::vector<Sent>> sendAll(PGconn *handle, const std::vector<Statement> &statements)
{
    if (!isPiping(handle) && PQenterPipelineMode(handle) == 0)
        return std::unexpected(errorFromConnection(handle));
    known.use(handle, waiting.reader);
    std::vector<Sent> all;
    for (const Statement &statement : statements) {
        auto sent = send(handle, statement);
        if (!sent)
            return std::unexpected(std::move(sent).error());
        all.push_back(*std::move(sent));
    }
    if (PQpipelineSync(handle) == 0)
        return std::unexpected(errorFromConnection(handle));
    return all;
}

/// What the server says to one message of the pipeline.
Result<detail::PgResult> readAnswer(const Connection &connection)
{
    PGconn *handle = connection.handle();
    auto answer = detail::checked(detail::PgResult(PQgetResult(handle)), connection);
    if (PQstatus(handle) == CONNECTION_OK)
        const detail::PgResult end(PQgetResult(handle));
    return answer;
}

/// Its tables look otherwise than when it was prepared: it is to be run again, and then prepared anew.
void takeChangedTables(Error &error)
{
    if (error.details.value(QLatin1StringView("sqlstate")).toString() != QLatin1StringView("0A000"))
        return;
    known.forget();
    error.code = ErrorCode::Busy;
}

Result<detail::PgResult> readAnswer(const Connection &connection, const Sent &sent)
{
    if (!sent.newName.isEmpty()) {
        if (auto prepared = readAnswer(connection); !prepared) {
            std::ignore = readAnswer(connection); // was passed over
            return prepared;
        }
        known.add(sent.sql, sent.newName);
    }
    auto answer = readAnswer(connection);
    if (!answer && sent.isPrepared)
        takeChangedTables(answer.error());
    return answer;
}

/// The answer to the last of them, or the first error.
Result<detail::PgResult> readAnswers(const Connection &connection, const std::vector<Sent> &sent)
{
    Result<detail::PgResult> answer;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        auto next = readAnswer(connection, sent[i]);
        if (!answer)
            continue;
        answer = std::move(next);
        if (!answer && i + 1 < sent.size())
            waiting.failure = answer.error();
    }
    skipAnswers(connection.handle());
    return answer;
}

/// All of them in one round trip; the answer is the last one's.
Result<detail::PgResult> runTogether(const Connection &connection, const std::vector<Statement> &statements)
{
    PGconn *handle = connection.handle();
    const bool hasUnread = isPiping(handle);
    const auto sent = sendAll(handle, statements);
    if (!sent)
        return std::unexpected(sent.error());
    if (hasUnread)
        skipAnswers(handle);
    auto answer = readAnswers(connection, *sent);
    PQexitPipelineMode(handle);
    return answer;
}

std::vector<Statement> beginStatements()
{
    std::vector<Statement> statements;
    const bool reads = waiting.use == SentTogether::Use::Reading;
    statements.push_back({marked(reads ? "BEGIN READ ONLY" : "BEGIN"), {}});
    if (const QByteArray label = TransactionLabel::label(); !label.isEmpty())
        statements.push_back(
            {marked("SELECT set_config('application_name', $1, true)"), {QString::fromLatin1(label)}});
    return statements;
}

/// Nobody reads what it is answered, so it is not prepared.
Result<void> commitUnawaited(PGconn *handle)
{
    auto sent = sendAll(handle, {{"COMMIT", {}}});
    return sent ? Result<void>() : std::unexpected(std::move(sent).error());
}

} // namespace

SentTogether::SentTogether(Use use, const QByteArray &reader)
{
    waiting = {.use = use, .reader = reader};
}

SentTogether::~SentTogether()
{
    waiting = {};
}

const std::optional<Error> &SentTogether::failure() const
{
    return waiting.failure;
}

Result<void> sendAhead(Connection &connection, QByteArray sql, QList<SqlValue> values)
{
    if (auto may = detail::checkMayRun(connection); !may)
        return may;
    if (waiting.use) {
        waiting.handle = connection.handle();
        waiting.statements.push_back({std::move(sql), std::move(values)});
        return {};
    }
    const StatementGuard guard(connection);
    auto done = detail::runStatement(connection, sql, values);
    return done ? Result<void>() : std::unexpected(std::move(done).error());
}

namespace detail {

Result<PgResult> runStatement(const Connection &connection, const QByteArray &sql,
                              const QList<SqlValue> &values)
{
    PGconn *handle = connection.handle();
    const bool isAlone = !waiting.isFor(handle) && !isPiping(handle);
    if (isAlone && !(waiting.use && known.mayHave(sql))) {
        const auto texts = textsOf(values);
        return checked(PgResult(PQexecParams(handle, sql.constData(), static_cast<int>(texts.size()), nullptr,
                                             texts.data(), nullptr, nullptr, 0)),
                       connection);
    }
    auto statements = waiting.isFor(handle) ? waiting.take() : std::vector<Statement>();
    statements.push_back({sql, values});
    return runTogether(connection, statements);
}

Result<void> beginTransaction(const Connection &connection)
{
    if (!waiting.use)
        return control(connection, TransactionLabel::beginStatement().constData());
    waiting.handle = connection.handle();
    waiting.statements = beginStatements();
    waiting.hasBegin = true;
    waiting.failure.reset();
    return {};
}

Result<void> commitTransaction(const Connection &connection)
{
    const bool hasAsked = !waiting.isFor(connection.handle());
    if (hasAsked && waiting.use == SentTogether::Use::Reading)
        return commitUnawaited(connection.handle());
    if (auto settled = settle(connection); !settled) {
        std::ignore = control(connection, "ROLLBACK");
        return settled;
    }
    return control(connection, "COMMIT");
}

Result<void> rollBackTransaction(const Connection &connection)
{
    const bool isUnsent = isBeginWaiting(connection);
    waiting.take();
    return isUnsent ? Result<void>() : control(connection, "ROLLBACK");
}

bool isBeginWaiting(const Connection &connection)
{
    return waiting.hasBegin && waiting.isFor(connection.handle());
}

Result<void> settle(const Connection &connection)
{
    PGconn *handle = connection.handle();
    if (waiting.isFor(handle)) {
        auto done = runTogether(connection, waiting.take());
        return done ? Result<void>() : std::unexpected(std::move(done).error());
    }
    if (isPiping(handle)) {
        skipAnswers(handle);
        PQexitPipelineMode(handle);
    }
    return {};
}

} // namespace detail

} // namespace seatledger
