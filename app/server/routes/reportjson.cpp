// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/reportjson.h"

#include "app/server/jsonvalues.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

QString kindOf(CellType type)
{
    switch (type) {
    case CellType::Text:
        return u"text"_s;
    case CellType::Count:
        return u"count"_s;
    case CellType::Money:
        return u"money"_s;
    case CellType::Percent:
        return u"percent"_s;
    case CellType::Day:
        return u"day"_s;
    case CellType::Month:
        return u"month"_s;
    case CellType::Instant:
        return u"instant"_s;
    }
    return u"text"_s;
}

QJsonValue cellJson(const ReportCell &cell, CellType type)
{
    struct Value {
        CellType type;
        QJsonValue operator()(std::monostate) const { return {}; }
        QJsonValue operator()(const QString &text) const { return text; }
        QJsonValue operator()(qint64 number) const { return number; }
        QJsonValue operator()(double number) const { return number; }
        QJsonValue operator()(const Money &amount) const { return moneyJson(amount); }
        QJsonValue operator()(QDate day) const
        {
            return type == CellType::Month ? QJsonValue(day.toString(u"yyyy-MM"_s)) : dayJson(day);
        }
        QJsonValue operator()(const QDateTime &instant) const { return instantJson(instant); }
    };
    return std::visit(Value{type}, cell);
}

QJsonObject rowJson(const std::vector<ReportColumn> &columns, const ReportRow &row)
{
    QJsonObject object;
    for (std::size_t i = 0; i < columns.size(); ++i)
        object.insert(columns[i].name, cellJson(row.cells[i], columns[i].type));
    if (row.target)
        object.insert(row.target->entity + u"_id"_s, row.target->id);
    return object;
}

QJsonObject dueJson(const DueFigure &due)
{
    return {{u"entitlements"_s, due.entitlements}, {u"seats"_s, due.seats}};
}

QJsonValue amountsJson(const std::optional<std::vector<Money>> &amounts)
{
    if (!amounts)
        return {};
    QJsonArray array;
    for (const Money &amount : *amounts)
        array.append(moneyJson(amount));
    return array;
}

} // namespace

QJsonObject toJson(const ReportTable &table)
{
    QJsonArray columns;
    for (const ReportColumn &column : table.columns)
        columns.append(QJsonObject{{u"name"_s, column.name}, {u"kind"_s, kindOf(column.type)}});
    QJsonArray rows;
    for (const ReportRow &row : table.rows)
        rows.append(rowJson(table.columns, row));
    return {{u"report"_s, toText(table.kind)},
            {u"as_of"_s, dayJson(table.asOf)},
            {u"columns"_s, columns},
            {u"rows"_s, rows},
            {u"total"_s, table.total},
            {u"converted_to"_s, textJson(table.convertedTo)},
            {u"audit_head"_s, textJson(table.auditHead)}};
}

QJsonObject toJson(const DashboardFigures &figures)
{
    return {{u"as_of"_s, dayJson(figures.asOf)},
            {u"licenses"_s, figures.licenses},
            {u"seats"_s, figures.seats},
            {u"held"_s, figures.held},
            {u"held_unlimited"_s, figures.heldUnlimited},
            {u"held_here"_s, figures.heldHere},
            {u"free"_s, figures.free},
            {u"short_licenses"_s, figures.shortLicenses},
            {u"short_seats"_s, figures.shortSeats},
            {u"ending_in_30_days"_s, dueJson(figures.due30)},
            {u"ending_in_60_days"_s, dueJson(figures.due60)},
            {u"ending_in_90_days"_s, dueJson(figures.due90)},
            {u"cost_per_month"_s, amountsJson(figures.costPerMonth)},
            {u"idle_per_month"_s, amountsJson(figures.idlePerMonth)},
            {u"converted_to"_s, textJson(figures.convertedTo)},
            {u"audit_head"_s, textJson(figures.auditHead)}};
}

} // namespace seatledger::server
