// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/operatorspage.h"

#include "tests/support/patience.h"
#include "tests/support/tlsserver.h"
#include "tests/support/verify.h"
#include "tests/ui/book/scripteddialogs.h"
#include "ui/book/conflictdialog.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/operators/departmentchecks.h"
#include "ui/operators/disabledialog.h"
#include "ui/operators/operatordialog.h"
#include "ui/operators/operatorpanel.h"
#include "ui/operators/passworddialog.h"
#include "ui/operators/permissionlist.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QString goodPassword = QStringLiteral("correct horse battery staple");

void press(QWidget *dialog, const QString &button)
{
    QTest::mouseClick(dialog->findChild<QPushButton *>(button), Qt::LeftButton);
}

void type(QWidget *dialog, const QString &edit, const QString &text)
{
    auto *line = dialog->findChild<QLineEdit *>(edit);
    line->clear();
    QTest::keyClicks(line, text);
}

void chooseRole(QWidget *dialog, Role role)
{
    auto *box = dialog->findChild<QComboBox *>(u"roleComboBox"_s);
    box->setCurrentIndex(box->findData(static_cast<int>(role)));
}

void check(QWidget *dialog, const QString &box)
{
    dialog->findChild<QCheckBox *>(box)->setChecked(true);
}

QString messageOf(QWidget *dialog, const QString &field)
{
    return dialog->findChild<FormField *>(field + u"Field"_s)->message();
}

} // namespace

