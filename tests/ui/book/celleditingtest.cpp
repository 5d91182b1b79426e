// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/cellediting.h"

#include "tests/ui/book/desk.h"
#include "ui/assignments/assignmentspage.h"
#include "ui/common/widgets/headerlayout.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/licenses/licensespage.h"
#include "ui/members/memberdialog.h"
#include "ui/members/memberspage.h"

#include <QLineEdit>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Editing simple fields in the lists, by keyboard and mouse.
class CellEditingTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void changesACellAndTakesItBack()
    {
        showMembers();
        press(u"email"_s, 0);
        QVERIFY(editor());
        QCOMPARE(editor()->text(), email(0));
        QCOMPARE(editor()->selectedText(), editor()->text());
        QTest::keyClicks(editor(), u"ana@new.example.org"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(email(0), u"ana@new.example.org"_s);
        QVERIFY(!editor());
        QVERIFY(m_desk->view()->hasFocus());
        QTRY_VERIFY(m_desk->toast.has_value());
        m_desk->toast->action();
        QTRY_VERIFY(email(0) != u"ana@new.example.org"_s);
    }

    void takesBackWithEscape()
    {
        showMembers();
        press(u"name"_s, 0);
        QTest::keyClicks(editor(), u"Somebody"_s);
        QTest::keyClick(editor(), Qt::Key_Escape);
        QVERIFY(!editor());
        QCOMPARE(m_desk->database.value(u"SELECT count(*) FROM seatledger.member WHERE name = 'Somebody'"_s),
                 u"0"_s);
        QVERIFY(!m_desk->toast);
    }

    void goesOnWithTab()
    {
        showMembers();
        press(u"name"_s, 0);
        QTest::keyClicks(editor(), u"Ana Maria"_s);
        QTest::keyClick(editor(), Qt::Key_Tab);
        QTRY_VERIFY(editor() && editor()->accessibleName() == u"Number"_s);
        QTest::keyClicks(editor(), u"A7"_s);
        QTest::keyClick(editor(), Qt::Key_Tab);
        QTRY_VERIFY(editor() && editor()->accessibleName() == u"E-mail"_s);
        QTest::keyClick(editor(), Qt::Key_Backtab);
        QTRY_VERIFY(editor() && editor()->accessibleName() == u"Number"_s);
        QTest::keyClick(editor(), Qt::Key_Escape);
        QTRY_COMPARE(stored(u"name || ' ' || number"_s, m_ana), u"Ana Maria A7"_s);
    }

    void saysWhatIsWrongAtTheCellAndKeepsWhatWasTyped()
    {
        showMembers();
        press(u"email"_s, 0);
        QTest::keyClicks(editor(), u"nowhere"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_VERIFY(problem());
        QVERIFY(problem()->isVisible());
        QCOMPARE(editor()->text(), u"nowhere"_s);
        QVERIFY(!editor()->accessibleDescription().isEmpty());
        QVERIFY(editor()->hasFocus());
        QTest::keyClicks(editor(), u"@example.org"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(stored(u"email"_s, m_ana), u"nowhere@example.org"_s);
        QTRY_VERIFY(!editor());
        QVERIFY(!problem());
    }

    void saysWhoseNameIsTaken()
    {
        showMembers();
        press(u"number"_s, 0);
        QTest::keyClicks(editor(), stored(u"number"_s, m_bo));
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_VERIFY(problem());
        QVERIFY(editor()->accessibleDescription().contains(u"number"_s));
    }

    void writesThoughAnotherFieldOfTheRowIsNew()
    {
        showMembers();
        press(u"email"_s, 0);
        m_desk->database.sql(u"UPDATE seatledger.member SET note = 'x'"_s);
        QTest::keyClicks(editor(), u"ana@new.example.org"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(stored(u"email"_s, m_ana), u"ana@new.example.org"_s);
        QCOMPARE(stored(u"note"_s, m_ana), u"x"_s);
    }

    void asksBeforeItWritesOverSomebodyElses()
    {
        showMembers();
        press(u"name"_s, 0);
        m_desk->database.sql(u"UPDATE seatledger.member SET name = 'Anna' WHERE number = 'M1'"_s);
        QTest::keyClicks(editor(), u"Ana M."_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_VERIFY(editor() && editor()->accessibleDescription().contains(u"Anna"_s));
        QCOMPARE(stored(u"name"_s, m_ana), u"Anna"_s);
        QCOMPARE(editor()->text(), u"Ana M."_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(stored(u"name"_s, m_ana), u"Ana M."_s);
    }

    void opensTheFormOnOtherCells()
    {
        showMembers();
        doubleClick(u"department"_s, 0);
        QTRY_VERIFY(m_desk->dialog<MemberDialog>());
        QVERIFY(!editor());
        m_desk->dialog<MemberDialog>()->reject();
        doubleClick(u"name"_s, 0);
        QVERIFY(editor());
    }

    void isNotForWhoMayNot()
    {
        m_ana = m_desk->book.member(u"Ana Sousa"_s);
        const QString staff = m_desk->people.add(u"staff"_s, {.role = Role::Staff});
        m_desk->show(new MembersPage(m_desk->accessOf(staff), m_desk->dialogs));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 1);
        m_desk->select({m_ana.value()});
        QVERIFY(!m_desk->page()->findChild<QAction *>(u"editCellAction"_s)->isEnabled());
        doubleClick(u"name"_s, 0);
        QVERIFY(!editor());
    }

    void changesTheDaysOfAnAssignment()
    {
        const LicenseId cad = m_desk->book.licenseWithSeats(u"CAD"_s, 2);
        const AssignmentId given = m_desk->book.assignment(cad, m_desk->book.member(u"Ana Sousa"_s));
        m_desk->show(new AssignmentsPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 1);
        press(u"last_day"_s, 0);
        QCOMPARE(editor()->text(), QString());
        QTest::keyClicks(editor(), u"tomorrow"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_VERIFY(problem());
        editor()->selectAll();
        const QDate day = m_desk->book.today().addDays(9);
        QTest::keyClicks(editor(), day.toString(Qt::ISODate));
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(m_desk->database.value(u"SELECT upper(period) - 1 FROM seatledger.license_assignment"_s),
                     day.toString(Qt::ISODate));
        Q_UNUSED(given)
    }

    void changesTheThresholdOfALicence()
    {
        m_desk->book.licenseWithSeats(u"CAD"_s, 2);
        m_desk->show(new LicensesPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 1);
        m_desk->view()->setColumnHidden(columnOf(u"low_seat_threshold"_s), false);
        press(u"low_seat_threshold"_s, 0);
        QTest::keyClicks(editor(), u"3"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(m_desk->database.value(u"SELECT low_seat_threshold FROM seatledger.license"_s), u"3"_s);
    }

private:
    void showMembers()
    {
        m_ana = m_desk->book.member(u"Ana Sousa"_s);
        m_bo = m_desk->book.member(u"Bo Li"_s);
        m_desk->show(new MembersPage(m_desk->access(), m_desk->dialogs));
        [this] { QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2); }();
    }
    [[nodiscard]] int columnOf(const QString &key) const
    {
        const auto *table = m_desk->view()->table();
        for (int column = 0; column < table->columnCount(); ++column) {
            if (table->columnKey(column) == key)
                return column;
        }
        return -1;
    }
    /// F2 on a cell.
    void press(const QString &key, int row)
    {
        const QModelIndex cell = m_desk->view()->model()->index(row, columnOf(key));
        m_desk->view()->setCurrentIndex(cell);
        m_desk->view()->selectRow(row);
        m_desk->view()->setCurrentIndex(cell);
        m_desk->page()->activateWindow();
        m_desk->view()->setFocus();
        auto *action = m_desk->page()->findChild<QAction *>(u"editCellAction"_s);
        [action] { QTRY_VERIFY(action->isEnabled()); }();
        action->trigger();
    }
    void doubleClick(const QString &key, int row)
    {
        auto *view = m_desk->view();
        const QModelIndex cell = view->model()->index(row, columnOf(key));
        const QPoint where = view->visualRect(cell).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, where);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, where);
    }
    [[nodiscard]] QLineEdit *editor() const
    {
        const auto *cells = m_desk->view()->findChild<CellEditing *>();
        return cells ? cells->editor() : nullptr;
    }
    [[nodiscard]] QWidget *problem() const
    {
        return m_desk->view()->viewport()->findChild<QWidget *>(u"cellProblem"_s);
    }
    [[nodiscard]] QString email(int row) const { return m_desk->column(columnOf(u"email"_s)).value(row); }
    QString stored(const QString &what, MemberId member)
    {
        return m_desk->database.value(u"SELECT "_s + what + u" FROM seatledger.member WHERE id = "_s
                                      + QString::number(member.value()));
    }

    std::unique_ptr<Desk> m_desk;
    MemberId m_ana = *MemberId::fromValue(1);
    MemberId m_bo = *MemberId::fromValue(2);
};

} // namespace seatledger

QTEST_MAIN(seatledger::CellEditingTest)
#include "celleditingtest.moc"
