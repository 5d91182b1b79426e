// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/renewalsdialog.h"

#include "tests/ui/book/desk.h"
#include "ui/book/countfield.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/licenses/renewalmodel.h"

#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTableView>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Renewing what ends soon, in a table that is edited in place.
class RenewalsDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_cad = m_desk->book.license(u"CAD"_s);
        m_desk->book.entitlement(*m_cad, 5, -300, 20);
        for (const MemberId member : m_desk->book.members(3))
            m_desk->book.assignment(*m_cad, member);
        m_desk->book.entitlement(m_desk->book.license(u"Far off"_s), 5, -30, 300);
        m_dialog = new RenewalsDialog(m_desk->access());
        m_dialog->show();
        QTRY_VERIFY(m_dialog->isSettled());
        QTRY_COMPARE(table()->model()->rowCount(), 1);
    }
    void cleanup()
    {
        delete m_dialog; // one that has renewed is gone by itself
        m_desk.reset();
    }

    void listsWhatEndsInTheChosenTime()
    {
        QCOMPARE(cell(RenewalModel::LicenseColumn).data().toString(), u"CAD"_s);
        m_dialog->findChild<CountField *>(u"daysCountField"_s)->setCount(365);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        m_dialog->findChild<CountField *>(u"daysCountField"_s)->setCount(3);
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QTRY_VERIFY(!button()->isEnabled());
        QCOMPARE(m_dialog->findChild<TextLabel *>(u"costsLabel"_s)->text(), u"Nothing ends in this time."_s);
    }

    void renewsWithTheSeatsThatWereTyped()
    {
        type(RenewalModel::SeatsColumn, u"7"_s);
        QTRY_COMPARE(cell(RenewalModel::SeatsColumn).data().toString(), u"7"_s);
        QSignalSpy applied(m_dialog.get(), &OperationDialog::applied);
        Desk::press(m_dialog.get(), u"applyButton"_s);
        QTRY_COMPARE(applied.size(), 1);
        QCOMPARE(followers(), u"7"_s);
    }

    void takesNoSeatsThatAreNone()
    {
        const QString before = cell(RenewalModel::SeatsColumn).data().toString();
        QVERIFY(!table()->model()->setData(cell(RenewalModel::SeatsColumn), u"-3"_s));
        QCOMPARE(cell(RenewalModel::SeatsColumn).data().toString(), before);
    }

    void renewsOnlyWhatIsTicked()
    {
        QVERIFY(button()->isEnabled());
        QVERIFY(
            table()->model()->setData(cell(RenewalModel::LicenseColumn), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!button()->isEnabled());
    }

    void keepsWhatWasTypedWhenSomebodyWasFaster()
    {
        type(RenewalModel::SeatsColumn, u"7"_s);
        m_desk->database.sql(
            u"INSERT INTO seatledger.entitlement (license_id, quantity, period, renews_id) SELECT "
            u"license_id, "
            "quantity, daterange(upper(period), NULL), id FROM seatledger.entitlement WHERE upper(period) < "
            "seatledger.today() + 90"_s);
        Desk::press(m_dialog.get(), u"applyButton"_s);
        QTRY_VERIFY(!m_dialog->banner()->isHidden());
        QCOMPARE(cell(RenewalModel::SeatsColumn).data().toString(), u"7"_s);
        QVERIFY(m_dialog->isVisible());
    }

    void isMovedInByTheArrowsAndLeftByTab()
    {
        m_dialog->activateWindow();
        table()->setFocus();
        table()->setCurrentIndex(cell(RenewalModel::SeatsColumn));
        QTest::keyClick(table(), Qt::Key_Right);
        QCOMPARE(table()->currentIndex().column(), static_cast<int>(RenewalModel::UntilColumn));
        QTest::keyClick(table(), Qt::Key_Tab);
        QVERIFY(!table()->hasFocus());
    }

private:
    [[nodiscard]] QTableView *table() const { return m_dialog->findChild<QTableView *>(u"renewalsTable"_s); }
    [[nodiscard]] QPushButton *button() const { return m_dialog->findChild<QPushButton *>(u"applyButton"_s); }
    [[nodiscard]] QModelIndex cell(int column) const { return table()->model()->index(0, column); }
    /// Into the editor that F2 opens.
    void type(int column, const QString &text)
    {
        table()->setCurrentIndex(cell(column));
        table()->edit(cell(column));
        QWidget *editor = table()->indexWidget(cell(column));
        if (!editor)
            editor = table()->viewport()->findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
    }
    QString followers()
    {
        return m_desk->database.value(
            u"SELECT quantity FROM seatledger.entitlement WHERE renews_id IS NOT NULL"_s);
    }

    std::unique_ptr<Desk> m_desk;
    QPointer<RenewalsDialog> m_dialog;
    std::optional<LicenseId> m_cad;
};

} // namespace seatledger

QTEST_MAIN(seatledger::RenewalsDialogTest)
#include "renewalsdialogtest.moc"
