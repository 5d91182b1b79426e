// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"

namespace seatledger {

/// Where seats are held that are not there any more, all licences together.
struct Shortages {
    qint64 licenses = 0;
    qint64 seats = 0;
};

/// As it is now, for who watches the server: the server's own login may ask, whoever's departments they are
/// in. Needs no transaction.
[[nodiscard]] Result<Shortages> shortages(Session &session);

} // namespace seatledger
