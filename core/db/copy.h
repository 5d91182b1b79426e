// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/sqltext.h"
#include "core/db/sqlvalue.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <initializer_list>
#include <span>

namespace seatledger {

class Connection;
class Session;

/// One value of a streamed row. The bytes are UTF-8 and valid only during the call that hands them over.
struct CopyField {
    QByteArrayView text;
    bool isNull = false;
};

/// Streams the answer of a query out of the database row by row, in constant memory, on the same connection
/// and so inside the same transaction. Cancellable. Other statements must wait until it has ended.
class CopyOut final
{
public:
    /// `query` is a SELECT; `$1` or `:name` stand for bound values, as in Query.
    CopyOut(Session &session, const QString &query);
    CopyOut(Connection &connection, const QString &query);

    CopyOut &bind(SqlValue value);
    CopyOut &bind(const char *name, SqlValue value);

    /// Hands every row's values to `consume`. Its failure ends the stream and is the answer; so is the
    /// server's. Answers the number of rows.
    [[nodiscard]] Result<qint64> rows(const std::function<Result<void>(std::span<const CopyField>)> &consume);

    /// Hands over each row as PostgreSQL writes it, line end included, with `options` such as
    /// `FORMAT csv`: for when the bytes only pass through.
    [[nodiscard]] Result<qint64> lines(const QString &options,
                                       const std::function<Result<void>(QByteArrayView)> &consume);

private:
    Connection &m_connection;
    SqlText m_text;
};

/// Streams rows into a table, in constant memory, on the same connection and inside the same transaction.
/// Nothing of it is visible until that commits. Destroyed without `finish()`, nothing has happened (and an
/// open transaction has failed). Cancellable. Other statements must wait until it has ended.
///
///     CopyIn copy(session, u"seatledger.member (number, name)"_s);
///     for (...)
///         if (auto written = copy.row({number, name}); !written)
///             return ...
///     return copy.finish();
class CopyIn final
{
public:
    /// `target` is a table with, in parentheses, its columns.
    CopyIn(Session &session, QString target);
    CopyIn(Connection &connection, QString target);
    ~CopyIn();
    CopyIn(const CopyIn &) = delete;
    CopyIn &operator=(const CopyIn &) = delete;

    /// One row, a value per column. Buffered: an error may come with a later call.
    [[nodiscard]] Result<void> row(std::initializer_list<SqlValue> values);
    [[nodiscard]] Result<void> row(std::span<const SqlValue> values);

    /// The same from texts as PostgreSQL reads them, UTF-8 without NULs: for very many rows.
    [[nodiscard]] Result<void> fields(std::span<const CopyField> values);

    /// Sends the rest; the server's refusal of any row comes here. Answers the number of rows.
    [[nodiscard]] Result<qint64> finish();

private:
    enum class State { Idle, Streaming, Ended };

    [[nodiscard]] Result<void> start();
    [[nodiscard]] Result<void> endRow();
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<qint64> end(const char *abortReason);

    Connection &m_connection;
    QString m_target;
    QByteArray m_buffer;
    State m_state = State::Idle;
};

} // namespace seatledger
