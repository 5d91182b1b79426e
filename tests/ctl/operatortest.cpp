// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Who may sign in, and what they may do, by command on a private workspace.
class OperatorTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void operatorsAreKept();
    void whatARoleDoesNotTakeGoesWithTheOldOne();
    void operatorsAreDisabledAndEnabled();
    void addingIsTakenBack();
    void passwordsComeByStandardInput();
    void passwordsAreNeverArguments();
    void passwordsAreAskedForAtATerminal();
    void badInput_data();
    void badInput();
    void canAnswersByTarget_data();
    void canAnswersByTarget();
    void canListsEverything();
    void actingAsSomebodyHasTheirPermissionsOnly();
    void actingAsAManagerSeesTheOwnDepartments();
    void actingAsADisabledOperatorIsForbidden();
    void aNameThatIsNoOperatorSigns();

private:
    [[nodiscard]] QString sql(const QString &statement) const
    {
        const CtlRun run = m_ctl.shell(u"psql -XAtq \"$($CTL workspace uri)\" -c \"%1\""_s.arg(statement));
        return QString::fromUtf8(run.exitCode == 0 ? run.out : run.err).trimmed();
    }
    void done(const QStringList &arguments, const QByteArray &input = {}) const
    {
        const CtlRun run = m_ctl.run(arguments, input);
        QVERIFY2(run.exitCode == 0, qPrintable(arguments.join(u' ') + u": "_s + QString::fromUtf8(run.err)));
    }

    CtlRunner m_ctl;
    QString m_near;
    QString m_far;
};

void OperatorTest::initTestCase()
{
    done({u"workspace"_s, u"start"_s});
    done({u"department"_s, u"add"_s, u"--name"_s, u"Optics"_s});
    done({u"department"_s, u"add"_s, u"--name"_s, u"Lenses"_s, u"--parent"_s, u"Optics"_s});
    done({u"department"_s, u"add"_s, u"--name"_s, u"Sales"_s});
    for (const auto &[number, department] :
         {std::pair(u"M1"_s, u"Optics / Lenses"_s), std::pair(u"M2"_s, u"Sales"_s)})
        done({u"member"_s, u"add"_s, u"--number"_s, number, u"--name"_s, u"Person "_s + number, u"--email"_s,
              number + u"@example.org"_s, u"--department"_s, department});
    done({u"license"_s, u"add"_s, u"--vendor"_s, u"Northwind"_s, u"--name"_s, u"CAD Team"_s, u"--state"_s,
          u"active"_s, u"--term"_s, u"perpetual"_s, u"--seats"_s, u"5"_s});
    done({u"assign"_s, u"CAD Team"_s, u"--member"_s, u"M1"_s, u"--member"_s, u"M2"_s});
    m_near = sql(u"SELECT id FROM seatledger.license_assignment WHERE member_id = 1"_s);
    m_far = sql(u"SELECT id FROM seatledger.license_assignment WHERE member_id = 2"_s);
    done({u"operator"_s, u"add"_s, u"ana"_s, u"--name"_s, u"Ana López"_s, u"--role"_s, u"manager"_s,
          u"--department"_s, u"Optics"_s, u"--right"_s, u"revoke"_s});
}

void OperatorTest::operatorsAreKept()
{
    const CtlRun added = m_ctl.json({u"operator"_s, u"add"_s, u"kim.lee"_s, u"--name"_s, u"Kim Lee"_s,
                                     u"--role"_s, u"staff"_s, u"--right"_s, u"view_costs"_s, u"--member"_s,
                                     u"M1"_s});
    QVERIFY2(added.exitCode == 0, added.err.constData());
    QCOMPARE(added.object().value(u"login"_s).toString(), u"kim.lee"_s);
    QVERIFY(added.object().value(u"operation"_s).toInteger() > 0);
    const CtlRun updated = m_ctl.json(
        {u"operator"_s, u"update"_s, u"kim.lee"_s, u"--name"_s, u"Kim"_s, u"--no-member"_s});
    QVERIFY2(updated.exitCode == 0, updated.err.constData());
    QCOMPARE(updated.object().value(u"display_name"_s).toString(), u"Kim"_s);
    QVERIFY(updated.object().value(u"member"_s).isNull());
    QCOMPARE(updated.object().value(u"rights"_s).toArray(), QJsonArray{u"view_costs"_s});

    const CtlRun list = m_ctl.run({u"operator"_s, u"list"_s});
    QVERIFY(list.out.contains("ana"));
    QVERIFY(list.out.contains("Optics"));
    const CtlRun show = m_ctl.run({u"operator"_s, u"show"_s, u"ana"_s});
    QVERIFY2(show.out.contains("rights beyond the role: revoke"), show.out.constData());
    QCOMPARE(m_ctl.run({u"operator"_s, u"show"_s, u"nobody"_s}).exitCode, 2);
}

