// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinwindow.h"

#include "core/db/connection.h"
#include "core/db/migrator.h"
#include "tests/support/patience.h"
#include "tests/support/tlsserver.h"
#include "tests/support/verify.h"
#include "tests/ui/book/scripteddialogs.h"
#include "tests/ui/signin/scriptedvault.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/formfield.h"
#include "ui/signin/signinmemory.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPromise>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger {

namespace {

using Purpose = SignInWindow::Purpose;
const QString secret = QStringLiteral("s3cret-word");

/// What is opened "for good": it is enough that it can be.
Result<void> openForGood(const ConnectionProfile &profile, const QString &password)
{
    if (profile.kind == ConnectionProfile::Kind::Workspace)
        return {};
    ConnectionSettings settings = profile.server;
    settings.password = password;
    const auto report = checkSignIn(settings);
    return report ? Result<void>() : std::unexpected(report.error());
}

} // namespace

class SignInWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_book = m_server.makeBook();
        m_server.addLogin(u"ana"_s, secret, {u"seatledger_staff"_s});
        m_server.addLogin(u"owner"_s, secret, {u"seatledger_owner"_s});
    }
    void init();
    void cleanup();

    void firstStartOffersBothAndStartsHere();
    void saysWhereAWorkspaceWillBe();
    void signsInToAServer();
    void testsWithoutKeepingAnything();
    void checksWhileOneTypes();
    void keepsToTheTlsThatFitsTheHost();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void offersToUpdateAnOlderBook();
    void opensARecentOneWithTheKeptPassword();
    void givesAKeptPasswordToNobodyElse();
    void forgetsAKeptPasswordThatIsWrong();
    void removesARecentOne();
    void asksEachTimeWithoutAKeychain();
    void doesNotKeepWhatOneDoesNotWantKept();
    void tellsThatThePasswordWasNotKept();
    void opensTheNextOneUnseen();
    void comesUpWhenThePasswordIsNeeded();
    void doesNotWaitForASilentKeychain();
    void remembersNothingOfTheCommandLine();
    void canBeCalledOff();
    void fillsAWorkspaceToTry();
    void stopsFillingWhenCancelled();

private:
    SignInWindow *show(Purpose purpose = Purpose::FirstStart)
    {
        make(purpose);
        m_window->show();
        (void)QTest::qWaitForWindowActive(m_window);
        return m_window;
    }
    void make(Purpose purpose = Purpose::Switch)
    {
        m_window = new SignInWindow({*m_memory, m_dialogs,
                                     [this](const ConnectionProfile &profile, const QString &password) {
                                         m_passwords += password;
                                         return m_opens(profile, password);
                                     },
                                     [this] { ++m_cancelled; }, 200ms, m_fills},
                                    purpose);
        m_opened = std::make_unique<QSignalSpy>(m_window, &SignInWindow::opened);
        m_attention = std::make_unique<QSignalSpy>(m_window, &SignInWindow::attentionNeeded);
    }
    template <typename T>
    T *find(const QString &name) const
    {
        auto *found = m_window->findChild<T *>(name);
        if (!found)
            qFatal("There is no %s.", qPrintable(name));
        return found;
    }
    void press(const QString &button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    void type(const QString &edit, const QString &text) const
    {
        auto *field = find<QLineEdit>(edit);
        field->selectAll();
        field->setFocus();
        if (text.isEmpty())
            QTest::keyClick(field, Qt::Key_Delete);
        else
            QTest::keyClicks(field, text);
    }
    void fillIn(const QString &user = u"ana"_s, const QString &password = secret) const
    {
        QTest::mouseClick(find<QAbstractButton>(u"serverCard"_s), Qt::LeftButton);
        type(u"hostEdit"_s, u"localhost"_s);
        find<QSpinBox>(u"portSpinBox"_s)->setValue(m_server.port());
        type(u"databaseEdit"_s, m_book);
        type(u"userEdit"_s, user);
        type(u"passwordEdit"_s, password);
        QTest::keyClick(find<QComboBox>(u"tlsComboBox"_s), Qt::Key_Home); // verify-full, also for localhost
        type(u"authorityEdit"_s, m_server.authorityFile());
    }
    [[nodiscard]] ConnectionProfile profile(const QString &user = u"ana"_s) const
    {
        ConnectionSettings settings = m_server.settings(m_book, user, {});
        settings.applicationName.clear();
        return ConnectionProfile::ofServer(settings);
    }
    [[nodiscard]] QString message() const { return m_window ? m_window->banner()->text() : u"closed"_s; }
    [[nodiscard]] QByteArray written() const
    {
        m_settings->sync();
        QFile file(m_folder->filePath(u"settings.ini"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    TlsServer &m_server = TlsServer::shared();
    QString m_book;
    ScriptedDialogs m_dialogs;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<RecentConnections> m_recent;
    std::unique_ptr<ScriptedVault> m_vault;
    std::unique_ptr<SignInMemory> m_memory;
    std::function<QFuture<Result<void>>(const ConnectionProfile &, const QString &)> m_opens;
    std::function<QFuture<Result<void>>(const ConnectionProfile &)> m_fills;
    QPointer<SignInWindow> m_window;
    std::unique_ptr<QSignalSpy> m_opened;
    std::unique_ptr<QSignalSpy> m_attention;
    QStringList m_passwords; ///< what opening was asked with
    int m_cancelled = 0;
};

void SignInWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_recent = std::make_unique<RecentConnections>(*m_settings);
    m_vault = std::make_unique<ScriptedVault>();
    m_memory = std::make_unique<SignInMemory>(*m_recent, *m_vault);
    m_opens = [](const ConnectionProfile &profile, const QString &password) {
        return QtConcurrent::run(&openForGood, profile, password);
    };
    m_fills = {};
    m_passwords.clear();
    m_cancelled = 0;
    qputenv("SEATLEDGER_HOME", QFile::encodeName(m_folder->path()));
}

void SignInWindowTest::cleanup()
{
    delete m_window;
}

void SignInWindowTest::firstStartOffersBothAndStartsHere()
{
    show();
    QVERIFY(find<QAbstractButton>(u"workspaceCard"_s)->isChecked());
    QVERIFY(!find<QPushButton>(u"testButton"_s)->isVisible());
    QVERIFY(!find<QWidget>(u"recentList"_s)->isVisible());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Right);
    QVERIFY(find<QAbstractButton>(u"serverCard"_s)->isChecked());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Left);
    QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_opened->size(), 1);
    QCOMPARE(m_recent->opensNext(), ConnectionProfile::ofWorkspace({}));
    QTRY_VERIFY(!m_window);
}

