// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/reportjson.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

QString amountText(const Money &amount)
{
    return amount.toText() + u' ' + amount.currency().code();
}

QString dayText(QDate day, CellType type)
{
    return day.toString(type == CellType::Month ? u"yyyy-MM"_s : u"yyyy-MM-dd"_s);
}

/// The value for machines; amounts are text, so that nothing is rounded.
QJsonValue jsonValue(const ReportCell &cell, CellType type)
{
    struct Value {
        CellType type;
        QJsonValue operator()(std::monostate) const { return {}; }
        QJsonValue operator()(const QString &text) const { return text; }
        QJsonValue operator()(qint64 number) const { return number; }
        QJsonValue operator()(double number) const { return number; }
        QJsonValue operator()(const Money &amount) const { return amount.toText(); }
        QJsonValue operator()(QDate day) const { return dayText(day, type); }
        QJsonValue operator()(const QDateTime &instant) const { return instant.toString(Qt::ISODate); }
    };
    return std::visit(Value{type}, cell);
}

/// The value for people.
QJsonValue textValue(const ReportCell &cell, CellType type)
{
    if (const auto *percent = std::get_if<double>(&cell))
        return QString::number(*percent, 'f', 1);
    if (const auto *amount = std::get_if<Money>(&cell))
        return amountText(*amount);
    return jsonValue(cell, type);
}

QJsonObject jsonRow(const ReportTable &table, const ReportRow &row)
{
    QJsonObject object;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto &[name, type] = table.columns[i];
        object.insert(name, jsonValue(row.cells[i], type));
        if (type != CellType::Money)
            continue;
        const auto *amount = std::get_if<Money>(&row.cells[i]);
        object.insert(name + u"_currency"_s, amount ? QJsonValue(amount->currency().code()) : QJsonValue());
    }
    if (row.target)
        object.insert(row.target->entity + u"_id"_s, row.target->id);
    return object;
}

QJsonObject json(const DueFigure &due)
{
    return {{u"entitlements"_s, due.entitlements}, {u"seats"_s, due.seats}};
}

QJsonValue json(const std::optional<std::vector<Money>> &amounts)
{
    if (!amounts)
        return {};
    QJsonArray array;
    for (const Money &amount : *amounts)
        array.append(QJsonObject{{u"amount"_s, amount.toText()}, {u"currency"_s, amount.currency().code()}});
    return array;
}

QString joined(const std::vector<Money> &amounts)
{
    QStringList texts;
    for (const Money &amount : amounts)
        texts.append(amountText(amount));
    return texts.isEmpty() ? u"0"_s : texts.join(u" + "_s);
}

QString dueText(int days, const DueFigure &due)
{
    return u"ending in %1 days: %2 entitlements, %3 seats"_s.arg(days).arg(due.entitlements).arg(due.seats);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString ratesText(const QString &currency)
{
    return currency.isEmpty() ? QString() : u"\namounts in %1 where there is a rate"_s.arg(currency);
}

QString headText(const QString &head)
{
    return head.isEmpty() ? QString() : u"\naudit head "_s + head;
}

} // namespace

QJsonObject toJson(const ReportTable &table)
{
    QJsonArray rows;
    for (const ReportRow &row : table.rows)
        rows.append(jsonRow(table, row));
    return {{u"report"_s, toText(table.kind)},
            {u"as_of"_s, table.asOf.toString(Qt::ISODate)},
            {u"total"_s, table.total},
            {u"converted_to"_s, textOrNull(table.convertedTo)},
            {u"audit_head"_s, textOrNull(table.auditHead)},
            {u"rows"_s, rows}};
}

QJsonObject toJson(const DashboardFigures &figures)
{
    return {{u"as_of"_s, figures.asOf.toString(Qt::ISODate)},
            {u"licenses"_s, figures.licenses},
            {u"seats"_s, figures.seats},
            {u"held"_s, figures.held},
            {u"held_unlimited"_s, figures.heldUnlimited},
            {u"held_here"_s, figures.heldHere},
            {u"free"_s, figures.free},
            {u"short_licenses"_s, figures.shortLicenses},
            {u"short_seats"_s, figures.shortSeats},
            {u"due_30"_s, json(figures.due30)},
            {u"due_60"_s, json(figures.due60)},
            {u"due_90"_s, json(figures.due90)},
            {u"cost_per_month"_s, json(figures.costPerMonth)},
            {u"idle_per_month"_s, json(figures.idlePerMonth)},
            {u"converted_to"_s, textOrNull(figures.convertedTo)},
            {u"audit_head"_s, textOrNull(figures.auditHead)}};
}

QList<QJsonObject> textRows(const ReportTable &table)
{
    QList<QJsonObject> rows;
    for (const ReportRow &row : table.rows) {
        QJsonObject object;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            object.insert(table.columns[i].name, textValue(row.cells[i], table.columns[i].type));
        rows.append(object);
    }
    return rows;
}

QString footOf(const ReportTable &table)
{
    return u"\n%1 of %2 rows, as of %3"_s.arg(table.rows.size())
               .arg(table.total)
               .arg(table.asOf.toString(Qt::ISODate))
           + ratesText(table.convertedTo) + headText(table.auditHead);
}

QString textOf(const DashboardFigures &figures)
{
    QStringList lines{
        u"as of %1"_s.arg(figures.asOf.toString(Qt::ISODate)),
        u"%1 licences: %2 seats, %3 held, %4 free; %5 held without limit"_s.arg(figures.licenses)
            .arg(figures.seats)
            .arg(figures.held)
            .arg(figures.free)
            .arg(figures.heldUnlimited),
        u"held by those who count: %1"_s.arg(figures.heldHere),
        u"short: %1 licences, %2 seats"_s.arg(figures.shortLicenses).arg(figures.shortSeats),
        dueText(30, figures.due30),
        dueText(60, figures.due60),
        dueText(90, figures.due90),
    };
    if (figures.costPerMonth)
        lines.append(u"cost a month: "_s + joined(*figures.costPerMonth));
    if (figures.idlePerMonth)
        lines.append(u"of it idle: "_s + joined(*figures.idlePerMonth));
    return lines.join(u'\n') + ratesText(figures.convertedTo) + headText(figures.auditHead);
}

} // namespace seatledger::ctl
