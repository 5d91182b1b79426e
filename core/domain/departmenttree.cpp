// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/departmenttree.h"

#include <QStringList>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

DepartmentTree::DepartmentTree(std::span<const Department> departments)
{
    m_parents.reserve(departments.size());
    for (const Department &department : departments)
        m_parents.insert_or_assign(department.id, department.parent);
}

bool DepartmentTree::isWithin(DepartmentId department, DepartmentId top) const
{
    const std::vector<DepartmentId> above = path(department);
    return std::ranges::find(above, top) != above.end();
}

std::vector<DepartmentId> DepartmentTree::path(DepartmentId department) const
{
    std::vector<DepartmentId> result;
    std::optional<DepartmentId> current = department;
    while (current && result.size() <= m_parents.size()) {
        result.push_back(*current);
        const auto found = m_parents.find(*current);
        current = found != m_parents.end() ? found->second : std::nullopt;
    }
    std::ranges::reverse(result);
    return result;
}

QString pathOf(std::span<const Department> departments, DepartmentId department)
{
    QStringList names;
    std::optional<DepartmentId> next = department;
    while (next && names.size() < std::ssize(departments)) {
        const auto found = std::ranges::find(departments, *next, &Department::id);
        if (found == departments.end())
            break;
        names.prepend(found->name.text());
        next = found->parent;
    }
    return names.join(u" / "_s);
}

} // namespace seatledger
