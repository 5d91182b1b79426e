// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/book/desk.h"
#include "ui/assignments/assigndialog.h"
#include "ui/assignments/assignmentdialogs.h"
#include "ui/assignments/assignmentpanel.h"
#include "ui/assignments/assignmentspage.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/seatbar.h"
#include "ui/common/widgets/sidepanel.h"
#include "ui/licenses/entitlementdialog.h"
#include "ui/licenses/keysdialog.h"
#include "ui/licenses/licensepanel.h"
#include "ui/licenses/licensespage.h"
#include "ui/members/memberpanel.h"
#include "ui/members/memberspage.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Whose window is looked at.
struct SignedIn {
    const char *name;
    Role role;
    QList<Right> rights = {};
    /// Which actions of the three pages are on while a row is selected.
    QStringList members = {};
    QStringList licenses = {};
    QStringList assignments = {};
};

const QStringList allOfMembers{u"assign"_s, u"depart"_s, u"edit"_s, u"export"_s, u"import"_s, u"new"_s};
const QStringList allOfLicenses{u"addEntitlement"_s, u"addKeys"_s, u"assign"_s, u"buy"_s,   u"edit"_s,
                                u"export"_s,         u"import"_s,  u"new"_s,    u"renew"_s, u"renewals"_s};
const QStringList allOfAssignments{u"export"_s,   u"import"_s, u"new"_s,     u"period"_s,
                                   u"quantity"_s, u"revoke"_s, u"suspend"_s, u"transfer"_s};

QList<SignedIn> persons()
{
    const QStringList onlyExport{u"export"_s};
    QStringList catalogue = allOfLicenses;
    catalogue.removeOne(u"assign"_s);
    catalogue.removeOne(u"import"_s);
    QStringList changes = allOfAssignments;
    changes.removeOne(u"import"_s);
    return {
        {"administrator", Role::Administrator, {}, allOfMembers, allOfLicenses, allOfAssignments},
        {"manager", Role::Manager, {}, onlyExport, onlyExport, onlyExport},
        {"manager who assigns",
         Role::Manager,
         {Right::Assign},
         {u"assign"_s, u"export"_s},
         {u"assign"_s, u"export"_s},
         {u"export"_s, u"new"_s}},
        {"manager who assigns and revokes",
         Role::Manager,
         {Right::Assign, Right::Revoke},
         {u"assign"_s, u"export"_s},
         {u"assign"_s, u"export"_s},
         changes},
        {"staff", Role::Staff, {}, onlyExport, onlyExport, onlyExport},
        {"staff who revoke",
         Role::Staff,
         {Right::Revoke},
         onlyExport,
         onlyExport,
         {u"export"_s, u"revoke"_s}},
        {"staff who keep the catalogue",
         Role::Staff,
         {Right::EditCatalogue},
         onlyExport,
         catalogue,
         onlyExport},
        {"staff who see costs and keys",
         Role::Staff,
         {Right::ViewCosts, Right::ViewKeys},
         onlyExport,
         onlyExport,
         onlyExport},
    };
}

} // namespace

/// What the window shows and lets people do, for each kind of people who sign in, on a book with real grants
/// and policies.
class RolesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_desk.reset(); }

    void turnsOffWhatIsNotPermitted_data() { addPersons(); }
    void turnsOffWhatIsNotPermitted();
    void loadsPanelsWithoutError_data() { addPersons(); }
    void loadsPanelsWithoutError();
    void showsAuditorsNothingOfThePeople();
    void showsCostsToThoseWhoMaySeeThem_data();
    void showsCostsToThoseWhoMaySeeThem();
    void showsKeysToThoseWhoMaySeeThem_data();
    void showsKeysToThoseWhoMaySeeThem();
    void tellsWhyADoubleClickDoesNothing();
    void offersWhatIsPermittedToASeatInAMenu();
    void offersUndoToThoseWhoMay();
    void namesNoCostOfAPlan();
    void followsNewRights();
    void saysThatAnEmptyListIsNotTheirsToFill();
    void saysInWordsWhatTheDatabaseRefuses();

