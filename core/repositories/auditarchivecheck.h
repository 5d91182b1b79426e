// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/copy.h"
#include "core/domain/result.h"
#include "core/repositories/auditarchive.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QCryptographicHash>

#include <span>
#include <vector>

namespace seatledger {

class AuditLink;

/// The lines of an archive's file: JSON, one value a line. The first is an object that says which part of
/// which book it is and where it begins; then a list for each link (`L`, its columns) followed by one for
/// each of its events (`E`, its columns); the last is an object with the end. All columns are texts as
/// PostgreSQL writes them, so that what was hashed is there to the byte.
[[nodiscard]] QByteArray archiveHeadLine(const AuditArchiveContents &contents);
[[nodiscard]] QByteArray archiveRowLine(char kind, std::span<const CopyField> fields);
[[nodiscard]] QByteArray archiveEndLine(const AuditArchiveContents &contents);

/// Recomputes every digest and every link of an archive, line by line, in constant memory. It asks nobody but
/// the file.
class AuditArchiveCheck final
{
    Q_DECLARE_TR_FUNCTIONS(AuditArchiveCheck)

public:
    /// The hash of the link at `watched` is kept for whoever has an anchor there; 0: none.
    explicit AuditArchiveCheck(qint64 watched = 0) : m_watched(watched) {}

    /// The next line. RuleBroken, reason `archive_damaged`, names the first line that cannot be believed.
    [[nodiscard]] Result<void> takeLine(const QByteArray &line);

    /// After the last line. Incomplete files are damaged.
    [[nodiscard]] Result<AuditArchiveContents> finish();

private:
    [[nodiscard]] Result<void> takeHead(const QByteArray &line);
    [[nodiscard]] Result<void> takeEnd(const QByteArray &line);
    [[nodiscard]] Result<void> takeLink(std::span<const CopyField> fields);
    [[nodiscard]] Result<void> takeEvent(std::span<const CopyField> fields);
    [[nodiscard]] Result<void> closeStatement();
    [[nodiscard]] std::unexpected<Error> damaged(const QString &what) const;

    AuditArchiveContents m_contents;
    QCryptographicHash m_digests{
        QCryptographicHash::Sha256}; ///< over the events' digests of the link at hand
    QByteArray m_text;
    QByteArray m_eventsDigest; ///< as the link at hand covers it
    qint64 m_eventsBooked = 0;
    qint64 m_eventsFound = 0;
    qint64 m_watched;
    qint64 m_line = 0;
    bool m_hasEnded = false;
};

} // namespace seatledger
