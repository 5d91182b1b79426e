// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/sqlvalue.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <utility>

namespace seatledger {

/// A statement's text and the values bound to it, for core/db itself. Turns `:name` into `$n`, or puts quoted
/// literals in the place of both where the protocol takes no values (COPY).
///
/// Knows what in SQL is not a placeholder: strings, quoted names, dollar-quoted bodies, comments, casts
/// (`::`) and `:=`.
class SqlText final
{
public:
    explicit SqlText(const QString &sql);

    void bind(SqlValue value);
    void bind(const char *name, SqlValue value);

    /// The text with `$n` only, and the values in that order. Internal when a name has no value or a value no
    /// name, or both kinds are mixed.
    struct Numbered {
        QByteArray sql;
        QList<SqlValue> values;
    };
    [[nodiscard]] Result<Numbered> numbered() const;

    /// The text with each placeholder replaced by `literal(value)`.
    [[nodiscard]] Result<QByteArray> inlined(
        const std::function<QByteArray(const SqlValue &)> &literal) const;

private:
    using Replace = std::function<Result<QByteArray>(QByteArrayView placeholder)>;

    [[nodiscard]] Result<QByteArray> rewritten(const Replace &replace) const;
    [[nodiscard]] Result<SqlValue> valueOf(QByteArrayView placeholder) const;
    [[nodiscard]] qsizetype indexOf(QByteArrayView name) const;

    QByteArray m_sql;
    QList<SqlValue> m_values; // by position, or parallel to m_names
    QList<QByteArray> m_names;
    bool m_isMixed = false;
};

} // namespace seatledger
