// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/transaction.h"
#include "core/services/services.h"
#include "tests/support/team.h"
#include "tests/support/verify.h"

#include <QBuffer>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Somebody of the team, from the point of view of every operator: Olga they are themselves, Nora works in
/// one of a manager's departments, Fred does not.
struct Person {
    const char *name;
    qint64 member;
    qint64 department;
    qint64 seat;
    qint64 license; ///< one that the person has to do with and, but for the own, Olga has not
    qint64 key;

    [[nodiscard]] PermissionTarget target() const
    {
        return {MemberId::fromValue(member), DepartmentId::fromValue(department)};
    }
    [[nodiscard]] AssignmentId assignment() const { return *AssignmentId::fromValue(seat); }
};

constexpr std::array people{
    Person{"own", Team::olga, Team::engineering, Team::olgasSeat, Team::ide, Team::ideKey},
    Person{"near", Team::nora, Team::tools, Team::norasSeat, Team::cad, Team::cadKey},
    Person{"far", Team::fred, Team::sales, Team::fredsSeat, Team::cad, Team::cadKey},
};

/// One way to do what an action stands for, by a service and by SQL.
struct Deed {
    Action action;
    std::function<Result<void>(Session &, const Person &)> byService;
    std::function<QString(const Person &)> bySql; ///< none where SQL knows no such thing
};

template <typename T>
Result<void> done(const Result<T> &result)
{
    return result ? Result<void>() : std::unexpected(result.error());
}

Result<void> found(bool isThere)
{
    return isThere ? Result<void>() : failure(ErrorCode::NotFound, {});
}

QString text(const char *sql, qint64 id)
{
    return QString::fromLatin1(sql).arg(id);
}

/// A change by SQL of what one row of a table says.
QString noteOn(const char *table, const char *column, qint64 id)
{
    return u"UPDATE seatledger.%1 SET %2 = %2 || '.' WHERE id = %3"_s
        .arg(QLatin1StringView(table), QLatin1StringView(column))
        .arg(id);
}

} // namespace

/// Every role, with each right and with the two that go together, times every action times own, near and far:
/// the domain's table, the services and plain SQL as the person's own login must say the same.
class PermissionMatrixTest : public QObject
{
    Q_OBJECT

private slots:
    void saysTheSameEverywhere();
    void wouldNoticeADifference();

private:
    void addPeople();
    void fillDeeds();
    void walk();
    void addSights();
    void addChanges();
    void addAdministration();
    [[nodiscard]] Result<void> requirement(Session &session, Action action, const Person &person);

    void compare(const QString &login, const Deed &deed, const Person &person);
    void note(const QString &login, const Deed &deed, const Person &person, const char *way, bool expected,
              bool actual, const QString &told);
    [[nodiscard]] Result<void> rolledBack(Session &session, const Deed &deed, const Person &person);

    [[nodiscard]] Session &ownerSession();

    Team m_team;
    Services m_services;
    std::unique_ptr<Session> m_owner;
    QStringList m_logins;
    QString m_other; ///< an operator to be managed
    QString m_operation; ///< to be undone
    std::vector<Deed> m_deeds;
    QStringList m_differences;
    int m_cases = 0;
};

Session &PermissionMatrixTest::ownerSession()
{
    if (!m_owner)
        m_owner = std::make_unique<Session>(m_team.owner(), Actor{u"owner"_s, OperationSource::Command});
    return *m_owner;
}

void PermissionMatrixTest::addPeople()
{
    for (const EnumEntry<Role> &role : enumEntries<Role>()) {
        m_logins.append(m_team.add(role.value));
        if (!takesRights(role.value))
            continue;
        for (const EnumEntry<Right> &right : enumEntries<Right>())
            m_logins.append(m_team.add(role.value, {right.value}));
        m_logins.append(m_team.add(role.value, {Right::Assign, Right::Revoke}));
    }
    m_other = m_team.add(Role::Member);
    VERIFY_RESULT(m_services.reviewService.create(ownerSession(), {.name = Name::fromStored(u"Review"_s)}));
    QVERIFY(say(m_team.owner(), noteOn("license", "note", Team::cad)).state.isEmpty());
    m_operation = m_team.value(u"SELECT max(id) FROM seatledger.operation"_s);
}

