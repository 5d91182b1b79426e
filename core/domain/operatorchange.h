// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/operator.h"
#include "core/domain/refusal.h"

#include <optional>

namespace seatledger {

/// Whether `giver` may hand out what `taken` has: for no action does it reach farther than the giver does.
/// What is a person's own counts as nothing, for everybody has that. Only administrators hand out the right
/// to manage operators. `taken`'s departments and `giver`'s are compared as they are, so the giver's are
/// those with all below.
[[nodiscard]] bool handsOnNoMore(const PermissionSubject &giver, const PermissionSubject &taken);

/// Why `acting` may not add `wanted`: BeyondOwnRights, or nothing.
[[nodiscard]] std::optional<Refusal> refusedAddition(const ActingOperator &acting,
                                                     const OperatorFields &wanted);

/// Why `acting` may not make `wanted` of `current`, departments and being disabled included: OwnOperator,
/// BeyondOwnRights, or nothing. What they may not hand out they may not take away either.
[[nodiscard]] std::optional<Refusal> refusedChange(const ActingOperator &acting, const Operator &current,
                                                   const Operator &wanted);

/// Why `acting` may not set the password of `whose`: BeyondOwnRights, or nothing. Everybody sets their own.
[[nodiscard]] std::optional<Refusal> refusedPassword(const ActingOperator &acting, const Operator &whose);

} // namespace seatledger
