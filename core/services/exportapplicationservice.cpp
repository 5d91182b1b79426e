// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportapplicationservice.h"

#include "core/db/transaction.h"
#include "core/formats/csvwriter.h"
#include "core/repositories/listqueries.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <array>
#include <cerrno>
#include <span>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// One column of a file: its heading, what is selected for it, and how it is written.
struct ExportColumn {
    const char *heading;
    const char *expression;
    CsvCell cell = CsvCell::Text;
};

constexpr std::array memberColumns{
    ExportColumn{"number", "m.number"},
    ExportColumn{"name", "m.name"},
    ExportColumn{"email", "m.email"},
    ExportColumn{"department", "d.name"},
    ExportColumn{"status", "m.status", CsvCell::Value},
    ExportColumn{"joined_on", "m.joined_on", CsvCell::Value},
    ExportColumn{"left_on", "m.left_on", CsvCell::Value},
    ExportColumn{"note", "m.note"},
};
constexpr std::array licenseColumns{
    ExportColumn{"license", "l.name"},
    ExportColumn{"vendor", "v.name"},
    ExportColumn{"product", "p.name"},
    ExportColumn{"metric", "l.metric", CsvCell::Value},
    ExportColumn{"term", "l.term", CsvCell::Value},
    ExportColumn{"state", "l.state", CsvCell::Value},
    ExportColumn{"seats", "coalesce(c.capacity::text, 'unlimited')", CsvCell::Value},
    ExportColumn{"held", "c.held", CsvCell::Value},
    ExportColumn{"free", "c.capacity - c.held", CsvCell::Value},
    ExportColumn{"promised", "c.promised", CsvCell::Value},
    ExportColumn{"shortage", "c.short", CsvCell::Value},
    ExportColumn{"lapses_on", "c.lapses_on", CsvCell::Value},
    ExportColumn{"note", "l.note"},
};
constexpr std::array assignmentColumns{
    ExportColumn{"assignment", "a.id", CsvCell::Value},
    ExportColumn{"license", "l.name"},
    ExportColumn{"member_number", "m.number"},
    ExportColumn{"member_name", "m.name"},
    ExportColumn{"member_email", "m.email"},
    ExportColumn{"department", "d.name"},
    ExportColumn{"quantity", "a.quantity", CsvCell::Value},
    ExportColumn{"from_day", "lower(a.period)", CsvCell::Value},
    ExportColumn{"until_day", "upper(a.period) - 1", CsvCell::Value},
    ExportColumn{"state", "a.state", CsvCell::Value},
    ExportColumn{"seat_released", "a.seat_released", CsvCell::Value},
    ExportColumn{"suspended_until", "a.suspended_until", CsvCell::Value},
    ExportColumn{"ended_on", "a.ended_on", CsvCell::Value},
    ExportColumn{"end_reason", "a.end_reason"},
    ExportColumn{"note", "a.note"},
};

constexpr std::array auditColumns{
    ExportColumn{"at", "coalesce(s.at, o.started_at)", CsvCell::Value},
    ExportColumn{"operation", "o.id", CsvCell::Value},
    ExportColumn{"kind", "o.kind", CsvCell::Value},
    ExportColumn{"summary", "o.summary"},
    ExportColumn{"reason", "o.reason"},
    ExportColumn{"actor", "o.actor"},
    ExportColumn{"login", "o.login"},
    ExportColumn{"source", "o.source", CsvCell::Value},
    ExportColumn{"address", "host(o.address)", CsvCell::Value},
    ExportColumn{"undoes", "o.undoes_id", CsvCell::Value},
    ExportColumn{"undone_by", "u.id", CsvCell::Value},
    ExportColumn{"statement", "s.id", CsvCell::Value},
    ExportColumn{"action", "s.action", CsvCell::Value},
    ExportColumn{"entity", "e.entity", CsvCell::Value},
    ExportColumn{"entity_id", "e.entity_id", CsvCell::Value},
    ExportColumn{"old", "e.old"},
    ExportColumn{"new", "e.new"},
};

std::span<const ExportColumn> columnsOf(const ExportRequest &request)
{
    switch (request.index()) {
    case 0:
        return memberColumns;
    case 1:
        return licenseColumns;
    case 2:
        return assignmentColumns;
    default:
        return auditColumns;
    }
}