/// For what there is no use case yet: what the session's own subject permits.
Result<void> PermissionMatrixTest::requirement(Session &session, Action action, const Person &person)
{
    const auto access = m_services.access.load(session);
    return access ? access->require(action, person.target()) : std::unexpected(access.error());
}

void PermissionMatrixTest::addSights()
{
    m_deeds.push_back({Action::ViewMembers,
                       [this](Session &session, const Person &person) {
                           return done(m_services.members.find(session, *person.target().member));
                       },
                       [](const Person &person) {
                           return text("SELECT FROM seatledger.member WHERE id = %1", person.member);
                       }});
    m_deeds.push_back({Action::ViewLicenses,
                       [this](Session &session, const Person &person) {
                           return done(
                               m_services.licenses.find(session, *LicenseId::fromValue(person.license)));
                       },
                       [](const Person &person) {
                           return text("SELECT FROM seatledger.license WHERE id = %1", person.license);
                       }});
    m_deeds.push_back({Action::ViewAssignments,
                       [this](Session &session, const Person &person) {
                           return done(m_services.assignments.find(session, person.assignment()));
                       },
                       [](const Person &person) {
                           return text("SELECT FROM seatledger.license_assignment WHERE id = %1",
                                       person.seat);
                       }});
    m_deeds.push_back({Action::ViewCosts,
                       [this](Session &session, const Person &person) {
                           const auto bought = m_services.licenses.entitlements(
                               session, *LicenseId::fromValue(person.license));
                           return bought ? found(!bought->empty() && bought->front().price)
                                         : std::unexpected(bought.error());
                       },
                       [](const Person &person) {
                           return text("SELECT FROM seatledger.priced_entitlement WHERE license_id = %1 AND "
                                       "price_minor IS NOT NULL",
                                       person.license);
                       }});
    m_deeds.push_back(
        {Action::ViewKeys,
         [this](Session &session, const Person &person) {
             return done(m_services.keyService.read(session, *LicenseKeyId::fromValue(person.key)));
         },
         [](const Person &person) { return text("SELECT seatledger.book_key_reading(%1)", person.key); }});
    m_deeds.push_back(
        {Action::ReadAudit,
         [this](Session &session, const Person &) { return done(m_services.audit.list(session, {}, 1)); },
         [](const Person &) { return u"SELECT FROM seatledger.audit_event LIMIT 1"_s; }});
    m_deeds.push_back({Action::Export,
                       [this](Session &session, const Person &person) -> Result<void> {
                           const auto access = m_services.access.load(session);
                           if (access
                               && access->subject().role == Role::Auditor) // of the audit, not of people
                               return access->require(Action::Export);
                           QBuffer csv;
                           csv.open(QIODevice::WriteOnly);
                           const auto written = m_services.exports.toDevice(session, AssignmentExport(), csv);
                           if (!written)
                               return std::unexpected(written.error());
                           return found(csv.data().contains("M-" + QByteArray::number(person.member)));
                       },
                       {}});
    m_deeds.push_back({Action::Report,
                       [this](Session &session, const Person &person) {
                           return requirement(session, Action::Report, person);
                       },
                       {}});
}