private:
    static void addPersons();
    [[nodiscard]] QString signIn(const QString &name, Role role, const QList<Right> &rights = {});
    template <typename P>
    void open(const QString &login, qint64 row);
    [[nodiscard]] QAction *action(const QString &name) const;
    void compareActions(const QStringList &all, const QStringList &on, const QString &role) const;
    void compareHistory(bool isShown) const;
    [[nodiscard]] QString detail(const QString &key) const
    {
        const auto *label = m_desk->page()->findChild<QLabel *>(key + u"ValueLabel"_s);
        return label && !label->isHidden() ? label->text() : QString();
    }
    [[nodiscard]] QString bought() const
    {
        const auto *list = m_desk->page()->findChild<EntryList *>(u"entitlementsList"_s);
        return list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    }

    std::unique_ptr<Desk> m_desk;
    std::optional<DepartmentId> m_optics;
    MemberId m_ana = *MemberId::fromValue(1);
    MemberId m_fred = *MemberId::fromValue(1);
    LicenseId m_ide = *LicenseId::fromValue(1);
    AssignmentId m_anas = *AssignmentId::fromValue(1);
};

void RolesTest::init()
{
    m_desk = std::make_unique<Desk>();
    TestDatabase &database = m_desk->database;
    const auto department = [&](const QString &name) {
        return database.value(
            u"INSERT INTO seatledger.department (name) VALUES ('%1') RETURNING id"_s.arg(name));
    };
    const QString optics = department(u"Optics"_s);
    const QString sales = department(u"Sales"_s);
    m_optics = DepartmentId::fromValue(optics.toLongLong());
    m_ana = m_desk->book.member(u"Ana Sousa"_s);
    m_fred = m_desk->book.member(u"Fred Far"_s);
    database.sql(
        u"UPDATE seatledger.member SET department_id = %1 WHERE id = %2"_s.arg(optics).arg(m_ana.value()));
    database.sql(
        u"UPDATE seatledger.member SET department_id = %1 WHERE id = %2"_s.arg(sales).arg(m_fred.value()));
    m_ide = m_desk->book.licenseWithSeats(u"IDE"_s, 5);
    database.sql(
        u"UPDATE seatledger.entitlement SET price_minor = 120000, currency = 'EUR', billing = 'monthly'"_s);
    database.sql(u"INSERT INTO seatledger.license_key (license_id, secret) VALUES (%1, 'SECRET')"_s.arg(
        m_ide.value()));
    m_anas = m_desk->book.assignment(m_ide, m_ana);
    m_desk->book.assignment(m_ide, m_fred);
}

void RolesTest::addPersons()
{
    QTest::addColumn<qsizetype>("person");
    const QList<SignedIn> all = persons();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << i;
}

QString RolesTest::signIn(const QString &name, Role role, const QList<Right> &rights)
{
    Colleague colleague{.role = role, .rights = rights};
    if (role == Role::Manager)
        colleague.departments = {*m_optics};
    return m_desk->people.add(name, colleague);
}

template <typename P>
void RolesTest::open(const QString &login, qint64 row)
{
    m_desk->show(new P(m_desk->accessOf(login), m_desk->dialogs));
    QTRY_VERIFY(m_desk->view()->model()->rowCount() > 0);
    m_desk->select({row});
    QTRY_VERIFY(m_desk->page()->isSettled());
}

/// Of the page, or what a small button of its panel does.
QAction *RolesTest::action(const QString &name) const
{
    if (auto *found = m_desk->page()->findChild<QAction *>(name + u"Action"_s))
        return found;
    const auto *button = m_desk->page()->findChild<QToolButton *>(name + u"ToolButton"_s);
    return button ? button->defaultAction() : nullptr;
}

void RolesTest::compareActions(const QStringList &all, const QStringList &on, const QString &role) const
{
    for (const QString &name : all) {
        const QAction *found = action(name);
        QVERIFY2(found && found->isVisible(), qPrintable(name));
        QVERIFY2(found->isEnabled() == on.contains(name), qPrintable(name));
        const QString why = u"not permitted to the role %1."_s.arg(role);
        QVERIFY2(found->isEnabled() != found->toolTip().contains(why),
                 qPrintable(name + u": "_s + found->toolTip()));
    }
}

