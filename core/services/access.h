// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/operator.h"
#include "core/domain/permissionvalidationservice.h"
#include "core/domain/result.h"

#include <utility>

namespace seatledger {

/// As whom a session acts, and what that permits: PermissionValidationService with the subject filled in. A
/// plain value as of when it was loaded; the database decides last.
class Access final
{
public:
    explicit Access(ActingOperator acting) : m_acting(std::move(acting)) {}

    [[nodiscard]] const ActingOperator &acting() const { return m_acting; }
    [[nodiscard]] const PermissionSubject &subject() const { return m_acting.subject; }

    /// Whether the action is permitted to anything at all.
    [[nodiscard]] PermissionAnswer answer(Action action) const;
    /// Whether it is permitted to `target`.
    [[nodiscard]] PermissionAnswer answer(Action action, const PermissionTarget &target) const;

    /// The same without a sentence.
    [[nodiscard]] bool permits(Action action, const PermissionTarget &target) const;

    /// Nothing, or Forbidden with the reason.
    [[nodiscard]] Result<void> require(Action action) const;
    [[nodiscard]] Result<void> require(Action action, const PermissionTarget &target) const;

private:
    ActingOperator m_acting;
    // without a tree: the subject's departments are those with all below
    PermissionValidationService m_permissions;
};

} // namespace seatledger
