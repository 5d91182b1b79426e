// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/auditanchor.h"
#include "core/domain/result.h"
#include "core/repositories/auditrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/signing/signature.h"

#include <functional>
#include <optional>

namespace seatledger {

/// Proves that the audit is as it was written: verifies the chain, and signs where it ends. For those who may
/// read the audit; Forbidden for others. Stateless apart from its repository; use it in the thread of the
/// session. It changes nothing.
class AuditApplicationService final
{
public:
    AuditApplicationService(const AuditRepository &audit, const AccessApplicationService &access);

    /// Recomputes the whole chain, and whether it leads through `anchor`. What is wrong with the chain is in
    /// the verdict; RuleBroken, reason `anchor_altered`, is an anchor whose own signature does not fit.
    /// `progress` gets how much is done, and of how much; cancel by the session's token.
    [[nodiscard]] Result<AuditVerdict> verify(Session &session,
                                              const std::optional<SignedAnchor> &anchor = {},
                                              const std::function<void(qint64, qint64)> &progress = {}) const;

    /// Signs where the chain ends now.
    [[nodiscard]] Result<SignedAnchor> anchor(Session &session, const SigningKey &key) const;

private:
    const AuditRepository &m_audit;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
