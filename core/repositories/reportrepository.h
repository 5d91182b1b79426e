// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/dashboardfigures.h"
#include "core/domain/report.h"
#include "core/domain/result.h"

#include <QDate>

#include <functional>
#include <vector>

namespace seatledger {

/// What a report is made of besides its kind: the filter, and what the session may see. A plain value.
struct ReportView {
    ReportFilter filter;
    QDate today;             ///< the book's
    bool withCosts = false;  ///< whether the session may read prices
    bool isScoped = false;   ///< only people of the filter's departments count, though there be none
    bool readsAudit = false; ///< whether the session may read the end of the audit chain
    bool mayBeBehind = false; ///< as in ReportRequest
    qint64 uncounted = 0;     ///< licences left as they were last counted; the repository says it

    [[nodiscard]] QDate asOf() const { return filter.asOf.value_or(today); }
};

/// Runs the reports: the SQL of each is a file in resources/reports (see there common.sql), its columns are
/// those of reportColumns(). Stateless; reads only; grants and policies of the session decide what it sees.
///
/// A new report is its file, named after its kind, its columns, and a line in reportdefinitions.cpp.
class ReportRepository final
{
public:
    /// The reports there are, in the order of ReportKind.
    [[nodiscard]] static std::vector<ReportKind> kinds();

    /// The book's day.
    [[nodiscard]] Result<QDate> today(Session &session) const;

    /// At most `request.limit` rows, and how many there are. NotFound for a kind that is not among kinds().
    /// The filter of the request does not count, that of the view does.
    [[nodiscard]] Result<ReportTable> table(Session &session, const ReportView &view,
                                            const ReportRequest &request) const;

    /// Hands over each row in constant memory. A failure of `consume` ends it and is the answer. Answers the
    /// number of rows.
    [[nodiscard]] Result<qint64> stream(Session &session, const ReportView &view,
                                        const ReportRequest &request,
                                        const std::function<Result<void>(const ReportRow &)> &consume) const;

    [[nodiscard]] Result<DashboardFigures> figures(Session &session, const ReportView &view) const;

    /// Counts anew what is kept by day of licences that have changed, at most so many of them, in short
    /// transactions of their own. Reports are right without it, only slower. Answers how many were counted.
    [[nodiscard]] Result<qint64> keepUp(Session &session, qint64 atMost) const;

private:
    [[nodiscard]] Result<ReportView> withUncounted(Session &session, const ReportView &view) const;
    [[nodiscard]] Result<QString> convertedTo(Session &session, const ReportView &view) const;
    [[nodiscard]] Result<QString> auditHead(Session &session, const ReportView &view) const;
};

} // namespace seatledger
