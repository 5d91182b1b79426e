// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/importrepository.h"

#include <QString>

namespace seatledger {

/// What is wrong, and what to do, in the person's language.
[[nodiscard]] QString importReason(const StagedProblem &problem);

} // namespace seatledger
