// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/book.h"
#include "tests/support/patience.h"
#include "tests/ui/book/scripteddialogs.h"
#include "ui/book/bookaccess.h"
#include "ui/common/widgets/banner.h"
#include "ui/members/memberdialog.h"
#include "ui/members/memberspage.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

/// The server goes away under an open window and comes back: nothing that was typed is lost.
class LostConnectionTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_office = std::make_unique<Office>();
        m_office->book.member(u"Ana Sousa"_s);
        m_window = m_office->makeWindow();
        m_window->show();
        QTRY_COMPARE(rows(), 1);
        QTRY_COMPARE(m_office->watch.state(), ConnectionWatch::State::Online);
    }
    void cleanup()
    {
        QVERIFY(server().start()); // also after a failure: the database goes with the office
        m_window.reset();
        m_office.reset();
    }

    void keepsWhatIsHalfTyped()
    {
        MemberDialog *dialog = beginNewMember();
        VERIFY_RESULT(server().stop());
        QTRY_VERIFY(banner(m_window.get(), u"windowBanner"_s)->isVisible());
        QTRY_VERIFY(banner(dialog, u"hindranceBanner"_s)->isVisible());
        auto *save = dialog->findChild<QPushButton *>(u"saveButton"_s);
        QVERIFY(!save->isEnabled());
        type(dialog, u"emailEdit"_s, u"dora@example.org"_s); // one may go on typing
        save->click();
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(dialog->isVisible());

        VERIFY_RESULT(server().start());
        emit m_window->retryRequested();
        QTRY_VERIFY(save->isEnabled());
        QVERIFY(!banner(dialog, u"hindranceBanner"_s)->isVisible());
        QVERIFY(!banner(m_window.get(), u"windowBanner"_s)->isVisible());
        QCOMPARE(dialog->findChild<QLineEdit *>(u"nameEdit"_s)->text(), u"Dora Novak"_s);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(rows(), 2);
    }

    void saysWhyWhatWasOnItsWayFailed()
    {
        MemberDialog *dialog = beginNewMember();
        type(dialog, u"emailEdit"_s, u"dora@example.org"_s);
        // in the middle of saving: the row that it waits for is held until the server goes
        const auto other = m_office->database.connect();
        VERIFY_RESULT(other->execScript(u"BEGIN; LOCK TABLE seatledger.member"_s));
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"saveButton"_s), Qt::LeftButton);
        QTest::qWait(100);
        VERIFY_RESULT(server().stop());
        QTRY_VERIFY(banner(dialog, u"banner"_s)->isVisible());
        QCOMPARE(dialog->findChild<QLineEdit *>(u"nameEdit"_s)->text(), u"Dora Novak"_s);
        VERIFY_RESULT(server().start());
        emit m_window->retryRequested();
        auto *save = dialog->findChild<QPushButton *>(u"saveButton"_s);
        QTRY_VERIFY(save->isEnabled());
        QVERIFY(!banner(dialog, u"banner"_s)->isVisible()); // it is true no more
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(rows(), 2);
    }

    void countsDownAndTriesAtOnceWhenAsked()
    {
        VERIFY_RESULT(server().stop());
        // each pause is twice as long as the one before
        QTRY_VERIFY_WITH_TIMEOUT(m_office->watch.secondsToNextTry() > 4, 20'000);
        const Banner *strip = banner(m_window.get(), u"windowBanner"_s);
        const int before = secondsShown(strip);
        QVERIFY(before > 4);
        QVERIFY(strip->text().contains(nextTryText(before)));
        QTRY_COMPARE(secondsShown(strip), before - 1);
        QTRY_COMPARE(secondsShown(strip), before - 2);

        VERIFY_RESULT(server().start());
        VERIFY_RESULT(
            m_office->database.connect()->execScript(u"INSERT INTO seatledger.member (number, name, email) "
                                                     "VALUES ('E1', 'Else Where', 'else@example.org')"_s));
        QSignalSpy restored(&m_office->watch, &ConnectionWatch::restored);
        auto *now = strip->findChild<QPushButton *>(u"bannerButton"_s);
        QVERIFY(now->isVisible());
        now->click();
        QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, 2'000);
        QVERIFY(!strip->isVisible());
        QTRY_COMPARE(rows(), 2); // what changed meanwhile is shown
    }

private:
    struct Office {
        TestCluster cluster{TestCluster::Durability::Fast};
        TestDatabase database{TestDatabase::Content::Schema, cluster};
        Book book{database};
        Services services;
        Executor executor{database.settings(), Actor{u"tester"_s, OperationSource::Window}};
        NotificationListener listener{database.settings()};
        ConnectionWatch watch{listener};
        BookDay day{executor, services};
        ScriptedDialogs dialogs;

        std::unique_ptr<MainWindow> makeWindow()
        {
            const BookAccess access{
                .executor = executor, .services = services, .day = &day, .connection = &watch};
            PageRegistry pages;
            pages.push_back(
                {u"members"_s, u"users"_s, [] { return u"Members"_s; },
                 [this, access](QWidget *parent) { return new MembersPage(access, dialogs, parent); }});
            auto window = std::make_unique<MainWindow>(std::move(pages));
            window->follow(watch);
            connect(&listener, &NotificationListener::changed, window.get(), &MainWindow::takeChange);
            listener.start();
            return window;
        }
    };

    Workspace &server() { return m_office->cluster.workspace(); }
    int rows() const
    {
        return qobject_cast<PagedTableView *>(m_window->currentPage()->mainView())->model()->rowCount();
    }
    static Banner *banner(QWidget *where, const QString &name) { return where->findChild<Banner *>(name); }
    static int secondsShown(const Banner *strip)
    {
        static const QRegularExpression number(u"(\\d+) s\\."_s);
        return number.match(strip->text()).captured(1).toInt();
    }
    static void type(QWidget *dialog, const QString &edit, const QString &text)
    {
        QTest::keyClicks(dialog->findChild<QLineEdit *>(edit), text);
    }
    MemberDialog *beginNewMember()
    {
        m_window->currentPage()->findChild<QAction *>(u"newAction"_s)->trigger();
        auto *dialog = qobject_cast<MemberDialog *>(m_office->dialogs.opened);
        type(dialog, u"nameEdit"_s, u"Dora Novak"_s);
        type(dialog, u"numberEdit"_s, u"D1"_s);
        return dialog;
    }

    std::unique_ptr<Office> m_office;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace seatledger

QTEST_MAIN(seatledger::LostConnectionTest)
#include "lostconnectiontest.moc"
