// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/fields.h"
#include "app/server/jsonvalues.h"
#include "app/server/mediatype.h"
#include "app/server/routes/reportquery.h"
#include "app/server/routes/routes.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

struct FormatType {
    TableFormat format;
    QByteArrayView mediaType;
};

constexpr std::array types{
    FormatType{TableFormat::Csv, "text/csv"},
    FormatType{TableFormat::Json, "application/json"},
    FormatType{TableFormat::Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
};

QList<QByteArray> mediaTypes()
{
    QList<QByteArray> names;
    for (const FormatType &type : types)
        names.append(type.mediaType.toByteArray());
    return names;
}

QByteArray mediaTypeOf(TableFormat format)
{
    return std::ranges::find(types, format, &FormatType::format)->mediaType.toByteArray();
}

/// `format` where it is said, else what the client likes best.
TableFormat readFormat(QueryFields &fields, const Request &request)
{
    std::optional<TableFormat> said;
    fields.read("format", said);
    if (said)
        return *said;
    const QByteArray liked = acceptable(request.headers.value("Accept"), mediaTypes());
    return std::ranges::find(types, QByteArrayView(liked), &FormatType::mediaType)->format;
}

Answer listExports(const Call &call)
{
    QueryFields fields(call.request);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    return jsonResponse({{u"items"_s, QJsonArray::fromStringList(exportNames())}});
}

/// The whole list or report, without a limit: it is sent while it is read.
Answer exportTable(const Call &call, QString name)
{
    QueryFields fields(call.request);
    QString search;
    QString columns;
    ReportFilter filter;
    ExportOptions options{.format = readFormat(fields, call.request)};
    fields.read("columns", columns);
    options.columns = columns.split(u',', Qt::SkipEmptyParts);
    const bool isReport = name.startsWith("report:"_L1);
    if (isReport)
        readReportFilter(fields, filter);
    else
        fields.read("q", search);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    auto wish = exportNamed(name, search);
    if (!wish)
        return std::unexpected(noSuchResource());
    if (auto *report = std::get_if<ReportExport>(&*wish)) {
        report->request.filter = filter;
        report->request.limit = 0;
    }
    Response response;
    response.headers.set("Content-Type", mediaTypeOf(options.format));
    response.headers.set("Content-Disposition", "attachment; filename=\""
                                                    + name.replace(u':', u'-').toLatin1() + '.'
                                                    + toText(options.format).toLatin1() + '"');
    response.writer = [call, wish = *wish, options](QIODevice &device) -> Result<void> {
        const auto written = call.services.exports.toDevice(call.session, wish, device, options);
        return written ? Result<void>() : std::unexpected(written.error());
    };
    return response;
}

} // namespace

void addExportRoutes(Router &router)
{
    router.get("/api/v1/exports", TokenScope::Report, listExports);
    router.get("/api/v1/exports/{name}", TokenScope::Report, exportTable).as(mediaTypes()).streams();
}

} // namespace seatledger::server
