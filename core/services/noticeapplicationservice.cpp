// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/noticeapplicationservice.h"

#include "core/services/noticewords.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace seatledger {

NoticeApplicationService::NoticeApplicationService(const NoticeRepository &notices,
                                                   const ReportRepository &reports,
                                                   const OperationRepository &operations,
                                                   const AccessApplicationService &access)
    : m_notices(notices), m_reports(reports), m_operations(operations), m_access(access)
{}

Result<qint64> NoticeApplicationService::find(Session &session, std::chrono::seconds pause) const
{
    constexpr qint64 licensesAtATime = 2'000;
    if (const auto counted = m_reports.keepUp(session, licensesAtATime); !counted)
        return std::unexpected(counted.error());
    return m_notices.find(session, pause);
}

Result<Booked<NoticeSettings>> NoticeApplicationService::change(Session &session,
                                                                const NoticeSettings &wanted) const
{
    if (auto checked = checkNoticeSettings(wanted); !checked)
        return std::unexpected(std::move(checked).error());
    return operate(session, u"change notice settings", [&](Session &) -> Result<Booked<NoticeSettings>> {
        if (auto may = m_access.require(session, Action::ManageSettings); !may)
            return std::unexpected(std::move(may).error());
        const auto before = m_notices.settings(session);
        if (!before)
            return std::unexpected(before.error());
        const auto operation = m_operations.begin(
            session, u"set_notices"_s,
            QCoreApplication::translate("services", "Change what is told and how mail is sent"));
        if (!operation)
            return std::unexpected(operation.error());
        if (auto set = m_notices.setSettings(session, *before, wanted); !set)
            return std::unexpected(std::move(set).error());
        return Booked<NoticeSettings>{wanted, *operation};
    });
}

Result<NoticeExplanation> NoticeApplicationService::explain(Session &session, LicenseId license) const
{
    auto found = explain(session, QList{license});
    if (!found)
        return std::unexpected(std::move(found).error());
    if (found->empty())
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("services",
                                                   "There is no such licence, or it is not yours to ask "
                                                   "this about."));
    return std::move(found->front());
}

Result<std::vector<NoticeExplanation>> NoticeApplicationService::explain(Session &session,
                                                                         MemberId owner) const
{
    const auto licenses = m_notices.licensesOf(session, owner);
    return licenses ? explain(session, *licenses) : std::unexpected(licenses.error());
}

Result<std::vector<NoticeExplanation>> NoticeApplicationService::explain(
    Session &session, const QList<LicenseId> &licenses) const
{
    if (auto may = m_access.require(session, Action::ViewLicenses); !may)
        return std::unexpected(std::move(may).error());
    auto reasons = m_notices.reasons(session, licenses);
    const auto today = m_operations.today(session);
    if (!reasons || !today)
        return std::unexpected(!reasons ? reasons.error() : today.error());
    const NoticeWords words(*today);
    std::vector<NoticeExplanation> explanations;
    for (NoticeReason &reason : *reasons) {
        if (explanations.empty() || explanations.back().license != reason.license)
            explanations.push_back({.license = reason.license, .licenseName = reason.licenseName});
        explanations.back().sentences.append(words.sentence(reason));
        explanations.back().reasons.push_back(std::move(reason));
    }
    return explanations;
}

} // namespace seatledger
