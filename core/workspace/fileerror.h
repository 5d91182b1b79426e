// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"

#include <QString>

namespace seatledger {

/// The failure of a system call on a file or folder: Forbidden, StorageFull, NotFound or Internal by `errno`,
/// with the path in message and details, and in the message what to do about it.
[[nodiscard]] Error fileError(int errnoValue, const QString &path);

} // namespace seatledger
