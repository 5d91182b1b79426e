// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"
#include "core/formats/tablewriter.h"
#include "core/repositories/compositequeryrepository.h"
#include "core/repositories/inventorylists.h"
#include "core/repositories/operationlist.h"
#include "core/repositories/operatorlist.h"
#include "core/repositories/reviewrepository.h"
#include "core/repositories/tokenlist.h"
#include "core/repositories/waitingrepository.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <variant>

namespace seatledger {

// What to export: a list with the filter and the order in which it is shown.

struct MemberExport {
    MemberFilter filter = {};
    ListOrder<MemberSort> order = {};
};
struct LicenseExport {
    LicenseFilter filter = {};
    ListOrder<LicenseSort> order = {};
};
struct AssignmentExport {
    AssignmentFilter filter = {};
    ListOrder<AssignmentSort> order = {};
};
struct WaitingExport {
    WaitingFilter filter = {};
    ListOrder<WaitingSort> order = {};
};
/// The lines of an access review.
struct ReviewExport {
    ReviewItemFilter filter = {};
    ListOrder<ReviewSort> order = {};
};
/// A line for each row that an operation changed, with its old and new values.
struct AuditExport {
    OperationFilter filter = {};
    ListOrder<OperationSort> order = {OperationSort::ByTime, true};
};
struct OperatorExport {
    OperatorFilter filter = {};
    ListOrder<OperatorSort> order = {};
};
/// Tokens, never themselves: one's own, or all for who manages operators.
struct TokenExport {
    TokenFilter filter = {};
    ListOrder<TokenSort> order = {};
};
struct DepartmentExport {
    QString search = {};
};
struct DeviceExport {
    QString search = {};
};
/// What was bought, with its licence on each line; prices for those who may see costs.
struct EntitlementExport {
    EntitlementFilter filter = {};
};

using ListExport =
    std::variant<MemberExport, LicenseExport, AssignmentExport, WaitingExport, AuditExport, OperatorExport,
                 TokenExport, DepartmentExport, DeviceExport, EntitlementExport, ReviewExport>;

struct ReportExport {
    ReportRequest request = {}; ///< its limit counts, too: 0 is all rows
};

using ExportRequest = std::variant<ListExport, ReportExport>;

/// How to write it.
struct ExportOptions {
    TableFormat format = TableFormat::Csv;
    QStringList columns = {}; ///< by name, in this order; empty: all that the person may see
};

/// How far an export is.
struct ExportProgress {
    qint64 rows = 0;
    bool isFinishing = false; ///< all rows are there, a workbook is put together
};

using ExportProgressReport = std::function<void(const ExportProgress &)>;

/// The names of the lists: `members`, `licenses`, `assignments`, `waiting`, `devices`, `departments`,
/// `entitlements`, `operators`, `tokens`, `audit`; and of the reports: `report:utilisation`, ...
[[nodiscard]] const QStringList &exportNames();

/// The list or report of this name with only the rows that have these words; none for any other name.
[[nodiscard]] std::optional<ExportRequest> exportNamed(const QString &name, const QString &search);

} // namespace seatledger
