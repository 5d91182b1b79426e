// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignment.h"
#include "core/domain/department.h"
#include "core/domain/license.h"
#include "core/domain/member.h"
#include "core/services/editplan.h"

#include <QHash>

#include <span>

namespace seatledger {

/// What rows of other tables are called, where a field refers to them.
struct EditNames {
    std::vector<Department> departments = {};
    QHash<MemberId, QString> members = {};
    QHash<LicenseId, QString> licenses = {};
};

// A row, and in which fields it would be another, in words. Without a refusal.

[[nodiscard]] EditItem itemOf(const Member &before, const Member &after, const EditNames &names);
[[nodiscard]] EditItem itemOf(const License &before, const License &after, const EditNames &names);
[[nodiscard]] EditItem itemOf(const Assignment &before, const Assignment &after, const EditNames &names);

} // namespace seatledger
