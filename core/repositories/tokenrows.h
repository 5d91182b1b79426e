// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/row.h"
#include "core/domain/apitoken.h"

namespace seatledger {

/// The scopes in the column `scopes`, in their order; words that this program does not know are left out.
[[nodiscard]] std::vector<TokenScope> scopesIn(const Row &row);

/// A token with its owner: the columns of `api_token`, the owner's `login` and `display_name`, and
/// `last_used_at`.
[[nodiscard]] ApiToken tokenFromRow(const Row &row);

} // namespace seatledger
