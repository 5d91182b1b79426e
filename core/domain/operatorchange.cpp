// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/operatorchange.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatledger {

namespace {

PermissionSubject subjectOf(const OperatorFields &fields)
{
    return {.role = fields.role,
            .rights = fields.rights,
            .departments = fields.departments,
            .member = fields.member};
}

bool isWithinDepartments(const PermissionSubject &giver, const PermissionSubject &taken)
{
    return giver.role != Role::Manager || std::ranges::all_of(taken.departments, [&](DepartmentId id) {
               return std::ranges::find(giver.departments, id) != giver.departments.end();
           });
}

bool has(const PermissionSubject &subject, Right right)
{
    return std::ranges::find(subject.rights, right) != subject.rights.end();
}

std::optional<Refusal> unlessHandsOnNoMore(const ActingOperator &acting, const OperatorFields &fields)
{
    if (handsOnNoMore(acting.subject, subjectOf(fields)))
        return std::nullopt;
    return Refusal{.reason = RefusalReason::BeyondOwnRights};
}

/// What nobody may change of themselves is as it was; whom they are, administrators may say.
bool keepsOwnPower(const ActingOperator &acting, const Operator &current, const Operator &wanted)
{
    const bool isAdministrator = acting.subject.role == Role::Administrator;
    return current.role == wanted.role && current.rights == wanted.rights
           && (current.member == wanted.member || isAdministrator)
           && current.departments == wanted.departments && current.isDisabled() == wanted.isDisabled();
}

} // namespace

bool handsOnNoMore(const PermissionSubject &giver, const PermissionSubject &taken)
{
    if (giver.role == Role::Administrator && !giver.narrowedTo)
        return true;
    const auto reachesNoFarther = [&](const EnumEntry<Action> &action) {
        const Scope scope = permittedScope(taken.role, taken.rights, action.value);
        return scope <= Scope::Own || scope <= permittedScope(giver, action.value);
    };
    return !has(taken, Right::ManageOperators) && isWithinDepartments(giver, taken)
           && std::ranges::all_of(enumEntries<Action>(), reachesNoFarther)
           && std::ranges::all_of(taken.rights, [&](Right right) { return has(giver, right); });
}

std::optional<Refusal> refusedAddition(const ActingOperator &acting, const OperatorFields &wanted)
{
    return unlessHandsOnNoMore(acting, wanted);
}

std::optional<Refusal> refusedChange(const ActingOperator &acting, const Operator &current,
                                     const Operator &wanted)
{
    if (acting.id == current.id) {
        if (keepsOwnPower(acting, current, wanted))
            return std::nullopt;
        return Refusal{.reason = RefusalReason::OwnOperator};
    }
    if (auto refused = unlessHandsOnNoMore(acting, current))
        return refused;
    return unlessHandsOnNoMore(acting, wanted);
}

std::optional<Refusal> refusedPassword(const ActingOperator &acting, const Operator &whose)
{
    return acting.id == whose.id ? std::nullopt : unlessHandsOnNoMore(acting, whose);
}

} // namespace seatledger