void OperatorTest::whatARoleDoesNotTakeGoesWithTheOldOne()
{
    done({u"operator"_s, u"add"_s, u"lou"_s, u"--name"_s, u"Lou"_s, u"--role"_s, u"manager"_s,
          u"--department"_s, u"Sales"_s, u"--right"_s, u"assign"_s});
    const CtlRun staff = m_ctl.json({u"operator"_s, u"update"_s, u"lou"_s, u"--role"_s, u"staff"_s});
    QVERIFY2(staff.exitCode == 0, staff.err.constData());
    QVERIFY(staff.object().value(u"departments"_s).toArray().isEmpty());
    QCOMPARE(staff.object().value(u"rights"_s).toArray(), QJsonArray{u"assign"_s});
    const CtlRun auditor = m_ctl.json({u"operator"_s, u"update"_s, u"lou"_s, u"--role"_s, u"auditor"_s});
    QVERIFY2(auditor.exitCode == 0, auditor.err.constData());
    QVERIFY(auditor.object().value(u"rights"_s).toArray().isEmpty());
}

void OperatorTest::operatorsAreDisabledAndEnabled()
{
    done({u"operator"_s, u"add"_s, u"max"_s, u"--name"_s, u"Max"_s, u"--role"_s, u"staff"_s});
    const CtlRun disabled = m_ctl.json({u"operator"_s, u"disable"_s, u"max"_s, u"--reason"_s, u"Left"_s});
    QVERIFY2(disabled.exitCode == 0, disabled.err.constData());
    QVERIFY(!disabled.object().value(u"disabled_at"_s).isNull());
    QCOMPARE(sql(u"SELECT rolcanlogin FROM pg_roles WHERE rolname = 'max'"_s), u"f"_s);
    const CtlRun twice = m_ctl.json({u"operator"_s, u"disable"_s, u"max"_s});
    QCOMPARE(twice.exitCode, 1);
    QCOMPARE(twice.error().value(u"details"_s)[u"reason"_s].toString(), u"no_change"_s);
    const CtlRun can = m_ctl.run({u"can"_s, u"max"_s, u"view_members"_s});
    QCOMPARE(can.exitCode, 4);
    QCOMPARE(can.out, "No. Max is disabled and may do nothing.\n");
    done({u"operator"_s, u"enable"_s, u"max"_s});
    QCOMPARE(m_ctl.run({u"can"_s, u"max"_s, u"view_members"_s}).exitCode, 0);
}

void OperatorTest::addingIsTakenBack()
{
    const CtlRun added = m_ctl.json(
        {u"operator"_s, u"add"_s, u"tmp"_s, u"--name"_s, u"Tmp"_s, u"--role"_s, u"staff"_s});
    QVERIFY2(added.exitCode == 0, added.err.constData());
    done({u"undo"_s, QString::number(added.object().value(u"operation"_s).toInteger())});
    QCOMPARE(m_ctl.run({u"operator"_s, u"show"_s, u"tmp"_s}).exitCode, 2);
}

void OperatorTest::passwordsComeByStandardInput()
{
    done({u"operator"_s, u"add"_s, u"pia"_s, u"--name"_s, u"Pia"_s, u"--role"_s, u"staff"_s,
          u"--password-stdin"_s},
         "correct horse battery staple\n");
    QCOMPARE(sql(u"SELECT left(rolpassword, 14) FROM pg_authid WHERE rolname = 'pia'"_s),
             u"SCRAM-SHA-256$"_s);
    const QString before = sql(u"SELECT rolpassword FROM pg_authid WHERE rolname = 'pia'"_s);
    done({u"operator"_s, u"password"_s, u"pia"_s, u"--password-stdin"_s}, "another fine password\r\n");
    QVERIFY(sql(u"SELECT rolpassword FROM pg_authid WHERE rolname = 'pia'"_s) != before);
    QCOMPARE(m_ctl.run({u"operator"_s, u"password"_s, u"pia"_s, u"--password-stdin"_s}, "short\n").exitCode,
             2);
    QCOMPARE(m_ctl.run({u"operator"_s, u"password"_s, u"pia"_s, u"--password-stdin"_s}, "").exitCode, 2);
    QCOMPARE(m_ctl
                 .run({u"operator"_s, u"password"_s, u"nobody"_s, u"--password-stdin"_s},
                      "another fine password\n")
                 .exitCode,
             2);
}

