// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/permissions.h"
#include "core/services/exportrequest.h"

#include <optional>
#include <span>

namespace seatledger {

/// One column of an exported list: its name, what is selected for it, and what it is.
struct ExportColumn {
    const char *name;
    const char *expression; ///< of money: the minor units
    ColumnKind kind = ColumnKind::Text;
    const char *currency = nullptr; ///< of money: the expression of its currency
    bool isCost = false; ///< only for those who may see costs
};

/// A list as it is exported.
struct ExportList {
    const char *name;
    std::optional<Action> viewing; ///< what it takes to see it; none: everybody has some of their own
    std::span<const ExportColumn> columns;
    std::vector<ListJoin> joins = {}; ///< what the columns need beyond the list's own
};

[[nodiscard]] ExportList exportListOf(const ListExport &request);

/// The rows of the list. May ask the database how to search.
[[nodiscard]] Result<ListQuery> exportQueryOf(Session &session, const ListExport &request);

} // namespace seatledger
