// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/auditanchor.h"
#include "core/repositories/auditarchiverepository.h"
#include "core/repositories/operationrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"

#include <QDate>

#include <functional>
#include <optional>
#include <vector>

namespace seatledger {

/// The audit by month, and what is in files.
struct AuditMonths {
    int kept = 0; ///< whole months that stay in the book at least
    std::vector<AuditArchive> archives; ///< the oldest first
    std::vector<AuditPart> parts;       ///< in the book, the oldest first
};

/// What reading an archive's file proved.
struct AuditArchiveProof {
    AuditArchiveContents contents;
    qint64 bytes = 0;
    QByteArray fileDigest; ///< SHA-256
};

/// Takes old months of the audit out of the book into files, and proves that these are what was taken out.
/// Stateless apart from its repositories; use it in the thread of the session.
///
/// A file is written whole, read again and every hash in it recomputed before anything is taken away; what
/// was there is then gone from the book, and the chain says so: which links, which file by its SHA-256.
class AuditArchiveApplicationService final
{
public:
    using Progress = std::function<void(const AuditPart &, qint64 lines)>;

    /// Both outlive it.
    AuditArchiveApplicationService(const OperationRepository &operations,
                                   const AccessApplicationService &access);

    /// For those who read the audit.
    [[nodiscard]] Result<AuditMonths> months(Session &session) const;

    /// Which parts archive() would take. InvalidInput if there is none; RuleBroken, reason `too_young`, if
    /// `before` is within the months that are kept.
    [[nodiscard]] Result<std::vector<AuditPart>> due(Session &session, QDate before) const;

    /// Archives every part that ends before the month of `before`, the oldest first, each into a file of its
    /// own in `folder`, outside of any transaction: what is done stays done when the next fails. A file that
    /// is there already is InvalidInput. For administrators.
    [[nodiscard]] Result<std::vector<AuditArchive>> archive(Session &session, QDate before,
                                                            const QString &folder,
                                                            const Progress &progress = {}) const;

    /// Reads a file, and compares it with what the book knows of it; with `anchor`, that its chain leads
    /// through that. RuleBroken with reason `archive_damaged`, `archive_unknown`, `archive_differs` or
    /// `anchor_elsewhere`.
    [[nodiscard]] Result<AuditArchiveProof> verify(Session &session, const QString &path,
                                                   const std::optional<AuditAnchor> &anchor = {}) const;

    /// For administrators. InvalidInput: not from 1 to 9999. RuleBroken, `no_change`: they are kept already.
    [[nodiscard]] Result<Booked<int>> keepMonths(Session &session, int months) const;

private:
    [[nodiscard]] Result<AuditArchive> archiveOne(Session &session, const AuditPart &part,
                                                  const QString &folder, const Progress &progress) const;

    AuditArchiveRepository m_archives;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

/// The name of a part's file: `audit-2026-11.jsonl`.
[[nodiscard]] QString auditArchiveName(const AuditPart &part);

} // namespace seatledger
