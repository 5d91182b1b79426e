// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace seatledger {

/// What the book has on record about one of its backups.
enum class BackupEvent {
    Verified, ///< it was restored in a cluster of its own and found whole
    Restored, ///< the book goes on from it
};

/// One line of that record; written once, never changed. A plain value.
struct BackupRecord {
    BackupEvent event = BackupEvent::Verified;
    QString backup;      ///< the id of its manifest
    QString place;       ///< where it was then
    QDateTime takenAt;   ///< as of when it holds the book, UTC
    QDateTime happenedAt; ///< when it was verified or restored, UTC
    qint64 bytes = 0;
    int schemaVersion = 0;

    friend bool operator==(const BackupRecord &, const BackupRecord &) = default;
};

} // namespace seatledger
