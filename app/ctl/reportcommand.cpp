// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"
#include "app/ctl/reportjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

constexpr auto dashboard = "dashboard";

struct ReportArguments {
    std::string name;
    std::string asOf;
    std::string from;
    std::string until;
    std::vector<std::string> departments;
    std::vector<std::string> vendors;
    std::vector<std::string> products;
    std::vector<std::string> licenses;
    std::string search;
    int leadDays = ReportFilter().leadDays;
    int idleDays = ReportFilter().idleDays;
    std::string order;
    bool descending = false;
    qint64 limit = 50;
    bool list = false;
};

/// By its name, whatever its case, or as `#42`; `what` names it where there is none.
template <typename Row>
Result<decltype(Row::id)> idNamed(const std::vector<Row> &rows, const std::string &text, const QString &what)
{
    const QString name = typed(text);
    const auto found = std::ranges::find_if(rows, [&](const Row &row) {
        return row.name.text().compare(name, Qt::CaseInsensitive) == 0
               || name == u'#' + QString::number(row.id.value());
    });
    if (found == rows.end())
        return failure(ErrorCode::NotFound, u"There is no %1 \"%2\"."_s.arg(what, name),
                       {{u"value"_s, name}});
    return found->id;
}

/// Appends the id of each of the texts.
template <typename IdType, typename Find>
Result<void> appendIds(QList<IdType> &ids, const std::vector<std::string> &texts, Find find)
{
    for (const std::string &text : texts) {
        const auto id = find(text);
        if (!id)
            return std::unexpected(id.error());
        ids.append(*id);
    }
    return {};
}

Result<void> takeDays(ReportFilter &filter, const ReportArguments &arguments)
{
    for (const auto &[day, text] :
         {std::pair(&filter.asOf, &arguments.asOf), std::pair(&filter.from, &arguments.from),
          std::pair(&filter.until, &arguments.until)}) {
        auto read = optionalDayOf(*text);
        if (!read)
            return std::unexpected(std::move(read).error());
        *day = *read;
    }
    return {};
}

Result<void> takeCatalogue(ReportFilter &filter, const OpenBook &book, const ReportArguments &arguments)
{
    const auto vendors = book.services.catalogue.vendors(book.session);
    if (!vendors)
        return std::unexpected(vendors.error());
    const auto products = book.services.catalogue.products(book.session);
    if (!products)
        return std::unexpected(products.error());
    if (auto taken = appendIds(filter.vendors, arguments.vendors,
                               [&](const std::string &text) { return idNamed(*vendors, text, u"vendor"_s); });
        !taken)
        return taken;
    return appendIds(filter.products, arguments.products,
                     [&](const std::string &text) { return idNamed(*products, text, u"product"_s); });
}

Result<ReportFilter> filterOf(const OpenBook &book, const ReportArguments &arguments)
{
    ReportFilter filter{
        .search = typed(arguments.search), .leadDays = arguments.leadDays, .idleDays = arguments.idleDays};
    if (auto taken = takeDays(filter, arguments); !taken)
        return std::unexpected(std::move(taken).error());
    if (!arguments.vendors.empty() || !arguments.products.empty()) {
        if (auto taken = takeCatalogue(filter, book, arguments); !taken)
            return std::unexpected(std::move(taken).error());
    }
    auto departments = appendIds(filter.departments, arguments.departments, [&](const std::string &text) {
        const auto found = departmentOf(book, text);
        return found ? Result<DepartmentId>(found->id) : std::unexpected(found.error());
    });
    if (!departments)
        return std::unexpected(std::move(departments).error());
    auto licenses = appendIds(filter.licenses, arguments.licenses, [&](const std::string &text) {
        const auto found = licenseOf(book, text);
        return found ? Result<LicenseId>(found->id) : std::unexpected(found.error());
    });
    if (!licenses)
        return std::unexpected(std::move(licenses).error());
    return filter;
}

Result<std::optional<ReportOrder>> orderOf(const OpenBook &book, ReportKind kind,
                                           const ReportArguments &arguments)
{
    if (arguments.order.empty())
        return std::optional<ReportOrder>();
    const auto columns = book.services.reports.columns(book.session, kind);
    if (!columns)
        return std::unexpected(columns.error());
    const auto found = std::ranges::find(*columns, typed(arguments.order), &ReportColumn::name);
    if (found != columns->end())
        return ReportOrder{static_cast<int>(found - columns->begin()), arguments.descending};
    QStringList names;
    for (const ReportColumn &column : *columns)
        names.append(column.name);
    return failure(ErrorCode::InvalidInput,
                   u"\"%1\" is no column of this report; they are %2."_s.arg(typed(arguments.order),
                                                                             names.join(u", "_s)),
                   {{u"field"_s, u"order"_s}});
}

