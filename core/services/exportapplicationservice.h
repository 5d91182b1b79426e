// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/exportrequest.h"

#include <QString>

class QIODevice;

namespace seatledger {

class ReportingApplicationService;
struct ExportSource;

/// Writes lists and reports as CSV, XLSX or JSON, see TableWriter: streamed in constant memory, no row limit,
/// one snapshot. Holds what the session sees; Forbidden if it may not export or not see the list, or asks for
/// a column with costs without the right to. InvalidInput, details naming `columns`, for a column that the
/// list has not.
class ExportApplicationService final
{
public:
    ExportApplicationService(const AccessApplicationService &access,
                             const ReportingApplicationService &reports);

    /// Writes to `path` as a WholeFile, so that a failed or cancelled export leaves an existing file as it
    /// was and no half one; what a workbook is put together from is in a folder beside it meanwhile. Answers
    /// the number of rows. StorageFull, Forbidden, NotFound or, for what is no file, InvalidInput if it
    /// cannot be written; Cancelled by the session's token.
    [[nodiscard]] Result<qint64> toFile(Session &session, const ExportRequest &request, const QString &path,
                                        const ExportOptions &options = {},
                                        const ExportProgressReport &progress = {}) const;

    /// The same to an open device.
    [[nodiscard]] Result<qint64> toDevice(Session &session, const ExportRequest &request, QIODevice &device,
                                          const ExportOptions &options = {},
                                          const ExportProgressReport &progress = {}) const;

private:
    [[nodiscard]] Result<qint64> write(Session &session, const ExportRequest &request,
                                       const TableTarget &target, const ExportOptions &options,
                                       const ExportProgressReport &progress) const;

    [[nodiscard]] Result<ExportSource> sourceOf(Session &session, const ExportRequest &request,
                                                const QStringList &columns) const;

    const AccessApplicationService &m_access;
    const ReportingApplicationService &m_reports;
};

} // namespace seatledger
