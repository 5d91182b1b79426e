// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enumtext.h"
#include "tests/ctl/ctlrunner.h"
#include "tests/support/team.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// To whom something is done: Olga is every operator herself, Nora works in one of a manager's departments,
/// Fred does not.
struct Target {
    const char *name;
    QString address; ///< of their mail
    qint64 member;
    qint64 department;
    qint64 seat;
    qint64 spareSeat; ///< of one more licence, to be transferred
    QString heir;     ///< who can take that
    QString license;  ///< one that Olga holds herself, or one that she has nothing to do with
    qint64 key;       ///< of that licence

    [[nodiscard]] QString number() const { return u"M-%1"_s.arg(member); }
    [[nodiscard]] PermissionTarget place() const
    {
        return {MemberId::fromValue(member), DepartmentId::fromValue(department)};
    }
};

const Target own{"own",    u"olga@example.org"_s, Team::olga, Team::engineering, Team::olgasSeat, 0, u"M-5"_s,
                 u"IDE"_s, Team::ideKey};
const Target near{"near",   u"nora@example.org"_s, Team::nora, Team::tools, Team::norasSeat, 11, u"M-5"_s,
                  u"CAD"_s, Team::cadKey};
const Target far{"far",    u"fred@example.org"_s, Team::fred, Team::sales, Team::fredsSeat, 12, u"HID-4"_s,
                 u"CAD"_s, Team::cadKey};

/// One command for an action.
struct Deed {
    Action action;
    std::function<QStringList(const Target &)> command;
    /// What an answer holds where the action is permitted; nothing if the exit code says it all.
    std::function<QString(const Target &)> shows = nullptr;
    bool hasTarget = true; ///< it matters to whom it is done
};

/// Somebody signed in.
struct Person {
    QString login;
    Role role;
};

} // namespace

/// The matrix through the command: `seatledgerctl --as` does, for every role, every action, in one's own
/// departments and in others, what the domain's table permits, and refuses the rest. Rights are sampled;
/// PermissionMatrixTest walks all of them on services and SQL.
class PermissionCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_team.reset(); }
    void saysWhatTheTableSays_data();
    void saysWhatTheTableSays();
    void wouldNoticeADifference();

private:
    void fillDeeds(const Person &person);
    void addSights(const Person &person);
    void addChanges();
    void addWhatHasNoCommand(const Person &person);
    [[nodiscard]] Person signIn(Role role, const std::vector<Right> &rights);
    void walk(const Person &person, const QList<Target> &targets);
    void compare(const Person &person, const Deed &deed, const Target &target);
    [[nodiscard]] CtlRun run(const Person &person, const QStringList &command) const;

    std::unique_ptr<Team> m_team;
    CtlRunner m_runner;
    QString m_other;     ///< an operator to be managed
    QString m_operation; ///< to be undone
    std::vector<Deed> m_deeds;
    QStringList m_differences;
    int m_cases = 0;
};

void PermissionCommandTest::init()
{
    m_team = std::make_unique<Team>();
    m_deeds.clear();
    m_differences.clear();
    m_cases = 0;
    m_other = m_team->add(Role::Member);
    const Said filled = say(m_team->owner(), uR"(
        INSERT INTO seatledger.license (id, product_id, name) VALUES (3, 1, 'Extra');
        INSERT INTO seatledger.entitlement (license_id, quantity, period) VALUES (3, 9, daterange(current_date - 30, NULL));
        INSERT INTO seatledger.license_assignment (id, license_id, member_id) VALUES (11, 3, 2), (12, 3, 3))"_s);
    QVERIFY2(filled.state.isEmpty(), qPrintable(filled.text));
    QVERIFY(say(m_team->owner(), u"UPDATE seatledger.license SET note = '.' WHERE id = 2"_s).state.isEmpty());
    m_operation = m_team->value(u"SELECT max(id) FROM seatledger.operation"_s);
}

Person PermissionCommandTest::signIn(Role role, const std::vector<Right> &rights)
{
    return {m_team->add(role, rights), role};
}