void RolesTest::compareHistory(bool isShown) const
{
    const auto *list = m_desk->page()->findChild<EntryList *>(u"historyList"_s);
    QCOMPARE(list->count() > 0, isShown);
    if (!isShown)
        QCOMPARE(list->accessibleDescription(), u"Seen by administrators and auditors."_s);
}

void RolesTest::turnsOffWhatIsNotPermitted()
{
    QFETCH(qsizetype, person);
    const SignedIn who = persons()[person];
    const QString login = signIn(u"mia"_s, who.role, who.rights);
    open<MembersPage>(login, m_ana.value());
    compareActions(allOfMembers, who.members, toText(who.role));
    open<LicensesPage>(login, m_ide.value());
    compareActions(allOfLicenses, who.licenses, toText(who.role));
    open<AssignmentsPage>(login, m_anas.value());
    compareActions(allOfAssignments, who.assignments, toText(who.role));
}

void RolesTest::loadsPanelsWithoutError()
{
    QFETCH(qsizetype, person);
    const SignedIn who = persons()[person];
    const QString login = signIn(u"mia"_s, who.role, who.rights);
    const auto title = [this] { return m_desk->page()->findChild<QLabel *>(u"sidePanelTitleLabel"_s); };
    const bool readsAudit = who.role == Role::Administrator;
    open<MembersPage>(login, m_ana.value());
    QTRY_VERIFY(title()->isVisible());
    QCOMPARE(title()->text(), u"Ana Sousa"_s);
    compareHistory(readsAudit);
    open<LicensesPage>(login, m_ide.value());
    QTRY_VERIFY(title()->isVisible());
    QCOMPARE(title()->text(), u"IDE"_s);
    compareHistory(readsAudit);
    // what others hold counts, whoever they are
    QCOMPARE(m_desk->page()->findChild<SeatBar *>()->figures().used, 2);
    open<AssignmentsPage>(login, m_anas.value());
    QTRY_VERIFY(title()->isVisible());
    QCOMPARE(title()->text(), u"Ana Sousa"_s);
    compareHistory(readsAudit);
}

void RolesTest::showsAuditorsNothingOfThePeople()
{
    const BookAccess access = m_desk->accessOf(signIn(u"otto"_s, Role::Auditor));
    for (const Action what :
         {Action::ViewMembers, Action::ViewLicenses, Action::ViewAssignments, Action::Assign})
        QVERIFY(!access.may(what));
    QVERIFY(access.may(Action::ReadAudit));
    QVERIFY(access.may(Action::Export));
}

void RolesTest::showsCostsToThoseWhoMaySeeThem_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QList<Right>>("rights");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("administrator") << Role::Administrator << QList<Right>() << true;
    QTest::newRow("manager") << Role::Manager << QList<Right>() << true;
    QTest::newRow("staff") << Role::Staff << QList<Right>() << false;
    QTest::newRow("staff with the right") << Role::Staff << QList<Right>{Right::ViewCosts} << true;
    QTest::newRow("staff who keep the catalogue")
        << Role::Staff << QList<Right>{Right::EditCatalogue} << true;
    QTest::newRow("staff who assign") << Role::Staff << QList<Right>{Right::Assign} << false;
}

void RolesTest::showsCostsToThoseWhoMaySeeThem()
{
    QFETCH(Role, role);
    QFETCH(QList<Right>, rights);
    QFETCH(bool, isShown);
    const LicenseId other = m_desk->book.licenseWithSeats(u"Other"_s, 1);
    open<LicensesPage>(signIn(u"mia"_s, role, rights), m_ide.value());
    QTRY_VERIFY(!detail(u"cost"_s).isEmpty());
    QCOMPARE(detail(u"cost"_s).contains(u"1,200"_s), isShown);
    QCOMPARE(detail(u"cost"_s) == u"Not visible to you"_s, !isShown);
    QCOMPARE(bought().contains(u"1,200"_s), isShown);
    QCOMPARE(bought().contains(u"price not visible"_s), !isShown);
    m_desk->select({m_ide.value(), other.value()});
    const auto bothBought = [this] { return m_desk->page()->findChild<QLabel *>(u"boughtValueLabel"_s); };
    QTRY_VERIFY(bothBought() && bothBought()->isVisible());
    const auto costs = m_desk->page()->findChildren<QLabel *>(u"costValueLabel"_s);
    QVERIFY(std::ranges::any_of(costs, [isShown](const QLabel *label) {
        return label->isVisible() && (label->text() == u"Not visible to you"_s) != isShown;
    }));
}

