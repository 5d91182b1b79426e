// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

namespace seatledger {

/// What a use case made or changed, and the operation it is booked on: the one that
/// LicenseManagementApplicationService::undo() takes back.
template <typename T>
struct Booked {
    T value;
    OperationId operation;
};

} // namespace seatledger
