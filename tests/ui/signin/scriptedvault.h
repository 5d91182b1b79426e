// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/passwordvault.h"

#include <QHash>
#include <QPromise>

#include <memory>
#include <vector>

namespace seatledger {

/// A keychain that does as the test says.
class ScriptedVault final : public PasswordVault
{
public:
    bool isThere = true;
    bool answers = true; ///< off: says nothing, as one that waits to be unlocked
    bool takesPasswords = true;
    QHash<QString, QString> passwords;

    QFuture<Result<bool>> isAvailable() override { return answer<bool>(isThere); }
    QFuture<Result<std::optional<QString>>> read(const QString &key) override
    {
        if (!isThere)
            return answer<std::optional<QString>>(refusal());
        return answer<std::optional<QString>>(passwords.contains(key) ? std::optional(passwords.value(key))
                                                                      : std::nullopt);
    }
    QFuture<Result<void>> write(const QString &key, const QString &password) override
    {
        if (!isThere || !takesPasswords)
            return answer<void>(refusal());
        passwords.insert(key, password);
        return answer<void>({});
    }
    QFuture<Result<void>> remove(const QString &key) override
    {
        passwords.remove(key);
        return answer<void>({});
    }

private:
    static std::unexpected<Error> refusal()
    {
        return failure(ErrorCode::Offline, QStringLiteral("No keychain."),
                       {{QStringLiteral("reason"), QStringLiteral("no_keychain")}});
    }
    template <typename T>
    QFuture<Result<T>> answer(Result<T> result)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        if (answers) {
            promise->addResult(std::move(result));
            promise->finish();
        }
        m_open.push_back(promise);
        return promise->future();
    }

    std::vector<std::shared_ptr<void>> m_open;
};

} // namespace seatledger
