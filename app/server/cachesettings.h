// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/redisaddress.h"

#include <optional>

namespace seatledger::server {

/// Where answers are kept.
struct CacheSettings {
    qint64 bytes = 64LL * 1024 * 1024; ///< in this process; 0: none are kept
    std::optional<RedisAddress> redis = std::nullopt; ///< none: every server keeps its own
};

} // namespace seatledger::server
