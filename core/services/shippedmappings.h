// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importmapping.h"

#include <QStringList>

#include <vector>

namespace seatledger {

/// A mapping that comes with the program, and the headings by which a file of that make is known.
struct ShippedMapping {
    ImportMapping mapping;
    QStringList needs;
};

/// Those of resources/import/mappings.json: exports of Snipe-IT and GLPI.
[[nodiscard]] const std::vector<ShippedMapping> &shippedMappings();

} // namespace seatledger
