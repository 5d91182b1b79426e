// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/reportrepository.h"

#include "core/db/query.h"
#include "core/repositories/keptsums.h"
#include "core/repositories/reportdefinitions.h"
#include "core/repositories/reportquery.h"
#include "core/repositories/snapshot.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

Error unknownReport(ReportKind kind)
{
    return {ErrorCode::NotFound,
            QCoreApplication::translate("ReportRepository", "There is no report \"%1\".").arg(toText(kind)),
            {{u"field"_s, u"report"_s}}};
}

Result<qint64> countOf(Session &session, const ReportQuery &report, const ReportView &view)
{
    qint64 total = 0;
    auto rows = reportCopy(session, report.countText(), view)
                    .rows([&](std::span<const CopyField> fields) -> Result<void> {
                        auto counted = storedCount(fields.front());
                        if (!counted)
                            return std::unexpected(std::move(counted).error());
                        total = *counted;
                        return {};
                    });
    return rows ? Result<qint64>(total) : rows;
}

ReportView exactly(ReportView view)
{
    view.mayBeBehind = false;
    return view;
}

/// The rows, and how many there are where the statement says so.
Result<void> readRows(Session &session, const ReportQuery &report, const ReportView &view,
                      const ReportRequest &request, bool withTotal, ReportTable &table)
{
    const QString text = report.rowsText(request.order, request.limit, withTotal);
    const auto read =
        reportCopy(session, text, view).rows([&](std::span<const CopyField> fields) -> Result<void> {
            auto row = report.row(fields);
            if (!row)
                return std::unexpected(std::move(row).error());
            auto total = withTotal ? storedCount(fields.back()) : Result<qint64>(table.total + 1);
            if (!total)
                return std::unexpected(std::move(total).error());
            table.total = *total;
            table.rows.push_back(*std::move(row));
            return {};
        });
    if (!read)
        return std::unexpected(read.error());
    return {};
}

} // namespace

std::vector<ReportKind> ReportRepository::kinds()
{
    std::vector<ReportKind> kinds;
    for (const ReportDefinition &definition : reportDefinitions())
        kinds.push_back(definition.kind);
    return kinds;
}

Result<QDate> ReportRepository::today(Session &session) const
{
    return Query(session, u"SELECT seatledger.today() AS day"_s).one([](const Row &row) {
        return row.date("day");
    });
}

Result<ReportTable> ReportRepository::table(Session &session, const ReportView &view,
                                            const ReportRequest &request) const
{
    const ReportDefinition *definition = reportDefinition(request.kind);
    if (!definition)
        return std::unexpected(unknownReport(request.kind));
    return readSnapshot(session, u"report", [&](Session &inside) -> Result<ReportTable> {
        const auto asked = withUncounted(inside, definition->isOfSums ? view : exactly(view));
        if (!asked)
            return std::unexpected(asked.error());
        const ReportQuery report(*definition, *asked);
        ReportTable table{.kind = request.kind,
                          .columns = report.columns(),
                          .rows = {},
                          .uncounted = asked->uncounted,
                          .asOf = view.asOf()};
        if (auto read = readRows(inside, report, *asked, request, !definition->isLong, table); !read)
            return std::unexpected(std::move(read).error());
        if (definition->isLong && request.limit > 0 && std::ssize(table.rows) == request.limit) {
            auto total = countOf(inside, report, view);
            if (!total)
                return std::unexpected(std::move(total).error());
            table.total = *total;
        }
        auto currency = definition->isConverted ? convertedTo(inside, view) : Result<QString>(QString());
        if (!currency)
            return std::unexpected(std::move(currency).error());
        table.convertedTo = *std::move(currency);
        auto head = auditHead(inside, view);
        if (!head)
            return std::unexpected(std::move(head).error());
        table.auditHead = *std::move(head);
        return table;
    });
}

Result<qint64> ReportRepository::stream(Session &session, const ReportView &view,
                                        const ReportRequest &request,
                                        const std::function<Result<void>(const ReportRow &)> &consume) const
{
    const ReportDefinition *definition = reportDefinition(request.kind);
    if (!definition)
        return std::unexpected(unknownReport(request.kind));
    const ReportQuery report(*definition, view);
    const QString text = report.rowsText(request.order, request.limit, false);
    return reportCopy(session, text, view).rows([&](std::span<const CopyField> fields) -> Result<void> {
        const auto row = report.row(fields);
        return row ? consume(*row) : std::unexpected(row.error());
    });
}

Result<ReportView> ReportRepository::withUncounted(Session &session, const ReportView &view) const
{
    ReportView asked = view;
    if (!view.mayBeBehind)
        return asked;
    const auto behind = KeptSums().behind(session);
    if (!behind)
        return std::unexpected(behind.error());
    asked.uncounted = *behind < KeptSums::many ? 0 : *behind;
    return asked;
}

Result<QString> ReportRepository::convertedTo(Session &session, const ReportView &view) const
{
    if (!view.withCosts)
        return QString();
    auto currency = Query(session, u"SELECT value FROM seatledger.setting WHERE name = 'report_currency'"_s)
                        .first([](const Row &row) { return row.text("value"); });
    return currency ? Result<QString>(currency->value_or(QString()))
                    : std::unexpected(std::move(currency).error());
}

Result<qint64> ReportRepository::keepUp(Session &session, qint64 atMost) const
{
    // Whoever changes one of them waits meanwhile.
    constexpr qint64 atOnce = 500;
    qint64 counted = 0;
    while (counted < atMost) {
        const auto more = KeptSums().countSome(session, std::min(atOnce, atMost - counted));
        if (!more)
            return std::unexpected(more.error());
        if (*more == 0)
            break;
        counted += *more;
    }
    return counted;
}

Result<QString> ReportRepository::auditHead(Session &session, const ReportView &view) const
{
    if (!view.readsAudit)
        return QString();
    return Query(session, u"SELECT encode(hash, 'hex') AS head FROM seatledger.audit_head"_s)
        .one([](const Row &row) { return row.text("head"); });
}

} // namespace seatledger
