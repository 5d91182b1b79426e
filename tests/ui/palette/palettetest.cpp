// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette.h"

#include "tests/ui/book/desk.h"
#include "ui/assignments/assignmentspage.h"
#include "ui/common/draggedmembers.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/licenses/licensespage.h"
#include "ui/members/memberspage.h"
#include "ui/palette/bookplaces.h"
#include "ui/palette/palettemodel.h"
#include "ui/palette/paletteview.h"
#include "ui/shell/mainwindow.h"

#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QWindow>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Goes through a window by Ctrl+K and the keyboard alone.
class PaletteTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        QSettings().clear();
        m_desk = std::make_unique<Desk>();
        m_ana = m_desk->book.member(u"Ana Kovač"_s);
        m_desk->book.member(u"Bo Li"_s);
        m_ide = m_desk->book.licenseWithSeats(u"IDE Ultimate"_s, 5);
        m_desk->book.assignment(m_ide, m_ana);
        open(m_desk->access());
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void goesToPages()
    {
        openPalette();
        QVERIFY(titles().contains(u"Licences"_s));
        type(u"lic"_s);
        QCOMPARE(m_palette->view()->current()->title, u"Licences"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_window->currentPageId(), u"licenses"_s);
        QVERIFY(!m_palette->view()->isOpen());
    }

    void findsPeopleAndSelectsThem()
    {
        openPalette();
        type(u"kov"_s);
        QTRY_VERIFY(titles().contains(u"Ana Kovač"_s));
        choose(u"Ana Kovač"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_window->currentPageId(), u"members"_s);
        QTRY_COMPARE(view()->rows()->single(), m_ana.value());
        QCOMPARE(view()->model()->rowCount(), 1);
    }

    void showsTheSeatsOfALicence()
    {
        openPalette();
        type(u"ultim"_s);
        QTRY_VERIFY(titles().contains(u"IDE Ultimate"_s));
        choose(u"IDE Ultimate"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_window->currentPageId(), u"assignments"_s);
        QTRY_COMPARE(view()->model()->rowCount(), 1);
    }

    void doesWhatThePageCan()
    {
        openPalette();
        type(u"new member"_s);
        QCOMPARE(m_palette->view()->current()->title, u"New member"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(m_desk->dialogs.opened);
    }

    void saysWhyAnActionIsOff()
    {
        openPalette();
        type(u"leaves"_s);
        const PaletteHit *hit = m_palette->view()->current();
        QVERIFY(hit);
        QCOMPARE(hit->refusal, u"Select one or more members."_s);
        press(Qt::Key_Return);
        QVERIFY(m_palette->view()->isOpen());
        QVERIFY(!m_desk->dialogs.opened);
        press(Qt::Key_Escape);
        QVERIFY(!m_palette->view()->isOpen());
    }

    void beginsWithWhatWasUsedLast()
    {
        openPalette();
        type(u"kov"_s);
        QTRY_VERIFY(titles().contains(u"Ana Kovač"_s));
        choose(u"Ana Kovač"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(view()->rows()->single(), m_ana.value());
        openPalette();
        QTRY_COMPARE(titles().first(), u"Ana Kovač"_s);
        QVERIFY(!QSettings().allKeys().isEmpty());
        for (const QString &key : QSettings().allKeys())
            QVERIFY2(!QSettings().value(key).toStringList().join(u' ').contains(u"Kov"), "a name was kept");
    }

    void letsPeopleBeDraggedOntoALicence()
    {
        openPalette();
        type(u"ultim"_s);
        QTRY_VERIFY(titles().contains(u"IDE Ultimate"_s));
        choose(u"IDE Ultimate"_s);
        QVERIFY(!m_palette->view()->current()->dragged);
        type(u"kov"_s);
        QTRY_VERIFY(titles().contains(u"Ana Kovač"_s));
        choose(u"Ana Kovač"_s);
        const PaletteHit *hit = m_palette->view()->current();
        QVERIFY(hit->dragged);
        const std::unique_ptr<QMimeData> carried(hit->dragged());
        QCOMPARE(draggedMembers(carried.get()), QList{m_ana});
        QCOMPARE(carried->text(), u"Ana Kovač"_s);
        // the palette makes way for what is below
        QTimer::singleShot(0, qApp, [] {
            for (QWindow *window : QGuiApplication::allWindows()) {
                QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
                QApplication::sendEvent(window, &escape);
            }
        });
        auto *list = m_palette->view()->findChild<QListView *>(u"paletteList"_s);
        const QPoint middle = list->visualRect(list->currentIndex()).center();
        QTest::mousePress(list->viewport(), Qt::LeftButton, {}, middle);
        QTest::mouseMove(list->viewport(), middle + QPoint(0, 4));
        QTest::mouseMove(list->viewport(), middle + QPoint(0, 40));
        QTRY_VERIFY(!m_palette->view()->isOpen());
        QCOMPARE(m_window->currentPageId(), u"members"_s);
    }

    void lendsNobodyToThoseWhoGiveNoSeats()
    {
        open(m_desk->accessOf(m_desk->people.add(u"sam"_s, {.role = Role::Staff})));
        openPalette();
        type(u"kov"_s);
        QTRY_VERIFY(titles().contains(u"Ana Kovač"_s));
        choose(u"Ana Kovač"_s);
        QVERIFY(!m_palette->view()->current()->dragged);
    }

    void givesTheKeyboardBack()
    {
        view()->setFocus();
        openPalette();
        QVERIFY(QApplication::focusWidget()->objectName() == u"paletteEdit"_s);
        press(Qt::Key_Escape);
        QVERIFY(view()->hasFocus());
        openPalette();
        QTest::mouseClick(m_palette->view(), Qt::LeftButton, {}, {3, 3});
        QVERIFY(!m_palette->view()->isOpen());
    }

    void showsOnlyWhatSomebodyMaySee()
    {
        const QString login = m_desk->people.add(u"mia"_s, {.role = Role::Member, .member = m_ana});
        open(m_desk->accessOf(login));
        openPalette();
        type(u"li"_s);
        QTRY_VERIFY(m_palette->isSettled());
        QVERIFY(!titles().contains(u"Bo Li"_s));
        type(u"operators"_s);
        const PaletteHit *hit = m_palette->view()->current();
        QVERIFY(!hit || !hit->isAllowed() || hit->group != PaletteGroup::Pages);
    }

    void opensFromTheSearchField()
    {
        auto *search = m_window->findChild<SearchField *>(u"searchEdit"_s);
        search->setFocus();
        QTest::keyClicks(search, u"bo"_s);
        search->setCursorPosition(0);
        QTest::keyClick(search, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(m_palette->view()->isOpen());
        QCOMPARE(search->text(), u"bo"_s);
    }

    void goesRoundTheEnds()
    {
        openPalette();
        type(u"licences"_s);
        QTRY_VERIFY(m_palette->isSettled());
        const QString first = m_palette->view()->current()->title;
        press(Qt::Key_Up);
        press(Qt::Key_Down);
        QCOMPARE(m_palette->view()->current()->title, first);
    }

private:
    void open(BookAccess access)
    {
        m_window.reset();
        PageRegistry pages;
        const auto add = [&]<typename P>(const QString &id, const QString &label,
                                         const QList<Action> &needs) {
            pages.push_back(
                {id, u"users"_s, [label] { return label; },
                 [this, access](QWidget *parent) -> Page * { return new P(access, m_desk->dialogs, parent); },
                 needs});
        };
        add.operator()<MembersPage>(u"members"_s, u"Members"_s, {Action::ViewMembers});
        add.operator()<LicensesPage>(u"licenses"_s, u"Licences"_s, {Action::ViewLicenses});
        add.operator()<AssignmentsPage>(u"assignments"_s, u"Assignments"_s, {Action::ViewAssignments});
        m_window = std::make_unique<MainWindow>(std::move(pages), access.permits);
        m_palette = new Palette(*m_window, access, u"test"_s);
        m_window->resize(1200, 760);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void openPalette()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(m_palette->view()->isOpen());
    }
    void type(const QString &text)
    {
        field()->clear();
        QTest::keyClicks(field(), text);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(field(), key, modifiers);
    }
    void choose(const QString &title)
    {
        for (int i = 0; i < 40 && m_palette->view()->current()->title != title; ++i)
            press(Qt::Key_Down);
        QCOMPARE(m_palette->view()->current()->title, title);
    }
    [[nodiscard]] QLineEdit *field() const
    {
        return m_palette->view()->findChild<QLineEdit *>(u"paletteEdit"_s);
    }
    [[nodiscard]] PagedTableView *view() const
    {
        return qobject_cast<PagedTableView *>(m_window->currentPage()->mainView());
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList titles;
        const PaletteModel *model = m_palette->view()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (const PaletteHit *hit = model->hitAt(row))
                titles.append(hit->title);
        }
        return titles;
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    Palette *m_palette = nullptr;
    MemberId m_ana = *MemberId::fromValue(1);
    LicenseId m_ide = *LicenseId::fromValue(1);
};

} // namespace seatledger

QTEST_MAIN(seatledger::PaletteTest)
#include "palettetest.moc"
