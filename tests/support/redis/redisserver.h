// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/redisaddress.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

class QProcess;

namespace seatledger {

/// A real Redis on a Unix socket in a folder of its own, which keeps nothing on disk; it ends with the test.
class RedisServer final
{
public:
    /// Begins it, with a password if one is given. A server that cannot be begun ends the test executable.
    explicit RedisServer(QString password = {});
    ~RedisServer();
    RedisServer(const RedisServer &) = delete;
    RedisServer &operator=(const RedisServer &) = delete;

    /// How it is reached, with the password.
    [[nodiscard]] RedisAddress address() const;

    void begin();
    /// As kill -9 does; begin() gives an empty one.
    void kill();
    /// It takes connections and answers nothing, until thaw().
    void freeze();
    void thaw();

private:
    [[nodiscard]] QString socket() const;

    QTemporaryDir m_folder;
    QString m_password;
    std::unique_ptr<QProcess> m_process;
};

} // namespace seatledger
