// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/row.h"
#include "core/db/sqltext.h"
#include "core/db/sqlvalue.h"
#include "core/domain/result.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

struct pg_result;

namespace seatledger {

class Connection;
class Session;

/// One SQL statement with its values, and the rows it answers. The only way the program talks SQL, COPY and
/// scripts aside.
///
/// Values never become part of the text: write `$1`, `$2` and bind in order, or `:name` and bind by name;
/// not both in one statement. A statement is one round trip whether it has values or not, and leaves nothing
/// behind on the server, so it works through a transaction pooler too. Use it in the thread of its
/// connection. The whole answer is held in memory: page it, or use CopyOut where it may be large.
///
///     auto names = Query(session, u"SELECT name FROM seatledger.member WHERE department_id = :department"_s)
///                      .bind("department", department)
///                      .all([](const Row &row) { return row.text("name"); });
///
/// Errors are those of the server, by SQLSTATE (see sqlerror.h), besides Offline and Cancelled.
class Query final
{
public:
    Query(Session &session, const QString &sql);
    Query(Connection &connection, const QString &sql);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// The next positional value: the first call gives `$1`.
    Query &bind(SqlValue value);

    /// The value of `:name`, wherever it stands in the text.
    Query &bind(const char *name, SqlValue value);

    /// Runs it. May be repeated; values bound by name can be given anew before that.
    [[nodiscard]] Result<void> exec();

    /// Moves to the next row; false after the last. Before the first call no row is current.
    [[nodiscard]] bool next();

    /// The current row, valid until the next `exec()` and only after a `next()` that was true.
    [[nodiscard]] Row row() const;

    /// Rows inserted, updated or deleted, or answered by a SELECT.
    [[nodiscard]] qint64 rowsAffected() const;

    /// Fails with Internal when a row that was read did not hold what the code asked it for.
    /// `all`, `first` and `one` ask it themselves; a loop over `next()` should at its end.
    [[nodiscard]] Result<void> readError() const;

    /// Runs it and reads every row with `fromRow` (const Row & -> T).
    template <typename FromRow>
    [[nodiscard]] auto all(FromRow &&fromRow)
        -> Result<std::vector<std::invoke_result_t<FromRow, const Row &>>>;

    /// Runs it and reads the first row, if there is any.
    template <typename FromRow>
    [[nodiscard]] auto first(FromRow &&fromRow)
        -> Result<std::optional<std::invoke_result_t<FromRow, const Row &>>>;

    /// Runs it and reads the only row. No row is NotFound, more than one is Internal.
    template <typename FromRow>
    [[nodiscard]] auto one(FromRow &&fromRow) -> Result<std::invoke_result_t<FromRow, const Row &>>;

private:
    struct ResultDeleter {
        void operator()(pg_result *result) const;
    };

    [[nodiscard]] int rowCount() const;
    [[nodiscard]] static Error notExactlyOne(int rows);

    Connection &m_connection;
    SqlText m_text;
    std::unique_ptr<pg_result, ResultDeleter> m_result;
    int m_row = -1;
    mutable QString m_readError;
};

template <typename FromRow>
auto Query::all(FromRow &&fromRow) -> Result<std::vector<std::invoke_result_t<FromRow, const Row &>>>
{
    if (auto done = exec(); !done)
        return std::unexpected(std::move(done).error());
    std::vector<std::invoke_result_t<FromRow, const Row &>> values;
    values.reserve(static_cast<std::size_t>(rowCount()));
    while (next())
        values.push_back(std::invoke(fromRow, row()));
    if (auto read = readError(); !read)
        return std::unexpected(std::move(read).error());
    return values;
}

template <typename FromRow>
auto Query::first(FromRow &&fromRow) -> Result<std::optional<std::invoke_result_t<FromRow, const Row &>>>
{
    std::optional<std::invoke_result_t<FromRow, const Row &>> value;
    if (auto done = exec(); !done)
        return std::unexpected(std::move(done).error());
    if (next())
        value.emplace(std::invoke(fromRow, row()));
    if (auto read = readError(); !read)
        return std::unexpected(std::move(read).error());
    return value;
}

template <typename FromRow>
auto Query::one(FromRow &&fromRow) -> Result<std::invoke_result_t<FromRow, const Row &>>
{
    auto value = first(std::forward<FromRow>(fromRow));
    if (!value)
        return std::unexpected(std::move(value).error());
    if (rowCount() != 1)
        return std::unexpected(notExactlyOne(rowCount()));
    return *std::move(*value);
}

} // namespace seatledger
