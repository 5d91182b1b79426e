// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/repositories/compositequeryrepository.h"
#include "core/repositories/operationlist.h"
#include "core/repositories/operatorlist.h"
#include "core/services/accessapplicationservice.h"

#include <QString>

#include <functional>
#include <variant>

class QIODevice;

namespace seatledger {

/// What to export: a list with the filter and the order in which it is shown.
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
/// A line for each row that an operation changed, with its old and new values.
struct AuditExport {
    OperationFilter filter = {};
    ListOrder<OperationSort> order = {OperationSort::ByTime, true};
};
struct OperatorExport {
    OperatorFilter filter = {};
    ListOrder<OperatorSort> order = {};
};
using ExportRequest =
    std::variant<MemberExport, LicenseExport, AssignmentExport, AuditExport, OperatorExport>;

/// Writes lists as CSV (RFC 4180, UTF-8 with byte order mark, CRLF): streamed in constant memory, no row
/// limit, one snapshot. Holds what the session sees; Forbidden if it may not export or not see the list. Text
/// cells that a spreadsheet would take for a formula get a leading apostrophe.
class ExportApplicationService final
{
public:
    explicit ExportApplicationService(const AccessApplicationService &access);

    /// Writes to `path` as a WholeFile, so that a failed or cancelled export leaves an existing file as it
    /// was and no half one. `progress` gets the rows written. Answers the number of rows. StorageFull,
    /// Forbidden, NotFound or, for what is no file, InvalidInput if it cannot be written; Cancelled by the
    /// session's token.
    [[nodiscard]] Result<qint64> toFile(Session &session, const ExportRequest &request, const QString &path,
                                        const std::function<void(qint64)> &progress = {}) const;

    /// The same to an open device.
    [[nodiscard]] Result<qint64> toDevice(Session &session, const ExportRequest &request, QIODevice &device,
                                          const std::function<void(qint64)> &progress = {}) const;

private:
    const AccessApplicationService &m_access;
};

} // namespace seatledger
