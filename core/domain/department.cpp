// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/department.h"

#include "core/domain/fieldcheck.h"

namespace seatledger {

using namespace Qt::StringLiterals;

DepartmentDraft DepartmentDraft::of(const DepartmentFields &fields)
{
    return {.name = fields.name.text(), .parent = fields.parent};
}

Result<DepartmentFields> DepartmentDraft::create() const
{
    FieldCheck check;
    auto validName = check.take("name"_L1, Name::create(name));
    if (check.failed())
        return check.error();
    return DepartmentFields{.name = *validName, .parent = parent};
}

} // namespace seatledger
