// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"

namespace seatledger {

/// inWords() of an undo that is refused, with what to do first where that helps.
[[nodiscard]] Error undoInWords(Error error);

} // namespace seatledger
