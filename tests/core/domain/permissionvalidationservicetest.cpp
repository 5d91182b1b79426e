// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/permissionvalidationservice.h"

#include "tests/core/domain/bookvalues.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

namespace {

Department department(qint64 number, std::optional<qint64> parent = std::nullopt)
{
    const DepartmentFields fields{.name = Name::fromStored(QString::number(number)),
                                  .parent = parent ? DepartmentId::fromValue(*parent) : std::nullopt};
    return {fields, id<DepartmentId>(number)};
}

/// 1 with 2 below it, and 3 beside it.
PermissionValidationService service()
{
    return PermissionValidationService(
        DepartmentTree(std::vector{department(1), department(2, 1), department(3)}));
}

PermissionTarget memberOf(qint64 departmentNumber, qint64 memberNumber = 50)
{
    return {.member = member(memberNumber), .department = id<DepartmentId>(departmentNumber)};
}

PermissionSubject someoneAs(Role role)
{
    return {.role = role, .departments = {id<DepartmentId>(1)}, .member = member(7)};
}

} // namespace

class PermissionValidationServiceTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyRoleAndActionHasAnAnswerWithAReason()
    {
        for (const auto &role : enumEntries<Role>()) {
            for (const auto &action : enumEntries<Action>()) {
                const PermissionAnswer answer = service().answer(someoneAs(role.value), action.value);
                QCOMPARE(answer.scope, permittedScope(role.value, action.value));
                QCOMPARE(answer.allowed, answer.scope != Scope::None);
                QVERIFY(answer.reason.startsWith(displayText(action.value)));
                QVERIFY(answer.reason.endsWith(u'.'));
            }
        }
    }

    void rightsReachAsFarAsTheRoleSees()
    {
        const std::array assign{Right::Assign};
        QCOMPARE(permittedScope(Role::Manager, assign, Action::Assign), Scope::OwnDepartments);
        QCOMPARE(permittedScope(Role::Staff, assign, Action::Assign), Scope::Everything);
        QCOMPARE(permittedScope(Role::Manager, assign, Action::Revoke), Scope::None);

        PermissionSubject manager = someoneAs(Role::Manager);
        QVERIFY(!service().answer(manager, Action::Assign, memberOf(1)).allowed);
        manager.rights = {Right::Assign};
        QVERIFY(service().answer(manager, Action::Assign, memberOf(1)).allowed);
        QVERIFY(!service().answer(manager, Action::Assign, memberOf(3)).allowed);
    }

    void whatRaisesAndLowersDemandNeedsBothRights()
    {
        const std::array assign{Right::Assign};
        const std::array both{Right::Assign, Right::Revoke};
        for (const Action action : {Action::Suspend, Action::Transfer, Action::ChangeAssignments}) {
            QCOMPARE(permittedScope(Role::Staff, assign, action), Scope::None);
            QCOMPARE(permittedScope(Role::Staff, both, action), Scope::Everything);
        }
    }

    void whoEditsTheCatalogueSeesCosts()
    {
        const std::array catalogue{Right::EditCatalogue};
        QCOMPARE(permittedScope(Role::Staff, Action::ViewCosts), Scope::None);
        QCOMPARE(permittedScope(Role::Staff, catalogue, Action::ViewCosts), Scope::Everything);
    }

    void onlyManagersAndStaffTakeRights()
    {
        const std::array keys{Right::ViewKeys};
        QCOMPARE(permittedScope(Role::Auditor, keys, Action::ViewKeys), Scope::None);
        QCOMPARE(permittedScope(Role::Member, keys, Action::ViewKeys), Scope::Own);
        QCOMPARE(permittedScope(Role::Staff, keys, Action::ViewKeys), Scope::Everything);
    }

    void administratorsMayDoEverything()
    {
        for (const auto &action : enumEntries<Action>())
            QCOMPARE(permittedScope(Role::Administrator, action.value), Scope::Everything);
    }

    void onlyAdministratorsChangeTheBook()
    {
        const QList<Action> changes{Action::Assign,          Action::Revoke,        Action::Suspend,
                                    Action::Transfer,        Action::EditMembers,   Action::EditCatalogue,
                                    Action::Import,          Action::Undo,          Action::ChangeAssignments,
                                    Action::ManageOperators, Action::ManageSettings};
        for (const auto &role : enumEntries<Role>()) {
            for (const Action action : changes)
                QCOMPARE(permittedScope(role.value, action) != Scope::None,
                         role.value == Role::Administrator);
        }
    }

    void onlyAdministratorsAndAuditorsReadTheAudit()
    {
        QCOMPARE(permittedScope(Role::Auditor, Action::ReadAudit), Scope::Everything);
        QCOMPARE(permittedScope(Role::Manager, Action::ReadAudit), Scope::None);
        QCOMPARE(permittedScope(Role::Staff, Action::ReadAudit), Scope::None);
    }

    void whatIsNoValueIsNotPermitted()
    {
        QCOMPARE(permittedScope(Role::Administrator, Action(99)), Scope::None);
    }

    void managersReachTheirDepartmentsAndThoseBelow()
    {
        const PermissionSubject manager = someoneAs(Role::Manager);
        QVERIFY(service().answer(manager, Action::ViewMembers, memberOf(1)).allowed);
        QVERIFY(service().answer(manager, Action::ViewMembers, memberOf(2)).allowed);
        QVERIFY(service().answer(manager, Action::ViewMembers, memberOf(3, 7)).allowed);
        const PermissionAnswer beyond = service().answer(manager, Action::ViewMembers, memberOf(3));
        QVERIFY(!beyond.allowed);
        QCOMPARE(beyond.reason,
                 u"View members: permitted to the role manager in their own departments only, and this "
                 "is outside of them."_s);
        QVERIFY(!service().answer(manager, Action::ViewMembers, {.member = member(50)}).allowed);
        QVERIFY(!service().answer(manager, Action::ViewMembers, {}).allowed);
    }

    void membersReachThemselves()
    {
        const PermissionSubject self = someoneAs(Role::Member);
        QVERIFY(service().answer(self, Action::ViewAssignments, memberOf(3, 7)).allowed);
        const PermissionAnswer other = service().answer(self, Action::ViewAssignments, memberOf(1));
        QVERIFY(!other.allowed);
        QCOMPARE(
            other.reason,
            u"View assignments: permitted to the role member for what is their own only, and this is not."_s);
        const PermissionSubject nobody{.role = Role::Member};
        QVERIFY(!service().answer(nobody, Action::ViewAssignments, {}).allowed);
    }

    void staffReachEverybody()
    {
        const PermissionAnswer answer = service().answer(someoneAs(Role::Staff), Action::Export, memberOf(3));
        QVERIFY(answer.allowed);
        QCOMPARE(answer.reason, u"Export: permitted to the role staff."_s);
    }

    void saysWhichRightPermits()
    {
        PermissionSubject manager = someoneAs(Role::Manager);
        manager.rights = {Right::Assign};
        QCOMPARE(service().answer(manager, Action::Assign).reason,
                 u"Assign seats: permitted by the right “Assign seats” in their own departments."_s);
        QCOMPARE(service().answer(manager, Action::Assign, memberOf(3)).reason,
                 u"Assign seats: permitted by the right “Assign seats” in their own departments only, and "
                 "this is outside of them."_s);
        QCOMPARE(service().answer(manager, Action::Suspend).reason,
                 u"Suspend and resume seats: not permitted to the role manager. Beyond the role, the right "
                 "“Revoke seats” would permit it."_s);
        manager.rights = {Right::Assign, Right::Revoke, Right::ViewCosts};
        QCOMPARE(service().answer(manager, Action::Suspend).reason,
                 u"Suspend and resume seats: permitted by the rights “Assign seats” and “Revoke seats” in "
                 "their own departments."_s);
        // what the role has anyway is not put down to a right
        QCOMPARE(service().answer(manager, Action::ViewCosts).reason,
                 u"View costs: permitted to the role manager."_s);
        PermissionSubject staff = someoneAs(Role::Staff);
        staff.rights = {Right::EditCatalogue};
        QCOMPARE(service().answer(staff, Action::ViewCosts).reason,
                 u"View costs: permitted by the right “Edit licences and the catalogue”."_s);
        QCOMPARE(service().answer(staff, Action::Undo).reason,
                 u"Undo operations: not permitted to the role staff."_s);
    }

    /// What would permit it does, whatever is held already.
    void theRightsItNamesPermit()
    {
        for (const Role role : {Role::Manager, Role::Staff}) {
            for (const auto &action : enumEntries<Action>()) {
                for (const auto &held : enumEntries<Right>()) {
                    std::vector<Right> rights{held.value};
                    const auto missing = missingRights(role, rights, action.value);
                    rights.insert(rights.end(), missing.begin(), missing.end());
                    const bool permits = permittedScope(role, rights, action.value) != Scope::None;
                    const bool before = permittedScope(role, std::array{held.value}, action.value)
                                        != Scope::None;
                    QVERIFY(before ? missing.empty() : permits != missing.empty());
                }
            }
        }
    }

    void requirementsFailAsForbidden()
    {
        VERIFY_RESULT(service().require(someoneAs(Role::Administrator), Action::Revoke));
        VERIFY_RESULT(service().require(someoneAs(Role::Administrator), Action::Revoke, memberOf(3)));
        VERIFY_ERROR(service().require(someoneAs(Role::Manager), Action::ViewMembers, memberOf(3)),
                     ErrorCode::Forbidden);
        const Result<void> refused = service().require(someoneAs(Role::Staff), Action::Revoke);
        VERIFY_ERROR(refused, ErrorCode::Forbidden);
        QCOMPARE(
            refused.error().message,
            u"Revoke seats: not permitted to the role staff. Beyond the role, the right “Revoke seats” would permit it."_s);
        QCOMPARE(refused.error().details, (QJsonObject{{u"reason"_s, u"not_permitted"_s},
                                                       {u"action"_s, u"revoke"_s},
                                                       {u"role"_s, u"staff"_s}}));
        const PermissionAnswer beyond = service().answer(someoneAs(Role::Staff), Action::Revoke, memberOf(1));
        QCOMPARE(beyond.reason, refused.error().message);
    }
};

QTEST_GUILESS_MAIN(PermissionValidationServiceTest)
#include "permissionvalidationservicetest.moc"
