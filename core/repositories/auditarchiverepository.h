// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/ids.h"
#include "core/domain/result.h"
#include "core/repositories/auditarchive.h"

#include <functional>
#include <vector>

namespace seatledger {

/// The parts of the audit, month by month: which are in the book, and what is left of those that were
/// archived. Stateless.
class AuditArchiveRepository final
{
public:
    using TakeLine = std::function<Result<void>(const QByteArray &)>;

    /// Makes the parts of the months to come and, in a new month, begins its part; a moment's work, mostly
    /// none. For whoever comes by, outside of any transaction. Not done while others write for longer: the
    /// next call does it.
    [[nodiscard]] Result<void> turnMonth(Session &session) const;

    /// Those in the book, the oldest first.
    [[nodiscard]] Result<std::vector<AuditPart>> parts(Session &session) const;

    /// Those that were archived, the oldest first.
    [[nodiscard]] Result<std::vector<AuditArchive>> archives(Session &session) const;

    /// How many whole months stay in the book at least.
    [[nodiscard]] Result<int> monthsKept(Session &session) const;
    [[nodiscard]] Result<void> setMonthsKept(Session &session, int months) const;

    /// Whether the part may be archived; RuleBroken with reason `not_the_oldest` or `too_young`.
    [[nodiscard]] Result<void> check(Session &session, const AuditPart &part) const;

    /// Hands over the lines of the part's file (see AuditArchiveCheck), in one snapshot. Answers what they
    /// hold.
    [[nodiscard]] Result<AuditArchiveContents> write(Session &session, const AuditPart &part,
                                                     const TakeLine &takeLine) const;

    /// Takes the part out of the book, on record, if it is as `contents` says; RuleBroken, reason
    /// `file_differs`, if not. Waits five seconds at most for who uses the audit: Conflict or Busy. Answers
    /// the operation.
    [[nodiscard]] Result<OperationId> letGo(Session &session, const AuditArchiveContents &contents,
                                            const QString &file, qint64 bytes,
                                            const QByteArray &fileDigest) const;
};

} // namespace seatledger