void SignInWindowTest::saysWhereAWorkspaceWillBe()
{
    show();
    const auto hint = [this] { return find<QLabel>(u"workspaceMessageLabel"_s)->text(); };
    QVERIFY2(hint().contains(m_folder->filePath(u"default"_s)), qPrintable(hint()));
    type(u"workspaceEdit"_s, u"not a name"_s);
    QVERIFY(!find<FormField>(u"workspaceField"_s)->isValid());
    press(u"openButton"_s);
    QCOMPARE(m_passwords.size(), 0);
    QCOMPARE(find<QPushButton>(u"openButton"_s)->text(), u"Start here"_s);
    QVERIFY(QDir(m_folder->path()).mkpath(u"ours/pg15"_s));
    QFile version(m_folder->filePath(u"ours/pg15/PG_VERSION"_s));
    QVERIFY(version.open(QIODevice::WriteOnly) && version.write("15\n") > 0);
    version.close();
    type(u"workspaceEdit"_s, u"ours"_s);
    QCOMPARE(find<QPushButton>(u"openButton"_s)->text(), u"Open"_s);
}

void SignInWindowTest::signsInToAServer()
{
    show();
    fillIn();
    press(u"testButton"_s);
    QTRY_VERIFY2(message().contains("TLSv1."_L1), qPrintable(message()));
    QVERIFY(m_recent->list().empty());
    press(u"openButton"_s);
    QTRY_COMPARE(m_opened->size(), 1);
    QCOMPARE(m_recent->opensNext(), profile());
    QCOMPARE(m_vault->passwords.value(profile().key()), secret);
    const QByteArray settings = written();
    QVERIFY(settings.contains("ana"));
    QVERIFY(!settings.contains(secret.toUtf8()));
}

void SignInWindowTest::testsWithoutKeepingAnything()
{
    show();
    fillIn(u"ana"_s, u"mistyped-word"_s);
    press(u"testButton"_s);
    QTRY_VERIFY(!message().isEmpty());
    press(u"openButton"_s);
    QTRY_COMPARE(m_passwords.size(), 1);
    QTRY_VERIFY(!m_window->overlay()->isRunning());
    QCOMPARE(m_opened->size(), 0);
    QVERIFY(m_recent->list().empty());
    QVERIFY(m_vault->passwords.isEmpty());
    QVERIFY(!written().contains("mistyped-word"));
    QVERIFY(!message().contains("mistyped-word"_L1));
    QCOMPARE(find<QLineEdit>(u"passwordEdit"_s)->text(), u"mistyped-word"_s); // nothing typed is lost
}

