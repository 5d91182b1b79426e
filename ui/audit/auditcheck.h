// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/auditanchor.h"
#include "core/services/services.h"

#include <functional>
#include <optional>

namespace seatledger {

/// What a check of the audit found, and about the anchor that it was compared with.
struct AuditCheck {
    AuditVerdict verdict;
    std::optional<SignedAnchor> anchor = {};
    std::optional<OperationId> damaged = {}; ///< the operation at the first bad link, if that can be told
    bool isOwnKey = false; ///< the anchor was signed with the key of this account
};

/// An anchor that was written.
struct WrittenAnchor {
    AuditAnchor anchor;
    QString path;
    QString publicKey; ///< in Base64: who knows it from elsewhere can tell whose the anchor is
};

// For use on a worker, in the thread of the session.

/// Verifies the whole chain; with a file, also whether it leads through the anchor in it.
[[nodiscard]] Result<AuditCheck> checkAudit(const Services &services, Session &session,
                                            const QString &anchorFile,
                                            const std::function<void(qint64, qint64)> &progress);

/// Signs where the chain ends, with the key of this account, and writes it to a file, in place of one that is
/// there.
[[nodiscard]] Result<WrittenAnchor> anchorAudit(const Services &services, Session &session,
                                                const QString &path);

} // namespace seatledger
