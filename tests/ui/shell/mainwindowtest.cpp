// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "tests/support/patience.h"
#include "tests/ui/support/demopage.h"
#include "ui/common/permits.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/toastbar.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

namespace seatledger {

using namespace fake;
using namespace Qt::StringLiterals;

class MainWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_made.clear();
        PageRegistry pages;
        for (const QString &id : {u"members"_s, u"licenses"_s}) {
            pages.push_back({id, u"users"_s, [id] { return id; },
                             [this, id](QWidget *parent) {
                                 m_made += id;
                                 return new DemoPage(parent, 500);
                             }});
        }
        m_window = std::make_unique<MainWindow>(std::move(pages));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void makesPagesWhenTheyAreFirstShown()
    {
        QCOMPARE(m_made, QStringList{u"members"_s});
        m_window->showPage(u"licenses"_s);
        m_window->showPage(u"members"_s);
        m_window->showPage(u"licenses"_s);
        QCOMPARE(m_made, (QStringList{u"members"_s, u"licenses"_s}));
        m_window->showPage(u"nonsense"_s);
        QCOMPARE(m_window->currentPageId(), u"licenses"_s);
    }

    void goesToPagesByKeyboard()
    {
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(m_window->currentPageId(), u"licenses"_s);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(m_window->currentPageId(), u"members"_s);
    }

    void goesBackToAPageThatWasLeftWhileItFilled()
    {
        auto *back = m_window->findChild<QAbstractButton *>(u"backToolButton"_s);
        m_window->showPage(u"licenses"_s);
        page()->whereabouts = u"all"_s;
        emit page() -> placeChanged(); // rows come before the window has noted where it is
        QCoreApplication::processEvents();
        page()->whereabouts = u"few"_s;
        m_window->showPage(u"members"_s);
        QCoreApplication::processEvents();
        back->click();
        QCOMPARE(m_window->currentPageId(), u"licenses"_s);
        QCOMPARE(page()->whereabouts, u"few"_s);
        back->click();
        QCOMPARE(m_window->currentPageId(), u"licenses"_s);
        QCOMPARE(page()->whereabouts, u"all"_s);
    }

    void searchesFromTheHeaderAndKeepsItPerPage()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *search = m_window->findChild<SearchField *>(u"searchEdit"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"nothing"_s);
        QTRY_COMPARE(page()->view()->model()->rowCount(), 0);
        m_window->showPage(u"licenses"_s);
        QCOMPARE(search->text(), QString());
        m_window->showPage(u"members"_s);
        QCOMPARE(search->text(), u"nothing"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_COMPARE(page()->view()->model()->rowCount(), 500);
        QTest::keyClick(search, Qt::Key_Down);
        QTRY_VERIFY(page()->view()->hasFocus());
    }

    void tellsTheCount()
    {
        QTRY_COMPARE(m_window->findChild<QLabel *>(u"pageCountLabel"_s)->text(), u"500"_s);
    }

    void tellsPagesOfChanges()
    {
        m_window->takeChange({u"member"_s, {1}});
        QCOMPARE(page()->changes, 1);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(page()->changes, 2);
    }

    void undoesWhatTheToastOffers()
    {
        int undone = 0;
        emit page() -> toastRequested({u"2 seats were assigned."_s, u"Undo"_s, [&] { ++undone; }});
        QCOMPARE(m_window->toastBar()->text(), u"2 seats were assigned."_s);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(undone, 1);
        QCOMPARE(m_window->toastBar()->text(), QString());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTest::qWait(10);
        QCOMPARE(undone, 1);
    }

