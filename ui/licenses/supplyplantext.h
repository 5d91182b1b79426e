// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/supplyplan.h"

#include <QString>

namespace seatledger {

struct BookAccess;

/// What a change of what was bought comes to, in a sentence or a few: seats there are and that stay free,
/// shortages, cost; or why it is refused.
[[nodiscard]] QString supplyText(const BookAccess &access, const SupplyPlan &plan);

} // namespace seatledger