Result<void> listReports(const OpenBook &book)
{
    const auto kinds = book.services.reports.kinds(book.session);
    if (!kinds)
        return std::unexpected(kinds.error());
    QList<QJsonObject> rows;
    for (const ReportKind kind : *kinds)
        rows.append({{u"report"_s, toText(kind)}, {u"title"_s, reportTitle(kind)}});
    rows.append({{u"report"_s, QLatin1StringView(dashboard)}, {u"title"_s, u"What matters at a glance"_s}});
    book.output.table({u"report"_s, u"title"_s}, rows);
    return {};
}

Result<void> printDashboard(const OpenBook &book, const ReportFilter &filter)
{
    const auto figures = book.services.reports.figures(book.session, filter);
    if (!figures)
        return std::unexpected(figures.error());
    book.output.result(textOf(*figures), toJson(*figures));
    return {};
}

Result<void> printTable(const OpenBook &book, ReportKind kind, ReportFilter filter,
                        const ReportArguments &arguments)
{
    const auto order = orderOf(book, kind, arguments);
    if (!order)
        return std::unexpected(order.error());
    const auto table = book.services.reports.table(
        book.session, {.kind = kind, .filter = std::move(filter), .order = *order, .limit = arguments.limit});
    if (!table)
        return std::unexpected(table.error());
    if (book.output.isJson()) {
        book.output.result({}, toJson(*table));
        return {};
    }
    QStringList columns;
    for (const ReportColumn &column : table->columns)
        columns.append(column.name);
    book.output.table(columns, textRows(*table));
    book.output.result(footOf(*table), {});
    return {};
}

Result<void> report(const OpenBook &book, const ReportArguments &arguments)
{
    if (arguments.list || arguments.name.empty())
        return listReports(book);
    if (const auto kept = book.services.reports.keepUp(book.session); !kept)
        return std::unexpected(kept.error());
    const auto filter = filterOf(book, arguments);
    if (!filter)
        return std::unexpected(filter.error());
    if (arguments.name == dashboard)
        return printDashboard(book, *filter);
    const auto kind = fromText<ReportKind>(typed(arguments.name));
    if (!kind)
        return failure(ErrorCode::NotFound,
                       u"There is no report \"%1\"; report --list names all."_s.arg(typed(arguments.name)),
                       {{u"value"_s, typed(arguments.name)}});
    return printTable(book, *kind, *filter, arguments);
}

void addFilters(CLI::App &command, ReportArguments &arguments)
{
    command.add_option("--as-of", arguments.asOf, "The day it is about, past or to come (today)");
    command.add_option("--from", arguments.from, "First day, of reports over time");
    command.add_option("--until", arguments.until, "Last day, of reports over time");
    command.add_option("--department", arguments.departments,
                       "Only its people and those of all below; may be repeated");
    command.add_option("--vendor", arguments.vendors, "Only licences of this vendor; may be repeated");
    command.add_option("--product", arguments.products, "Only licences of this product; may be repeated");
    command.add_option("--license", arguments.licenses, "Only this licence; may be repeated");
    command.add_option("--search", arguments.search, "Only rows with these words");
    command.add_option("--lead-days", arguments.leadDays, "How far ahead `expiring` looks (90)");
    command.add_option("--idle-days", arguments.idleDays,
                       "How long a seat is unused until `idle-seats` names it (90)");
}

} // namespace

void addReportCommand(CommandLine &line)
{
    const Group<ReportArguments> group(line);
    ReportArguments &arguments = group.arguments();
    CLI::App &command = group.add(line.app, "report", "What the book says: utilisation, forecast, costs, ...",
                                  "report utilisation --as-of 2026-12-31 --vendor Northwind --limit 10",
                                  report);
    command.add_option("NAME", arguments.name, "Which one, or dashboard; without a name all are listed");
    command.add_flag("--list", arguments.list, "Name all reports");
    addFilters(command, arguments);
    command.add_option("--order", arguments.order, "By this column");
    command.add_flag("--descending", arguments.descending, "The other way round");
    command.add_option("--limit", arguments.limit, "Rows at most; 0 is all (50)");
}

} // namespace seatledger::ctl
