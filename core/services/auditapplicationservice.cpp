// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/auditapplicationservice.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace seatledger {

AuditApplicationService::AuditApplicationService(const AuditRepository &audit,
                                                 const AccessApplicationService &access)
    : m_audit(audit), m_access(access)
{}

Result<AuditVerdict> AuditApplicationService::verify(
    Session &session, const std::optional<SignedAnchor> &anchor,
    const std::function<void(qint64, qint64)> &progress) const
{
    if (auto may = m_access.require(session, Action::ReadAudit); !may)
        return std::unexpected(std::move(may).error());
    if (!anchor)
        return m_audit.verify(session, {}, progress);
    if (!isSignedBy(anchor->publicKey, anchor->anchor.signedBytes(), anchor->signature))
        return failure(
            ErrorCode::RuleBroken,
            QCoreApplication::translate("services", "The anchor was altered: its signature does not fit."),
            {{u"reason"_s, u"anchor_altered"_s}});
    return m_audit.verify(session, anchor->anchor, progress);
}

Result<SignedAnchor> AuditApplicationService::anchor(Session &session, const SigningKey &key) const
{
    if (auto may = m_access.require(session, Action::ReadAudit); !may)
        return std::unexpected(std::move(may).error());
    const auto anchor = m_audit.anchor(session);
    if (!anchor)
        return std::unexpected(anchor.error());
    return SignedAnchor{*anchor, key.publicKey(), key.sign(anchor->signedBytes())};
}

} // namespace seatledger
