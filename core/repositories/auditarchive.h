// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace seatledger {

/// `2026-11` of the part named `2026_11`.
[[nodiscard]] inline QString auditPartTitle(const QString &name)
{
    return QString(name).replace(u'_', u'-');
}

/// A part of the audit that is in the book: a month, as it is named in the tables (`2026_11`), or `past`,
/// which is all from before there were months.
struct AuditPart {
    QString name;
    qint64 nextStatement = 0; ///< the first id that is not its own
    QDateTime firstAt = {};   ///< UTC; null: it holds nothing yet
    QDateTime lastAt = {};
    bool isWritten = false; ///< what happens now goes here, or to a later one

    /// `2026-11`, or `past`.
    [[nodiscard]] QString title() const { return auditPartTitle(name); }
    /// The first day of its month; none for `past`.
    [[nodiscard]] QDate month() const { return QDate::fromString(title(), QStringLiteral("yyyy-MM")); }
};

/// What the book keeps of a part that was archived.
struct AuditArchive {
    QString part;
    qint64 firstPosition = 0;
    qint64 lastPosition = 0;
    QByteArray previousHash; ///< of the link before its first
    QByteArray lastHash;
    qint64 events = 0; ///< rows changed
    qint64 operations = 0;
    QDateTime firstAt; ///< UTC
    QDateTime lastAt;
    QString file;          ///< its name when it was written
    qint64 bytes = 0;
    QByteArray fileDigest; ///< SHA-256

    [[nodiscard]] qint64 links() const { return lastPosition - firstPosition + 1; }
    [[nodiscard]] QString title() const { return auditPartTitle(part); }
};

/// What an archive's file holds, as it was read.
struct AuditArchiveContents {
    QString book; ///< a UUID
    QString part;
    qint64 firstPosition = 0;
    qint64 lastPosition = 0;
    QByteArray previousHash;
    QByteArray lastHash;
    qint64 links = 0;
    qint64 events = 0;
    QByteArray watchedHash = {}; ///< of the link that was asked for; empty if it is not in there

    [[nodiscard]] QString title() const { return auditPartTitle(part); }
};

} // namespace seatledger