void SignInWindowTest::checksWhileOneTypes()
{
    show();
    QTest::mouseClick(find<QAbstractButton>(u"serverCard"_s), Qt::LeftButton);
    QVERIFY(find<QLabel>(u"hostMessageLabel"_s)->isHidden()); // not called wrong before it was touched
    press(u"testButton"_s);
    QCOMPARE(m_window->focusWidget(), find<QLineEdit>(u"hostEdit"_s));
    QVERIFY(!find<QLabel>(u"hostMessageLabel"_s)->isHidden());
    type(u"hostEdit"_s, u"db.example.org:5432"_s);
    QVERIFY(!find<FormField>(u"hostField"_s)->isValid());
    type(u"hostEdit"_s, u"db.example.org"_s);
    QVERIFY(find<FormField>(u"hostField"_s)->isValid());
    type(u"authorityEdit"_s, u"/nonexistent"_s);
    QVERIFY(!find<FormField>(u"sslrootcertField"_s)->isValid());
    type(u"authorityEdit"_s, u"/etc/passwd"_s);
    QVERIFY(!find<FormField>(u"sslrootcertField"_s)->isValid());
    type(u"authorityEdit"_s, m_server.authorityFile());
    QVERIFY(find<FormField>(u"sslrootcertField"_s)->isValid());
}

void SignInWindowTest::keepsToTheTlsThatFitsTheHost()
{
    show();
    QTest::mouseClick(find<QAbstractButton>(u"serverCard"_s), Qt::LeftButton);
    auto *mode = find<QComboBox>(u"tlsComboBox"_s);
    QCOMPARE(mode->currentData().toString(), u"verify-full"_s);
    type(u"hostEdit"_s, u"localhost"_s);
    QCOMPARE(mode->currentData().toString(), u"prefer"_s);
    type(u"hostEdit"_s, u"db.example.org"_s);
    QCOMPARE(mode->currentData().toString(), u"verify-full"_s);
    QTest::keyClick(mode, Qt::Key_End); // a person's choice stays, and what it means is said
    QCOMPARE(mode->currentData().toString(), u"disable"_s);
    QVERIFY(!find<QLabel>(u"sslmodeMessageLabel"_s)->text().isEmpty());
    QVERIFY(!find<QLineEdit>(u"authorityEdit"_s)->isEnabled());
    type(u"hostEdit"_s, u"other.example.org"_s);
    QCOMPARE(mode->currentData().toString(), u"disable"_s);
}

void SignInWindowTest::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QString>("edit");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("focus");
    QTest::addColumn<QString>("button");
    QTest::newRow("password") << u"passwordEdit"_s << u"mistyped-word"_s << u"passwordEdit"_s << QString();
    QTest::newRow("no password") << u"passwordEdit"_s << QString() << u"passwordEdit"_s << QString();
    QTest::newRow("user") << u"userEdit"_s << u"nobody"_s << u"passwordEdit"_s << QString();
    QTest::newRow("database") << u"databaseEdit"_s << u"nowhere"_s << u"databaseEdit"_s << QString();
    QTest::newRow("host") << u"hostEdit"_s << u"no-such-host.invalid"_s << u"hostEdit"_s << QString();
    QTest::newRow("certificate") << u"hostEdit"_s << u"127.0.0.1"_s << u"hostEdit"_s << QString();
    QTest::newRow("authority") << u"authorityEdit"_s << m_server.otherAuthorityFile() << u"authorityEdit"_s
                               << u"Choose a file …"_s;
}

void SignInWindowTest::saysWhatIsWrongAndWhere()
{
    QFETCH(QString, edit);
    QFETCH(QString, value);
    show();
    fillIn();
    type(edit, value);
    press(u"openButton"_s);
    QTRY_VERIFY(!message().isEmpty());
    QFETCH(QString, focus);
    QTRY_COMPARE(m_window->focusWidget()->objectName(), focus);
    QTEST(find<QPushButton>(u"bannerButton"_s)->text(), "button");
    QCOMPARE(m_opened->size(), 0);
}

