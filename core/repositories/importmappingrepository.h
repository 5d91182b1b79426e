// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/importmapping.h"
#include "core/domain/result.h"

#include <optional>
#include <vector>

namespace seatledger {

/// Loads and saves mappings of columns by kind and name, compared case-insensitively. Stateless; in the
/// thread of its session. Changes are booked on the session's operation.
class ImportMappingRepository final
{
public:
    /// Those that were saved, by name.
    [[nodiscard]] Result<std::vector<ImportMapping>> list(Session &session, ImportKind kind) const;

    /// Writes it over an older one of its name.
    [[nodiscard]] Result<void> save(Session &session, const ImportMapping &mapping) const;

    /// NotFound if there is none of that name.
    [[nodiscard]] Result<void> remove(Session &session, ImportKind kind, const QString &name) const;
};

} // namespace seatledger
