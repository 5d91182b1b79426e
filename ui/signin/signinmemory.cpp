// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinmemory.h"

#include "ui/common/asyncresult.h"

namespace seatledger {

SignInMemory::SignInMemory(RecentConnections &recent, PasswordVault &vault, QObject *parent)
    : QObject(parent), m_recent(recent), m_vault(vault)
{}

void SignInMemory::remember(const ConnectionProfile &profile, const QString &password, Wish wish)
{
    m_recent.remember(profile);
    m_recent.setOpensNext(wish.opensNext ? profile.key() : QString());
    const bool keeps = wish.password == Wish::Password::Keep && !password.isEmpty();
    const bool forgets = wish.password == Wish::Password::Forget;
    if (profile.kind != ConnectionProfile::Kind::Server || (!keeps && !forgets))
        return;
    whenDone(keeps ? m_vault.write(profile.key(), password) : m_vault.remove(profile.key()), this,
             [this, keeps](const Result<void> &done) {
                 if (!done && keeps)
                     emit passwordNotKept(done.error());
             });
}

void SignInMemory::forget(const ConnectionProfile &profile)
{
    m_recent.remove(profile.key());
    // where there is no keychain, there is nothing to forget
    if (profile.kind == ConnectionProfile::Kind::Server)
        whenDone(m_vault.remove(profile.key()), this, [](const Result<void> &) {});
}

} // namespace seatledger
