// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/dashboardfigures.h"
#include "core/domain/report.h"
#include "core/domain/result.h"
#include "core/repositories/reportrepository.h"
#include "core/services/access.h"
#include "core/services/accessapplicationservice.h"

#include <QString>

#include <functional>
#include <vector>

namespace seatledger {

/// A report that is to be read as a stream: a plain value, for the session it was prepared in.
struct PreparedReport {
    ReportRequest request;
    ReportView view;
    std::vector<ReportColumn> columns; ///< of each row
};

/// Answers reports and the figures of the dashboard. Each is one state of the book, and holds what the
/// session sees: a manager's is what an administrator's would be with the manager's departments chosen. Money
/// only for who may see costs; without that its columns are left out, and reports of nothing but money are
/// Forbidden.
///
/// Stateless apart from its repository; use it in the thread of the session; cancel by the session's token.
/// It changes nothing. Errors: Forbidden; InvalidInput, details naming the field, for a filter, an order or a
/// limit that cannot be; NotFound for a report that this program does not know.
class ReportingApplicationService final
{
public:
    ReportingApplicationService(const ReportRepository &reports, const AccessApplicationService &access);

    /// The reports there are, in the order of ReportKind, those of money left out for who may not see costs.
    [[nodiscard]] Result<std::vector<ReportKind>> kinds(Session &session) const;

    /// At most `request.limit` rows. Forbidden without Action::Report.
    [[nodiscard]] Result<ReportTable> table(Session &session, const ReportRequest &request) const;

    /// Decides once what a stream of the report has. Forbidden without Action::Export.
    [[nodiscard]] Result<PreparedReport> prepare(Session &session, const ReportRequest &request) const;

    /// Hands over all rows of what was prepared for this session, in their order, in constant memory; the
    /// limit counts, too. A failure of `consume` ends it and is the answer. Answers the number of rows.
    /// Forbidden also if a right that it needs was taken away meanwhile.
    [[nodiscard]] Result<qint64> stream(Session &session, const PreparedReport &report,
                                        const std::function<Result<void>(const ReportRow &)> &consume) const;

    /// The columns that the session's reports of this kind have.
    [[nodiscard]] Result<std::vector<ReportColumn>> columns(Session &session, ReportKind kind) const;

    /// `mayBeBehind` as in ReportRequest.
    [[nodiscard]] Result<DashboardFigures> figures(Session &session, const ReportFilter &filter,
                                                   bool mayBeBehind = false) const;

    /// Keeps fast what reports over time read, see ReportRepository::keepUp(); for whoever has a moment. It
    /// writes, but nothing that anybody knows.
    [[nodiscard]] Result<qint64> keepUp(Session &session, qint64 atMost = 20'000) const
    {
        return m_reports.keepUp(session, atMost);
    }

private:
    [[nodiscard]] Result<ReportView> viewOf(Session &session, const std::vector<Action> &needed,
                                            const ReportFilter &filter) const;

    const ReportRepository &m_reports;
    const AccessApplicationService &m_access;
};

/// What a report is called, translated.
[[nodiscard]] QString reportTitle(ReportKind kind);

/// What a column is called, translated; the name itself for one that is not known.
[[nodiscard]] QString reportColumnTitle(ReportKind kind, const QString &column);

} // namespace seatledger
