// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace seatledger {

/// Where the chain of the audit ended at a moment: what is signed and kept where nobody who could alter the
/// book can reach it. A book whose chain does not lead through it was altered since. A plain value.
struct AuditAnchor {
    QString book;           ///< the id of the book, a UUID
    qint64 position = 0;    ///< of the last link; 0 is before the first
    QByteArray head = {};   ///< the hash of that link, 32 bytes
    QDateTime takenAt = {}; ///< UTC, whole seconds
    int schemaVersion = 0;
    qint64 operations = 0; ///< so many were on record
    qint64 events = 0;     ///< rows changed, as the chain counts them

    /// Names and values as a file holds them; the hash in hex, the moment in ISO 8601.
    [[nodiscard]] QJsonObject toJson() const;

    /// The bytes that are signed: toJson() in its canonical form (RFC 8785), no blanks, keys in order.
    [[nodiscard]] QByteArray signedBytes() const;

    friend bool operator==(const AuditAnchor &, const AuditAnchor &) = default;
};

/// An anchor with its signature, and the key that belongs to it.
struct SignedAnchor {
    AuditAnchor anchor;
    QByteArray publicKey; ///< Ed25519, 32 bytes
    QByteArray signature; ///< Ed25519 over signedBytes(), 64 bytes

    friend bool operator==(const SignedAnchor &, const SignedAnchor &) = default;
};

} // namespace seatledger