void PermissionCommandTest::addSights(const Person &person)
{
    const auto numberOf = [](const Target &target) { return target.number(); };
    m_deeds.push_back({Action::ViewMembers, [](const Target &target) {
                           return QStringList{u"member"_s, u"show"_s, target.number()};
                       }});
    m_deeds.push_back({Action::ViewLicenses,
                       [](const Target &) { return QStringList{u"license"_s, u"list"_s}; },
                       [](const Target &target) { return target.license; }});
    m_deeds.push_back({Action::ViewAssignments,
                       [](const Target &) { return QStringList{u"assignment"_s, u"list"_s}; },
                       [](const Target &target) { return target.address; }});
    m_deeds.push_back(
        {Action::ViewCosts,
         [](const Target &target) { return QStringList{u"entitlement"_s, u"list"_s, target.license}; },
         [](const Target &) { return u"9876.54"_s; }});
    m_deeds.push_back({Action::ViewKeys, [](const Target &target) {
                           return QStringList{u"key"_s, u"show"_s, QString::number(target.key)};
                       }});
    m_deeds.push_back({.action = Action::ReadAudit,
                       .command = [](const Target &) { return QStringList{u"audit"_s, u"list"_s}; },
                       .hasTarget = false});
    if (person.role == Role::Auditor) // of the audit, not of people
        m_deeds.push_back({.action = Action::Export,
                           .command = [](const Target &) { return QStringList{u"export"_s, u"audit"_s}; },
                           .hasTarget = false});
    else
        m_deeds.push_back({Action::Export,
                           [](const Target &) { return QStringList{u"export"_s, u"assignments"_s}; },
                           numberOf});
}

void PermissionCommandTest::addChanges()
{
    const auto on = [](const QStringList &command, const QStringList &options = {}) {
        return [command, options](const Target &target) {
            return command + QStringList{QString::number(target.seat)} + options;
        };
    };
    const auto overall = [this](Action action, const QStringList &command) {
        m_deeds.push_back(
            {.action = action, .command = [command](const Target &) { return command; }, .hasTarget = false});
    };
    m_deeds.push_back({Action::Assign, [](const Target &target) {
                           return QStringList{u"assign"_s, u"CAD"_s, u"--member"_s, target.number()};
                       }});
    m_deeds.push_back({Action::ChangeAssignments, on({u"resize"_s}, {u"--quantity"_s, u"2"_s})});
    m_deeds.push_back({Action::Suspend, on({u"suspend"_s})});
    m_deeds.push_back({Action::Transfer, [](const Target &target) {
                           const qint64 seat = target.spareSeat > 0 ? target.spareSeat : target.seat;
                           return QStringList{u"transfer"_s, QString::number(seat), u"--to"_s, target.heir};
                       }});
    m_deeds.push_back({Action::Revoke, on({u"revoke"_s}, {u"--reason"_s, u"x"_s})});
    m_deeds.push_back({Action::EditMembers, [](const Target &target) {
                           return QStringList{u"member"_s, u"update"_s, target.number(), u"--note"_s, u"x"_s};
                       }});
    overall(Action::EditCatalogue, {u"license"_s, u"update"_s, u"IDE"_s, u"--note"_s, u"x"_s});
    overall(Action::Undo, {u"undo"_s, m_operation});
    overall(Action::ManageOperators, {u"operator"_s, u"update"_s, m_other, u"--name"_s, u"Other"_s});
}

/// There the command explains, which is the same decision; to review there would have to be a review first.
void PermissionCommandTest::addWhatHasNoCommand(const Person &person)
{
    for (const Action action : {Action::Report, Action::UseDevices, Action::Review})
        m_deeds.push_back({action, [person, action](const Target &target) {
                               return QStringList{u"can"_s, person.login, toText(action),
                                                  u"member:"_s + target.number()};
                           }});
    for (const Action action : {Action::Import, Action::ManageSettings})
        m_deeds.push_back(
            {.action = action,
             .command = [person, action](
                            const Target &) { return QStringList{u"can"_s, person.login, toText(action)}; },
             .hasTarget = false});
}

void PermissionCommandTest::fillDeeds(const Person &person)
{
    m_deeds.clear();
    addSights(person);
    addWhatHasNoCommand(person);
    addChanges();
    for (const EnumEntry<Action> &action : enumEntries<Action>())
        QVERIFY2(std::ranges::count(m_deeds, action.value, &Deed::action) == 1, action.name.data());
}

CtlRun PermissionCommandTest::run(const Person &person, const QStringList &command) const
{
    const QString book = TlsServer::shared().ownerSettings(m_team->database()).toUri();
    return m_runner.run(QStringList{u"--json"_s, u"--database"_s, book, u"--as"_s, person.login} + command);
}

