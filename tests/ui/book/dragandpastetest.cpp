// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/book/desk.h"
#include "ui/assignments/assigndialog.h"
#include "ui/assignments/assignmentspage.h"
#include "ui/assignments/pastemembersdialog.h"
#include "ui/common/draggedmembers.h"
#include "ui/common/widgets/pickerfield.h"
#include "ui/import/importdialog.h"
#include "ui/licenses/licensedrop.h"
#include "ui/licenses/licensepanel.h"
#include "ui/licenses/licensespage.h"
#include "ui/members/memberspage.h"
#include "ui/shell/sidebar.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QRubberBand>
#include <QSignalSpy>
#include <QTableView>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Members dragged onto a licence, and rows pasted from a spreadsheet.
class DragAndPasteTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void opensAssigningWithThePeopleOnALicence()
    {
        const LicenseId cad = m_desk->book.licenseWithSeats(u"CAD"_s, 2);
        const QList<MemberId> people = m_desk->book.members(2);
        m_desk->show(new LicensesPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 1);
        const std::unique_ptr<QMimeData> data(makeDraggedMembers(people, u"2 members"_s));
        QVERIFY(isAccepted<QDragEnterEvent>(data.get(), rowCenter(0)));
        QVERIFY(isAccepted<QDragMoveEvent>(data.get(), rowCenter(0)));
        QVERIFY(!isAccepted<QDragMoveEvent>(data.get(), rowCenter(0) + QPoint(0, 200)));
        QVERIFY(drop(data.get(), rowCenter(0)));
        auto *dialog = m_desk->dialog<AssignDialog>();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->findChild<QTableView *>(u"peopleTable"_s)->model()->rowCount(), 2);
        QTRY_VERIFY(dialog->findChild<PickerField *>(u"licensePicker"_s)->current());
        QCOMPARE(dialog->findChild<PickerField *>(u"licensePicker"_s)->current()->id, cad.value());
        Desk::press(dialog, u"applyButton"_s);
        QTRY_COMPARE(m_desk->book.held(cad), 2);
    }

    void opensAssigningOnThePanelOfALicence()
    {
        const LicenseId cad = m_desk->book.licenseWithSeats(u"CAD"_s, 2);
        m_desk->book.licenseWithSeats(u"IDE"_s, 2);
        const QList<MemberId> people = m_desk->book.members(2);
        m_desk->show(new LicensesPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2);
        const std::unique_ptr<QMimeData> data(makeDraggedMembers(people, u"2 members"_s));
        const auto *panel = m_desk->page()->findChild<LicensePanel *>();
        const QPoint inPanel = panel->mapTo(m_desk->page(), panel->rect().center());
        QVERIFY(isAccepted<QDragEnterEvent>(data.get(), inPanel));
        QVERIFY(!isAccepted<QDragMoveEvent>(data.get(), inPanel)); // it is about none yet
        m_desk->select({cad.value()});
        QTRY_VERIFY(panel->license() && m_desk->page()->isSettled());
        QVERIFY(isAccepted<QDragMoveEvent>(data.get(), inPanel));
        QCOMPARE(m_desk->page()->findChild<QRubberBand *>()->geometry(),
                 QRect(panel->mapTo(m_desk->page(), QPoint()), panel->size()));
        QVERIFY(drop(data.get(), inPanel));
        QVERIFY(!m_desk->page()->findChild<QRubberBand *>()->isVisible());
        auto *dialog = m_desk->dialog<AssignDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->findChild<PickerField *>(u"licensePicker"_s)->current());
        QCOMPARE(dialog->findChild<PickerField *>(u"licensePicker"_s)->current()->id, cad.value());
        Desk::press(dialog, u"applyButton"_s);
        QTRY_COMPARE(m_desk->book.held(cad), 2);
    }

    void takesNothingOnThePanelOfSeveral()
    {
        m_desk->book.licenseWithSeats(u"CAD"_s, 2);
        m_desk->book.licenseWithSeats(u"IDE"_s, 2);
        m_desk->show(new LicensesPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2);
        m_desk->view()->selectRow(0);
        const auto *panel = m_desk->page()->findChild<LicensePanel *>();
        QTRY_VERIFY(panel->license());
        m_desk->view()->selectAll();
        QTRY_VERIFY(!panel->license());
        const std::unique_ptr<QMimeData> data(makeDraggedMembers({m_desk->book.member(u"Ana"_s)}, u"Ana"_s));
        const QPoint inPanel = panel->mapTo(m_desk->page(), panel->rect().center());
        QVERIFY(!isAccepted<QDragMoveEvent>(data.get(), inPanel));
        drop(data.get(), inPanel);
        QVERIFY(!m_desk->dialogs.opened);
    }

    void saysWhatWouldHappen()
    {
        LicenseDrop::Target row{
            .license = *LicenseId::fromValue(1), .name = u"CAD"_s, .capacity = Seats(5), .promised = 2};
        QCOMPARE(LicenseDrop::text(row, 3), u"Give CAD to 3 members: 3 seats are free."_s);
        row.capacity = Seats::unlimited();
        QCOMPARE(LicenseDrop::text(row, 1), u"Give CAD to 1 members: seats are unlimited."_s);
        row.state = LicenseState::Retired;
        QVERIFY(LicenseDrop::text(row, 1).startsWith(u"CAD: The licence is retired"_s));
    }

    void takesNothingOnALicenceWithoutSeatsToGive()
    {
        m_desk->book.licenseWithSeats(u"CAD"_s, 2);
        m_desk->database.sql(u"UPDATE seatledger.license SET state = 'suspended'"_s);
        m_desk->show(new LicensesPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 1);
        const std::unique_ptr<QMimeData> data(makeDraggedMembers({m_desk->book.member(u"Ana"_s)}, u"Ana"_s));
        QVERIFY(!isAccepted<QDragMoveEvent>(data.get(), rowCenter(0)));
        drop(data.get(), rowCenter(0));
        QVERIFY(!m_desk->dialogs.opened);
    }

    void goesToAPageOnTheWay()
    {
        Sidebar sidebar;
        sidebar.addPage(u"licenses"_s, u"license"_s, u"Licences"_s, {});
        sidebar.show();
        QSignalSpy chosen(&sidebar, &Sidebar::pageChosen);
        const std::unique_ptr<QMimeData> data(makeDraggedMembers({*MemberId::fromValue(1)}, u"Ana"_s));
        auto *button = sidebar.findChild<QAbstractButton *>();
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(button, &enter);
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"licenses"_s);
    }

    void pastesRowsIntoTheImport_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("rows");
        QTest::newRow("members") << u"members"_s << u"number\tname\te-mail\nT1\tTom Ito\ttom@example.org\n"_s;
        QTest::newRow("licences") << u"licenses"_s << u"vendor\tproduct\tname\nNorthwind\tCAD\tCAD Team\n"_s;
        QTest::newRow("assignments") << u"assignments"_s << u"license\tmember\nCAD\tM1\n"_s;
    }
    void pastesRowsIntoTheImport()
    {
        QFETCH(QString, page);
        QFETCH(QString, rows);
        if (page == "members"_L1)
            m_desk->show(new MembersPage(m_desk->access(), m_desk->dialogs));
        else if (page == "licenses"_L1)
            m_desk->show(new LicensesPage(m_desk->access(), m_desk->dialogs));
        else
            m_desk->show(new AssignmentsPage(m_desk->access(), m_desk->dialogs));
        QGuiApplication::clipboard()->setText(rows);
        QTest::keyClick(m_desk->view(), Qt::Key_V, Qt::ControlModifier);
        auto *dialog = m_desk->dialog<ImportDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isSettled());
        auto *preview = dialog->findChild<QTableView *>(u"previewTable"_s);
        QVERIFY(preview);
        QTRY_COMPARE(preview->model()->columnCount(), rows.section(u'\n', 0, 0).count(u'\t') + 1);
    }

    void saysHowToPaste()
    {
        m_desk->show(new MembersPage(m_desk->access(), m_desk->dialogs));
        QGuiApplication::clipboard()->setText(u"Tom"_s);
        QTest::keyClick(m_desk->view(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(m_desk->toast);
        QVERIFY(!m_desk->dialogs.opened);
    }

    void pastesPeopleIntoAssigning()
    {
        m_desk->book.member(u"Ana Sousa"_s);
        AssignDialog dialog(m_desk->access());
        dialog.show();
        QGuiApplication::clipboard()->setText(u"M1\nNOBODY\n"_s);
        auto *table = dialog.findChild<QTableView *>(u"peopleTable"_s);
        dialog.activateWindow();
        table->setFocus();
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(dialog.findChild<PasteMembersDialog *>());
        Desk::press(dialog.findChild<PasteMembersDialog *>(), u"addButton"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

private:
    [[nodiscard]] QPoint rowCenter(int row) const
    {
        const auto *view = m_desk->view();
        return view->viewport()->mapTo(m_desk->page(),
                                       view->visualRect(view->model()->index(row, 0)).center());
    }
    template <typename Event>
    bool isAccepted(const QMimeData *data, const QPoint &where)
    {
        Event event(where, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        event.ignore();
        QApplication::sendEvent(m_desk->page(), &event);
        return event.isAccepted();
    }
    bool drop(const QMimeData *data, const QPoint &where)
    {
        QDropEvent event(where, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_desk->page(), &event);
        return event.isAccepted();
    }

    std::unique_ptr<Desk> m_desk;
};

} // namespace seatledger

QTEST_MAIN(seatledger::DragAndPasteTest)
#include "dragandpastetest.moc"
