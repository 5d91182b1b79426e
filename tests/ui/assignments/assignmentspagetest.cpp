// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assignmentspage.h"

#include "tests/ui/book/desk.h"
#include "ui/assignments/assignmentdialogs.h"
#include "ui/book/planmodel.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/pickerfield.h"

#include <QCheckBox>
#include <QLabel>
#include <QSpinBox>

namespace seatledger {

using namespace Qt::StringLiterals;

class AssignmentsPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_ide = m_desk->book.licenseWithSeats(u"IDE"_s, 3);
        const MemberId ana = m_desk->book.member(u"Ana Sousa"_s);
        const MemberId bo = m_desk->book.member(u"Bo Li"_s);
        m_cem = m_desk->book.member(u"Cem Kaya"_s);
        m_anas = m_desk->book.assignment(m_ide, ana);
        m_bos = m_desk->book.assignment(m_ide, bo);
        m_desk->show(new AssignmentsPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2);
    }
    void cleanup() { m_desk.reset(); }

    void revokesAndUndoes()
    {
        m_desk->select({m_anas.value(), m_bos.value()});
        m_desk->trigger(u"revokeAction"_s);
        auto *dialog = m_desk->dialog<RevokeDialog>();
        QVERIFY(dialog);
        Desk::press(dialog, u"applyButton"_s);
        QVERIFY(!dialog->findChild<FormField *>(u"reasonField"_s)->isValid()); // a reason is needed
        QCOMPARE(m_desk->book.held(m_ide), 2);
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(u"reasonEdit"_s), u"Project over"_s);
        Desk::press(dialog, u"applyButton"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        QCOMPARE(m_desk->book.held(m_ide), 0);
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 0);
        m_desk->toast->action();
        QTRY_COMPARE(m_desk->book.held(m_ide), 2);
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2);
    }

    void isAsOfAnotherDay()
    {
        m_desk->select({m_anas.value()});
        auto *revoke = m_desk->page()->findChild<QAction *>(u"revokeAction"_s);
        QTRY_VERIFY(revoke->isEnabled());
        const QString own = revoke->toolTip();
        m_desk->trigger(u"asOfAction"_s);
        auto *bar = m_desk->page()->findChild<QWidget *>(u"asOfBar"_s);
        auto *field = bar->findChild<DateField *>(u"asOfField"_s);
        QVERIFY(bar->isVisible());
        QVERIFY(!revoke->isEnabled());
        QVERIFY(revoke->toolTip().contains(u"as of another day"_s));
        QVERIFY(!m_desk->page()->findChild<QAction *>(u"newAction"_s)->isEnabled());
        QVERIFY(m_desk->page()->findChild<QAction *>(u"exportAction"_s)->isEnabled());
        QVERIFY(!m_desk->page()->findChild<QAbstractButton *>(u"endedSegmentButton"_s)->isEnabled());

        const QDate yesterday = m_desk->access().today().addDays(-1);
        field->setDate(yesterday); // nobody held anything
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 0);
        const QVariant place = m_desk->page()->place();
        QCOMPARE(place.toMap().value(u"as_of"_s).toString(), yesterday.toString(Qt::ISODate));
        field->setDate(yesterday.addDays(2));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2);

        bar->findChild<QPushButton *>(u"backToNowButton"_s)->click();
        QVERIFY(bar->isHidden());
        m_desk->select({m_anas.value()});
        QTRY_VERIFY(revoke->isEnabled());
        QCOMPARE(revoke->toolTip(), own);
        m_desk->page()->showPlace(place);
        QVERIFY(bar->isVisible());
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 0);
        m_desk->page()->reveal(m_anas.value()); // is of now
        m_desk->page()->search({});
        QVERIFY(bar->isHidden());
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 2);
    }

    void suspendsAndResumes()
    {
        m_desk->select({m_anas.value()});
        m_desk->trigger(u"suspendAction"_s);
        Desk::press(m_desk->dialog<SuspendDialog>(), u"applyButton"_s);
        QTRY_COMPARE(m_desk->book.state(m_anas), u"suspended"_s);
        auto *resume = m_desk->page()->findChild<QAction *>(u"resumeAction"_s);
        QTRY_VERIFY(resume->isVisible() && resume->isEnabled());
        m_desk->select({});
        m_desk->select({m_anas.value()});
        resume->trigger();
        QTRY_VERIFY(m_desk->dialog<ResumeDialog>());
        Desk::press(m_desk->dialog<ResumeDialog>(), u"applyButton"_s);
        QTRY_COMPARE(m_desk->book.state(m_anas), u"active"_s);
    }

    void transfersToSomebodyElse()
    {
        m_desk->select({m_anas.value()});
        m_desk->trigger(u"transferAction"_s);
        auto *dialog = m_desk->dialog<TransferDialog>();
        Desk::press(dialog, u"applyButton"_s);
        QVERIFY(!dialog->findChild<FormField *>(u"toField"_s)->isValid());
        dialog->findChild<PickerField *>(u"toPicker"_s)
            ->setCurrent(PickerItem{.id = m_cem.value(), .title = u"Cem Kaya"_s});
        Desk::press(dialog, u"applyButton"_s);
        QTRY_COMPARE(m_desk->book.state(m_anas), u"revoked"_s);
        QCOMPARE(m_desk->book.held(m_ide), 2);
        QTRY_VERIFY(m_desk->column(0).contains(u"Cem Kaya"_s));
    }

    void showsWhatAnotherNumberOfSeatsDoes()
    {
        m_desk->select({m_anas.value(), m_bos.value()});
        m_desk->trigger(u"quantityAction"_s);
        auto *dialog = m_desk->dialog<QuantityDialog>();
        QVERIFY(dialog);
        auto *seats = dialog->findChild<QSpinBox *>(u"countSpinBox"_s);
        seats->setValue(2); // 4 of 3
        QTRY_VERIFY(dialog->isSettled() && summary(dialog).contains(u"nothing is changed"_s));
        QVERIFY(!dialog->findChild<QPushButton *>(u"applyButton"_s)->isEnabled());
        QCOMPARE(verdicts(dialog), (QStringList{u"2 seats"_s, u"No free seat"_s}));
        QCOMPARE(seats->value(), 2);
        auto *partial = dialog->findChild<QCheckBox *>(u"partialCheckBox"_s);
        QVERIFY(partial->isVisible());
        partial->click();
        QTRY_COMPARE(summary(dialog), u"It is possible for 1 of 2. 0 seats stay free."_s);
        Desk::press(dialog, u"applyButton"_s);
        QTRY_COMPARE(m_desk->book.held(m_ide), 3);
    }

    void showsWhatOtherDaysDo()
    {
        m_desk->select({m_anas.value()});
        m_desk->trigger(u"periodAction"_s);
        auto *dialog = m_desk->dialog<PeriodDialog>();
        QVERIFY(dialog);
        const QDate last = m_desk->book.today().addDays(9);
        dialog->findChild<DateField *>(u"lastDayDateField"_s)->setDate(last);
        QTRY_VERIFY(dialog->isSettled() && verdicts(dialog).value(0).contains(displayDay(last)));
        QVERIFY(summary(dialog).startsWith(u"It is possible. "_s));
        dialog->findChild<DateField *>(u"firstDayDateField"_s)
            ->setDate(last.addDays(1)); // ends before it starts
        QTRY_COMPARE(summary(dialog), QString());
        Desk::press(dialog, u"applyButton"_s);
        QVERIFY(!dialog->findChild<FormField *>(u"last_dayField"_s)->isValid());
    }

    void saysWhatBecomesOfARevokedOne()
    {
        m_desk->select({m_anas.value()});
        m_desk->trigger(u"revokeAction"_s);
        auto *dialog = m_desk->dialog<RevokeDialog>();
        QTRY_COMPARE(verdicts(dialog), QStringList{u"Ends today"_s});
        QCOMPARE(summary(dialog), u"It is possible. 2 seats stay free."_s);
    }

    void filtersByState()
    {
        m_desk->database.sql(
            u"UPDATE seatledger.license_assignment SET state = 'suspended' WHERE id = %1"_s.arg(
                m_anas.value()));
        auto *filter = m_desk->page()->findChild<SegmentedFilter *>(u"assignmentsFilter"_s);
        filter->setCurrent(u"suspended"_s);
        emit filter->currentChanged(u"suspended"_s);
        QTRY_COMPARE(m_desk->column(0), QStringList{u"Ana Sousa"_s});
    }

private:
    static QString summary(QWidget *dialog) { return dialog->findChild<QLabel *>(u"summaryLabel"_s)->text(); }
    static QStringList verdicts(QWidget *dialog)
    {
        const auto *lines = dialog->findChild<PlanModel *>();
        QStringList texts;
        for (int row = 0; row < lines->rowCount(); ++row)
            texts += lines->index(row, PlanModel::VerdictColumn).data().toString();
        return texts;
    }

    std::unique_ptr<Desk> m_desk;
    LicenseId m_ide = *LicenseId::fromValue(1);
    MemberId m_cem = *MemberId::fromValue(1);
    AssignmentId m_anas = *AssignmentId::fromValue(1);
    AssignmentId m_bos = *AssignmentId::fromValue(1);
};

} // namespace seatledger

QTEST_MAIN(seatledger::AssignmentsPageTest)
#include "assignmentspagetest.moc"
