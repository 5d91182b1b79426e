// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/pages.h"

#include "ui/assignments/assignmentspage.h"
#include "ui/audit/auditpage.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/features/featurespage.h"
#include "ui/licenses/licensespage.h"
#include "ui/members/memberspage.h"
#include "ui/operations/operationspage.h"
#include "ui/operators/operatorspage.h"
#include "ui/reports/reportspage.h"
#include "ui/reviews/reviewspage.h"
#include "ui/settings/preferences.h"
#include "ui/settings/settingspage.h"
#include "ui/tokens/tokenspage.h"
#include "ui/waiting/waitingpage.h"

namespace seatledger::desktop {

using namespace Qt::StringLiterals;

namespace {

template <typename P>
PageEntry entry(const QString &id, const QString &iconName, const char *label, const QList<Action> &needs,
                BookAccess access, Dialogs &dialogs)
{
    return {id, iconName, [label] { return QCoreApplication::translate("Pages", label); },
            [access, &dialogs](QWidget *parent) -> Page * { return new P(access, dialogs, parent); }, needs};
}

PageEntry withKeys(PageEntry entry, const QKeySequence &keys)
{
    entry.keys = keys;
    return entry;
}

PageEntry settingsEntry(const PageRegistry &pages, BookAccess access, Preferences &preferences)
{
    std::vector<SettingsPage::StartPage> startPages;
    for (const PageEntry &page : pages)
        startPages.push_back({page.id, page.label});
    return {.id = u"settings"_s,
            .iconName = u"settings"_s,
            .label = [] { return QCoreApplication::translate("Pages", "Settings"); },
            .create = [startPages, access, &preferences](QWidget *parent) -> Page * {
                return new SettingsPage(preferences, startPages, parent, access);
            },
            .isAtFoot = true,
            .keys = QKeySequence(Qt::CTRL | Qt::Key_Comma)};
}

} // namespace

PageRegistry makePages(BookAccess access, Dialogs &dialogs, Preferences &preferences)
{
    PageRegistry pages{
        entry<DashboardPage>(u"dashboard"_s, u"layout-dashboard"_s, QT_TRANSLATE_NOOP("Pages", "Dashboard"),
                             {Action::Report}, access, dialogs),
        entry<MembersPage>(u"members"_s, u"users"_s, QT_TRANSLATE_NOOP("Pages", "Members"),
                           {Action::ViewMembers}, access, dialogs),
        entry<LicensesPage>(u"licenses"_s, u"certificate"_s, QT_TRANSLATE_NOOP("Pages", "Licences"),
                            {Action::ViewLicenses}, access, dialogs),
        entry<AssignmentsPage>(u"assignments"_s, u"armchair"_s, QT_TRANSLATE_NOOP("Pages", "Assignments"),
                               {Action::ViewAssignments}, access, dialogs),
        entry<WaitingPage>(u"waiting"_s, u"hourglass"_s, QT_TRANSLATE_NOOP("Pages", "Waiting list"),
                           {Action::ViewAssignments}, access, dialogs),
        entry<ReviewsPage>(u"reviews"_s, u"clipboard-list"_s, QT_TRANSLATE_NOOP("Pages", "Access reviews"),
                           {Action::Review}, access, dialogs),
        entry<ReportsPage>(u"reports"_s, u"report-analytics"_s, QT_TRANSLATE_NOOP("Pages", "Reports"),
                           {Action::Report}, access, dialogs),
        entry<OperatorsPage>(u"operators"_s, u"user-shield"_s, QT_TRANSLATE_NOOP("Pages", "Operators"),
                             {Action::ManageOperators}, access, dialogs),
        entry<AuditPage>(u"audit"_s, u"history"_s, QT_TRANSLATE_NOOP("Pages", "Audit"), {Action::ReadAudit},
                         access, dialogs),
        withKeys(entry<TokensPage>(u"tokens"_s, u"key"_s, QT_TRANSLATE_NOOP("Pages", "Tokens"), {}, access,
                                   dialogs),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)),
        withKeys(entry<FeaturesPage>(u"features"_s, u"server"_s,
                                     QT_TRANSLATE_NOOP("Pages", "Feature switches"), {Action::ManageSettings},
                                     access, dialogs),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)),
        withKeys(entry<OperationsPage>(u"operations"_s, u"database"_s,
                                       QT_TRANSLATE_NOOP("Pages", "Operations"), {Action::ManageSettings},
                                       access, dialogs),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)),
    };
    pages.push_back(settingsEntry(pages, access, preferences));
    return pages;
}

} // namespace seatledger::desktop