    void keepsWhatMustNotBeMissed()
    {
        int opened = 0;
        m_window->showToast(
            {.text = u"It is still there."_s, .actionText = u"Open"_s, .action = [&] { ++opened; }});
        m_window->toastBar()->hold();
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier); // means what was done, and not this
        QTest::qWait(10);
        QCOMPARE(opened, 0);
        QCOMPARE(m_window->toastBar()->text(), u"It is still there."_s);
        m_window->showToast({.text = u"Saved."_s}); // comes and goes
        QCOMPARE(m_window->toastBar()->text(), u"Saved."_s);
        m_window->toastBar()->dismiss();
        QCOMPARE(m_window->toastBar()->text(), u"It is still there."_s);
        m_window->toastBar()->findChild<QPushButton *>(u"toastActionButton"_s)->click();
        QCOMPARE(opened, 1);
        QVERIFY(m_window->toastBar()->text().isEmpty());
    }

    void saysThatThereIsNoConnection()
    {
        auto *banner = m_window->findChild<QWidget *>(u"windowBanner"_s);
        m_window->setStatus({u"default"_s, u"ana"_s, ShellStatus::Connection::Offline});
        QVERIFY(banner->isVisible());
        m_window->setStatus({u"default"_s, u"ana"_s, ShellStatus::Connection::Online});
        QVERIFY(!banner->isVisible());
    }

    void listsTheShortcutsOfThePageInSight()
    {
        page()->addAction(page()->headerActions()[1]);
        QTest::keyClick(m_window.get(), Qt::Key_F1, Qt::ControlModifier);
        auto *dialog = m_window->findChild<ShortcutsDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        QCOMPARE(listed(dialog), everyShortcut());
        QVERIFY(listed(dialog).contains(u"Add licence"_s));
        QVERIFY(listed(dialog).contains(u"Keyboard shortcuts"_s));
        auto *search = dialog->findChild<SearchField *>();
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"quit"_s);
        QTRY_COMPARE(listed(dialog), QStringList{u"Quit"_s});
        QTest::keyClick(search, Qt::Key_Escape); // shows all again
        QTRY_COMPARE(listed(dialog), everyShortcut());
        QTest::keyClick(search, Qt::Key_Escape);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<ShortcutsDialog *>());
    }

    void opensTheShortcutsFromTheLowerEdge()
    {
        auto *button = m_window->findChild<QToolButton *>(u"helpToolButton"_s);
        button->click();
        auto *menu = button->findChild<QMenu *>();
        QVERIFY(menu->isVisible());
        menu->actions().back()->trigger();
        menu->close();
        QVERIFY(m_window->findChild<ShortcutsDialog *>());
    }

    void opensAnotherPageWithASearch()
    {
        emit page() -> pageRequested(u"licenses"_s, u"nothing"_s);
        QCOMPARE(m_window->currentPageId(), u"licenses"_s);
        QTRY_COMPARE(page()->view()->model()->rowCount(), 0);
    }

    void showsPagesThatAreNotPermittedButOff()
    {
        Permits permits(staffWith({}));
        m_window = makeWindow(permits);
        QCOMPARE(m_window->currentPageId(), u"members"_s);
        const QAbstractButton *audit = pageButton(u"audit"_s);
        QVERIFY(audit->isVisible() && !audit->isEnabled());
        QCOMPARE(audit->toolTip(), u"Read the audit: not permitted to the role staff."_s);
        m_window->showPage(u"audit"_s);
        QCOMPARE(m_window->currentPageId(), u"members"_s);
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(m_window->toastBar()->text(), audit->toolTip());
        QCOMPARE(m_window->toastBar()->kind(), Toast::Kind::Told);
    }

    void doesAgainByEitherKey()
    {
        const QSignalSpy asked(m_window.get(), &MainWindow::redoRequested);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(asked.count(), 2);
    }

    void followsWhatIsPermitted()
    {
        Permits permits(staffWith({}));
        m_window = makeWindow(permits);
        permits.setAccess(auditor());
        QVERIFY(!pageButton(u"members"_s)->isEnabled());
        QCOMPARE(m_window->currentPageId(), u"audit"_s);
        QCOMPARE(m_window->pages().size(), 2U);
        permits.setAccess(staffWith({}));
        QCOMPARE(m_window->currentPageId(), u"members"_s);
        QVERIFY(pageButton(u"members"_s)->toolTip().contains(u"Ctrl+1"_s));
    }

    void saysSoWhereNoPageIsPermitted()
    {
        Permits permits(Access({.login = u"ana"_s, .subject = {.role = Role::Member}}));
        PageRegistry pages;
        pages.push_back({u"audit"_s,
                         u"users"_s,
                         [] { return u"audit"_s; },
                         [](QWidget *parent) { return new DemoPage(parent, 5); },
                         {Action::ReadAudit}});
        m_window = std::make_unique<MainWindow>(std::move(pages), &permits);
        m_window->show();
        QVERIFY(m_window->findChild<QWidget *>(u"noPage"_s)->isVisible());
        QVERIFY(m_window->currentPageId().isEmpty());
        permits.setAccess(auditor());
        QCOMPARE(m_window->currentPageId(), u"audit"_s);
        QVERIFY(!m_window->findChild<QWidget *>(u"noPage"_s)->isVisible());
    }

    void saysWhoIsSignedInAndAsWhat()
    {
        m_window->setStatus({.place = u"default"_s,
                             .person = u"Ana Sousa"_s,
                             .connection = ShellStatus::Connection::Online,
                             .role = u"Manager"_s,
                             .roleHint = u"Reads."_s});
        const auto *person = m_window->findChild<QLabel *>(u"personLabel"_s);
        QCOMPARE(person->text(), u"Ana Sousa · Manager"_s);
        QCOMPARE(person->toolTip(), u"Reads."_s);
    }

    void namesEverythingThatTakesTheKeyboard()
    {
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            const bool named = !widget->accessibleName().isEmpty() || !widget->objectName().isEmpty();
            QVERIFY2(named, widget->metaObject()->className());
        }
    }

