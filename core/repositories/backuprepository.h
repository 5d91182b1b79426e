// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/backupmanifest.h"
#include "core/domain/backuprecord.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace seatledger {

/// What a backup has to know of the database it is of. A plain value.
struct BackupFacts {
    QString database;
    qint64 databaseBytes = 0;
    int postgres = 0; ///< the major version of the server
    AuditAnchor audit = {};
    QMap<QString, qint64> rows = {}; ///< of each table of the book
};

/// The logins and groups of a book, which a database does not hold: JSON, and whether passwords (SCRAM
/// verifiers) are among it, as only a superuser can read them.
struct BookLogins {
    QByteArray document;
    bool hasPasswords = false;
};

/// Reads of a book what its backup needs, and keeps the record of backups. Stateless; in the thread of its
/// session.
class BackupRepository final
{
public:
    /// Forbidden, reason `not_owner`, for who does not own the book: nobody else sees all of it. NotFound,
    /// reason `no_book`, where there is none.
    [[nodiscard]] Result<void> requireOwner(Session &session) const;

    /// The id of the session's book, which its backups have in their manifests.
    [[nodiscard]] Result<QString> bookId(Session &session) const;

    /// Lets others look at what the open transaction sees, by this name, until it ends.
    [[nodiscard]] Result<QString> exportSnapshot(Session &session) const;

    /// As the open transaction sees it. Counts every row.
    [[nodiscard]] Result<BackupFacts> facts(Session &session) const;
    [[nodiscard]] Result<QMap<QString, qint64>> rowCounts(Session &session) const;

    /// How large each table is on its disk.
    [[nodiscard]] Result<QMap<QString, qint64>> tableSizes(Session &session) const;

    [[nodiscard]] Result<BookLogins> logins(Session &session) const;

    /// Makes those that are missing, groups and memberships first of all; what is there keeps its password
    /// and powers. InvalidInput if the document is none.
    [[nodiscard]] Result<void> restoreLogins(Connection &connection, const QByteArray &document) const;

    /// Makes the logins, and who may connect, what the operators' rows say. For the owner.
    [[nodiscard]] Result<void> settleLogins(Session &session) const;

    /// Books an event. RuleBroken, reason `other_book`, if the backup is not one of this book.
    [[nodiscard]] Result<BackupRecord> add(Session &session, BackupEvent event,
                                           const BackupManifest &manifest, const QString &place) const;

    /// Of the event, the one whose backup is the newest; for who may read it: administrators and auditors.
    [[nodiscard]] Result<std::optional<BackupRecord>> newest(Session &session, BackupEvent event) const;
};

} // namespace seatledger