/// A window on a server where people really sign in.
class OperatorsPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        QSettings().clear(); // the page remembers how it was sorted
        m_book = m_server.makeBook();
        m_owner = std::make_unique<Executor>(m_server.ownerSettings(m_book),
                                             Actor{u"chief"_s, OperationSource::Window});
        m_connection = Connection::open(m_server.ownerSettings(m_book)).value();
        m_session = std::make_unique<Session>(*m_connection, Actor{u"chief"_s, OperationSource::Command});
        m_server.sql(u"INSERT INTO seatledger.department (name) VALUES ('Optics'), ('Sales')"_s, m_book);
        ++m_round;
        show(*m_owner);
    }
    void cleanup()
    {
        m_tester.reset();
        m_page.reset();
        m_owner.reset();
        m_other.reset();
        m_session.reset();
        m_connection.reset();
        m_toast.reset();
    }

    void saysWhatToDoFirst()
    {
        QTRY_VERIFY(table()->isCountKnown());
        emit m_page->findChild<SegmentedFilter *>(u"operatorsFilter"_s)->currentChanged(u"active"_s);
        QCOMPARE(logins(), QStringList());
        emit view() -> emptyActionTriggered();
        QVERIFY(dialog<OperatorDialog>());
    }

    void letsSomebodySignIn()
    {
        trigger(u"newAction"_s);
        auto *form = dialog<OperatorDialog>();
        type(form, u"loginEdit"_s, u"Ana Lopez"_s);
        QVERIFY(messageOf(form, u"login"_s).contains(u"small letters"_s));
        type(form, u"loginEdit"_s, login(u"ana"_s));
        type(form, u"displayNameEdit"_s, u"Ana Lopez"_s);
        chooseRole(form, Role::Manager);
        check(form, u"assignCheckBox"_s);
        auto *tree = form->findChild<DepartmentChecks *>();
        QTRY_COMPARE(tree->topLevelItemCount(), 2);
        tree->topLevelItem(0)->setCheckState(0, Qt::Checked);
        type(form, u"passwordEdit"_s, u"short"_s);
        QCOMPARE(form->findChild<QLabel *>(u"strengthLabel"_s)->text(), u"Too weak"_s);
        press(form, u"saveButton"_s);
        QVERIFY(!messageOf(form, u"password"_s).isEmpty());
        type(form, u"passwordEdit"_s, goodPassword);
        QCOMPARE(form->findChild<QLabel *>(u"strengthLabel"_s)->text(), u"Strong"_s);
        press(form, u"saveButton"_s);
        QTRY_COMPARE(logins(), QStringList{login(u"ana"_s)});

        VERIFY_RESULT(Connection::open(m_server.settings(m_book, login(u"ana"_s), goodPassword)));
        QTRY_VERIFY(sentences().contains(
            u"Assign seats: permitted by the right “Assign seats” in their own departments."_s));
        QVERIFY(sentences().contains(
            u"Revoke seats: not permitted to the role manager. Beyond the role, the right "
            "“Revoke seats” would permit it."_s));
        m_toast->action(); // Undo
        QTRY_COMPARE(logins(), QStringList());
        VERIFY_ERROR(Connection::open(m_server.settings(m_book, login(u"ana"_s), goodPassword)),
                     ErrorCode::Forbidden);
    }

    void saysWhatIsWrongAtTheRightField()
    {
        (void)add(u"ana"_s);
        trigger(u"newAction"_s);
        auto *form = dialog<OperatorDialog>();
        type(form, u"loginEdit"_s, login(u"ana"_s));
        type(form, u"displayNameEdit"_s, u"Another"_s);
        press(form, u"saveButton"_s);
        QTRY_COMPARE(messageOf(form, u"login"_s), u"Another operator has this login."_s);
        m_server.sql(u"CREATE ROLE %1 LOGIN"_s.arg(login(u"stranger"_s)));
        chooseRole(form, Role::Member);
        press(form, u"saveButton"_s);
        QCOMPARE(messageOf(form, u"member"_s), u"Choose the member that this person is."_s);
    }

    void refusesInWordsWhatIsBeyondOwnRights()
    {
        const Operator ana = add(u"ana"_s, Role::Administrator);
        (void)add(u"mia"_s, Role::Staff, {Right::ManageOperators});
        m_other = std::make_unique<Executor>(m_server.settings(m_book, login(u"mia"_s), goodPassword),
                                             Actor{login(u"mia"_s), OperationSource::Window});
        show(*m_other);
        QTRY_COMPARE(logins().size(), 2);
        auto *form = edit(ana);
        type(form, u"displayNameEdit"_s, u"Somebody"_s);
        press(form, u"saveButton"_s);
        QTRY_VERIFY(!messageOf(form, u"role"_s).isEmpty());
        form->reject();
        const auto mia = m_services.operators.findByLogin(*m_session, login(u"mia"_s));
        auto *own = edit(**mia);
        check(own, u"view_keysCheckBox"_s);
        press(own, u"saveButton"_s);
        QTRY_VERIFY(!messageOf(own, u"role"_s).isEmpty());
    }

    void changesWhatSomebodyMayDoAtOnce()
    {
        const Operator ana = add(u"ana"_s, Role::Staff);
        const auto open = Connection::open(m_server.settings(m_book, login(u"ana"_s), goodPassword));
        VERIFY_RESULT(open);
        Session theirs(**open, Actor{login(u"ana"_s), OperationSource::Window});
        VERIFY_ERROR(m_services.access.require(theirs, Action::ManageOperators), ErrorCode::Forbidden);
        auto *form = edit(ana);
        QVERIFY(form->findChild<QLineEdit *>(u"loginEdit"_s)->isReadOnly());
        chooseRole(form, Role::Administrator);
        press(form, u"saveButton"_s);
        QTRY_VERIFY(m_toast.has_value());
        VERIFY_RESULT(m_services.access.require(theirs, Action::ManageOperators));
    }

    void losesNoFieldOfTwoAdministrators()
    {
        const Operator ana = add(u"ana"_s, Role::Staff);
        auto *form = edit(ana);
        type(form, u"displayNameEdit"_s, u"Ana Maria"_s);
        Operator changed = ana;
        changed.rights = {Right::ViewCosts};
        VERIFY_RESULT(m_services.operatorService.update(*m_session, changed));
        press(form, u"saveButton"_s);
        QTRY_VERIFY(form->findChild<ConflictDialog *>());
        press(form->findChild<ConflictDialog *>(), u"saveButton"_s);
        QTRY_VERIFY(m_toast.has_value());
        const auto merged = m_services.operators.find(*m_session, ana.id);
        QCOMPARE(merged->displayName.text(), u"Ana Maria"_s);
        QCOMPARE(merged->rights, std::vector{Right::ViewCosts});
    }

    void setsAPasswordUntilADay()
    {
        const Operator ana = add(u"ana"_s);
        select(ana);
        trigger(u"passwordAction"_s);
        QTRY_VERIFY(dialog<PasswordDialog>());
        auto *form = dialog<PasswordDialog>();
        type(form, u"passwordEdit"_s, login(u"ana"_s) + u"1234"_s);
        press(form, u"saveButton"_s);
        QVERIFY(!messageOf(form, u"password"_s).isEmpty());
        type(form, u"passwordEdit"_s, u"another long secret"_s);
        form->findChild<DateField *>(u"validUntilDateField"_s)->setDate(QDate(2020, 1, 1));
        press(form, u"saveButton"_s);
        QTRY_VERIFY(!messageOf(form, u"valid_until"_s).isEmpty());
        form->findChild<DateField *>(u"validUntilDateField"_s)->setDate(QDate(2199, 12, 30));
        press(form, u"saveButton"_s);
        QTRY_VERIFY(m_toast.has_value());
        VERIFY_ERROR(Connection::open(m_server.settings(m_book, login(u"ana"_s), goodPassword)),
                     ErrorCode::Forbidden);
        VERIFY_RESULT(Connection::open(m_server.settings(m_book, login(u"ana"_s), u"another long secret"_s)));
        const auto rows = m_services.operatorLists.operators(*m_session, {.id = ana.id}, {}, {}, 0, 1);
        VERIFY_RESULT(rows);
        // the day is included, in the zone of the book
        QCOMPARE(rows->rows.front().passwordUntil, QDateTime(QDate(2199, 12, 31), QTime(0, 0), Qt::UTC));
    }

    void disablingEndsSessionsAndEnablingBringsThemBack()
    {
        const Operator ana = add(u"ana"_s);
        const auto open = Connection::open(m_server.settings(m_book, login(u"ana"_s), goodPassword));
        VERIFY_RESULT(open);
        m_page->takeChange({});
        QTRY_COMPARE(cell(0, u"seen"_s), u"signed in now"_s);
        select(ana);
        trigger(u"disableAction"_s);
        QTRY_VERIFY(dialog<DisableDialog>());
        auto *confirm = dialog<DisableDialog>();
        QVERIFY(confirm->findChild<QLabel *>(u"consequenceLabel"_s)->text().contains(u"1 open session"_s));
        press(confirm, u"disableButton"_s);
        QTRY_VERIFY(!(*open)->isAlive());
        QTRY_COMPARE(logins(), QStringList()); // only the active ones are shown
        VERIFY_ERROR(Connection::open(m_server.settings(m_book, login(u"ana"_s), goodPassword)),
                     ErrorCode::Forbidden);

        m_page->reveal(ana.id.value());
        m_page->search({});
        QTRY_COMPARE(logins(), QStringList{login(u"ana"_s)});
        QTRY_COMPARE(view()->rows()->single(), ana.id.value());
        QTRY_VERIFY(sentences().value(0).contains(u"is disabled"_s));
        trigger(u"enableAction"_s);
        QTRY_VERIFY(m_toast && m_toast->text.contains(u"may sign in again"_s));
        VERIFY_RESULT(Connection::open(m_server.settings(m_book, login(u"ana"_s), goodPassword)));
    }

    void filtersAndSorts()
    {
        (void)add(u"bea"_s, Role::Administrator);
        (void)add(u"ana"_s, Role::Staff);
        QTRY_COMPARE(logins(), (QStringList{login(u"ana"_s), login(u"bea"_s)}));
        auto *roles = m_page->findChild<QComboBox *>(u"roleComboBox"_s);
        roles->setCurrentIndex(roles->findData(u"administrator"_s));
        emit roles->activated(roles->currentIndex());
        QTRY_COMPARE(logins(), QStringList{login(u"bea"_s)});
        roles->setCurrentIndex(0);
        m_page->search(u"ANA"_s);
        QTRY_COMPARE(logins(), QStringList{login(u"ana"_s)});
        m_page->search({});
        view()->sortByColumn(2, Qt::AscendingOrder); // by role, administrators first
        QTRY_COMPARE(logins(), (QStringList{login(u"bea"_s), login(u"ana"_s)}));
    }

    void showsWhatTheyDidLast()
    {
        const Operator ana = add(u"ana"_s, Role::Administrator);
        const auto open = Connection::open(m_server.settings(m_book, login(u"ana"_s), goodPassword));
        Session theirs(**open, Actor{login(u"ana"_s), OperationSource::Command});
        VERIFY_RESULT(
            m_services.catalogueService.addDepartment(theirs, {.name = Name::fromStored(u"Lab"_s)}));
        m_page->takeChange({});
        select(ana);
        auto *list = m_page->findChild<EntryList *>(u"operationsList"_s);
        QTRY_COMPARE(list->count(), 1);
        QSignalSpy jumps(m_page.get(), &Page::pageRequested);
        emit list->entryActivated(17);
        QCOMPARE(jumps.first(), (QVariantList{u"audit"_s, u"#17"_s, qint64(17)}));
    }

    void exportsWhatIsShown()
    {
        const QTemporaryDir folder;
        (void)add(u"ana"_s, Role::Staff, {Right::ViewCosts});
        m_dialogs.savePath = folder.filePath(u"operators.csv"_s);
        trigger(u"exportAction"_s);
        QTest::mouseClick(m_dialogs.opened->findChild<QPushButton *>(u"chooseFileButton"_s), Qt::LeftButton);
        QTRY_VERIFY(m_toast.has_value());
        QFile file(m_dialogs.savePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains(login(u"ana"_s).toUtf8() + ",ana,staff,,view_costs,"));
    }