void PermissionCommandTest::compare(const Person &person, const Deed &deed, const Target &target)
{
    const PermissionValidationService table;
    const PermissionSubject subject = m_team->subject(person.login);
    const bool permitted = deed.hasTarget ? table.permits(subject, deed.action, target.place())
                                          : table.answer(subject, deed.action).allowed;
    const QStringList command = deed.command(target);
    const CtlRun ran = run(person, command);
    const bool done = ran.exitCode == 0 && (!deed.shows || ran.out.contains(deed.shows(target).toUtf8()));
    const bool hides = (ran.exitCode == 0 && deed.shows) || (ran.exitCode == 2 && deed.hasTarget);
    const bool saysWhy = ran.exitCode == 4
                         && (command.first() == "can"_L1
                             || ran.error().value("details"_L1)["reason"_L1] == "not_permitted"_L1);
    ++m_cases;
    if (permitted ? done : !done && (hides || saysWhy))
        return;
    m_differences.append(
        u"%1 %2 of %3: exit code %4, but the table says %5: `%6` %7"_s
            .arg(toText(person.role), toText(deed.action))
            .arg(QLatin1StringView(target.name))
            .arg(ran.exitCode)
            .arg(permitted ? u"yes"_s : u"no"_s, command.join(u' '), QString::fromUtf8(ran.err + ran.out)));
}

void PermissionCommandTest::walk(const Person &person, const QList<Target> &targets)
{
    for (const Deed &deed : m_deeds) {
        for (const Target &target : targets) {
            compare(person, deed, target);
            if (!deed.hasTarget)
                break;
        }
    }
}

void PermissionCommandTest::saysWhatTheTableSays_data()
{
    using Rights = std::vector<Right>;
    QTest::addColumn<Role>("role");
    QTest::addColumn<Rights>("rights");
    for (const EnumEntry<Role> &role : enumEntries<Role>())
        QTest::newRow(role.name.data()) << role.value << Rights{};
    QTest::newRow("manager who assigns and revokes") << Role::Manager << Rights{Right::Assign, Right::Revoke};
    QTest::newRow("manager who keeps operators") << Role::Manager << Rights{Right::ManageOperators};
    QTest::newRow("staff who revoke and see costs") << Role::Staff << Rights{Right::Revoke, Right::ViewCosts};
    QTest::newRow("staff who keep the catalogue")
        << Role::Staff << Rights{Right::EditCatalogue, Right::ViewKeys, Right::Assign};
}

void PermissionCommandTest::saysWhatTheTableSays()
{
    QFETCH(Role, role);
    using Rights = std::vector<Right>;
    QFETCH(Rights, rights);
    const Person person = signIn(role, rights);
    fillDeeds(person);
    walk(person, role == Role::Member ? QList<Target>{own, far} : QList<Target>{near, far});
    qInfo("%d commands", m_cases);
    QVERIFY2(m_differences.isEmpty(), qPrintable(u'\n' + m_differences.join(u'\n')));
}

/// Whoever reads that all is the same may want to know that it would be told if it were not.
void PermissionCommandTest::wouldNoticeADifference()
{
    const Said loosened = say(m_team->owner(), uR"(
        CREATE POLICY wide ON seatledger.member FOR SELECT TO seatledger_manager USING (true);
        REVOKE INSERT ON seatledger.license_assignment FROM seatledger_assign;
        GRANT seatledger_edit_catalogue TO seatledger_staff)"_s);
    QVERIFY2(loosened.state.isEmpty(), qPrintable(loosened.text));
    const auto walkOnly = [this](const Person &person, Action action) {
        fillDeeds(person);
        std::erase_if(m_deeds, [action](const Deed &deed) { return deed.action != action; });
        walk(person, {far});
    };
    walkOnly(signIn(Role::Manager, {}), Action::ViewMembers);
    walkOnly(signIn(Role::Staff, {Right::Assign}), Action::Assign);
    walkOnly(signIn(Role::Staff, {}), Action::ViewCosts);
    const auto revoked = say(m_team->owner(), u"REVOKE seatledger_edit_catalogue FROM seatledger_staff"_s);
    const QString told = m_differences.join(u'\n');
    QVERIFY2(told.contains("manager view_members of far: exit code 0, but the table says no"_L1),
             qPrintable(told));
    QVERIFY2(told.contains("staff assign of far: exit code 4, but the table says yes"_L1), qPrintable(told));
    QVERIFY2(told.contains("staff view_costs of far: exit code 0, but the table says no"_L1),
             qPrintable(told));
    QVERIFY(revoked.state.isEmpty());
}

} // namespace seatledger

QTEST_MAIN(seatledger::PermissionCommandTest)
#include "permissioncommandtest.moc"
