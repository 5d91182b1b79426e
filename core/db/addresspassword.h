// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seatledger {

/// A database's address with `***` where a password stands, whatever its form, even a malformed one: what may
/// be shown, logged or quoted in an error.
[[nodiscard]] QString withoutPassword(const QString &address);

/// Writes over the passwords in a program's arguments, once they were read: others see arguments in the
/// process list. Every argument that `withoutPassword` would change is changed in place.
void hidePasswords(int argc, char *argv[]);

} // namespace seatledger
