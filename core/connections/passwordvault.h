// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QFuture>
#include <QString>

#include <optional>

namespace seatledger {

/// Where passwords are kept between sessions: the desktop's keychain, or a scripted one in tests. Nothing
/// here waits: a keychain may first ask the person to unlock it, so every answer comes later, in the thread
/// that asked, which must have an event loop. Until then the program goes on without it. GUI thread.
///
/// Failures are Forbidden (`keychain_refused`: the person or the keychain said no) and Offline
/// (`no_keychain`: there is none, or it does not work).
class PasswordVault
{
public:
    PasswordVault() = default;
    virtual ~PasswordVault() = default;
    PasswordVault(const PasswordVault &) = delete;
    PasswordVault &operator=(const PasswordVault &) = delete;

    /// Whether passwords can be kept at all.
    [[nodiscard]] virtual QFuture<Result<bool>> isAvailable() = 0;

    /// The password kept under a key, if there is one.
    [[nodiscard]] virtual QFuture<Result<std::optional<QString>>> read(const QString &key) = 0;

    [[nodiscard]] virtual QFuture<Result<void>> write(const QString &key, const QString &password) = 0;

    /// That there is none is no failure.
    [[nodiscard]] virtual QFuture<Result<void>> remove(const QString &key) = 0;
};

} // namespace seatledger