private:
    static Access staffWith(std::vector<Right> rights)
    {
        return Access({.login = u"ana"_s, .subject = {.role = Role::Staff, .rights = std::move(rights)}});
    }
    static Access auditor() { return Access({.login = u"ana"_s, .subject = {.role = Role::Auditor}}); }

    static std::unique_ptr<MainWindow> makeWindow(const Permits &permits)
    {
        const auto make = [](QWidget *parent) { return new DemoPage(parent, 5); };
        PageRegistry pages;
        pages.push_back({u"members"_s, u"users"_s, [] { return u"Members"_s; }, make, {Action::ViewMembers}});
        pages.push_back({u"audit"_s, u"history"_s, [] { return u"Audit"_s; }, make, {Action::ReadAudit}});
        auto window = std::make_unique<MainWindow>(std::move(pages), &permits);
        window->show();
        [&] { QVERIFY(QTest::qWaitForWindowActive(window.get())); }();
        return window;
    }
    QAbstractButton *pageButton(const QString &id) const
    {
        return m_window->findChild<QAbstractButton *>(id + u"NavigationButton"_s);
    }
    /// What the actions say, the page's before the window's.
    QStringList everyShortcut() const
    {
        QStringList texts;
        for (QWidget *place : std::initializer_list<QWidget *>{page(), m_window.get()}) {
            for (const QAction *action : place->actions()) {
                if (!action->shortcuts().isEmpty())
                    texts += action->text();
            }
        }
        return texts;
    }
    static QStringList listed(QWidget *dialog)
    {
        QStringList texts;
        for (const auto *list : dialog->findChildren<EntryList *>()) {
            for (int row = 0; row < list->count(); ++row)
                texts += list->model()->index(row, 0).data().toString();
        }
        return texts;
    }
    DemoPage *page() const { return dynamic_cast<DemoPage *>(m_window->currentPage()); }

    std::unique_ptr<MainWindow> m_window;
    QStringList m_made;
};

} // namespace seatledger

QTEST_MAIN(seatledger::MainWindowTest)
#include "mainwindowtest.moc"