void PermissionMatrixTest::addChanges()
{
    const auto commandFor = [](const Person &person) {
        return AssignmentsCommand{.assignments = {person.assignment()}, .reason = u"x"_s};
    };
    m_deeds.push_back(
        {Action::Assign,
         [this](Session &session, const Person &person) {
             const auto terms = AssignmentDraft{.firstDay = QDate::currentDate().addDays(3)}.create();
             return done(m_services.management.assign(
                 session, {*LicenseId::fromValue(Team::cad),
                           {.members = {*person.target().member}, .terms = *terms}}));
         },
         [](const Person &person) {
             return text("INSERT INTO seatledger.license_assignment (license_id, member_id) VALUES (2, %1)",
                         person.member);
         }});
    m_deeds.push_back({Action::Revoke,
                       [this, commandFor](Session &session, const Person &person) {
                           return done(m_services.management.revoke(session, commandFor(person)));
                       },
                       [](const Person &person) {
                           return text(
                               "UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = "
                               "seatledger.today(), end_reason = 'x' WHERE id = %1",
                               person.seat);
                       }});
    m_deeds.push_back({Action::Suspend,
                       [this, commandFor](Session &session, const Person &person) {
                           return done(m_services.management.suspend(session, commandFor(person), {}));
                       },
                       [](const Person &person) {
                           return text(
                               "UPDATE seatledger.license_assignment SET state = 'suspended' WHERE id = %1",
                               person.seat);
                       }});
    m_deeds.push_back(
        {Action::Transfer,
         [this, commandFor](Session &session, const Person &person) {
             return done(m_services.management.transfer(session, commandFor(person),
                                                        *MemberId::fromValue(Team::spare)));
         },
         [](const Person &person) {
             return text(
                 "WITH ended AS (UPDATE seatledger.license_assignment SET state = 'revoked', "
                 "ended_on = seatledger.today(), end_reason = 'x' WHERE id = %1 RETURNING license_id) "
                 "INSERT INTO seatledger.license_assignment (license_id, member_id) "
                 "SELECT license_id, 5 FROM ended",
                 person.seat);
         }});
    m_deeds.push_back({Action::ChangeAssignments,
                       [this, commandFor](Session &session, const Person &person) {
                           return done(m_services.management.changeQuantity(session, commandFor(person),
                                                                            *Quantity::create(2)));
                       },
                       [](const Person &person) {
                           return text("UPDATE seatledger.license_assignment SET quantity = 2 WHERE id = %1",
                                       person.seat);
                       }});
    m_deeds.push_back({Action::EditMembers,
                       [this](Session &session, const Person &person) {
                           const auto member = m_services.members.find(ownerSession(),
                                                                       *person.target().member);
                           return done(m_services.catalogueService.updateMember(session, member.value()));
                       },
                       [](const Person &person) { return noteOn("member", "note", person.member); }});
    m_deeds.push_back({Action::EditCatalogue,
                       [this](Session &session, const Person &person) {
                           const auto license = m_services.licenses.find(
                               ownerSession(), *LicenseId::fromValue(person.license));
                           return done(m_services.catalogueService.updateLicense(session, license.value()));
                       },
                       [](const Person &person) { return noteOn("license", "note", person.license); }});
    m_deeds.push_back(
        {Action::Undo,
         [this](Session &session, const Person &) {
             return done(
                 m_services.management.undo(session, *OperationId::fromValue(m_operation.toLongLong())));
         },
         [this](const Person &) { return u"SELECT seatledger.undo_operation(%1)"_s.arg(m_operation); }});
}

void PermissionMatrixTest::addAdministration()
{
    m_deeds.push_back(
        {Action::ManageOperators,
         [this](Session &session, const Person &) {
             const auto other = m_services.operators.findByLogin(ownerSession(), m_other);
             return done(m_services.operatorService.update(session, other.value().value()));
         },
         [this](const Person &) {
             return u"UPDATE seatledger.operator SET display_name = 'x' WHERE login = '%1'"_s.arg(m_other);
         }});
    m_deeds.push_back({Action::ManageSettings,
                       [this](Session &session, const Person &person) {
                           return requirement(session, Action::ManageSettings, person);
                       },
                       [](const Person &) { return noteOn("setting", "note", 1); }});
    m_deeds.push_back({Action::UseDevices,
                       [this](Session &session, const Person &person) {
                           return requirement(session, Action::UseDevices, person);
                       },
                       [](const Person &person) {
                           return text("INSERT INTO seatledger.device (fingerprint, name, member_id) VALUES "
                                       "('a-device-of-%1', 'x', %1)",
                                       person.member);
                       }});
    m_deeds.push_back({Action::Review,
                       [this](Session &session, const Person &person) {
                           return requirement(session, Action::Review, person);
                       },
                       [](const Person &person) {
                           return text("UPDATE seatledger.access_review_item SET decision = 'keep' WHERE "
                                       "assignment_id = %1",
                                       person.seat);
                       }});
    m_deeds.push_back({Action::Import,
                       [this](Session &session, const Person &person) {
                           return requirement(session, Action::Import, person);
                       },
                       {}});
}

