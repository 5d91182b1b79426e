// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/listscope.h"

#include "core/db/prepared.h"
#include "core/db/query.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// So many rows are read and put in order in less time than it takes to plan to read fewer.
constexpr qint64 readAtOnce = 4'000;

/// The keys as columns of a table, "t.key_0" and so on.
QStringList keysOf(const QString &table, qsizetype keys)
{
    QStringList named;
    for (qsizetype i = 0; i < keys; ++i)
        named.append(u"%1.key_%2"_s.arg(table).arg(i));
    return named;
}

QString row(const QStringList &values)
{
    return u'(' + values.join(u", "_s) + u')';
}

} // namespace

Result<std::optional<SeenBy>> seenBy(Session &session)
{
    return Query(
               session,
               prepared(u"SELECT departments, oneself, share::text AS share, assignments::text AS rows FROM "
                        "seatledger.seen_by()"_s))
        .one([](const Row &row) -> std::optional<SeenBy> {
            if (row.isNull("departments"))
                return std::nullopt;
            return SeenBy{.departments = row.integers("departments"),
                          .share = row.text("share").toDouble(),
                          .rows = row.text("rows").toDouble(),
                          .member = row.optionalInteger("oneself")};
        });
}

/// The columns of the scope and the keys, as they are in a table that has them already.
QString ScopedRows::fields(const QString &from) const
{
    QStringList fields;
    for (const QString &column : scope.columns)
        fields.append(from + u'.' + column);
    return (fields + keysOf(from, keys.size())).join(u", "_s);
}

QString ScopedRows::ordered(const QStringList &by) const
{
    const QString direction = descending ? u" DESC"_s : QString();
    return u" ORDER BY "_s + by.join(direction + u", "_s) + direction;
}

/// The first rows of the table that meet the condition, each with its place among them if that is asked for.
QString ScopedRows::leading(const QString &condition, qint64 rows, bool placed) const
{
    QStringList selected;
    for (const QString &column : scope.columns)
        selected.append(alias + u'.' + column);
    for (qsizetype i = 0; i < keys.size(); ++i)
        selected.append(u"%1 AS key_%2"_s.arg(keys[i]).arg(i));
    if (placed)
        selected.append(u"row_number() OVER (%1) AS place"_s.arg(ordered(keys).trimmed()));
    return u"(SELECT "_s + selected.join(u", "_s) + u" FROM "_s + table + u' ' + alias + u" WHERE "_s
           + condition + (conditions.isEmpty() ? QString() : u" AND "_s + conditions) + ordered(keys)
           + u" LIMIT %1)"_s.arg(rows);
}

/// As many of each department as are wanted of all.
QString ScopedRows::ofEach(qint64 rows) const
{
    return u"SELECT "_s + fields(u"r"_s) + u" FROM unnest("_s + scope.departments
           + u"::bigint[]) s(department) CROSS JOIN LATERAL "_s
           + leading(scope.column + u" = s.department"_s, rows) + u" r"_s;
}

/// Twice its share of each department; and the rest of those that have more, but not enough to reach as far
/// as the row that would be the last.
QString ScopedRows::shared(qint64 rows) const
{
    const qint64 share = 8 + 2 * rows / scope.count;
    const QStringList taken = keysOf(u"t"_s, keys.size());
    const QString after = descending ? u" < "_s : u" > "_s;
    const QString before = descending ? u" > "_s : u" < "_s;
    const QString reached = row(keysOf(u"e"_s, keys.size()));
    const QString last = u"(SELECT "_s + taken.join(u", "_s) + u" FROM taken t"_s + ordered(taken)
                         + u" OFFSET %1 LIMIT 1)"_s.arg(rows - 1);
    return u"WITH taken AS MATERIALIZED (SELECT s.department, r.* FROM unnest("_s + scope.departments
           + u"::bigint[]) s(department) CROSS JOIN LATERAL "_s
           + leading(scope.column + u" = s.department"_s, share, true) + u" r) SELECT "_s + fields(u"t"_s)
           + u" FROM taken t UNION ALL SELECT "_s + fields(u"r"_s) + u" FROM taken e CROSS JOIN LATERAL "_s
           + leading(scope.column + u" = e.department AND "_s + row(keys) + after + reached + u" AND ("_s
                         + reached + before + last + u") IS NOT FALSE"_s,
                     rows)
           + u" r WHERE e.place = %1"_s.arg(share);
}

QString ScopedRows::first(qint64 rows) const
{
    const bool isLittle = rows * scope.count <= readAtOnce || scope.count == 1;
    QString text = u"(SELECT * FROM ("_s + (isLittle ? ofEach(rows) : shared(rows));
    if (!scope.besides.isEmpty())
        text += u" UNION ALL "_s + leading(scope.besides, rows);
    return text + u") t"_s + ordered(keysOf(u"t"_s, keys.size())) + u" LIMIT %1) "_s.arg(rows) + alias;
}

} // namespace seatledger
