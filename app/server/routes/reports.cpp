// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/routes/reportjson.h"
#include "app/server/routes/reportquery.h"
#include "app/server/routes/routes.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

Answer listReports(const Call &call)
{
    QueryFields fields(call.request);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto kinds = call.services.reports.kinds(call.session);
    if (!kinds)
        return std::unexpected(kinds.error());
    QJsonArray items;
    for (const ReportKind kind : *kinds)
        items.append(QJsonObject{{u"name"_s, toText(kind)}, {u"title"_s, reportTitle(kind)}});
    return jsonResponse({{u"items"_s, items}});
}

/// `order=held` or `order=-held`: by a column of the report.
void readOrder(QueryFields &fields, const std::vector<ReportColumn> &columns, ReportRequest &request)
{
    QString text;
    fields.read("order", text);
    if (text.isEmpty())
        return;
    const bool descending = text.startsWith(u'-');
    const QString name = descending ? text.sliced(1) : text;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name) {
            request.order = ReportOrder{static_cast<int>(i), descending};
            return;
        }
    }
    fields.refuse("order", u"This report has no column \"%1\"."_s.arg(name));
}

Answer showReport(const Call &call, ReportKind kind)
{
    const auto columns = call.services.reports.columns(call.session, kind);
    if (!columns)
        return std::unexpected(columns.error());
    ReportRequest request{.kind = kind};
    int limit = static_cast<int>(ReportRequest::usualLimit);
    QueryFields fields(call.request);
    readReportFilter(fields, request.filter);
    readOrder(fields, *columns, request);
    fields.read("limit", limit, 1, limit);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    request.limit = limit;
    const auto table = call.services.reports.table(call.session, request);
    if (!table)
        return std::unexpected(table.error());
    return jsonResponse(toJson(*table));
}

Answer showStatistics(const Call &call)
{
    ReportFilter filter;
    QueryFields fields(call.request);
    readReportFilter(fields, filter);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto figures = call.services.reports.figures(call.session, filter);
    if (!figures)
        return std::unexpected(figures.error());
    return jsonResponse(toJson(*figures));
}

/// What reports are read from.
Keeping figuresOfTheBook()
{
    return {.tables = {"department", "member", "vendor", "product", "license", "entitlement",
                       "license_assignment", "device", "activation", "exchange_rate", "setting",
                       "waiting_entry"}};
}

} // namespace

void readReportFilter(QueryFields &fields, ReportFilter &filter)
{
    fields.read("as_of", filter.asOf);
    fields.read("from", filter.from);
    fields.read("until", filter.until);
    fields.read("department_id", filter.departments);
    fields.read("vendor_id", filter.vendors);
    fields.read("product_id", filter.products);
    fields.read("license_id", filter.licenses);
    fields.read("q", filter.search);
    fields.read("lead_days", filter.leadDays, 1, ReportFilter::maximumDays);
    fields.read("idle_days", filter.idleDays, 1, ReportFilter::maximumDays);
}

void addReportRoutes(Router &router)
{
    router.get("/api/v1/reports", TokenScope::Report, listReports);
    router.get("/api/v1/reports/{name}", TokenScope::Report, showReport).keeps(figuresOfTheBook());
    router.get("/api/v1/statistics", TokenScope::Report, showStatistics).keeps(figuresOfTheBook());
}

} // namespace seatledger::server
