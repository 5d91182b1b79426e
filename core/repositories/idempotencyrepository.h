// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace seatledger {

/// An answer as a repeated request gets it again: equal, byte by byte.
struct KeptAnswer {
    int status = 0;            ///< of HTTP, 200 to 599
    QJsonObject headers = {};  ///< name to value, those that belong to the answer
    QString body = {};

    friend bool operator==(const KeptAnswer &, const KeptAnswer &) = default;
};

/// What became of asking for an idempotency key.
struct KeyClaim {
    enum class Outcome {
        Claimed,  ///< it is this transaction's: do the work, keep() the answer, commit
        Replay,   ///< the same request was answered before: give `answer` again
        Running,  ///< the same key is in another transaction at this moment (409)
        Mismatch, ///< another request had this key (422)
    };
    Outcome outcome = Outcome::Claimed;
    KeptAnswer answer = {};
};

/// Answers that a repeated request gets again. Stateless; inside of the transaction that does the work, so
/// that key, answer and work are there together or not at all. Keys are those of the token that the
/// transaction acts by, or of the login without one; after a day they may be used anew.
class IdempotencyRepository final
{
public:
    static constexpr qsizetype longestKey = 255;

    /// Never waits. `key` has 1 to `longestKey` characters; `requestHash` is SHA-256 of what must be the
    /// same.
    [[nodiscard]] Result<KeyClaim> claim(Session &session, const QString &key,
                                         const QByteArray &requestHash) const;

    /// Keeps the answer to the request that claimed the key in this transaction.
    [[nodiscard]] Result<void> keep(Session &session, const QString &key, const KeptAnswer &answer) const;

    /// Removes those of more than a day ago, ten thousand at most; answers how many. For a session of the
    /// server.
    [[nodiscard]] Result<qint64> removeOld(Session &session) const;
};

} // namespace seatledger
