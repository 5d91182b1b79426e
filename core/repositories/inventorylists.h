// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "core/repositories/listquery.h"

#include <QDate>
#include <QString>

#include <optional>

namespace seatledger {

// Further lists as SQL, in one order each: what exports are made from.

/// Departments by the place in the tree: `d` is the department, `t` its `path` as far as the reader sees it,
/// and `a` the one above. `search` as in the lists.
[[nodiscard]] ListQuery departmentListQuery(const QString &search);

/// Devices by name: `v` is the device, `m` whose it is, `c` has `live` activations and the last `seen_at`.
[[nodiscard]] ListQuery deviceListQuery(const QString &search);

struct EntitlementFilter {
    QString search = {}; ///< in the names of licence, product and vendor, order number and supplier
    std::optional<LicenseId> license = {};
    bool withCancelled = true;
    std::optional<QDate> asOf = {}; ///< only what supplies seats on this day
    friend bool operator==(const EntitlementFilter &, const EntitlementFilter &) = default;
};

/// What was bought, by licence and first day: `e` is the entitlement, `l` its licence, `p` and `v` product
/// and vendor, `o` the member who owns the licence. Prices are columns of `e` for those who may see costs.
[[nodiscard]] ListQuery entitlementListQuery(const EntitlementFilter &filter);

/// The path of each department from the top, `Company / IT`, as far as the reader sees the tree: a table with
/// `id` and `path`, joined as `alias` where `condition` holds.
[[nodiscard]] ListJoin departmentPathJoin(const QString &alias, const QString &condition);

} // namespace seatledger
