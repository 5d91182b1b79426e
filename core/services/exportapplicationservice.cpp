// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportapplicationservice.h"

#include "core/db/transaction.h"
#include "core/formats/csvwriter.h"
#include "core/formats/wholefile.h"
#include "core/repositories/listqueries.h"

#include <QCoreApplication>

#include <array>
#include <span>
#include <variant>
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

constexpr std::array operatorColumns{
    ExportColumn{"login", "o.login"},
    ExportColumn{"name", "o.display_name"},
    ExportColumn{"role", "o.role", CsvCell::Value},
    ExportColumn{"rights", "array_to_string(o.rights, ' ')", CsvCell::Value},
    ExportColumn{"departments", "array_to_string(x.departments, '; ')"},
    ExportColumn{"disabled_at", "o.disabled_at", CsvCell::Value},
    ExportColumn{"last_did", "l.last_did", CsvCell::Value},
};

/// What a kind of export takes: a right to view it, and its columns.
struct ExportKind {
    Action viewing;
    std::span<const ExportColumn> columns;
};

ExportKind kindOf(const MemberExport &)
{
    return {Action::ViewMembers, memberColumns};
}

ExportKind kindOf(const LicenseExport &)
{
    return {Action::ViewLicenses, licenseColumns};
}

ExportKind kindOf(const AssignmentExport &)
{
    return {Action::ViewAssignments, assignmentColumns};
}

ExportKind kindOf(const AuditExport &)
{
    return {Action::ReadAudit, auditColumns};
}

ExportKind kindOf(const OperatorExport &)
{
    return {Action::ManageOperators, operatorColumns};
}

Result<ListQuery> listOf(Session &session, const MemberExport &members)
{
    return memberListQuery(session, members.filter, members.order);
}

Result<ListQuery> listOf(Session &session, const LicenseExport &licenses)
{
    return licenseListQuery(session, licenses.filter, licenses.order);
}

Result<ListQuery> listOf(Session &session, const AssignmentExport &assignments)
{
    return assignmentListQuery(session, assignments.filter, assignments.order);
}

Result<ListQuery> listOf(Session &, const AuditExport &audit)
{
    return operationEventsQuery(audit.filter, audit.order);
}

Result<ListQuery> listOf(Session &, const OperatorExport &operators)
{
    return operatorListQuery(operators.filter, operators.order);
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

} // namespace

ExportApplicationService::ExportApplicationService(const AccessApplicationService &access) : m_access(access)
{}

Result<qint64> ExportApplicationService::toDevice(Session &session, const ExportRequest &request,
                                                  QIODevice &device,
                                                  const std::function<void(qint64)> &progress) const
{
    return transact(session, u"export", [&](Session &) -> Result<qint64> {
        const ExportKind kind = std::visit([](const auto &asked) { return kindOf(asked); }, request);
        for (const Action action : {Action::Export, kind.viewing}) {
            if (auto may = m_access.require(session, action); !may)
                return std::unexpected(std::move(may).error());
        }
        const auto list = std::visit([&](const auto &asked) { return listOf(session, asked); }, request);
        if (!list)
            return std::unexpected(list.error());
        CsvWriter writer(device);
        if (auto begun = writeHeading(writer, kind.columns); !begun)
            return std::unexpected(std::move(begun).error());
        qint64 written = 0;
        CopyOut copy = list->copyOut(session, selected(kind.columns));
        auto rows = copy.rows([&](std::span<const CopyField> fields) {
            constexpr qint64 rowsPerReport = 5'000;
            if (++written % rowsPerReport == 0 && progress)
                progress(written);
            return writeRow(writer, kind.columns, fields);
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
    WholeFile file(path);
    if (auto opened = file.open(); !opened)
        return std::unexpected(std::move(opened).error());
    auto rows = toDevice(session, request, file.device(), progress);
    if (!rows)
        return rows;
    if (auto finished = file.finish(); !finished)
        return std::unexpected(std::move(finished).error());
    return rows;
}

} // namespace seatledger
