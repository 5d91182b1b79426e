// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"
#include "tests/desktop/screen.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace seatledger {

/// The built window on a screen with a window manager, used by keyboard and pointer from its start to its
/// end; what came of it is asked of the book by the command. A picture of each session's end is left in the
/// folder `sessions` beside the programs.
class SessionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void addsAMember();
    void takesBackWhatWasDone();
    void findsSomebodyAndChangesThem();
    void givesSeatsToSomebody();
    void recordsThatSomebodyLeaves();
    void exportsWhatIsShown();
    void importsAFile();
    void readsTheManualBesideAnOpenDialog();
    void speaksChineseWithoutARestart();
    void beginsWhereItEnded();

private:
    /// Starts the window and waits for its first page.
    void open(const QString &title);
    void close();
    /// Goes to a page by its shortcut and waits for it.
    void go(const QString &keys, const QString &title) const;
    /// On the page of members, searches for somebody and selects them.
    void findMember(const QString &name) const;
    /// Answers the dialog of this title that asks for a file.
    void typeInto(const QString &title, const QString &path) const;
    [[nodiscard]] QJsonObject member(const QString &number) const;
    [[nodiscard]] qint64 seatsOf(const QString &number) const;
    [[nodiscard]] static QString field(const QJsonObject &object, const QString &name)
    {
        return object.value(name).toString();
    }

    CtlRunner m_ctl;
    QTemporaryDir m_home;
    std::unique_ptr<Screen> m_screen;
    QProcess m_window;
};

void SessionsTest::initTestCase()
{
    const auto ctl = [this](const QString &line) {
        const CtlRun run = m_ctl.run(line.split(u' '));
        QVERIFY2(run.exitCode == 0, run.err.constData());
    };
    ctl(u"workspace start"_s);
    ctl(u"sample --members 60 --licenses 20 --assignments 300 --seed 7"_s);
    ctl(u"member add --number T1 --name Tilda --email tilda@example.org"_s);
    ctl(u"member add --number T2 --name Tore --email tore@example.org"_s);
    ctl(u"license add --name Lantern --vendor Lumen"_s);
    ctl(u"entitlement add Lantern --seats 5 --from-day 2026-01-01"_s);
    QDir().mkpath(QCoreApplication::applicationDirPath() + u"/sessions"_s);
    m_screen = std::make_unique<Screen>();
    QProcessEnvironment &environment = m_screen->environment();
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path() + u"/config"_s);
    environment.insert(u"SEATLEDGER_HOME"_s, m_ctl.home());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"LANGUAGE"_s, u"en"_s);
}

void SessionsTest::cleanupTestCase()
{
    m_screen.reset();
}

void SessionsTest::init()
{
    m_screen->forgive();
    open(u"– Seatledger"_s);
}

void SessionsTest::cleanup()
{
    m_screen->shoot(u"%1/sessions/%2.png"_s.arg(QCoreApplication::applicationDirPath(),
                                                QString::fromLatin1(QTest::currentTestFunction())));
    close();
}

void SessionsTest::open(const QString &title)
{
    m_screen->start(m_window, QStringLiteral(SEATLEDGER_PROGRAM), {u"--workspace"_s, u"default"_s});
    m_screen->await(title);
}