private:
    void show(Executor &executor)
    {
        m_tester.reset();
        m_page = std::make_unique<OperatorsPage>(BookAccess{executor, m_services}, m_dialogs);
        connect(m_page.get(), &Page::toastRequested, m_page.get(),
                [this](const Toast &toast) { m_toast = toast; });
        m_page->resize(1200, 700);
        m_page->show();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            view()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    /// Logins belong to the whole server.
    QString login(const QString &name) const { return name + u'_' + QString::number(m_round); }
    Operator add(const QString &name, Role role = Role::Staff, const std::vector<Right> &rights = {})
    {
        const auto fields =
            OperatorDraft{.login = login(name), .displayName = name, .role = role, .rights = rights}.create();
        auto added = m_services.operatorService.add(*m_session, fields.value(), goodPassword);
        if (!added)
            qFatal("%s", describe(added.error()).constData());
        m_page->takeChange({});
        return added->value;
    }
    void select(const Operator &which)
    {
        [&] { QTRY_VERIFY(table()->rowOf(which.id.value()).has_value()); }();
        view()->rows()->selectIds({which.id.value()});
    }
    OperatorDialog *edit(const Operator &which)
    {
        select(which);
        trigger(u"editAction"_s);
        [&] { QTRY_VERIFY(dialog<OperatorDialog>()); }();
        return dialog<OperatorDialog>();
    }
    template <typename Dialog>
    Dialog *dialog() const
    {
        return qobject_cast<Dialog *>(m_dialogs.opened.data());
    }
    void trigger(const QString &action) const { m_page->findChild<QAction *>(action)->trigger(); }
    PagedTableView *view() const { return qobject_cast<PagedTableView *>(m_page->mainView()); }
    PagedTableModelBase *table() const { return view()->table(); }
    QString cell(int row, const QString &key) const
    {
        for (int column = 0; column < table()->columnCount(); ++column) {
            if (table()->columnKey(column) == key && row < table()->rowCount())
                return table()->index(row, column).data().toString();
        }
        return {};
    }
    QStringList logins() const
    {
        QStringList texts;
        for (int row = 0; row < table()->rowCount(); ++row)
            texts += cell(row, u"login"_s);
        return texts;
    }
    QStringList sentences() const { return m_page->findChild<PermissionList *>()->sentences(); }

    QTemporaryDir m_settings;
    TlsServer &m_server = TlsServer::shared();
    Services m_services;
    ScriptedDialogs m_dialogs;
    QString m_book;
    int m_round = 0;
    std::unique_ptr<Executor> m_owner;
    std::unique_ptr<Executor> m_other;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<OperatorsPage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::optional<Toast> m_toast;
};

} // namespace seatledger

QTEST_MAIN(seatledger::OperatorsPageTest)
#include "operatorspagetest.moc"
