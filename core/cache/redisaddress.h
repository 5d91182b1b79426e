// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

#include <chrono>

namespace seatledger {

/// Where a Redis is, and how long one waits for it.
struct RedisAddress {
    QString host;       ///< a name or address; empty with a socket
    quint16 port = 6379;
    QString socket;     ///< the path of a Unix socket
    int database = 0;   ///< 0 to 15 unless the server is set up otherwise
    QString user;       ///< empty: the default one
    QString password;   ///< in no log and no error
    std::chrono::milliseconds connectTime{200};
    std::chrono::milliseconds answerTime{50};

    /// Reads `redis://[user@]host[:port][/database]` or `unix:/path/of.sock[?db=N]`. A password does not
    /// belong there: an address with one is refused, since addresses are printed.
    [[nodiscard]] static Result<RedisAddress> fromText(const QString &text);

    /// The address as fromText() reads it, without the password.
    [[nodiscard]] QString text() const;
};

} // namespace seatledger
