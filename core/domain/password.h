// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

namespace seatledger {

/// How long somebody who guesses would need.
enum class PasswordStrength {
    Weak,
    Fair,
    Strong,
};

/// The shortest password that is taken. Longer is what makes a password good; no kinds of characters are
/// asked for.
inline constexpr int shortestPassword = 10;

/// Fails with InvalidInput, field `password`, if it is too short, too long (1000 characters), has a control
/// character in it, is much like the login, or is one of those that everybody tries first.
[[nodiscard]] Result<void> checkPassword(const QString &login, const QString &password);

/// An estimate for a hint beside the field; Weak is what checkPassword() would refuse.
[[nodiscard]] PasswordStrength passwordStrength(const QString &login, const QString &password);

} // namespace seatledger
