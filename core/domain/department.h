// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "core/domain/text.h"

#include <optional>

namespace seatledger {

/// A node of the tree that scopes people and permissions. A plain value, valid by DepartmentDraft.
struct DepartmentFields {
    Name name;
    std::optional<DepartmentId> parent = std::nullopt; ///< none is at the top

    friend bool operator==(const DepartmentFields &, const DepartmentFields &) = default;
};

struct Department : DepartmentFields {
    DepartmentId id;
    int version = 1;

    friend bool operator==(const Department &, const Department &) = default;
};

/// A department as typed, not yet checked.
struct DepartmentDraft {
    QString name = {};
    std::optional<DepartmentId> parent = std::nullopt;

    [[nodiscard]] static DepartmentDraft of(const DepartmentFields &fields);

    /// Fails with InvalidInput; see FieldCheck::error(). Field: `name`.
    [[nodiscard]] Result<DepartmentFields> create() const;
};

} // namespace seatledger
