// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"

#include <vector>

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
    Review,     ///< decide in access reviews who keeps a seat
};

/// What an operator may be given beyond the role. A right reaches as far as the role sees: a manager who may
/// assign does so in the own departments. PostgreSQL knows each as the role `seatledger_<name>`.
enum class Right {
    Assign,
    Revoke, ///< together with Assign also to suspend, resume, transfer and change
    ViewCosts,
    ViewKeys,
    EditCatalogue, ///< prices included, so costs are seen
    ManageOperators,
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
std::span<const EnumEntry<Right>> enumEntries();
template <>
std::span<const EnumEntry<Scope>> enumEntries();

/// The table of permissions: how far `role` may do `action`. The grants and policies of the database agree
/// with it.
[[nodiscard]] Scope permittedScope(Role role, Action action);

/// The same with rights given beyond the role. Only managers and staff can have any.
[[nodiscard]] Scope permittedScope(Role role, std::span<const Right> rights, Action action);

/// By which rights beyond the role `action` is permitted as far as permittedScope() says; none if the role
/// alone reaches as far.
[[nodiscard]] std::vector<Right> permittingRights(Role role, std::span<const Right> rights, Action action);

/// Which further rights would let `role` do `action`, all of them together; none if nothing would, or if it
/// may already.
[[nodiscard]] std::vector<Right> missingRights(Role role, std::span<const Right> rights, Action action);

/// Whether an operator of this role can be given rights.
[[nodiscard]] bool takesRights(Role role);

} // namespace seatledger
