// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"

#include <QTemporaryDir>

#include <atomic>
#include <thread>
#include <vector>

namespace seatledger {

/// Stands between a program and PostgreSQL, on a Unix socket of its own, and can lose an answer the way a
/// network does.
class CuttingProxy final
{
public:
    /// Before the cluster of these settings.
    explicit CuttingProxy(ConnectionSettings behind);
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy &) = delete;
    CuttingProxy &operator=(const CuttingProxy &) = delete;

    /// The same database, through the proxy.
    [[nodiscard]] ConnectionSettings settings() const;

    /// The next COMMIT goes through, and PostgreSQL's answer to it does not: the connection ends instead.
    void loseTheNextCommit() { m_losesCommit = true; }
    /// How many were lost so far.
    [[nodiscard]] int lost() const { return m_lost; }

private:
    void accept();
    void carry(int program, int database);

    ConnectionSettings m_behind;
    QTemporaryDir m_folder;
    int m_listening = -1;
    std::atomic<bool> m_losesCommit = false;
    std::atomic<bool> m_isEnding = false;
    std::atomic<int> m_lost = 0;
    std::vector<std::thread> m_carriers;
    std::thread m_acceptor;
};

} // namespace seatledger
