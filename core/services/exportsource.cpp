// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportsource.h"

#include "core/domain/money.h"
#include "core/services/exportcolumns.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

std::vector<ExportColumn> columnsFor(const ExportList &list, bool mayCosts)
{
    std::vector<ExportColumn> columns;
    std::ranges::copy_if(list.columns, std::back_inserter(columns),
                         [&](const ExportColumn &column) { return mayCosts || !column.isCost; });
    return columns;
}

/// Whether a column that is chosen is there, but not for this person.
Result<void> checkCosts(const Access &access, const ExportList &list, const QStringList &chosen)
{
    const bool asksForCosts = std::ranges::any_of(list.columns, [&](const ExportColumn &column) {
        return column.isCost && chosen.contains(QLatin1StringView(column.name));
    });
    return asksForCosts ? access.require(Action::ViewCosts) : Result<void>();
}

Result<std::vector<ExportColumn>> chosenOf(const Access &access, const ExportList &list,
                                           const QStringList &chosen)
{
    if (auto may = checkCosts(access, list, chosen); !may)
        return std::unexpected(std::move(may).error());
    const auto all = columnsFor(list, access.require(Action::ViewCosts).has_value());
    QStringList names;
    for (const ExportColumn &column : all)
        names.append(QString::fromLatin1(column.name));
    const auto places = chosenColumns(names, chosen);
    if (!places)
        return std::unexpected(places.error());
    std::vector<ExportColumn> columns;
    for (const std::size_t place : *places)
        columns.push_back(all[place]);
    return columns;
}

QString selected(const std::vector<ExportColumn> &columns)
{
    QStringList expressions;
    for (const ExportColumn &column : columns) {
        expressions.append(QString::fromLatin1(column.expression));
        if (column.currency)
            expressions.append(QString::fromLatin1(column.currency));
    }
    return expressions.join(u", "_s);
}

/// Makes cells of what PostgreSQL streams. Keeps its buffers from row to row.
class RowCells final
{
public:
    explicit RowCells(const std::vector<ExportColumn> &columns)
        : m_columns(columns), m_cells(columns.size()), m_amounts(columns.size())
    {}

    std::span<const WriterCell> of(std::span<const CopyField> fields)
    {
        std::size_t field = 0;
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            const CopyField &value = fields[field++];
            m_cells[i] = {.text = value.text, .isNull = value.isNull};
            if (m_columns[i].currency)
                setAmount(i, value, fields[field++]);
        }
        return m_cells;
    }

private:
    void setAmount(std::size_t column, const CopyField &minor, const CopyField &currency)
    {
        if (minor.isNull)
            return;
        const Money amount(minor.text.toLongLong(), Currency::fromStored(QString::fromLatin1(currency.text)));
        m_amounts[column] = amount.toText().toLatin1();
        m_cells[column].text = m_amounts[column];
        m_cells[column].currency = currency.text;
    }

    const std::vector<ExportColumn> &m_columns;
    std::vector<WriterCell> m_cells;
    std::vector<QByteArray> m_amounts;
};

} // namespace

Result<std::vector<std::size_t>> chosenColumns(const QStringList &all, const QStringList &chosen)
{
    std::vector<std::size_t> places(static_cast<std::size_t>(chosen.isEmpty() ? all.size() : 0));
    std::iota(places.begin(), places.end(), 0);
    for (const QString &name : chosen) {
        const qsizetype place = all.indexOf(name);
        if (place < 0)
            return failure(ErrorCode::InvalidInput,
                           QCoreApplication::translate("export", "There is no column “%1”. There are: %2.")
                               .arg(name, all.join(u", "_s)),
                           {{u"field"_s, u"columns"_s}, {u"column"_s, name}});
        if (std::ranges::count(places, static_cast<std::size_t>(place)) > 0)
            return failure(ErrorCode::InvalidInput,
                           QCoreApplication::translate("export", "The column “%1” is named twice.").arg(name),
                           {{u"field"_s, u"columns"_s}, {u"column"_s, name}});
        places.push_back(static_cast<std::size_t>(place));
    }
    return places;
}

Result<ExportSource> listSourceOf(Session &session, const Access &access, const ListExport &request,
                                  const QStringList &columns)
{
    const ExportList list = exportListOf(request);
    if (list.viewing) {
        if (auto may = access.require(*list.viewing); !may)
            return std::unexpected(std::move(may).error());
    }
    const auto chosen = chosenOf(access, list, columns);
    if (!chosen)
        return std::unexpected(chosen.error());
    const auto query = exportQueryOf(session, request);
    if (!query)
        return std::unexpected(query.error());
    ExportSource source{QString::fromLatin1(list.name), {}, {}};
    for (const ExportColumn &column : *chosen)
        source.columns.push_back({QString::fromLatin1(column.name), column.kind});
    source.stream = [query = *query, columns = *chosen,
                     joins = list.joins](Session &inside, const ExportRowConsumer &consume) {
        RowCells cells(columns);
        return query.copyOut(inside, selected(columns), joins).rows([&](std::span<const CopyField> fields) {
            return consume(cells.of(fields));
        });
    };
    return source;
}

} // namespace seatledger
