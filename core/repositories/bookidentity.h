// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"

#include <QString>

namespace seatledger {

/// What tells this database from every other, also from one of the same name and from a copy in the same
/// cluster; the same on its replicas. For what is kept outside of it.
[[nodiscard]] Result<QString> bookIdentity(Session &session);

} // namespace seatledger