void RolesTest::showsKeysToThoseWhoMaySeeThem_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QList<Right>>("rights");
    QTest::addColumn<int>("listed");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("administrator") << Role::Administrator << QList<Right>() << 1 << true;
    QTest::newRow("manager") << Role::Manager << QList<Right>() << 0 << false;
    QTest::newRow("staff") << Role::Staff << QList<Right>() << 0 << false;
    QTest::newRow("staff who read keys") << Role::Staff << QList<Right>{Right::ViewKeys} << 1 << true;
    QTest::newRow("manager who keeps the catalogue")
        << Role::Manager << QList<Right>{Right::EditCatalogue} << 1 << false;
}

void RolesTest::showsKeysToThoseWhoMaySeeThem()
{
    QFETCH(Role, role);
    QFETCH(QList<Right>, rights);
    QFETCH(int, listed);
    QFETCH(bool, isReadable);
    open<LicensesPage>(signIn(u"mia"_s, role, rights), m_ide.value());
    const auto *list = m_desk->page()->findChild<EntryList *>(u"keysList"_s);
    QTRY_COMPARE(list->count(), listed);
    m_desk->page()->findChild<LicensePanel *>()->unfoldKeys(true);
    QAction *show = action(u"showKey"_s);
    QCOMPARE(show->isEnabled(), isReadable);
    show->trigger();
    const auto *secret = m_desk->page()->findChild<QPlainTextEdit *>(u"keySecretEdit"_s);
    if (isReadable)
        QTRY_COMPARE(secret->toPlainText(), u"SECRET"_s);
    else
        QCOMPARE(m_desk->database.value(u"SELECT count(*) FROM seatledger.license_key_reading"_s), u"0"_s);
}

void RolesTest::tellsWhyADoubleClickDoesNothing()
{
    const QString login = signIn(u"sam"_s, Role::Staff);
    open<MembersPage>(login, m_ana.value());
    emit m_desk->view()->rowActivated(m_ana.value());
    QTRY_VERIFY(m_desk->toast.has_value());
    QCOMPARE(m_desk->toast->text, u"Edit members: not permitted to the role staff."_s);
    open<LicensesPage>(login, m_ide.value());
    emit m_desk->view()->rowActivated(m_ide.value());
    QCOMPARE(
        m_desk->toast->text,
        u"Edit licences and the catalogue: not permitted to the role staff. Beyond the role, the right “Edit licences and the catalogue” would permit it."_s);
    m_desk->toast.reset();
    auto *entitlements = m_desk->page()->findChild<EntryList *>(u"entitlementsList"_s);
    QTRY_COMPARE(entitlements->count(), 1);
    emit entitlements->entryActivated(1);
    QVERIFY(m_desk->toast.has_value());
    open<AssignmentsPage>(login, m_anas.value());
    m_desk->toast.reset();
    emit m_desk->view()->rowActivated(m_anas.value());
    QCOMPARE(
        m_desk->toast->text,
        u"Change assignments: not permitted to the role staff. Beyond the role, the rights “Assign seats” and “Revoke seats” would permit it."_s);
    QTest::qWait(50);
    QVERIFY(!m_desk->dialogs.opened);
    QVERIFY(m_desk->dialogs.errors.isEmpty());
}

void RolesTest::offersWhatIsPermittedToASeatInAMenu()
{
    open<MembersPage>(signIn(u"rosa"_s, Role::Staff, {Right::Revoke}), m_ana.value());
    auto *seats = m_desk->page()->findChild<EntryList *>(u"seatsList"_s);
    QTRY_COMPARE(seats->count(), 1);
    emit seats->customContextMenuRequested(seats->visualRect(seats->model()->index(0, 0)).center());
    QTRY_VERIFY(m_desk->page()->findChild<QMenu *>(u"seatMenu"_s));
    auto *menu = m_desk->page()->findChild<QMenu *>(u"seatMenu"_s);
    QStringList on;
    for (const QAction *offered : menu->actions()) {
        if (offered->isEnabled() && !offered->isSeparator())
            on += offered->text();
    }
    QCOMPARE(on, QStringList{u"Revoke …"_s});
    QVERIFY(menu->toolTipsVisible());
    menu->close();
}

