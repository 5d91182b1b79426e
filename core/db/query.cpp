// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"

#include "core/db/pgresult.h"
#include "core/db/pipeline.h"
#include "core/db/session.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace seatledger {

Q_LOGGING_CATEGORY(sqlLog, "seatledger.db.sql", QtWarningMsg)

void Query::ResultDeleter::operator()(pg_result *result) const
{
    PQclear(result);
}

Query::Query(Session &session, const QString &sql) : Query(session.connection(), sql) {}

Query::Query(Connection &connection, const QString &sql) : m_connection(connection), m_text(sql) {}

Query::~Query() = default;

Query &Query::bind(SqlValue value)
{
    m_text.bind(std::move(value));
    return *this;
}

Query &Query::bind(const char *name, SqlValue value)
{
    m_text.bind(name, std::move(value));
    return *this;
}

Result<void> Query::exec()
{
    m_row = -1;
    m_readError.clear();
    m_result.reset();
    auto text = m_text.numbered();
    if (!text)
        return std::unexpected(std::move(text).error());
    if (auto may = detail::checkMayRun(m_connection); !may)
        return may;

    qCDebug(sqlLog).noquote() << text->sql;
    const StatementGuard guard(m_connection);
    auto result = detail::runStatement(m_connection, text->sql, text->values);
    if (!result)
        return std::unexpected(std::move(result).error());
    m_result.reset(result->release());
    return {};
}

bool Query::next()
{
    if (m_row + 1 >= rowCount())
        return false;
    ++m_row;
    return true;
}

Row Query::row() const
{
    return {m_result.get(), m_row, m_readError};
}

qint64 Query::rowsAffected() const
{
    return m_result ? QByteArrayView(PQcmdTuples(m_result.get())).toByteArray().toLongLong() : 0;
}

Result<void> Query::readError() const
{
    if (m_readError.isEmpty())
        return {};
    return failure(ErrorCode::Internal, m_readError);
}

int Query::rowCount() const
{
    return m_result ? PQntuples(m_result.get()) : 0;
}

Error Query::notExactlyOne(int rows)
{
    if (rows == 0)
        return {ErrorCode::NotFound, QCoreApplication::translate("Database", "It is no longer there."), {}};
    return {ErrorCode::Internal, u"One row was expected, %1 came."_s.arg(rows), {}};
}

} // namespace seatledger
