// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/book/desk.h"
#include "ui/assignments/assignmentspage.h"
#include "ui/book/bulkeditdialog.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/datefield.h"
#include "ui/licenses/licensespage.h"
#include "ui/members/memberspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>
#include <QTableView>

namespace seatledger {

using namespace Qt::StringLiterals;

/// "Edit selected …" on the three lists: what is ticked, the preview, and what is then done.
class EditManyTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void showsOldAndNewAndTakesItBack()
    {
        showMembers();
        BulkEditDialog *dialog = editSelected({m_ana.value(), m_bo.value()});
        QVERIFY(!button(dialog)->isEnabled());
        dialog->tick(u"status"_s);
        QTRY_VERIFY(dialog->isSettled());
        QVERIFY(!button(dialog)->isEnabled()); // they are active already
        dialog->findChild<QComboBox *>(u"statusComboBox"_s)->setCurrentIndex(1);
        QTRY_COMPARE(preview(dialog, 0), u"Active → On leave"_s);
        Desk::press(dialog, u"applyButton"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        QCOMPARE(m_desk->toast->text, u"2 members were changed."_s);
        QCOMPARE(countOf(u"status = 'on_leave'"_s), 2);
        m_desk->toast->action();
        QTRY_COMPARE(countOf(u"status = 'on_leave'"_s), 0);
    }

    void saysWhoIsLeftOut()
    {
        showMembers();
        m_desk->database.sql(
            u"UPDATE seatledger.member SET status = 'departed', left_on = seatledger.today() "
            "WHERE name = 'Bo Li'"_s);
        BulkEditDialog *dialog = editSelected({m_ana.value(), m_bo.value()});
        dialog->tick(u"status"_s);
        dialog->findChild<QComboBox *>(u"statusComboBox"_s)->setCurrentIndex(1);
        auto *partial = dialog->findChild<QCheckBox *>(u"partialCheckBox"_s);
        QTRY_VERIFY(partial->isVisible());
        QVERIFY(!button(dialog)->isEnabled());
        partial->setChecked(true);
        Desk::press(dialog, u"applyButton"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        QCOMPARE(m_desk->toast->text, u"1 members were changed. 1 were left out."_s);
    }

    void doesNothingIfSomebodyWasFasterAndKeepsWhatWasTyped()
    {
        showMembers();
        BulkEditDialog *dialog = editSelected({m_ana.value(), m_bo.value()});
        dialog->tick(u"note"_s);
        dialog->findChild<QPlainTextEdit *>(u"noteEdit"_s)->setPlainText(u"Moves in May"_s);
        QTRY_VERIFY(button(dialog)->isEnabled());
        m_desk->database.sql(u"UPDATE seatledger.member SET name = 'Bo Lee' WHERE name = 'Bo Li'"_s);
        QTest::mouseClick(button(dialog), Qt::LeftButton);
        QTRY_VERIFY(!dialog->banner()->isHidden());
        QCOMPARE(countOf(u"note <> ''"_s), 0);
        QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"noteEdit"_s)->toPlainText(), u"Moves in May"_s);
        QTRY_COMPARE(table(dialog)->model()->index(1, 0).data().toString(), u"Bo Lee · M2"_s);
        QVERIFY(!dialog->banner()->isHidden()); // still says why
        Desk::press(dialog, u"applyButton"_s);
        QTRY_COMPARE(countOf(u"note = 'Moves in May'"_s), 2);
    }

    void changesLicences()
    {
        const LicenseId cad = m_desk->book.licenseWithSeats(u"CAD"_s, 2);
        const LicenseId ide = m_desk->book.licenseWithSeats(u"IDE"_s, 2);
        m_desk->show(new LicensesPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2);
        BulkEditDialog *dialog = editSelected({cad.value(), ide.value()});
        dialog->tick(u"overage_percent"_s);
        dialog->findChild<QSpinBox *>(u"overageSpinBox"_s)->setValue(50);
        dialog->tick(u"state"_s);
        QTRY_COMPARE(preview(dialog, 1), u"0 → 50"_s);
        Desk::press(dialog, u"applyButton"_s);
        QTRY_COMPARE(
            m_desk->database.value(u"SELECT count(*) FROM seatledger.license WHERE overage_percent = 50"_s),
            u"2"_s);
    }

    void givesAssignmentsOneEnd()
    {
        const LicenseId cad = m_desk->book.licenseWithSeats(u"CAD"_s, 2);
        const AssignmentId anas = m_desk->book.assignment(cad, m_desk->book.member(u"Ana Sousa"_s));
        const AssignmentId bos = m_desk->book.assignment(cad, m_desk->book.member(u"Bo Li"_s));
        m_desk->show(new AssignmentsPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2);
        BulkEditDialog *dialog = editSelected({anas.value(), bos.value()});
        dialog->tick(u"last_day"_s);
        dialog->findChild<DateField *>(u"lastDayDateField"_s)->setDate(m_desk->book.today().addDays(9));
        Desk::press(dialog, u"applyButton"_s);
        QTRY_COMPARE(m_desk->database.value(
                         u"SELECT count(*) FROM seatledger.license_assignment WHERE upper(period) = "
                         "seatledger.today() + 10"_s),
                     u"2"_s);
    }

    void isOffForWhoMayNot()
    {
        m_ana = m_desk->book.member(u"Ana Sousa"_s);
        const QString staff = m_desk->people.add(u"staff"_s, {.role = Role::Staff});
        m_bo = m_desk->book.member(u"Bo Li"_s);
        m_desk->show(new MembersPage(m_desk->accessOf(staff), m_desk->dialogs));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2);
        m_desk->select({m_ana.value(), m_bo.value()});
        auto *action = m_desk->page()->findChild<QAction *>(u"editManyAction"_s);
        QVERIFY(!action->isEnabled());
        QVERIFY(!action->toolTip().isEmpty());
    }

private:
    void showMembers()
    {
        m_ana = m_desk->book.member(u"Ana Sousa"_s);
        m_bo = m_desk->book.member(u"Bo Li"_s);
        m_desk->show(new MembersPage(m_desk->access(), m_desk->dialogs));
        [this] { QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2); }();
    }
    BulkEditDialog *editSelected(const QList<qint64> &ids)
    {
        m_desk->select(ids);
        auto *action = m_desk->page()->findChild<QAction *>(u"editManyAction"_s);
        [action] { QTRY_VERIFY(action->isEnabled()); }();
        action->trigger();
        return m_desk->dialog<BulkEditDialog>();
    }
    static QPushButton *button(QWidget *dialog) { return dialog->findChild<QPushButton *>(u"applyButton"_s); }
    static QTableView *table(QWidget *dialog) { return dialog->findChild<QTableView *>(u"planTable"_s); }
    static QString preview(QWidget *dialog, int row)
    {
        return table(dialog)->model()->index(row, 1).data().toString();
    }
    qint64 countOf(const QString &condition)
    {
        return m_desk->database.value(u"SELECT count(*) FROM seatledger.member WHERE "_s + condition)
            .toLongLong();
    }

    std::unique_ptr<Desk> m_desk;
    MemberId m_ana = *MemberId::fromValue(1);
    MemberId m_bo = *MemberId::fromValue(2);
};

} // namespace seatledger

QTEST_MAIN(seatledger::EditManyTest)
#include "editmanytest.moc"
