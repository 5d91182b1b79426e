// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/reportexport.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString currencyColumn = u"currency"_s;

ColumnKind kindOf(CellType type)
{
    switch (type) {
    case CellType::Count:
        return ColumnKind::Count;
    case CellType::Money:
        return ColumnKind::Money;
    case CellType::Percent:
        return ColumnKind::Percent;
    case CellType::Day:
        return ColumnKind::Day;
    case CellType::Month:
        return ColumnKind::Month;
    case CellType::Instant:
        return ColumnKind::Instant;
    case CellType::Text:
        break;
    }
    return ColumnKind::Text;
}

/// The columns of a file, with the one of the currencies.
std::vector<WriterColumn> fileColumns(const std::vector<ReportColumn> &columns)
{
    std::vector<WriterColumn> all;
    std::ptrdiff_t afterMoney = 0;
    for (const ReportColumn &column : columns) {
        all.push_back({column.name, kindOf(column.type)});
        if (column.type == CellType::Money)
            afterMoney = std::ssize(all);
    }
    if (afterMoney > 0)
        all.insert(all.begin() + afterMoney, {currencyColumn, ColumnKind::Text});
    return all;
}

/// A cell as plain text.
struct PlainText {
    ColumnKind kind;

    QByteArray operator()(std::monostate) const { return {}; }
    QByteArray operator()(const QString &text) const { return text.toUtf8(); }
    QByteArray operator()(qint64 number) const { return QByteArray::number(number); }
    QByteArray operator()(double number) const
    {
        return QByteArray::number(number, 'f', QLocale::FloatingPointShortest);
    }
    QByteArray operator()(const Money &amount) const { return amount.toText().toLatin1(); }
    QByteArray operator()(QDate day) const
    {
        return day.toString(kind == ColumnKind::Month ? u"yyyy-MM"_s : u"yyyy-MM-dd"_s).toLatin1();
    }
    QByteArray operator()(const QDateTime &instant) const
    {
        return instant.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s).toLatin1() + "+00";
    }
};

/// Makes the chosen cells of a row of a report. Keeps its buffers from row to row.
class ReportCells final
{
public:
    ReportCells(std::vector<WriterColumn> all, std::vector<std::size_t> chosen)
        : m_all(std::move(all)), m_chosen(std::move(chosen)), m_cells(m_chosen.size()), m_texts(m_all.size())
    {}

    Result<std::span<const WriterCell>> of(const ReportRow &row)
    {
        auto currency = currencyOf(row);
        if (!currency)
            return std::unexpected(std::move(currency).error());
        m_currency = *std::move(currency);
        auto cell = row.cells.begin();
        for (std::size_t i = 0; i < m_all.size(); ++i)
            m_texts[i] = m_all[i].name == currencyColumn ? m_currency
                                                         : std::visit(PlainText{m_all[i].kind}, *cell++);
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            const QByteArray &text = m_texts[m_chosen[i]];
            m_cells[i] = {.text = text, .isNull = text.isNull(), .currency = m_currency};
        }
        return m_cells;
    }

private:
    /// A row's amounts are of one currency.
    static Result<QByteArray> currencyOf(const ReportRow &row)
    {
        QByteArray currency;
        for (const ReportCell &cell : row.cells) {
            const Money *amount = std::get_if<Money>(&cell);
            if (!amount)
                continue;
            const QByteArray code = amount->currency().code().toLatin1();
            if (!currency.isEmpty() && code != currency)
                return failure(ErrorCode::Internal, u"A row of a report has amounts of two currencies."_s);
            currency = code;
        }
        return currency;
    }

    std::vector<WriterColumn> m_all;
    std::vector<std::size_t> m_chosen;
    std::vector<WriterCell> m_cells;
    std::vector<QByteArray> m_texts;
    QByteArray m_currency;
};

} // namespace

Result<ExportSource> reportSourceOf(Session &session, const ReportingApplicationService &reports,
                                    const ReportRequest &request, const QStringList &columns)
{
    const auto prepared = reports.prepare(session, request);
    if (!prepared)
        return std::unexpected(prepared.error());
    const std::vector<WriterColumn> all = fileColumns(prepared->columns);
    QStringList names;
    std::ranges::transform(all, std::back_inserter(names), &WriterColumn::name);
    const auto chosen = chosenColumns(names, columns);
    if (!chosen)
        return std::unexpected(chosen.error());
    ExportSource source{toText(request.kind), {}, {}};
    std::ranges::transform(*chosen, std::back_inserter(source.columns),
                           [&](std::size_t place) { return all[place]; });
    source.stream = [&reports, report = *prepared, all, chosen = *chosen](Session &inside,
                                                                          const ExportRowConsumer &consume) {
        ReportCells cells(all, chosen);
        return reports.stream(inside, report, [&](const ReportRow &row) -> Result<void> {
            const auto plain = cells.of(row);
            return plain ? consume(*plain) : std::unexpected(plain.error());
        });
    };
    return source;
}

} // namespace seatledger