void RolesTest::offersUndoToThoseWhoMay()
{
    for (const Role role : {Role::Administrator, Role::Staff}) {
        const QString login = signIn(u"u_"_s + toText(role), role,
                                     role == Role::Staff ? QList<Right>{Right::Revoke} : QList<Right>());
        const QString seat = m_desk->database.value(
            u"SELECT min(id) FROM seatledger.license_assignment WHERE state = 'active'"_s);
        open<AssignmentsPage>(login, seat.toLongLong());
        m_desk->toast.reset();
        m_desk->trigger(u"revokeAction"_s);
        auto *dialog = m_desk->dialog<RevokeDialog>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(u"reasonEdit"_s), u"Project over"_s);
        Desk::press(dialog, u"applyButton"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        QCOMPARE(m_desk->toast->action != nullptr, role == Role::Administrator);
    }
}

void RolesTest::namesNoCostOfAPlan()
{
    for (const bool seesCosts : {false, true}) {
        QList<Right> rights{Right::Assign};
        if (seesCosts)
            rights.append(Right::ViewCosts);
        const QString login = signIn(seesCosts ? u"cora"_s : u"sam"_s, Role::Staff, rights);
        const MemberId bo = m_desk->book.member(u"Bo Li"_s);
        AssignDialog dialog(m_desk->accessOf(login));
        dialog.setLicense(m_ide);
        dialog.addMembers({bo});
        dialog.show();
        const auto *summary = dialog.findChild<QLabel *>(u"summaryLabel"_s);
        QVERIFY(summary);
        QTRY_VERIFY(summary->text().contains(u"gets a seat"_s));
        QCOMPARE(summary->text().contains(u"240"_s), seesCosts);
        QCOMPARE(summary->text().contains(u"What they cost is not visible to you."_s), !seesCosts);
    }
}

void RolesTest::followsNewRights()
{
    const QString login = signIn(u"mia"_s, Role::Manager);
    open<MembersPage>(login, m_ana.value());
    QTRY_VERIFY(m_desk->listener.isConnected());
    QVERIFY(!action(u"assign"_s)->isEnabled());
    m_desk->database.sql(
        u"UPDATE seatledger.operator SET rights = '{assign}' WHERE login = '%1'"_s.arg(login));
    QTRY_VERIFY(action(u"assign"_s)->isEnabled());
    QCOMPARE(m_desk->view()->model()->rowCount(), 1);
    m_desk->database.sql(
        u"UPDATE seatledger.operator SET role = 'staff', rights = '{}' WHERE login = '%1'"_s.arg(login));
    QTRY_VERIFY(!action(u"assign"_s)->isEnabled());
    QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2); // staff see everybody
}

void RolesTest::saysThatAnEmptyListIsNotTheirsToFill()
{
    const QString nobody = m_desk->database.value(
        u"INSERT INTO seatledger.department (name) VALUES ('Empty') RETURNING id"_s);
    const QString login = m_desk->people.add(
        u"mia"_s, {.role = Role::Manager, .departments = {*DepartmentId::fromValue(nobody.toLongLong())}});
    m_desk->show(new MembersPage(m_desk->accessOf(login), m_desk->dialogs));
    QTRY_VERIFY(m_desk->page()->isSettled());
    const auto says = [this](const QString &text) {
        const auto labels = m_desk->page()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == text; });
    };
    QTRY_VERIFY(says(u"There are none yet, or none that you may see."_s));
}

void RolesTest::saysInWordsWhatTheDatabaseRefuses()
{
    QString told;
    m_desk->accessOf(signIn(u"sam"_s, Role::Staff))
        .ask(
            this,
            [](const Services &services, Session &session) { return services.audit.list(session, {}, 1); },
            [&told](const auto &answer) { told = answer ? u"done"_s : answer.error().message; });
    QTRY_COMPARE(told, u"This is not permitted to your login."_s);
}

} // namespace seatledger

QTEST_MAIN(seatledger::RolesTest)
#include "rolestest.moc"
