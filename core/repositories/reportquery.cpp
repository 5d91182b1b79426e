// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/reportquery.h"

#include "core/repositories/searchwords.h"

#include <QFile>
#include <QStringList>
#include <QTimeZone>

#include <charconv>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString fileText(const QString &name)
{
    QFile file(u":/reports/"_s + name + u".sql"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The report %s is not part of the program.", qPrintable(name));
    return QString::fromUtf8(file.readAll());
}

/// Column privileges are looked at wherever a column is named, so who may not read prices must not name them.
QString priceColumns(const ReportView &view)
{
    return view.withCosts ? u"e.price_minor, e.currency"_s
                          : u"NULL::bigint AS price_minor, NULL::text AS currency"_s;
}

/// The same goes for what is kept of them, which is of everybody.
QString costSteps(const ReportView &view)
{
    return view.withCosts && !view.isScoped
               ? fileText(u"cost-steps"_s)
               : u"SELECT NULL::date AS day, NULL::text AS currency, 0::bigint AS cost, 0::bigint AS idle WHERE false"_s;
}

QString outlookPrices(const ReportView &view)
{
    return view.withCosts ? u"k.price_minor, k.currency, k.saving, k.saving_currency"_s
                          : u"NULL::bigint AS price_minor, NULL::text AS currency, NULL::bigint AS saving, "
                            "NULL::text AS saving_currency"_s;
}

/// How licences stand is kept for the year that begins today, which days of the past are about, too.
QString fileOf(const QString &name, const ReportView &view)
{
    const bool isOfThisYear = view.asOf() <= view.today && !view.filter.until;
    return name == "forecast"_L1 && !isOfThisYear ? u"forecast-counted"_s : name;
}

QString currencyOf(const QString &column)
{
    return column + u"_currency"_s;
}

/// Amounts of different currencies have no order among each other: that of most rows comes first.
QString currencyOrder(const QString &currency)
{
    return u"%1 IS NULL, count(*) OVER (PARTITION BY %1) DESC, %1, "_s.arg(currency);
}

/// What is selected for a column; the types are those that cellOf() reads.
QString selectedText(const ReportColumn &column)
{
    switch (column.type) {
    case CellType::Count:
        return column.name + u"::bigint"_s;
    case CellType::Percent:
        return column.name + u"::float8"_s;
    case CellType::Day:
    case CellType::Month:
        return column.name + u"::date"_s;
    case CellType::Instant:
        return u"floor(extract(epoch FROM %1) * 1000)::bigint"_s.arg(column.name);
    case CellType::Money:
        return column.name + u"::bigint, "_s + currencyOf(column.name);
    case CellType::Text:
        break;
    }
    return column.name + u"::text"_s;
}

bool isOfEveryLicense(const ReportView &view)
{
    const ReportFilter &filter = view.filter;
    return filter.licenses.isEmpty() && filter.products.isEmpty() && filter.vendors.isEmpty()
           && filter.search.simplified().isEmpty();
}

/// Whether everybody and every licence counts.
bool isWhole(const ReportView &view)
{
    return !view.isScoped && isOfEveryLicense(view);
}

template <typename Number>
std::optional<Number> numberOf(QByteArrayView text)
{
    Number number{};
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && stopped == text.data() + text.size() ? std::optional(number)
                                                                        : std::nullopt;
}

std::optional<ReportCell> dayOf(QByteArrayView text)
{
    const QDate day = QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
    return day.isValid() ? std::optional<ReportCell>(day) : std::nullopt;
}

std::optional<ReportCell> cellOf(CellType type, QByteArrayView text, const CopyField *currency)
{
    const auto asCell = [](auto value) { return ReportCell(value); };
    switch (type) {
    case CellType::Text:
        return QString::fromUtf8(text);
    case CellType::Count:
        return numberOf<qint64>(text).transform(asCell);
    case CellType::Percent:
        return numberOf<double>(text).transform(asCell);
    case CellType::Day:
    case CellType::Month:
        return dayOf(text);
    case CellType::Instant:
        return numberOf<qint64>(text).transform([](qint64 milliseconds) {
            return ReportCell(QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC));
        });
    case CellType::Money:
        break;
    }
    if (!currency || currency->isNull)
        return std::nullopt;
    const QString code = QString::fromLatin1(currency->text);
    return numberOf<qint64>(text).transform(
        [&code](qint64 minor) { return ReportCell(Money(minor, Currency::fromStored(code))); });
}

} // namespace

QString reportText(const QString &name, const QString &selected, const ReportView &view, ReportUse use)
{
    // A table where it can be one: the planner knows its indexes, and leaves it out where it is not needed.
    const QString seats = view.asOf() == view.today ? u"seatledger.license_seats"_s
                                                    : u"seatledger.license_seats_on(:as_of::date)"_s;
    // Every licence has its seats: a count need not look for them, rows are found along their indexes.
    const QString join = use == ReportUse::Count ? u"LEFT JOIN"_s : u"JOIN"_s;
    QString common = fileText(u"common"_s);
    common.replace(u"{prices}"_s, priceColumns(view))
        .replace(u"{cost_steps}"_s, costSteps(view))
        .replace(u"{seats}"_s, seats)
        .replace(u"{join_seats}"_s, join);
    const QString rows = fileText(fileOf(name, view)).replace(u"{outlook_prices}"_s, outlookPrices(view));
    return u"WITH RECURSIVE "_s + common + u" SELECT "_s + selected + u" FROM (\n"_s + rows + u") report"_s;
}