Result<ListQuery> listOf(Session &session, const ExportRequest &request)
{
    if (const auto *members = std::get_if<MemberExport>(&request))
        return memberListQuery(session, members->filter, members->order);
    if (const auto *licenses = std::get_if<LicenseExport>(&request))
        return licenseListQuery(session, licenses->filter, licenses->order);
    if (const auto *assignments = std::get_if<AssignmentExport>(&request))
        return assignmentListQuery(session, assignments->filter, assignments->order);
    const auto &audit = std::get<AuditExport>(request);
    return operationEventsQuery(audit.filter, audit.order);
}

Error cannotWrite(const QIODevice &device, const QString &path)
{
    const ErrorCode code = errno == ENOSPC || errno == EDQUOT ? ErrorCode::StorageFull
                           : errno == ENOENT                  ? ErrorCode::NotFound
                                                              : ErrorCode::Forbidden;
    return {
        code,
        QCoreApplication::translate("services", "%1 cannot be written: %2").arg(path, device.errorString()),
        {{u"path"_s, path}}};
}

Result<void> writeHeading(CsvWriter &writer, std::span<const ExportColumn> columns)
{
    for (const ExportColumn &column : columns)
        writer.cell(column.heading, CsvCell::Value);
    return writer.endRow();
}

Result<void> writeRow(CsvWriter &writer, std::span<const ExportColumn> columns,
                      std::span<const CopyField> fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].isNull)
            writer.emptyCell();
        else
            writer.cell(fields[i].text, columns[i].cell);
    }
    return writer.endRow();
}

QString selected(std::span<const ExportColumn> columns)
{
    QStringList expressions;
    for (const ExportColumn &column : columns)
        expressions.append(QString::fromLatin1(column.expression));
    return expressions.join(u", "_s);
}

Action viewing(const ExportRequest &request)
{
    if (std::holds_alternative<MemberExport>(request))
        return Action::ViewMembers;
    if (std::holds_alternative<AuditExport>(request))
        return Action::ReadAudit;
    return std::holds_alternative<LicenseExport>(request) ? Action::ViewLicenses : Action::ViewAssignments;
}

} // namespace

ExportApplicationService::ExportApplicationService(const AccessApplicationService &access) : m_access(access)
{}

Result<qint64> ExportApplicationService::toDevice(Session &session, const ExportRequest &request,
                                                  QIODevice &device,
                                                  const std::function<void(qint64)> &progress) const
{
    return transact(session, u"export", [&](Session &) -> Result<qint64> {
        for (const Action action : {Action::Export, viewing(request)}) {
            if (auto may = m_access.require(session, action); !may)
                return std::unexpected(std::move(may).error());
        }
        const auto list = listOf(session, request);
        if (!list)
            return std::unexpected(list.error());
        const auto columns = columnsOf(request);
        CsvWriter writer(device);
        if (auto begun = writeHeading(writer, columns); !begun)
            return std::unexpected(std::move(begun).error());
        qint64 written = 0;
        CopyOut copy = list->copyOut(session, selected(columns));
        auto rows = copy.rows([&](std::span<const CopyField> fields) {
            constexpr qint64 rowsPerReport = 5'000;
            if (++written % rowsPerReport == 0 && progress)
                progress(written);
            return writeRow(writer, columns, fields);
        });
        if (!rows)
            return rows;
        if (auto finished = writer.finish(); !finished)
            return std::unexpected(std::move(finished).error());
        return rows;
    });
}

Result<qint64> ExportApplicationService::toFile(Session &session, const ExportRequest &request,
                                                const QString &path,
                                                const std::function<void(qint64)> &progress) const
{
    // Writes beside the file and takes its place at the end.
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(cannotWrite(file, path));
    auto rows = toDevice(session, request, file, progress);
    if (!rows)
        return rows;
    errno = 0;
    // Only flush() tells that the disk is full: commit() does not ask what became of the last bytes.
    if (!file.flush() || !file.commit())
        return std::unexpected(cannotWrite(file, path));
    return rows;
}

} // namespace seatledger
