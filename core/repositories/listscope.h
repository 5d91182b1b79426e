// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace seatledger {

/// By what somebody sees people, who does not see all. What is seen is decided by the database's policies;
/// this only lets a list read where the rows are that are seen.
struct SeenBy {
    QList<qint64> departments;
    double share = 0; ///< of all departments, from 0 to 1, about; 0 where that is not known
    double rows = 0;  ///< assignments that they have, about
    std::optional<qint64> member = {}; ///< oneself, where one is outside of these departments
};

/// None for those who see everybody, and for those who see nobody but themselves.
[[nodiscard]] Result<std::optional<SeenBy>> seenBy(Session &session);

/// How a list reads a table for somebody who sees the rows of some departments: an index has each
/// department's rows in the order of the list.
struct ListScope {
    QString column;       ///< "a.department_key"
    QString departments;  ///< what stands in the text for the departments, an array
    qint64 count = 0;     ///< how many there are
    QString besides = {}; ///< the condition on rows of other departments that are seen, too; empty: none
    QStringList columns;  ///< of the table, that conditions and joins need: "id", "state"
    bool isWide = false;  ///< so many of all rows that passing over the others is faster
    double share = 0;     ///< of all rows, from 0 to 1, about; 0 where that is not known
    double rows = 0;      ///< how many rows that is, about
    QString along = {}; ///< the condition on rows of another table along which the order walks, to have any
                        ///< of these rows: found by looking at all of them
    QString counted = {}; ///< an expression that counts all that is seen; empty: there is none
};

/// The leading rows of a table in the order of its keys, of the departments of a scope. A plain value.
struct ScopedRows {
    const ListScope &scope;
    QString table; ///< "seatledger.license_assignment"
    QString alias; ///< "a"
    QStringList keys; ///< expressions
    bool descending = false;
    QString conditions = {}; ///< on the rows, joined by AND; empty: none

    /// The first `rows` of them, in order, as what stands after FROM, with the same alias: the columns of the
    /// scope, and the keys as `key_0` and so on.
    [[nodiscard]] QString first(qint64 rows) const;

private:
    [[nodiscard]] QString fields(const QString &from) const;
    [[nodiscard]] QString ordered(const QStringList &by) const;
    [[nodiscard]] QString leading(const QString &condition, qint64 rows, bool placed = false) const;
    [[nodiscard]] QString ofEach(qint64 rows) const;
    [[nodiscard]] QString shared(qint64 rows) const;
};

} // namespace seatledger
