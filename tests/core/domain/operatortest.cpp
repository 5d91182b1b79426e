// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/operator.h"

#include "core/domain/operatorchange.h"
#include "core/domain/password.h"
#include "tests/core/domain/bookvalues.h"
#include "tests/support/verify.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

namespace {

Operator person(qint64 number, Role role, std::vector<Right> rights = {},
                std::vector<DepartmentId> departments = {})
{
    return {{.login = OperatorLogin::fromStored(u"person"_s),
             .displayName = Name::fromStored(u"Person"_s),
             .role = role,
             .rights = std::move(rights),
             .departments = std::move(departments)},
            id<OperatorId>(number)};
}

ActingOperator acting(Role role, std::vector<Right> rights = {}, std::vector<DepartmentId> departments = {})
{
    return {.login = u"me"_s,
            .id = id<OperatorId>(1),
            .displayName = u"Me"_s,
            .subject = {.role = role, .rights = std::move(rights), .departments = std::move(departments)}};
}

std::optional<RefusalReason> reasonOf(const std::optional<Refusal> &refusal)
{
    return refusal ? std::optional(refusal->reason) : std::nullopt;
}

const DepartmentId optics = id<DepartmentId>(1);
const DepartmentId sales = id<DepartmentId>(2);

} // namespace

class OperatorTest final : public QObject
{
    Q_OBJECT

private slots:
    void loginsAreWhatPostgresqlTakes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("plain") << u"ana"_s << true;
        QTest::newRow("blanks around it") << u"  ana "_s << true;
        QTest::newRow("address") << u"ana.lopez@example.org"_s << true;
        QTest::newRow("one letter") << u"a"_s << true;
        QTest::newRow("63 characters") << QString(63, u'a') << true;
        QTest::newRow("64 characters") << QString(64, u'a') << false;
        QTest::newRow("nothing") << u" "_s << false;
        QTest::newRow("capitals") << u"Ana"_s << false;
        QTest::newRow("a digit first") << u"7ana"_s << false;
        QTest::newRow("accents") << u"josé"_s << false;
        QTest::newRow("a blank inside") << u"ana lopez"_s << false;
        QTest::newRow("a quote") << u"ana\"; drop role x; --"_s << false;
        QTest::newRow("a line break") << u"ana\nx"_s << false;
        QTest::newRow("the owner") << u"seatledger_owner"_s << false;
        QTest::newRow("a group role") << u"seatledger_administrator"_s << false;
        QTest::newRow("the superuser") << u"postgres"_s << false;
        QTest::newRow("PostgreSQL's own") << u"pg_monitor"_s << false;
        QTest::newRow("everybody") << u"public"_s << false;
    }

    void loginsAreWhatPostgresqlTakes()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isFine);
        const auto login = OperatorLogin::create(typed);
        QCOMPARE(login.has_value(), isFine);
        if (isFine)
            QCOMPARE(login->text(), typed.trimmed());
        else
            QVERIFY(login.error().message.endsWith(u'.'));
    }

    void draftsAreCheckedFieldByField()
    {
        const auto wrong = OperatorDraft{
            .login = u"Ana"_s,
            .displayName = {},
            .role = Role::Member,
            .rights = {Right::Assign},
            .departments = {
                optics}}.create();
        VERIFY_ERROR(wrong, ErrorCode::InvalidInput);
        const QJsonObject fields = wrong.error().details.value("fields"_L1).toObject();
        QCOMPARE(fields.keys(),
                 QStringList({u"departments"_s, u"display_name"_s, u"login"_s, u"member"_s, u"rights"_s}));
    }

    void orderAndRepetitionDoNotMatter()
    {
        const auto fields = OperatorDraft{.login = u"ana"_s,
                                          .displayName = u"Ana"_s,
                                          .role = Role::Manager,
                                          .rights = {Right::Revoke, Right::Assign, Right::Revoke},
                                          .departments = {sales, optics, sales}}
                                .create();
        VERIFY_RESULT(fields);
        QCOMPARE(fields->rights, (std::vector{Right::Assign, Right::Revoke}));
        QCOMPARE(fields->departments, (std::vector{optics, sales}));
        QVERIFY(*OperatorDraft::of(*fields).create() == *fields);
    }

    void everyRoleAndRightIsExplained()
    {
        QSet<QString> sentences;
        for (const auto &role : enumEntries<Role>())
            sentences.insert(explanation(role.value));
        for (const auto &right : enumEntries<Right>())
            sentences.insert(explanation(right.value));
        QCOMPARE(sentences.size(), qsizetype(enumEntries<Role>().size() + enumEntries<Right>().size()));
    }

    void nobodyChangesWhatTheyMayThemselves()
    {
        const ActingOperator me = acting(Role::Administrator);
        const Operator current = person(1, Role::Administrator);
        Operator renamed = current;
        renamed.displayName = Name::fromStored(u"Ana Maria"_s);
        renamed.member = member(7);
        QVERIFY(!refusedChange(me, current, renamed));
        Operator lowered = current;
        lowered.role = Role::Staff;
        QCOMPARE(reasonOf(refusedChange(me, current, lowered)), RefusalReason::OwnOperator);
        Operator disabled = current;
        disabled.disabledAt = QDateTime::currentDateTimeUtc();
        QCOMPARE(reasonOf(refusedChange(me, current, disabled)), RefusalReason::OwnOperator);
    }

    void whoManagesOperatorsTakesOnNobodysSeats()
    {
        const ActingOperator me = acting(Role::Staff, {Right::ManageOperators});
        const Operator current = person(1, Role::Staff, {Right::ManageOperators});
        Operator posing = current;
        posing.member = member(7);
        QCOMPARE(reasonOf(refusedChange(me, current, posing)), RefusalReason::OwnOperator);
    }

    void nobodyHandsOnMoreThanTheyHave_data()
    {
        QTest::addColumn<ActingOperator>("giver");
        QTest::addColumn<Operator>("taken");
        QTest::addColumn<bool>("may");
        const std::vector manage{Right::ManageOperators};
        const std::vector manageAndAssign{Right::Assign, Right::ManageOperators};
        const ActingOperator administrator = acting(Role::Administrator);
        const ActingOperator manager = acting(Role::Manager, manageAndAssign, {optics});
        const ActingOperator staff = acting(Role::Staff, manage);
        const auto row = [](const char *name, const ActingOperator &giver, const Operator &taken, bool may) {
            QTest::newRow(name) << giver << taken << may;
        };
        row("administrators make administrators", administrator, person(2, Role::Administrator), true);
        row("and managers of operators", administrator, person(2, Role::Staff, manage), true);
        row("a manager makes managers below", manager, person(2, Role::Manager, {Right::Assign}, {optics}),
            true);
        row("and members", manager, person(2, Role::Member), true);
        row("not of other departments", manager, person(2, Role::Manager, {}, {optics, sales}), false);
        row("not staff, who see everybody", manager, person(2, Role::Staff), false);
        row("not auditors", manager, person(2, Role::Auditor), false);
        row("not administrators", manager, person(2, Role::Administrator), false);
        row("not a right they lack", manager, person(2, Role::Manager, {Right::Revoke}, {optics}), false);
        row("not the right to go on", manager, person(2, Role::Manager, manage, {optics}), false);
        row("staff make staff", staff, person(2, Role::Staff), true);
        row("not managers, who see costs", staff, person(2, Role::Manager, {}, {optics}), false);
        row("nor if they see them too: managers review",
            acting(Role::Staff, {Right::ViewCosts, Right::ManageOperators}),
            person(2, Role::Manager, {}, {sales}), false);
    }

    void nobodyHandsOnMoreThanTheyHave()
    {
        QFETCH(ActingOperator, giver);
        QFETCH(Operator, taken);
        QFETCH(bool, may);
        const std::optional<RefusalReason> expected = may ? std::nullopt
                                                          : std::optional(RefusalReason::BeyondOwnRights);
        QCOMPARE(reasonOf(refusedAddition(giver, taken)), expected);
        QCOMPARE(reasonOf(refusedPassword(giver, taken)), expected);
        // nor takes it away
        Operator lowered = taken;
        lowered.disabledAt = QDateTime::currentDateTimeUtc();
        QCOMPARE(reasonOf(refusedChange(giver, taken, lowered)), expected);
    }

    void refusalsOfOperatorsAreForbidden()
    {
        QCOMPARE(Refusal{.reason = RefusalReason::OwnOperator}.toError().code, ErrorCode::Forbidden);
        QCOMPARE(Refusal{.reason = RefusalReason::BeyondOwnRights}.toError().code, ErrorCode::Forbidden);
        QCOMPARE(Refusal{.reason = RefusalReason::OperatorUnknown}.toError().code, ErrorCode::NotFound);
    }

    void passwordsThatEverybodyTriesAreRefused_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("short") << u"k7!pQz2xm"_s << false;
        QTest::newRow("the login") << u"ana.lopez.x"_s << false;
        QTest::newRow("the login and a year") << u"ANA.LOPEZ.X.2026"_s << false;
        QTest::newRow("one character") << u"aaaaaaaaaaaa"_s << false;
        QTest::newRow("counting") << u"1234567890"_s << false;
        QTest::newRow("the word itself") << u"Password123!"_s << false;
        QTest::newRow("a row of keys") << u"qwertyuiop1"_s << false;
        QTest::newRow("the program's name") << u"Seatledger-2026"_s << false;
        QTest::newRow("a line break") << u"correct horse\nbattery"_s << false;
        QTest::newRow("endless") << QString(1001, u'a') << false;
        QTest::newRow("four words") << u"correct horse battery staple"_s << true;
        QTest::newRow("made by a machine") << u"vT3#9kqLw0"_s << true;
        QTest::newRow("Chinese") << u"窗前明月光疑是地上霜"_s << true;
    }

    void passwordsThatEverybodyTriesAreRefused()
    {
        QFETCH(QString, password);
        QFETCH(bool, isFine);
        const auto checked = checkPassword(u"ana.lopez.x"_s, password);
        QCOMPARE(checked.has_value(), isFine);
        QCOMPARE(passwordStrength(u"ana.lopez.x"_s, password) != PasswordStrength::Weak, isFine);
        if (!isFine)
            QCOMPARE(checked.error().details.value("field"_L1).toString(), u"password"_s);
    }

    void longerIsStronger()
    {
        QCOMPARE(passwordStrength({}, u"vt3kqwlw0x"_s), PasswordStrength::Fair);
        QCOMPARE(passwordStrength({}, u"correct horse battery staple"_s), PasswordStrength::Strong);
    }
};

QTEST_APPLESS_MAIN(OperatorTest)
#include "operatortest.moc"
