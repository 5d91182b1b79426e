// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/reportingapplicationservice.h"

#include "core/domain/period.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

std::unexpected<Error> wrongField(const QString &field, const QString &message)
{
    return failure(ErrorCode::InvalidInput, message, {{u"field"_s, field}});
}

Result<void> check(const ReportFilter &filter)
{
    const auto isPlausible = [](const std::optional<QDate> &day) {
        return !day || (*day >= Period::earliestDay() && *day <= Period::latestDay());
    };
    if (!isPlausible(filter.asOf) || !isPlausible(filter.from) || !isPlausible(filter.until))
        return wrongField(u"as_of"_s,
                          QCoreApplication::translate("ReportingApplicationService",
                                                      "The days of a report lie between 1970 and 2199."));
    if (filter.from && filter.until && *filter.until < *filter.from)
        return wrongField(u"until"_s, QCoreApplication::translate("ReportingApplicationService",
                                                                  "The period ends before it begins."));
    if (filter.leadDays < 0 || filter.leadDays > ReportFilter::maximumDays)
        return wrongField(u"lead_days"_s, QCoreApplication::translate("ReportingApplicationService",
                                                                      "The lead time is 0 to %1 days.")
                                              .arg(ReportFilter::maximumDays));
    if (filter.idleDays < 0 || filter.idleDays > ReportFilter::maximumDays)
        return wrongField(u"idle_days"_s, QCoreApplication::translate("ReportingApplicationService",
                                                                      "Seats are idle after 0 to %1 days.")
                                              .arg(ReportFilter::maximumDays));
    return {};
}

Result<void> check(const ReportRequest &request, bool withCosts)
{
    if (request.limit < 0)
        return wrongField(u"limit"_s, QCoreApplication::translate("ReportingApplicationService",
                                                                  "A limit is not below 0; 0 is all rows."));
    const auto columns = static_cast<int>(reportColumns(request.kind, withCosts).size());
    if (request.order && (request.order->column < 0 || request.order->column >= columns))
        return wrongField(u"order"_s,
                          QCoreApplication::translate("ReportingApplicationService",
                                                      "The report has no such column to be ordered by."));
    return {};
}

std::vector<Action> actionsFor(ReportKind kind, Action action)
{
    return isCostReport(kind) ? std::vector{action, Action::ViewCosts} : std::vector{action};
}

/// A manager's reports are about the own departments also where none is chosen.
void narrow(ReportView &view, const Access &access)
{
    view.isScoped = !view.filter.departments.isEmpty();
    if (access.answer(Action::Report).scope != Scope::OwnDepartments || view.isScoped)
        return;
    view.isScoped = true;
    const std::vector<DepartmentId> &own = access.subject().departments;
    view.filter.departments = QList<DepartmentId>(own.begin(), own.end());
}

} // namespace

ReportingApplicationService::ReportingApplicationService(const ReportRepository &reports,
                                                         const AccessApplicationService &access)
    : m_reports(reports), m_access(access)
{}

Result<ReportView> ReportingApplicationService::viewOf(Session &session, const std::vector<Action> &needed,
                                                       const ReportFilter &filter) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    for (const Action action : needed) {
        if (auto may = access->require(action); !may)
            return std::unexpected(std::move(may).error());
    }
    if (auto checked = check(filter); !checked)
        return std::unexpected(std::move(checked).error());
    const auto today = m_reports.today(session);
    if (!today)
        return std::unexpected(today.error());
    ReportView view{.filter = filter,
                    .today = *today,
                    .withCosts = access->answer(Action::ViewCosts).allowed,
                    .readsAudit = access->answer(Action::ReadAudit).allowed};
    narrow(view, *access);
    return view;
}

Result<std::vector<ReportKind>> ReportingApplicationService::kinds(Session &session) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    std::vector<ReportKind> kinds = ReportRepository::kinds();
    if (!access->answer(Action::ViewCosts).allowed)
        std::erase_if(kinds, isCostReport);
    return kinds;
}

Result<std::vector<ReportColumn>> ReportingApplicationService::columns(Session &session,
                                                                       ReportKind kind) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    return reportColumns(kind, access->answer(Action::ViewCosts).allowed);
}

Result<ReportTable> ReportingApplicationService::table(Session &session, const ReportRequest &request) const
{
    const auto view = viewOf(session, actionsFor(request.kind, Action::Report), request.filter);
    if (!view)
        return std::unexpected(view.error());
    if (auto checked = check(request, view->withCosts); !checked)
        return std::unexpected(std::move(checked).error());
    ReportView asked = *view;
    asked.mayBeBehind = request.mayBeBehind;
    return m_reports.table(session, asked, request);
}

Result<PreparedReport> ReportingApplicationService::prepare(Session &session,
                                                            const ReportRequest &request) const
{
    std::vector<Action> needed = actionsFor(request.kind, Action::Report);
    needed.push_back(Action::Export);
    auto view = viewOf(session, needed, request.filter);
    if (!view)
        return std::unexpected(std::move(view).error());
    if (auto checked = check(request, view->withCosts); !checked)
        return std::unexpected(std::move(checked).error());
    const bool withCosts = view->withCosts;
    return PreparedReport{request, *std::move(view), reportColumns(request.kind, withCosts)};
}

Result<qint64> ReportingApplicationService::stream(
    Session &session, const PreparedReport &report,
    const std::function<Result<void>(const ReportRow &)> &consume) const
{
    return m_reports.stream(session, report.view, report.request, consume);
}

Result<DashboardFigures> ReportingApplicationService::figures(Session &session, const ReportFilter &filter,
                                                              bool mayBeBehind) const
{
    auto view = viewOf(session, {Action::Report}, filter);
    if (!view)
        return std::unexpected(std::move(view).error());
    view->mayBeBehind = mayBeBehind;
    return m_reports.figures(session, *view);
}

QString reportTitle(ReportKind kind)
{
    return displayText(kind);
}

} // namespace seatledger
