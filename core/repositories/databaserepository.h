// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/domain/result.h"

#include <QString>

namespace seatledger {

/// What a database holds.
enum class DatabaseContent {
    Nothing,
    EmptyBook,     ///< a book that nobody has written in
    Book,
    SomethingElse, ///< tables of somebody else
};

/// Makes, renames and drops databases of a server, over a connection to another one of them (`postgres`) as
/// somebody who may; outside of transactions. Stateless.
class DatabaseRepository final
{
public:
    [[nodiscard]] Result<bool> exists(Connection &server, const QString &database) const;

    /// Of the database of the connection itself.
    [[nodiscard]] Result<DatabaseContent> content(Connection &connection) const;

    /// What a book must have in common with itself elsewhere: where its audit ends, and how much there is.
    [[nodiscard]] Result<QString> summary(Connection &connection) const;

    /// Makes sure that only one of those who ask works on the database, until the connection ends. Busy else.
    [[nodiscard]] Result<void> reserve(Connection &server, const QString &database) const;

    /// Makes an empty one that sorts and compares like `model`, or like the server's own if that is not
    /// there.
    [[nodiscard]] Result<void> create(Connection &server, const QString &database,
                                      const QString &model) const;

    /// Ends the connections to it and drops it, if it is there.
    [[nodiscard]] Result<void> drop(Connection &server, const QString &database) const;

    /// Puts `fresh` in the place of `database`, which is then called `aside` (if it is there): at once, or
    /// not at all. Logins that are no operators' keep what they were granted on the database. Connections to
    /// `database` end; what they had not committed is rolled back. Busy if others connect again faster than
    /// that.
    [[nodiscard]] Result<void> replace(Connection &server, const QString &database, const QString &fresh,
                                       const QString &aside) const;
};

} // namespace seatledger
