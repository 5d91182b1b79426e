// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditcheck.h"

#include "core/formats/anchorfile.h"
#include "core/signing/keyfile.h"

namespace seatledger {

Result<AuditCheck> checkAudit(const Services &services, Session &session, const QString &anchorFile,
                              const std::function<void(qint64, qint64)> &progress)
{
    AuditCheck check;
    if (!anchorFile.isEmpty()) {
        auto anchor = readAnchorFile(anchorFile);
        if (!anchor)
            return std::unexpected(std::move(anchor).error());
        const auto own = readKeyFile(defaultKeyFile());
        check.isOwnKey = own && own->publicKey() == anchor->publicKey;
        check.anchor = *std::move(anchor);
    }
    auto verdict = services.auditService.verify(session, check.anchor, progress);
    if (!verdict)
        return std::unexpected(std::move(verdict).error());
    check.verdict = *std::move(verdict);
    if (check.verdict.firstBadPosition) {
        auto damaged = services.operationLists.ofLink(session, *check.verdict.firstBadPosition);
        if (!damaged)
            return std::unexpected(std::move(damaged).error());
        check.damaged = *damaged;
    }
    return check;
}

Result<WrittenAnchor> anchorAudit(const Services &services, Session &session, const QString &path)
{
    const auto key = readOrMakeKeyFile(defaultKeyFile());
    if (!key)
        return std::unexpected(key.error());
    const auto anchor = services.auditService.anchor(session, *key);
    if (!anchor)
        return std::unexpected(anchor.error());
    // The file dialog has asked whether to replace.
    if (auto written = writeAnchorFile(path, *anchor, ExistingFile::Replace); !written)
        return std::unexpected(std::move(written).error());
    return WrittenAnchor{anchor->anchor, path, QString::fromLatin1(anchor->publicKey.toBase64())};
}

} // namespace seatledger
