// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/permissions.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<Role>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{Role::Administrator, "administrator"_L1, QT_TRANSLATE_NOOP("domain", "Administrator")},
        EnumEntry{Role::Manager, "manager"_L1, QT_TRANSLATE_NOOP("domain", "Manager")},
        EnumEntry{Role::Staff, "staff"_L1, QT_TRANSLATE_NOOP("domain", "Staff")},
        EnumEntry{Role::Auditor, "auditor"_L1, QT_TRANSLATE_NOOP("domain", "Auditor")},
        EnumEntry{Role::Member, "member"_L1, QT_TRANSLATE_NOOP("domain", "Member")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<Action>> enumEntries()
{
    using enum Action;
    static constexpr std::array entries{
        EnumEntry{ViewMembers, "view_members"_L1, QT_TRANSLATE_NOOP("domain", "View members")},
        EnumEntry{ViewLicenses, "view_licenses"_L1, QT_TRANSLATE_NOOP("domain", "View licences")},
        EnumEntry{ViewAssignments, "view_assignments"_L1, QT_TRANSLATE_NOOP("domain", "View assignments")},
        EnumEntry{ViewCosts, "view_costs"_L1, QT_TRANSLATE_NOOP("domain", "View costs")},
        EnumEntry{ViewKeys, "view_keys"_L1, QT_TRANSLATE_NOOP("domain", "View keys")},
        EnumEntry{Report, "report"_L1, QT_TRANSLATE_NOOP("domain", "Run reports")},
        EnumEntry{Export, "export"_L1, QT_TRANSLATE_NOOP("domain", "Export")},
        EnumEntry{ReadAudit, "read_audit"_L1, QT_TRANSLATE_NOOP("domain", "Read the audit")},
        EnumEntry{Assign, "assign"_L1, QT_TRANSLATE_NOOP("domain", "Assign seats")},
        EnumEntry{Revoke, "revoke"_L1, QT_TRANSLATE_NOOP("domain", "Revoke seats")},
        EnumEntry{Suspend, "suspend"_L1, QT_TRANSLATE_NOOP("domain", "Suspend and resume seats")},
        EnumEntry{Transfer, "transfer"_L1, QT_TRANSLATE_NOOP("domain", "Transfer seats")},
        EnumEntry{ChangeAssignments, "change_assignments"_L1,
                  QT_TRANSLATE_NOOP("domain", "Change assignments")},
        EnumEntry{EditMembers, "edit_members"_L1, QT_TRANSLATE_NOOP("domain", "Edit members")},
        EnumEntry{EditCatalogue, "edit_catalogue"_L1,
                  QT_TRANSLATE_NOOP("domain", "Edit licences and the catalogue")},
        EnumEntry{Import, "import"_L1, QT_TRANSLATE_NOOP("domain", "Import")},
        EnumEntry{Undo, "undo"_L1, QT_TRANSLATE_NOOP("domain", "Undo operations")},
        EnumEntry{ManageOperators, "manage_operators"_L1, QT_TRANSLATE_NOOP("domain", "Manage operators")},
        EnumEntry{ManageSettings, "manage_settings"_L1, QT_TRANSLATE_NOOP("domain", "Change settings")},
        EnumEntry{UseDevices, "use_devices"_L1, QT_TRANSLATE_NOOP("domain", "Use licences on devices")},
        EnumEntry{Review, "review"_L1, QT_TRANSLATE_NOOP("domain", "Decide in access reviews")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<Right>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{Right::Assign, "assign"_L1, QT_TRANSLATE_NOOP("domain", "Assign seats")},
        EnumEntry{Right::Revoke, "revoke"_L1, QT_TRANSLATE_NOOP("domain", "Revoke seats")},
        EnumEntry{Right::ViewCosts, "view_costs"_L1, QT_TRANSLATE_NOOP("domain", "View costs")},
        EnumEntry{Right::ViewKeys, "view_keys"_L1, QT_TRANSLATE_NOOP("domain", "View keys")},
        EnumEntry{Right::EditCatalogue, "edit_catalogue"_L1,
                  QT_TRANSLATE_NOOP("domain", "Edit licences and the catalogue")},
        EnumEntry{Right::ManageOperators, "manage_operators"_L1,
                  QT_TRANSLATE_NOOP("domain", "Manage operators")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<Scope>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{Scope::None, "none"_L1, QT_TRANSLATE_NOOP("domain", "Nothing")},
        EnumEntry{Scope::Own, "own"_L1, QT_TRANSLATE_NOOP("domain", "One's own")},
        EnumEntry{Scope::OwnDepartments, "own_departments"_L1,
                  QT_TRANSLATE_NOOP("domain", "One's own departments")},
        EnumEntry{Scope::Everything, "everything"_L1, QT_TRANSLATE_NOOP("domain", "Everything")},
    };
    return entries;
}

namespace {

/// One line of the table: how far each role, in the order of Role, may do the action.
struct PermissionRow {
    Action action;
    std::array<Scope, 5> scopes;
};

constexpr Scope none = Scope::None;
constexpr Scope own = Scope::Own;
constexpr Scope dept = Scope::OwnDepartments;
constexpr Scope all = Scope::Everything;

constexpr std::array permissionTable{
    // administrator, manager, staff, auditor, member
    PermissionRow{Action::ViewMembers, {all, dept, all, none, own}},
    PermissionRow{Action::ViewLicenses, {all, all, all, none, own}},
    PermissionRow{Action::ViewAssignments, {all, dept, all, none, own}},
    PermissionRow{Action::ViewCosts, {all, all, none, none, none}},
    PermissionRow{Action::ViewKeys, {all, none, none, none, own}},
    PermissionRow{Action::Report, {all, dept, all, none, none}},
    PermissionRow{Action::Export, {all, dept, all, all, none}},
    PermissionRow{Action::ReadAudit, {all, none, none, all, none}},
    PermissionRow{Action::Assign, {all, none, none, none, none}},
    PermissionRow{Action::Revoke, {all, none, none, none, none}},
    PermissionRow{Action::Suspend, {all, none, none, none, none}},
    PermissionRow{Action::Transfer, {all, none, none, none, none}},
    PermissionRow{Action::ChangeAssignments, {all, none, none, none, none}},
    PermissionRow{Action::EditMembers, {all, none, none, none, none}},
    PermissionRow{Action::EditCatalogue, {all, none, none, none, none}},
    PermissionRow{Action::Import, {all, none, none, none, none}},
    PermissionRow{Action::Undo, {all, none, none, none, none}},
    PermissionRow{Action::ManageOperators, {all, none, none, none, none}},
    PermissionRow{Action::ManageSettings, {all, none, none, none, none}},
    PermissionRow{Action::UseDevices, {all, own, own, none, own}},
    PermissionRow{Action::Review, {all, dept, none, none, none}},
};

/// What the rights that together permit an action are, and whether they reach as far as the role sees
/// members.
struct RightsRow {
    Action action;
    std::initializer_list<Right> needed;
    bool asFarAsSeen;
};

constexpr std::initializer_list<Right> assign{Right::Assign};
constexpr std::initializer_list<Right> revoke{Right::Revoke};
constexpr std::initializer_list<Right> both{Right::Assign, Right::Revoke};
constexpr std::initializer_list<Right> keys{Right::ViewKeys};
constexpr std::initializer_list<Right> catalogue{Right::EditCatalogue};
constexpr std::initializer_list<Right> costs{Right::ViewCosts};
constexpr std::initializer_list<Right> operators{Right::ManageOperators};

constexpr std::array rightsTable{
    RightsRow{Action::Assign, assign, true},
    RightsRow{Action::Revoke, revoke, true},
    RightsRow{Action::Suspend, both, true},
    RightsRow{Action::Transfer, both, true},
    RightsRow{Action::ChangeAssignments, both, true},
    RightsRow{Action::ViewCosts, costs, false},
    RightsRow{Action::ViewCosts, catalogue, false},
    RightsRow{Action::ViewKeys, keys, false},
    RightsRow{Action::EditCatalogue, catalogue, false},
    RightsRow{Action::ManageOperators, operators, false},
};

bool has(std::span<const Right> rights, Right right)
{
    return std::ranges::find(rights, right) != rights.end();
}

Scope scopeOf(Role role, const RightsRow &row)
{
    return row.asFarAsSeen ? permittedScope(role, Action::ViewMembers) : Scope::Everything;
}

/// The row by which these rights permit the action the farthest; null if none does.
const RightsRow *rowByRights(Role role, std::span<const Right> rights, Action action)
{
    const RightsRow *widest = nullptr;
    for (const RightsRow &row : rightsTable) {
        const bool counts = row.action == action && std::ranges::all_of(row.needed, [&](Right right) {
                                return has(rights, right);
                            });
        if (counts && (!widest || scopeOf(role, row) > scopeOf(role, *widest)))
            widest = &row;
    }
    return widest;
}

Scope scopeByRights(Role role, std::span<const Right> rights, Action action)
{
    const RightsRow *row = rowByRights(role, rights, action);
    return row ? scopeOf(role, *row) : Scope::None;
}

} // namespace

Scope permittedScope(Role role, Action action)
{
    const auto row = std::ranges::find(permissionTable, action, &PermissionRow::action);
    return row != permissionTable.end() ? row->scopes.at(size_t(role)) : Scope::None;
}

Scope permittedScope(Role role, std::span<const Right> rights, Action action)
{
    const Scope byRole = permittedScope(role, action);
    return takesRights(role) ? std::max(byRole, scopeByRights(role, rights, action)) : byRole;
}

std::vector<Right> permittingRights(Role role, std::span<const Right> rights, Action action)
{
    const RightsRow *row = takesRights(role) ? rowByRights(role, rights, action) : nullptr;
    if (!row || scopeOf(role, *row) <= permittedScope(role, action))
        return {};
    return row->needed;
}

std::vector<Right> missingRights(Role role, std::span<const Right> rights, Action action)
{
    const auto row = std::ranges::find(rightsTable, action, &RightsRow::action);
    if (!takesRights(role) || row == rightsTable.end() || permittedScope(role, rights, action) != Scope::None)
        return {};
    std::vector<Right> missing;
    std::ranges::copy_if(row->needed, std::back_inserter(missing),
                         [&](Right right) { return !has(rights, right); });
    return missing;
}

bool takesRights(Role role)
{
    return role == Role::Manager || role == Role::Staff;
}

} // namespace seatledger
