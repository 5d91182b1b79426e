// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportapplicationservice.h"

#include "core/formats/wholefile.h"
#include "core/repositories/snapshot.h"
#include "core/services/exportsource.h"
#include "core/services/reportexport.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qint64 rowsPerReport = 5'000;

Result<qint64> writeTable(Session &session, const ExportSource &source, TableWriter &writer,
                          const ExportProgressReport &progress)
{
    if (auto begun = writer.begin(source.columns); !begun)
        return std::unexpected(std::move(begun).error());
    qint64 written = 0;
    auto rows = source.stream(session, [&](std::span<const WriterCell> cells) {
        if (++written % rowsPerReport == 0 && progress)
            progress({.rows = written});
        return writer.row(cells);
    });
    if (!rows)
        return rows;
    if (progress)
        progress({.rows = written, .isFinishing = true});
    if (auto finished = writer.finish(); !finished)
        return std::unexpected(std::move(finished).error());
    return rows;
}

} // namespace

ExportApplicationService::ExportApplicationService(const AccessApplicationService &access,
                                                   const ReportingApplicationService &reports)
    : m_access(access), m_reports(reports)
{}

Result<ExportSource> ExportApplicationService::sourceOf(Session &session, const ExportRequest &request,
                                                        const QStringList &columns) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    if (auto may = access->require(Action::Export); !may)
        return std::unexpected(std::move(may).error());
    if (const auto *report = std::get_if<ReportExport>(&request))
        return reportSourceOf(session, m_reports, report->request, columns);
    return listSourceOf(session, *access, std::get<ListExport>(request), columns);
}

/// The writer finishes inside the transaction, whose end still notices that somebody cancelled.
Result<qint64> ExportApplicationService::write(Session &session, const ExportRequest &request,
                                               const TableTarget &target, const ExportOptions &options,
                                               const ExportProgressReport &progress) const
{
    return readSnapshot(session, u"export", [&](Session &inside) -> Result<qint64> {
        const auto source = sourceOf(inside, request, options.columns);
        if (!source)
            return std::unexpected(source.error());
        const auto writer = makeTableWriter(options.format, {target.device, source->title, target.scratch});
        return writeTable(inside, *source, *writer, progress);
    });
}

Result<qint64> ExportApplicationService::toDevice(Session &session, const ExportRequest &request,
                                                  QIODevice &device, const ExportOptions &options,
                                                  const ExportProgressReport &progress) const
{
    return write(session, request, {.device = device}, options, progress);
}

Result<qint64> ExportApplicationService::toFile(Session &session, const ExportRequest &request,
                                                const QString &path, const ExportOptions &options,
                                                const ExportProgressReport &progress) const
{
    WholeFile file(path);
    if (auto opened = file.open(); !opened)
        return std::unexpected(std::move(opened).error());
    auto rows = write(session, request, {.device = file.device(), .scratch = QFileInfo(path).absolutePath()},
                      options, progress);
    if (!rows)
        return rows;
    if (auto finished = file.finish(); !finished)
        return std::unexpected(std::move(finished).error());
    return rows;
}

} // namespace seatledger
