// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/copy.h"
#include "core/domain/report.h"
#include "core/repositories/reportdefinitions.h"
#include "core/repositories/reportrepository.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace seatledger {

/// What a report is read for.
enum class ReportUse { Rows, Count };

/// A file of resources/reports with common.sql before it: `WITH RECURSIVE ... SELECT <selected> FROM (<file>)
/// report`, for `view`.
[[nodiscard]] QString reportText(const QString &name, const QString &selected, const ReportView &view,
                                 ReportUse use = ReportUse::Rows);

/// A statement with the values of `view` that its text names.
[[nodiscard]] CopyOut reportCopy(Session &session, const QString &text, const ReportView &view);

/// One report as SQL: its statements, and how their rows become those of the report. A plain value.
class ReportQuery final
{
public:
    ReportQuery(const ReportDefinition &definition, const ReportView &view);

    [[nodiscard]] const std::vector<ReportColumn> &columns() const { return m_columns; }

    /// At most `limit` rows (0: all) in the order asked for; with `withTotal` each says how many there are.
    [[nodiscard]] QString rowsText(const std::optional<ReportOrder> &order, qint64 limit,
                                   bool withTotal) const;
    [[nodiscard]] QString countText() const;

    /// Internal if a value is not of its column's type.
    [[nodiscard]] Result<ReportRow> row(std::span<const CopyField> fields) const;

private:
    [[nodiscard]] QString orderText(const std::optional<ReportOrder> &order) const;

    const ReportDefinition &m_definition;
    const ReportView &m_view;
    std::vector<ReportColumn> m_columns;
};

/// A number that a statement answered; 0 for NULL. Internal for what is none.
[[nodiscard]] Result<qint64> storedCount(const CopyField &field);

} // namespace seatledger
