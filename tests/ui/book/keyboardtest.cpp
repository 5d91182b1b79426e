// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/book.h"
#include "tests/support/patience.h"
#include "tests/ui/book/scripteddialogs.h"
#include "ui/assignments/assignmentdialogs.h"
#include "ui/assignments/assignmentspage.h"
#include "ui/book/bookaccess.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/licenses/licensespage.h"
#include "ui/members/departdialog.h"
#include "ui/members/memberdialog.h"
#include "ui/members/memberspage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

/// A day's work without the mouse: every key goes to whatever has the keyboard.
class KeyboardTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_office = std::make_unique<Office>();
        const LicenseId ide = m_office->book.licenseWithSeats(u"IDE"_s, 3);
        m_office->book.assignment(ide, m_office->book.member(u"Ana Sousa"_s));
        m_bo = m_office->book.member(u"Bo Li"_s);
        m_office->book.member(u"Cem Kaya"_s);
        m_window = m_office->makeWindow();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(view()->model()->index(2, 0).data().toString(),
                     u"Cem Kaya"_s); // their number is known sooner
        QTRY_VERIFY(view()->hasFocus());
    }
    void cleanup()
    {
        m_window.reset();
        m_office.reset();
    }

    void findsSelectsAndEdits()
    {
        press(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<SearchField *>(QApplication::focusWidget()));
        type(u"bo"_s);
        QTRY_COMPARE(view()->model()->rowCount(), 1);
        press(Qt::Key_Down); // to the list
        QTRY_VERIFY(view()->hasFocus());
        press(Qt::Key_Down);
        QTRY_COMPARE(view()->rows()->single(), m_bo.value());
        press(Qt::Key_Return);
        QTRY_VERIFY(dialog<MemberDialog>());
        QTRY_COMPARE(focusName(), u"nameEdit"_s);
        QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"Bo Li"_s);
        press(Qt::Key_Escape);
        backAt<MemberDialog>();
        press(Qt::Key_Escape); // deselects
        QTRY_COMPARE(view()->rows()->count(), 0);
    }

    void homeSelectsTheFirstRowWhereverTheKeyboardIs()
    {
        view()->selectionModel()->setCurrentIndex(view()->model()->index(0, 0),
                                                  QItemSelectionModel::NoUpdate);
        press(Qt::Key_Home);
        QTRY_COMPARE(view()->rows()->count(), 1);
        press(Qt::Key_Down);
        QTRY_COMPARE(view()->rows()->single(), m_bo.value());
    }

    void arrowsMoveAndDeleteOffersTheDeparture()
    {
        press(Qt::Key_Home);
        press(Qt::Key_Down);
        QTRY_COMPARE(view()->rows()->single(), m_bo.value());
        press(Qt::Key_Down);
        press(Qt::Key_Up);
        QTRY_COMPARE(view()->rows()->single(), m_bo.value());
        press(Qt::Key_Delete);
        QTRY_VERIFY(dialog<DepartDialog>());
        press(Qt::Key_Escape);
        backAt<DepartDialog>();
        QCOMPARE(
            m_office->database.value(u"SELECT count(*) FROM seatledger.member WHERE status = 'departed'"_s),
            u"0"_s);
    }

    void tabsThroughAFormInItsOrderAndSaves()
    {
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(dialog<MemberDialog>());
        QTRY_COMPARE(focusName(), u"nameEdit"_s);
        QStringList order;
        const QStringList texts{u"Dora Novak"_s, u"D1"_s, u"dora@example.org"_s};
        for (int stop = 0; stop < 16 && !order.contains(focusName()); ++stop) {
            order += focusName();
            if (stop < texts.size())
                type(texts[stop]);
            press(Qt::Key_Tab);
        }
        QCOMPARE(order, (QStringList{u"nameEdit"_s, u"numberEdit"_s, u"emailEdit"_s, u"departmentComboBox"_s,
                                     u"statusComboBox"_s, u"openCheckBox"_s, u"noteEdit"_s, u"cancelButton"_s,
                                     u"saveButton"_s}));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(view()->model()->rowCount(), 4);
    }

    void revokesAndTakesItBack()
    {
        press(Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(m_window->currentPageId(), u"assignments"_s);
        QTRY_COMPARE(view()->model()->rowCount(), 1);
        QTRY_VERIFY(view()->hasFocus());
        press(Qt::Key_Down);
        QTRY_COMPARE(view()->rows()->count(), 1);
        press(Qt::Key_Delete);
        QTRY_VERIFY(dialog<RevokeDialog>());
        QTRY_COMPARE(focusName(), u"reasonEdit"_s);
        type(u"Project over"_s);
        QTRY_VERIFY(dialog<RevokeDialog>()->findChild<QPushButton *>(u"applyButton"_s)->isEnabled());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(view()->model()->rowCount(), 0);
        backAt<RevokeDialog>();
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(view()->model()->rowCount(), 1);
    }

    void lettersBeginASearch()
    {
        press(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(m_window->currentPageId(), u"licenses"_s);
        QTRY_COMPARE(view()->model()->rowCount(), 1);
        type(u"x"_s);
        QTRY_VERIFY(qobject_cast<SearchField *>(QApplication::focusWidget()));
        QTRY_COMPARE(view()->model()->rowCount(), 0);
        press(Qt::Key_Escape);
        QTRY_COMPARE(view()->model()->rowCount(), 1);
        press(Qt::Key_Escape);
        QTRY_VERIFY(view()->hasFocus());
    }

private:
    struct Office {
        TestDatabase database;
        Book book{database};
        Services services;
        Executor executor{database.settings(), Actor{u"tester"_s, OperationSource::Window}};
        ScriptedDialogs dialogs;

        template <typename BookPageType>
        PageEntry entry(const QString &id)
        {
            return {id, u"users"_s, [id] { return id; },
                    [this](QWidget *parent) {
                        return new BookPageType(BookAccess{.executor = executor, .services = services},
                                                dialogs, parent);
                    }};
        }
        std::unique_ptr<MainWindow> makeWindow()
        {
            return std::make_unique<MainWindow>(PageRegistry{entry<MembersPage>(u"members"_s),
                                                             entry<LicensesPage>(u"licenses"_s),
                                                             entry<AssignmentsPage>(u"assignments"_s)});
        }
    };

    PagedTableView *view() const
    {
        return qobject_cast<PagedTableView *>(m_window->currentPage()->mainView());
    }
    template <typename Dialog>
    Dialog *dialog() const
    {
        return qobject_cast<Dialog *>(m_office->dialogs.opened.data());
    }
    /// A dialog has closed and the list has the keyboard again.
    template <typename Dialog>
    void backAt()
    {
        QTRY_VERIFY(!dialog<Dialog>());
        m_window->activateWindow(); // where there is no window manager to do it
        QTRY_VERIFY(view()->hasFocus());
    }
    static QString focusName()
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    std::unique_ptr<Office> m_office;
    std::unique_ptr<MainWindow> m_window;
    MemberId m_bo = *MemberId::fromValue(1);
};

} // namespace seatledger

QTEST_MAIN(seatledger::KeyboardTest)
#include "keyboardtest.moc"
