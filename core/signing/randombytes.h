// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>

namespace seatledger {

/// So many unpredictable bytes, by the system's randomness. Internal if that is not to be had.
[[nodiscard]] Result<QByteArray> randomBytes(qsizetype count);

} // namespace seatledger
