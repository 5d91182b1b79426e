// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/department.h"

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace seatledger {

/// Which department is below which. A plain value; departments that are not in it are below nothing but
/// themselves. A ring, which the database does not allow, ends the way up instead of going round.
class DepartmentTree final
{
public:
    DepartmentTree() = default;
    explicit DepartmentTree(std::span<const Department> departments);

    /// Whether `department` is `top` or below it. O(depth).
    [[nodiscard]] bool isWithin(DepartmentId department, DepartmentId top) const;

    /// From the top down to `department` itself.
    [[nodiscard]] std::vector<DepartmentId> path(DepartmentId department) const;

    /// Whether placing `department` below `parent` would put it below itself.
    [[nodiscard]] bool wouldClose(DepartmentId department, DepartmentId parent) const
    {
        return isWithin(parent, department);
    }

private:
    std::unordered_map<DepartmentId, std::optional<DepartmentId>> m_parents;
};

/// "Research / Optics": the names from the top down to the department; empty if it is not among them.
[[nodiscard]] QString pathOf(std::span<const Department> departments, DepartmentId department);

} // namespace seatledger
