// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/access.h"

namespace seatledger {

PermissionAnswer Access::answer(Action action) const
{
    return m_permissions.answer(subject(), action);
}

PermissionAnswer Access::answer(Action action, const PermissionTarget &target) const
{
    return m_permissions.answer(subject(), action, target);
}

bool Access::permits(Action action, const PermissionTarget &target) const
{
    return m_permissions.permits(subject(), action, target);
}

Result<void> Access::require(Action action) const
{
    return m_permissions.require(subject(), action);
}

Result<void> Access::require(Action action, const PermissionTarget &target) const
{
    return m_permissions.require(subject(), action, target);
}

} // namespace seatledger
