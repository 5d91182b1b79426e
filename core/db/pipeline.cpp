// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/pipeline.h"

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

thread_local Waiting waiting; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

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

Result<void> send(PGconn *handle, const Statement &statement)
{
    const auto values = textsOf(statement.values);
    if (PQsendQueryParams(handle, statement.sql.constData(), static_cast<int>(values.size()), nullptr,
                          values.data(), nullptr, nullptr, 0)
        == 0)
        return std::unexpected(errorFromConnection(handle));
    return {};
}

Result<void> sendAll(PGconn *handle, const std::vector<Statement> &statements)
{
    if (!isPiping(handle) && PQenterPipelineMode(handle) == 0)
        return std::unexpected(errorFromConnection(handle));
    for (const Statement &statement : statements) {
        if (auto sent = send(handle, statement); !sent)
            return sent;
    }
    if (PQpipelineSync(handle) == 0)
        return std::unexpected(errorFromConnection(handle));
    return {};
}

/// The answer to the last of so many statements, or the first error.
Result<detail::PgResult> readAnswers(const Connection &connection, std::size_t count)
{
    PGconn *handle = connection.handle();
    Result<detail::PgResult> answer;
    for (std::size_t i = 0; i < count; ++i) {
        detail::PgResult result(PQgetResult(handle));
        if (answer) {
            answer = detail::checked(std::move(result), connection);
            if (!answer && i + 1 < count)
                waiting.failure = answer.error();
        }
        if (PQstatus(handle) == CONNECTION_OK)
            const detail::PgResult end(PQgetResult(handle));
    }
    skipAnswers(handle);
    return answer;
}

/// All of them in one round trip; the answer is the last one's.
Result<detail::PgResult> runTogether(const Connection &connection, const std::vector<Statement> &statements)
{
    PGconn *handle = connection.handle();
    const bool hasUnread = isPiping(handle);
    if (auto sent = sendAll(handle, statements); !sent)
        return std::unexpected(std::move(sent).error());
    if (hasUnread)
        skipAnswers(handle);
    auto answer = readAnswers(connection, statements.size());
    PQexitPipelineMode(handle);
    return answer;
}

std::vector<Statement> beginStatements()
{
    std::vector<Statement> statements;
    const bool reads = waiting.use == SentTogether::Use::Reading;
    statements.push_back({reads ? "BEGIN READ ONLY" : "BEGIN", {}});
    if (const QByteArray label = TransactionLabel::statement(); !label.isEmpty())
        statements.push_back({label, {}});
    return statements;
}

} // namespace

SentTogether::SentTogether(Use use)
{
    waiting = {.use = use};
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
    if (!waiting.isFor(handle) && !isPiping(handle)) {
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
        return sendAll(connection.handle(), {{"COMMIT", {}}});
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
