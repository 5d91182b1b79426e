// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportrequest.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString reportPrefix = u"report:"_s;

QStringList allNames()
{
    QStringList names{u"members"_s,     u"licenses"_s,     u"assignments"_s, u"waiting"_s, u"devices"_s,
                      u"departments"_s, u"entitlements"_s, u"operators"_s,   u"tokens"_s,  u"audit"_s};
    for (const auto &entry : enumEntries<ReportKind>())
        names.append(reportPrefix + entry.name);
    return names;
}

} // namespace

const QStringList &exportNames()
{
    static const QStringList names = allNames();
    return names;
}

std::optional<ExportRequest> exportNamed(const QString &name, const QString &search)
{
    if (name == "members"_L1)
        return MemberExport{.filter = {.search = search}};
    if (name == "licenses"_L1)
        return LicenseExport{.filter = {.search = search}};
    if (name == "assignments"_L1)
        return AssignmentExport{.filter = {.search = search}};
    if (name == "waiting"_L1)
        return WaitingExport{.filter = {.search = search, .states = {WaitingState::Waiting}}};
    if (name == "devices"_L1)
        return DeviceExport{search};
    if (name == "departments"_L1)
        return DepartmentExport{search};
    if (name == "entitlements"_L1)
        return EntitlementExport{.filter = {.search = search}};
    if (name == "operators"_L1)
        return OperatorExport{.filter = {.search = search}};
    if (name == "tokens"_L1)
        return TokenExport{.filter = {.search = search}};
    if (name == "audit"_L1)
        return AuditExport{.filter = {.search = search}};
    if (!name.startsWith(reportPrefix))
        return {};
    if (const auto kind = fromText<ReportKind>(QStringView(name).sliced(reportPrefix.size())))
        return ReportExport{{.kind = *kind, .filter = {.search = search}, .limit = 0}};
    return {};
}

} // namespace seatledger
