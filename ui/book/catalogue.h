// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"

#include <vector>

namespace seatledger {

/// The vendors and products there are to choose from.
struct Catalogue {
    std::vector<Vendor> vendors;
    std::vector<Product> products;
};

/// Reads it; for a worker.
[[nodiscard]] Result<Catalogue> loadCatalogue(const Services &services, Session &session);

} // namespace seatledger