void PermissionMatrixTest::fillDeeds()
{
    addSights();
    addChanges();
    addAdministration();
    for (const EnumEntry<Action> &action : enumEntries<Action>())
        QVERIFY2(std::ranges::count(m_deeds, action.value, &Deed::action) == 1, action.name.data());
}

/// Reading a key goes on record in a transaction of its own, which nothing takes back.
Result<void> PermissionMatrixTest::rolledBack(Session &session, const Deed &deed, const Person &person)
{
    if (deed.action == Action::ViewKeys)
        return deed.byService(session, person);
    const auto transaction = Transaction::begin(session.connection(), u"matrix");
    return transaction ? deed.byService(session, person) : done(transaction);
}

void PermissionMatrixTest::note(const QString &login, const Deed &deed, const Person &person, const char *way,
                                bool expected, bool actual, const QString &told)
{
    ++m_cases;
    if (expected == actual)
        return;
    const PermissionSubject subject = m_team.subject(login);
    QStringList rights;
    for (const Right right : subject.rights)
        rights.append(toText(right));
    m_differences.append(u"%1 [%2] %3 of %4 by %5: %6, but the table says %7: %8"_s.arg(
        toText(subject.role), rights.join(u','), toText(deed.action), QLatin1StringView(person.name),
        QLatin1StringView(way), actual ? u"done"_s : u"refused"_s, expected ? u"yes"_s : u"no"_s, told));
}

void PermissionMatrixTest::compare(const QString &login, const Deed &deed, const Person &person)
{
    const PermissionAnswer answer = PermissionValidationService().answer(m_team.subject(login), deed.action,
                                                                         person.target());
    ++m_cases;
    Connection &connection = m_team.as(login);
    Session session(connection, {login, OperationSource::Command});
    const auto served = rolledBack(session, deed, person);
    const QString told = served ? QString() : QString::fromUtf8(describe(served.error()));
    note(login, deed, person, "service", answer.allowed, served.has_value(), told);
    const bool refused = !served
                         && (served.error().code == ErrorCode::Forbidden
                             || served.error().code == ErrorCode::NotFound);
    if (!served && !refused)
        m_differences.append(u"An error that is no refusal: "_s + told);
    if (!deed.bySql)
        return;
    const Said said = say(connection, u"BEGIN; %1; "_s.arg(deed.bySql(person)));
    const bool isRefusal = said.state.isEmpty() || said.state == "42501"_L1 || said.state == "SL013"_L1;
    if (!isRefusal)
        m_differences.append(u"SQL that fails by itself: "_s + said.text);
    note(login, deed, person, "SQL", answer.allowed, said.state.isEmpty() && said.rows == 1, said.text);
}

void PermissionMatrixTest::walk()
{
    for (const QString &login : std::as_const(m_logins)) {
        for (const Deed &deed : m_deeds) {
            for (const Person &person : people)
                compare(login, deed, person);
        }
    }
}

void PermissionMatrixTest::saysTheSameEverywhere()
{
    addPeople();
    fillDeeds();
    walk();
    qInfo("%d cases: %lld people, %zu actions, %zu targets", m_cases, qint64(m_logins.size()), m_deeds.size(),
          people.size());
    QVERIFY2(m_differences.isEmpty(), qPrintable(u'\n' + m_differences.join(u'\n')));
}

/// Whoever reads that all is the same may want to know that it would be told if it were not.
void PermissionMatrixTest::wouldNoticeADifference()
{
    QVERIFY(say(m_team.owner(),
                u"CREATE POLICY wide ON seatledger.member FOR SELECT TO seatledger_manager USING (true); "
                "REVOKE INSERT ON seatledger.license_assignment FROM seatledger_assign"_s)
                .state.isEmpty());
    walk();
    const QString told = m_differences.join(u'\n');
    QVERIFY2(told.contains("manager [] view_members of far by SQL: done"_L1), qPrintable(told));
    QVERIFY2(told.contains("staff [assign] assign of far by service: refused"_L1), qPrintable(told));
}

} // namespace seatledger

QTEST_MAIN(seatledger::PermissionMatrixTest)
#include "permissionmatrixtest.moc"
