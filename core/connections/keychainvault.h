// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/passwordvault.h"

#include <chrono>

namespace seatledger {

/// The desktop's keychain (Secret Service, KWallet, ...) through QtKeychain; never a file of its own. Each
/// password stands under the service `seatledger` and the connection's key, where people find it with their
/// desktop's own tool.
class KeychainVault final : public PasswordVault
{
public:
    /// Who does not say within `patience` that there is a keychain has none.
    explicit KeychainVault(std::chrono::milliseconds patience = std::chrono::seconds(5));

    [[nodiscard]] QFuture<Result<bool>> isAvailable() override;
    [[nodiscard]] QFuture<Result<std::optional<QString>>> read(const QString &key) override;
    [[nodiscard]] QFuture<Result<void>> write(const QString &key, const QString &password) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QString &key) override;

private:
    std::chrono::milliseconds m_patience;
};

} // namespace seatledger
