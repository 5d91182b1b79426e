// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"

namespace seatledger {

/// What an operator signs in as.
enum class Role {
    Administrator,
    Manager, ///< reads and reports for some departments and those below
    Staff,   ///< reads and exports
    Auditor, ///< reads and exports the audit
    Member,  ///< sees and uses what is their own
};

/// What somebody may want to do.
enum class Action {
    ViewMembers,
    ViewLicenses,
    ViewAssignments,
    ViewCosts,
    ViewKeys,
    Report,
    Export,
    ReadAudit,
    Assign,
    Revoke,
    Suspend, ///< and resume
    Transfer,
    ChangeAssignments, ///< other days, another number of seats
    EditMembers,       ///< departures included
    EditCatalogue,     ///< vendors, products, licences, entitlements, keys
    Import,
    Undo,
    ManageOperators, ///< and their tokens
    ManageSettings,
    UseDevices, ///< activate, heartbeat, release
};

/// How far a permission reaches, from nothing to everything; larger includes smaller.
enum class Scope {
    None,
    Own,            ///< what belongs to the operator's own member
    OwnDepartments, ///< and to the members of the operator's departments and those below
    Everything,
};

template <>
std::span<const EnumEntry<Role>> enumEntries();
template <>
std::span<const EnumEntry<Action>> enumEntries();
template <>
std::span<const EnumEntry<Scope>> enumEntries();

/// The table of permissions: how far `role` may do `action`. The grants and policies of the database agree
/// with it.
[[nodiscard]] Scope permittedScope(Role role, Action action);

} // namespace seatledger
