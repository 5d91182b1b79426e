// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/auditanchor.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace seatledger {

/// One file of a backup.
struct BackupPart {
    QString name; ///< of the file, without a folder
    qint64 bytes = 0;
    QByteArray sha256 = {}; ///< 32 bytes

    friend bool operator==(const BackupPart &, const BackupPart &) = default;
};

/// What a backup says of itself: which book, as of when, what is in it and by what it is recognised. Head and
/// counts are of the very snapshot that was dumped. A plain value.
struct BackupManifest {
    QString id; ///< of this backup, a UUID
    QDateTime takenAt;
    QString database;
    qint64 databaseBytes = 0; ///< as large as the database was on its disk
    QString product; ///< the version of the program that made it
    int postgres = 0; ///< the major version of the server
    int tools = 0; ///< that of pg_dump; an older pg_restore may not read it
    bool hasPasswords = false; ///< whether the logins' passwords are in it, as SCRAM verifiers
    AuditAnchor audit = {}; ///< the book's id, its schema, and where its audit chain ends
    QMap<QString, qint64> rows = {}; ///< of each table of the book
    std::vector<BackupPart> parts = {};

    [[nodiscard]] qint64 bytes() const; ///< of all parts

    /// Its bytes in a file: JSON with a checksum of its own.
    [[nodiscard]] QByteArray document() const;

    /// Reads one. InvalidInput, reason `not_a_backup`, for what is no manifest; RuleBroken, reason `damaged`,
    /// if it is not as it was written; VersionMismatch, reason `format_newer`, if a newer program wrote it in
    /// another form.
    [[nodiscard]] static Result<BackupManifest> fromDocument(const QByteArray &document);

    friend bool operator==(const BackupManifest &, const BackupManifest &) = default;
};

/// That a backup was restored elsewhere and found whole; kept beside it. A plain value.
struct BackupProof {
    QString backup; ///< the id of the manifest
    QDateTime verifiedAt;
    QString product; ///< the version of the program that verified it
    int checks = 0; ///< so many checks of the doctor, none of which found anything

    [[nodiscard]] QByteArray document() const;

    /// None for what is no proof of the backup `id`.
    [[nodiscard]] static std::optional<BackupProof> fromDocument(const QByteArray &document,
                                                                 const QString &id);

    friend bool operator==(const BackupProof &, const BackupProof &) = default;
};

} // namespace seatledger