void OperatorTest::passwordsAreNeverArguments()
{
    QCOMPARE(m_ctl.run({u"operator"_s, u"password"_s, u"ana"_s, u"another fine password"_s}).exitCode, 2);
    QCOMPARE(m_ctl.run({u"operator"_s, u"password"_s, u"ana"_s, u"--password"_s, u"another fine password"_s})
                 .exitCode,
             2);
    const CtlRun noTerminal = m_ctl.shell(u"setsid -w $CTL operator password ana"_s);
    QCOMPARE(noTerminal.exitCode, 2);
    QVERIFY2(noTerminal.err.contains("--password-stdin"), noTerminal.err.constData());
}

void OperatorTest::passwordsAreAskedForAtATerminal()
{
    // script(1) gives the command a terminal; what comes from there is what it shows
    const CtlRun run = m_ctl.shell(
        u"(sleep 2; echo 'typed in blindly 7'; sleep 1; echo 'typed in blindly 7'; sleep 2) "
        "| script -qec \"$CTL operator password ana\" /dev/null"_s);
    QVERIFY2(run.exitCode == 0, run.out.constData());
    QVERIFY2(run.out.contains("New password of ana: "), run.out.constData());
    QVERIFY(run.out.contains("The password of ana is set."));
    QVERIFY2(!run.out.contains("blindly"), run.out.constData());
}

void OperatorTest::badInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const QStringList add{u"operator"_s, u"add"_s};
    const QStringList named{u"--name"_s, u"X"_s, u"--role"_s, u"staff"_s};
    QTest::newRow("no role") << add + QStringList{u"x"_s, u"--name"_s, u"X"_s} << 2;
    QTest::newRow("unknown role") << add + QStringList{u"x"_s, u"--name"_s, u"X"_s, u"--role"_s, u"king"_s}
                                  << 2;
    QTest::newRow("unknown right") << add + QStringList{u"x"_s} + named + QStringList{u"--right"_s, u"fly"_s}
                                   << 2;
    QTest::newRow("unknown department")
        << add + QStringList{u"x"_s} + named + QStringList{u"--department"_s, u"Nowhere"_s} << 2;
    QTest::newRow("staff with departments")
        << add + QStringList{u"x"_s} + named + QStringList{u"--department"_s, u"Sales"_s} << 2;
    QTest::newRow("capitals") << add + QStringList{u"Xenia"_s} + named << 2;
    QTest::newRow("the owner") << add + QStringList{u"seatledger_owner"_s} + named << 2;
    QTest::newRow("the superuser") << add + QStringList{u"postgres"_s} + named << 2;
    QTest::newRow("PostgreSQL's own") << add + QStringList{u"pg_monitor"_s} + named << 2;
    QTest::newRow("twice") << add + QStringList{u"ana"_s} + named << 5;
    QTest::newRow("member without a member")
        << add + QStringList{u"x"_s, u"--name"_s, u"X"_s, u"--role"_s, u"member"_s} << 2;
}

void OperatorTest::badInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const CtlRun run = m_ctl.run(arguments);
    QVERIFY2(run.exitCode == exitCode, run.err.constData());
    QVERIFY(!run.err.isEmpty());
}

void OperatorTest::canAnswersByTarget_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("a seat below") << u"revoke"_s << u"assignment:near"_s << 0;
    QTest::newRow("a seat elsewhere") << u"revoke"_s << u"assignment:far"_s << 4;
    QTest::newRow("a member below") << u"revoke"_s << u"member:M1"_s << 0;
    QTest::newRow("a member elsewhere") << u"revoke"_s << u"member:M2"_s << 4;
    QTest::newRow("a department below") << u"view_members"_s << u"department:Optics / Lenses"_s << 0;
    QTest::newRow("another department") << u"view_members"_s << u"department:Sales"_s << 4;
    QTest::newRow("a licence") << u"view_licenses"_s << u"license:CAD Team"_s << 0;
    QTest::newRow("not without the right") << u"edit_catalogue"_s << u"license:CAD Team"_s << 4;
    QTest::newRow("anything at all") << u"revoke"_s << QString() << 0;
    QTest::newRow("no target") << u"revoke"_s << u"building:7"_s << 2;
    QTest::newRow("no such assignment") << u"revoke"_s << u"assignment:9999"_s << 2;
    QTest::newRow("no action") << u"fly"_s << QString() << 2;
}