CopyOut reportCopy(Session &session, const QString &text, const ReportView &view)
{
    CopyOut copy(session, text);
    const auto bind = [&](const char *name, const SqlValue &value) {
        if (text.contains(u':' + QLatin1StringView(name)))
            copy.bind(name, value);
    };
    QStringList patterns;
    for (const SearchWord &word : searchWordsOf(view.filter.search))
        patterns.append(word.pattern);
    bind("as_of", view.asOf());
    bind("today", view.today);
    bind("is_today", view.asOf() == view.today);
    bind("is_scoped", view.isScoped);
    bind("is_filtered", !view.filter.licenses.isEmpty() || !view.filter.products.isEmpty()
                            || !view.filter.vendors.isEmpty());
    bind("has_words", !patterns.isEmpty());
    bind("is_whole", isWhole(view));
    bind("is_kept", isWhole(view) && view.asOf() == view.today);
    bind("is_kept_here", view.isScoped && isOfEveryLicense(view) && view.asOf() == view.today);
    bind("is_exact", view.uncounted == 0);
    bind("from", view.filter.from);
    bind("until", view.filter.until);
    bind("departments", view.filter.departments);
    bind("vendors", view.filter.vendors);
    bind("products", view.filter.products);
    bind("licenses", view.filter.licenses);
    bind("patterns", patterns);
    bind("lead_days", view.filter.leadDays);
    bind("idle_days", view.filter.idleDays);
    return copy;
}

ReportQuery::ReportQuery(const ReportDefinition &definition, const ReportView &view)
    : m_definition(definition), m_view(view), m_columns(reportColumns(definition.kind, view.withCosts))
{}

QString ReportQuery::rowsText(const std::optional<ReportOrder> &order, qint64 limit, bool withTotal) const
{
    QStringList selected;
    for (const ReportColumn &column : m_columns)
        selected.append(selectedText(column));
    selected.append(m_definition.target.isEmpty() ? u"NULL"_s : u"target_id::bigint"_s);
    if (withTotal)
        selected.append(u"count(*) OVER ()"_s);
    QString text = reportText(toText(m_definition.kind), selected.join(u", "_s), m_view) + orderText(order);
    if (limit > 0)
        text += u" LIMIT "_s + QString::number(limit);
    return text;
}

QString ReportQuery::countText() const
{
    if (m_definition.kind == ReportKind::Expiring && isWhole(m_view))
        return reportText(u"expiring-count"_s, u"entitlements::bigint"_s, m_view, ReportUse::Count);
    return reportText(toText(m_definition.kind), u"count(*)"_s, m_view, ReportUse::Count);
}

QString ReportQuery::orderText(const std::optional<ReportOrder> &order) const
{
    const QString start = u" ORDER BY "_s;
    const QString usual = QString(m_definition.order)
                              .replace(u"{currency}"_s, currencyOrder(currencyOf(u"cost_per_month"_s)));
    if (!order)
        return start + usual;
    const ReportColumn &column = m_columns.at(static_cast<std::size_t>(order->column));
    const QString direction = order->descending ? u" DESC NULLS LAST, "_s : u" NULLS LAST, "_s;
    const QString currency = column.type == CellType::Money ? currencyOrder(currencyOf(column.name))
                                                            : QString();
    return start + currency + column.name + direction + usual;
}

Result<ReportRow> ReportQuery::row(std::span<const CopyField> fields) const
{
    ReportRow row;
    row.cells.reserve(m_columns.size());
    auto field = fields.begin();
    for (const ReportColumn &column : m_columns) {
        const CopyField &value = *field++;
        const CopyField *currency = column.type == CellType::Money ? &*field++ : nullptr;
        if (value.isNull) {
            row.cells.emplace_back();
            continue;
        }
        auto cell = cellOf(column.type, value.text, currency);
        if (!cell)
            return failure(ErrorCode::Internal,
                           u"report %1: column %2 holds \"%3\""_s.arg(toText(m_definition.kind), column.name,
                                                                      QString::fromUtf8(value.text)));
        row.cells.push_back(*std::move(cell));
    }
    if (!field->isNull) {
        const auto id = numberOf<qint64>(field->text);
        row.target = ReportTarget{m_definition.target, id.value_or(0)};
    }
    return row;
}

Result<qint64> storedCount(const CopyField &field)
{
    if (field.isNull)
        return 0;
    if (const auto number = numberOf<qint64>(field.text))
        return *number;
    return failure(ErrorCode::Internal,
                   u"a number was expected, not \"%1\""_s.arg(QString::fromUtf8(field.text)));
}

} // namespace seatledger