void SessionsTest::close()
{
    if (m_window.state() == QProcess::NotRunning)
        return;
    // what is still open is closed first: a dialog, the manual
    for (int tries = 0; tries < 4 && m_window.state() != QProcess::NotRunning; ++tries) {
        m_screen->press({u"Escape"_s, u"ctrl+q"_s});
        m_window.waitForFinished(3'000);
    }
    Screen::end(m_window);
}

void SessionsTest::go(const QString &keys, const QString &title) const
{
    m_screen->press({keys});
    m_screen->await(title);
}

QJsonObject SessionsTest::member(const QString &number) const
{
    return m_ctl.json({u"member"_s, u"show"_s, number}).object();
}

qint64 SessionsTest::seatsOf(const QString &number) const
{
    return m_ctl.json({u"assignment"_s, u"list"_s, u"--member"_s, number}).array().size();
}

void SessionsTest::addsAMember()
{
    go(u"ctrl+2"_s, u"Members – Seatledger"_s);
    go(u"ctrl+n"_s, u"New member"_s);
    m_screen->type(u"Nadia Newcomer"_s);
    m_screen->press({u"Tab"_s});
    m_screen->type(u"N100"_s);
    m_screen->press({u"Tab"_s});
    m_screen->type(u"nadia@example.org"_s);
    m_screen->press({u"ctrl+Return"_s});
    m_screen->await(u"Members – Seatledger"_s);
    QTRY_COMPARE_WITH_TIMEOUT(field(member(u"N100"_s), u"email"_s), u"nadia@example.org"_s, Screen::patience);
}

void SessionsTest::takesBackWhatWasDone()
{
    QCOMPARE(field(member(u"N100"_s), u"number"_s), u"N100"_s);
    m_screen->press({u"ctrl+z"_s});
    m_screen->await(u"Undo this operation?"_s);
    QTest::qWait(1500); // it says first what it changes; its button is off until then
    m_screen->press({u"ctrl+Return"_s});
    m_screen->await(u"– Seatledger"_s);
    QTRY_VERIFY_WITH_TIMEOUT(member(u"N100"_s).isEmpty(), Screen::patience);
}

void SessionsTest::findsSomebodyAndChangesThem()
{
    findMember(u"Tilda"_s);
    go(u"alt+Return"_s, u"Edit member"_s);
    m_screen->press({u"ctrl+a"_s});
    m_screen->type(u"Tilda Tester"_s);
    m_screen->press({u"ctrl+Return"_s});
    QTRY_COMPARE_WITH_TIMEOUT(field(member(u"T1"_s), u"name"_s), u"Tilda Tester"_s, Screen::patience);
}

void SessionsTest::givesSeatsToSomebody()
{
    findMember(u"Tilda"_s);
    go(u"ctrl+plus"_s, u"Assign seats"_s);
    m_screen->type(u"Lantern"_s);
    QTest::qWait(1500); // what is found is offered a moment after the last key
    m_screen->press({u"Return"_s});
    QTest::qWait(1500); // its button is off until there is a plan
    m_screen->press({u"ctrl+Return"_s});
    QTRY_COMPARE_WITH_TIMEOUT(seatsOf(u"T1"_s), 1, Screen::patience);
}

void SessionsTest::recordsThatSomebodyLeaves()
{
    QCOMPARE(seatsOf(u"T1"_s), 1);
    findMember(u"Tilda"_s);
    go(u"Delete"_s, u"leaves"_s);
    QTest::qWait(1500); // its button is off until it knows what ends
    m_screen->press({u"ctrl+Return"_s});
    QTRY_COMPARE_WITH_TIMEOUT(field(member(u"T1"_s), u"status"_s), u"departed"_s, Screen::patience);
}

void SessionsTest::exportsWhatIsShown()
{
    const QString path = m_home.filePath(u"members.csv"_s);
    findMember(u"Tore"_s);
    go(u"ctrl+e"_s, u"Export"_s);
    m_screen->press({u"ctrl+Return"_s});
    typeInto(u"Export"_s, path);
    QFile file(path);
    QTRY_VERIFY_WITH_TIMEOUT(file.exists() && file.size() > 0, Screen::patience);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QCOMPARE(text.trimmed().count(u'\n'), 1);
    QVERIFY(text.contains(u"tore@example.org"_s));
}

void SessionsTest::importsAFile()
{
    const QString path = m_home.filePath(u"new.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("number,name,email\nI1,Ines,ines@example.org\nI2,Ivo,ivo@example.org\n");
    file.close();
    go(u"ctrl+2"_s, u"Members – Seatledger"_s);
    go(u"ctrl+i"_s, u"Import"_s);
    m_screen->press({u"Tab"_s, u"space"_s}); // Choose file
    typeInto(u"File to import"_s, path);
    m_screen->await(u"Import"_s);
    for (int step = 0; step < 3; ++step) { // columns, test run, the run
        QTest::qWait(2000);
        m_screen->press({u"ctrl+Return"_s});
    }
    QTRY_COMPARE_WITH_TIMEOUT(field(member(u"I2"_s), u"name"_s), u"Ivo"_s, Screen::patience);
}

void SessionsTest::readsTheManualBesideAnOpenDialog()
{
    go(u"ctrl+2"_s, u"Members – Seatledger"_s);
    go(u"ctrl+n"_s, u"New member"_s);
    m_screen->type(u"Half"_s);
    go(u"F1"_s, u"Manual of Seatledger"_s);
    go(u"Escape"_s, u"New member"_s);
    m_screen->type(u" Typed"_s);
    m_screen->press({u"Tab"_s});
    m_screen->type(u"H1"_s);
    m_screen->press({u"Tab"_s});
    m_screen->type(u"half@example.org"_s);
    m_screen->press({u"ctrl+Return"_s});
    QTRY_COMPARE_WITH_TIMEOUT(field(member(u"H1"_s), u"name"_s), u"Half Typed"_s, Screen::patience);
}

void SessionsTest::speaksChineseWithoutARestart()
{
    go(u"ctrl+comma"_s, u"Settings – Seatledger"_s);
    m_screen->press({u"Tab"_s, u"Tab"_s, u"End"_s});
    m_screen->await(u"设置"_s);
    m_screen->press({u"Home"_s, u"Down"_s});
    m_screen->await(u"Settings – Seatledger"_s);
}

void SessionsTest::beginsWhereItEnded()
{
    go(u"ctrl+3"_s, u"Licences – Seatledger"_s);
    m_screen->press({u"ctrl+q"_s});
    QVERIFY(m_window.waitForFinished(Screen::patience));
    QCOMPARE(m_window.exitCode(), 0);
    open(u"Licences – Seatledger"_s);
}

void SessionsTest::findMember(const QString &name) const
{
    go(u"ctrl+2"_s, u"Members – Seatledger"_s);
    m_screen->press({u"ctrl+f"_s, u"ctrl+a"_s});
    m_screen->type(name);
    QTest::qWait(1500); // it searches a moment after the last key
    m_screen->press({u"Down"_s, u"Down"_s});
}

void SessionsTest::typeInto(const QString &title, const QString &path) const
{
    QTest::qWait(1500); // its title may be that of what it was asked from
    m_screen->await(title);
    m_screen->press({u"ctrl+a"_s});
    m_screen->type(path);
    m_screen->press({u"Return"_s});
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::SessionsTest)
#include "sessionstest.moc"
