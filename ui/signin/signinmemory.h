// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/passwordvault.h"
#include "core/connections/recentconnections.h"

#include <QObject>

namespace seatledger {

/// What is remembered of signing in: the connections in the person's settings, their passwords in the
/// keychain. Outlives the sign-in windows. GUI thread.
class SignInMemory final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SignInMemory(RecentConnections &recent, PasswordVault &vault, QObject *parent = nullptr);

    [[nodiscard]] RecentConnections &recent() const { return m_recent; }
    [[nodiscard]] PasswordVault &vault() const { return m_vault; }

    /// What is to be kept of a connection that has worked.
    struct Wish {
        enum class Password { Keep, Forget, LeaveAsItIs };

        bool opensNext = true;
        Password password = Password::LeaveAsItIs;
    };
    void remember(const ConnectionProfile &profile, const QString &password, Wish wish);

    /// Forgets a connection and its password.
    void forget(const ConnectionProfile &profile);

signals:
    /// The keychain did not take the password; it will be asked for again.
    void passwordNotKept(const seatledger::Error &error);

private:
    RecentConnections &m_recent;
    PasswordVault &m_vault;
};

} // namespace seatledger