void SignInWindowTest::offersToUpdateAnOlderBook()
{
    const QString old = m_server.makeBook();
    {
        const auto connection = Connection::open(m_server.ownerSettings(old));
        VERIFY_RESULT(connection);
        VERIFY_RESULT(Migrator(**connection).down(1));
    }
    m_server.sql(u"ALTER ROLE owner SUPERUSER"_s);
    show();
    fillIn(u"owner"_s);
    type(u"databaseEdit"_s, old);
    press(u"openButton"_s);
    QTRY_COMPARE(find<QPushButton>(u"bannerButton"_s)->text(), u"Update the book …"_s);
    m_dialogs.confirms = true;
    press(u"bannerButton"_s);
    QVERIFY2(m_dialogs.questions.value(0).contains(old), qPrintable(m_dialogs.questions.value(0)));
    QTRY_COMPARE_WITH_TIMEOUT(m_opened->size(), 1, 20'000);
}

void SignInWindowTest::opensARecentOneWithTheKeptPassword()
{
    m_recent->remember(profile());
    m_recent->remember(ConnectionProfile::ofWorkspace(u"mine"_s));
    m_vault->passwords.insert(profile().key(), secret);
    show(Purpose::Switch);
    auto *list = find<QListView>(u"recentEntries"_s);
    QCOMPARE(list->model()->rowCount(), 2);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_VERIFY(find<QAbstractButton>(u"serverCard"_s)->isChecked());
    QCOMPARE(find<QLineEdit>(u"userEdit"_s)->text(), u"ana"_s);
    QTRY_VERIFY(!find<QLineEdit>(u"passwordEdit"_s)->placeholderText().isEmpty());
    QVERIFY(find<QLineEdit>(u"passwordEdit"_s)->text().isEmpty()); // nobody who looks on can have it shown
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(m_opened->size(), 1);
    QCOMPARE(m_passwords, QStringList{secret});
    QCOMPARE(m_recent->list().front(), profile());
}

void SignInWindowTest::givesAKeptPasswordToNobodyElse()
{
    m_vault->passwords.insert(profile().key(), secret);
    make();
    m_window->showProfile(profile());
    QTRY_VERIFY(m_window->isSettled());
    m_window->show();
    type(u"hostEdit"_s, u"127.0.0.1"_s);
    QVERIFY(find<QLineEdit>(u"passwordEdit"_s)->placeholderText().isEmpty());
    press(u"openButton"_s);
    QTRY_COMPARE(m_passwords, QStringList{QString()});
}

void SignInWindowTest::forgetsAKeptPasswordThatIsWrong()
{
    m_vault->passwords.insert(profile().key(), u"old-word"_s);
    make();
    m_window->openDirectly(profile());
    QTRY_COMPARE(m_attention->size(), 1);
    QCOMPARE(m_passwords, QStringList{u"old-word"_s});
    m_window->show();
    type(u"passwordEdit"_s, secret);
    press(u"openButton"_s);
    QTRY_COMPARE(m_opened->size(), 1);
    QCOMPARE(m_vault->passwords.value(profile().key()), secret);
}

void SignInWindowTest::removesARecentOne()
{
    m_recent->remember(profile());
    m_recent->setOpensNext(profile().key());
    m_vault->passwords.insert(profile().key(), secret);
    show(Purpose::Switch);
    auto *list = find<QListView>(u"recentEntries"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_VERIFY(find<QPushButton>(u"removeButton"_s)->isEnabled());
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_VERIFY(m_vault->passwords.isEmpty());
    QVERIFY(m_recent->list().empty());
    QVERIFY(!m_recent->opensNext());
    QVERIFY(!find<QWidget>(u"recentList"_s)->isVisible());
}

void SignInWindowTest::asksEachTimeWithoutAKeychain()
{
    m_vault->isThere = false;
    show();
    fillIn();
    QTRY_VERIFY(find<QLabel>(u"passwordMessageLabel"_s)->text().contains("no keychain"_L1));
    QVERIFY(!find<QCheckBox>(u"keepCheckBox"_s)->isVisible());
    press(u"openButton"_s);
    QTRY_COMPARE(m_opened->size(), 1);
    QVERIFY(!written().contains(secret.toUtf8()));
    QTRY_VERIFY(!m_window);

    make(); // the next start
    m_window->openDirectly(*m_recent->opensNext());
    QTRY_COMPARE(m_attention->size(), 1);
    QVERIFY2(message().contains("ana"_L1), qPrintable(message()));
}

void SignInWindowTest::doesNotKeepWhatOneDoesNotWantKept()
{
    m_vault->passwords.insert(profile().key(), secret);
    show();
    fillIn();
    QTRY_VERIFY(find<QCheckBox>(u"keepCheckBox"_s)->isVisible());
    find<QCheckBox>(u"keepCheckBox"_s)->setChecked(false);
    find<QCheckBox>(u"opensNextCheckBox"_s)->setChecked(false);
    press(u"openButton"_s);
    QTRY_COMPARE(m_opened->size(), 1);
    QTRY_VERIFY(m_vault->passwords.isEmpty());
    QVERIFY(!m_recent->opensNext());
    QCOMPARE(m_recent->list().size(), 1);
}

void SignInWindowTest::tellsThatThePasswordWasNotKept()
{
    m_vault->takesPasswords = false;
    QSignalSpy notKept(m_memory.get(), &SignInMemory::passwordNotKept);
    show();
    fillIn();
    press(u"openButton"_s);
    QTRY_COMPARE(m_opened->size(), 1);
    QTRY_COMPARE(notKept.size(), 1);
}

void SignInWindowTest::opensTheNextOneUnseen()
{
    m_vault->passwords.insert(profile().key(), secret);
    make();
    m_window->openDirectly(profile());
    QTRY_COMPARE(m_opened->size(), 1);
    QCOMPARE(m_attention->size(), 0);
    QCOMPARE(m_passwords, QStringList{secret});
}

void SignInWindowTest::comesUpWhenThePasswordIsNeeded()
{
    make();
    m_window->openDirectly(profile());
    QTRY_COMPARE(m_attention->size(), 1);
    m_window->show();
    QVERIFY2(message().contains("ana"_L1), qPrintable(message()));
    QTRY_COMPARE(m_window->focusWidget(), find<QLineEdit>(u"passwordEdit"_s));
    QTest::keyClicks(m_window->focusWidget(), secret);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_opened->size(), 1);
}

void SignInWindowTest::doesNotWaitForASilentKeychain()
{
    m_vault->answers = false;
    make();
    m_window->openDirectly(profile());
    QTRY_COMPARE(m_attention->size(), 1);
    QVERIFY(m_passwords.isEmpty());
    m_window->show();
    type(u"passwordEdit"_s, secret);
    press(u"openButton"_s);
    QTRY_COMPARE(m_opened->size(), 1);
}

void SignInWindowTest::remembersNothingOfTheCommandLine()
{
    make();
    m_window->openDirectly(profile(), secret, false);
    QTRY_COMPARE(m_opened->size(), 1);
    QVERIFY(m_recent->list().empty());
    QVERIFY(m_vault->passwords.isEmpty());
}

void SignInWindowTest::fillsAWorkspaceToTry()
{
    show();
    QVERIFY(!find<QPushButton>(u"sampleButton"_s)->isVisible()); // where nobody can make one
    delete m_window;
    QPromise<Result<void>> promise;
    promise.start();
    QStringList made;
    m_fills = [&](const ConnectionProfile &profile) {
        made += profile.workspace;
        return promise.future();
    };
    show();
    QVERIFY(find<QPushButton>(u"sampleButton"_s)->isVisible());
    press(u"sampleButton"_s);
    QCOMPARE(made, QStringList(u"sample"_s));
    auto *bar = m_window->overlay()->findChild<QProgressBar *>();
    promise.setProgressRange(0, 4'000);
    promise.setProgressValue(1'000);
    QTRY_COMPARE(bar->value() * 4, bar->maximum());
    promise.addResult(Result<void>());
    promise.finish();
    QTRY_COMPARE(m_opened->size(), 1);
    QCOMPARE(m_recent->list().front(), ConnectionProfile::ofWorkspace(u"sample"_s));
}

void SignInWindowTest::stopsFillingWhenCancelled()
{
    QPromise<Result<void>> promise;
    promise.start();
    m_fills = [&](const ConnectionProfile &) { return promise.future(); };
    show();
    press(u"sampleButton"_s);
    QTRY_VERIFY(m_window->overlay()->isRunning());
    emit m_window->overlay()->cancelRequested();
    QVERIFY(!m_window->overlay()->isRunning());
    QCOMPARE(m_cancelled, 1);
    promise.addResult(failure(ErrorCode::Cancelled, u"Cancelled."_s));
    promise.finish();
    QTRY_VERIFY(m_window->isSettled());
    QCOMPARE(m_opened->size(), 0);
    QVERIFY(m_window->banner()->text().isEmpty());
    QVERIFY(m_recent->list().empty());
}

void SignInWindowTest::canBeCalledOff()
{
    QPromise<Result<void>> promise;
    promise.start();
    m_opens = [&](const ConnectionProfile &, const QString &) { return promise.future(); };
    show();
    press(u"openButton"_s);
    QTRY_VERIFY(m_window->overlay()->isRunning());
    emit m_window->overlay()->cancelRequested();
    QVERIFY(!m_window->overlay()->isRunning());
    QCOMPARE(m_cancelled, 1);
    promise.addResult(Result<void>());
    promise.finish();
    QTRY_VERIFY(m_window->isSettled());
    QCOMPARE(m_opened->size(), 0);
    QVERIFY(m_recent->list().empty());
}

} // namespace seatledger

QTEST_MAIN(seatledger::SignInWindowTest)
#include "signinwindowtest.moc"