void OperatorTest::canAnswersByTarget()
{
    QFETCH(QString, action);
    QFETCH(QString, target);
    QFETCH(int, exitCode);
    target.replace(u"near"_s, m_near).replace(u"far"_s, m_far);
    QStringList arguments{u"can"_s, u"ana"_s, action};
    if (!target.isEmpty())
        arguments.append(target);
    const CtlRun run = m_ctl.run(arguments);
    QVERIFY2(run.exitCode == exitCode, run.err.constData());
    if (exitCode == 2)
        return;
    QVERIFY2(run.out.startsWith(exitCode == 0 ? "Yes. " : "No. ") && run.out.endsWith(".\n"),
             run.out.constData());
    QVERIFY(run.err.isEmpty());
    const CtlRun json = m_ctl.json(arguments);
    QCOMPARE(json.exitCode, exitCode);
    QCOMPARE(json.object().value(u"allowed"_s).toBool(), exitCode == 0);
    QVERIFY(run.out.contains(json.object().value(u"reason"_s).toString().toUtf8()));
}

void OperatorTest::canListsEverything()
{
    const CtlRun all = m_ctl.json({u"can"_s, u"ana"_s});
    QCOMPARE(all.exitCode, 0);
    QCOMPARE(all.array().size(), 21);
}

void OperatorTest::actingAsSomebodyHasTheirPermissionsOnly()
{
    const CtlRun revoked = m_ctl.json({u"--as"_s, u"ana"_s, u"revoke"_s, m_near, u"--reason"_s, u"Test"_s});
    QVERIFY2(revoked.exitCode == 0, revoked.err.constData());
    QCOMPARE(
        sql(u"SELECT actor || ' ' || login FROM seatledger.operation WHERE kind = 'revoke' ORDER BY id DESC LIMIT 1"_s),
        u"ana ana"_s);
    done({u"undo"_s, QString::number(revoked.object().value(u"operation"_s).toInteger())});
    const CtlRun added = m_ctl.json({u"--as"_s, u"ana"_s, u"operator"_s, u"add"_s, u"x"_s, u"--name"_s,
                                     u"X"_s, u"--role"_s, u"administrator"_s});
    QCOMPARE(added.exitCode, 4);
    QCOMPARE(added.error().value(u"code"_s).toString(), u"forbidden"_s);
    QVERIFY(added.error().value(u"message"_s).toString().startsWith(u"Manage operators"_s));
    QCOMPARE(m_ctl.run({u"--as"_s, u"ana"_s, u"operator"_s, u"show"_s, u"ana"_s}).exitCode, 0);
    QCOMPARE(m_ctl.run({u"--as"_s, u"ana"_s, u"can"_s, u"ana"_s, u"revoke"_s}).exitCode, 0);
    QCOMPARE(m_ctl.run({u"--as"_s, u"ana"_s, u"can"_s, u"lou"_s, u"revoke"_s}).exitCode, 4);
}

void OperatorTest::actingAsAManagerSeesTheOwnDepartments()
{
    const CtlRun members = m_ctl.json({u"--as"_s, u"ana"_s, u"member"_s, u"list"_s});
    QVERIFY2(members.exitCode == 0, members.err.constData());
    QCOMPARE(members.array().size(), 1);
    QCOMPARE(m_ctl.json({u"member"_s, u"list"_s}).array().size(), 2);
}

void OperatorTest::actingAsADisabledOperatorIsForbidden()
{
    done({u"operator"_s, u"add"_s, u"off"_s, u"--name"_s, u"Off"_s, u"--role"_s, u"administrator"_s});
    done({u"operator"_s, u"disable"_s, u"off"_s});
    const CtlRun run = m_ctl.run({u"--as"_s, u"off"_s, u"member"_s, u"list"_s});
    QCOMPARE(run.exitCode, 4);
    QVERIFY2(run.err.contains("Off is disabled"), run.err.constData());
}

void OperatorTest::aNameThatIsNoOperatorSigns()
{
    const CtlRun added = m_ctl.json(
        {u"--as"_s, u"night shift"_s, u"department"_s, u"add"_s, u"--name"_s, u"Night"_s});
    QVERIFY2(added.exitCode == 0, added.err.constData());
    QCOMPARE(sql(u"SELECT actor || ', ' || login FROM seatledger.operation ORDER BY id DESC LIMIT 1"_s),
             u"night shift, seatledger_owner"_s);
}

QTEST_GUILESS_MAIN(OperatorTest)
#include "operatortest.moc"
