// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assigndialog.h"

#include "tests/support/book.h"
#include "tests/support/patience.h"
#include "ui/assignments/pastemembersdialog.h"
#include "ui/assignments/recipientsmodel.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/entrylist.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

class AssignDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_office = std::make_unique<Office>();
        m_ide = m_office->book.licenseWithSeats(u"IDE"_s, 2);
        m_people = m_office->book.members(3);
        m_dialog = new AssignDialog(
            {.executor = m_office->executor, .services = m_office->services, .day = &m_office->day});
        m_tester = std::make_unique<QAbstractItemModelTester>(
            people(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_dialog->open();
    }
    void cleanup()
    {
        m_tester.reset();
        delete m_dialog;
        m_office.reset();
    }

    void assignsToManyAsPlanned()
    {
        m_dialog->setLicense(m_ide);
        m_dialog->addMembers({m_people[0], m_people[1]});
        QTRY_VERIFY(applyButton()->isEnabled());
        QCOMPARE(people()->index(0, RecipientsModel::VerdictColumn).data().toString(), u"Gets a seat"_s);
        QSignalSpy applied(m_dialog, &AssignDialog::applied);
        QTest::mouseClick(applyButton(), Qt::LeftButton);
        QTRY_COMPARE(applied.size(), 1);
        QCOMPARE(m_office->book.held(m_ide), 2);
    }

    void saysWhoIsLeftOutAndUndoes()
    {
        m_dialog->setLicense(m_ide);
        m_dialog->addMembers(m_people);
        auto *partial = m_dialog->findChild<QCheckBox *>(u"partialCheckBox"_s);
        QTRY_VERIFY(partial->isVisible());
        QVERIFY(!applyButton()->isEnabled()); // all or nothing
        partial->click();
        QTRY_VERIFY(applyButton()->isEnabled());
        QTest::mouseClick(applyButton(), Qt::LeftButton);
        QTRY_COMPARE(m_dialog->findChild<EntryList *>(u"leftOutList"_s)->count(), 1);
        QCOMPARE(m_office->book.held(m_ide), 2);
        QSignalSpy undone(m_dialog, &AssignDialog::undone);
        QTest::mouseClick(m_dialog->findChild<QPushButton *>(u"undoButton"_s), Qt::LeftButton);
        QTRY_COMPARE(undone.size(), 1);
        QCOMPARE(m_office->book.held(m_ide), 0);
    }

    void putsWhoGetsNoneOnTheWaitingList()
    {
        m_dialog->setLicense(m_ide);
        m_dialog->addMembers(m_people);
        auto *wait = m_dialog->findChild<QCheckBox *>(u"waitCheckBox"_s);
        QTRY_VERIFY(wait->isVisible());
        QVERIFY(wait->text().contains(u'1'));
        wait->click();
        QTRY_VERIFY(applyButton()->isEnabled());
        QSignalSpy applied(m_dialog, &AssignDialog::applied);
        QTest::mouseClick(applyButton(), Qt::LeftButton);
        QTRY_COMPARE(applied.size(), 1);
        QVERIFY(applied.front().at(1).toString().contains(u"waiting list"_s));
        QCOMPARE(m_office->book.held(m_ide), 2);
        QCOMPARE(m_office->database.value(
                     u"SELECT member_id FROM seatledger.waiting_entry WHERE state = 'waiting'"_s),
                 QString::number(m_people[2].value()));
    }

    void letsSomebodyWaitWhereNothingIsFree()
    {
        m_office->book.assignment(m_ide, m_people[0]);
        m_office->book.assignment(m_ide, m_people[1]);
        m_dialog->setWaits(true);
        m_dialog->setLicense(m_ide);
        m_dialog->addMembers({m_people[2]});
        QTRY_VERIFY(applyButton()->isEnabled());
        QCOMPARE(applyButton()->text(), u"Put on the waiting list"_s);
        QSignalSpy applied(m_dialog, &AssignDialog::applied);
        QTest::mouseClick(applyButton(), Qt::LeftButton);
        QTRY_COMPARE(applied.size(), 1);
        QCOMPARE(m_office->database.value(u"SELECT count(*) FROM seatledger.waiting_entry"_s), u"1"_s);
    }

    void saysThatALaterSeatIsReserved()
    {
        m_dialog->setLicense(m_ide);
        m_dialog->addMembers({m_people[0]});
        m_dialog->findChild<DateField *>(u"firstDayDateField"_s)->setDate(m_office->book.today().addDays(9));
        QTRY_VERIFY(applyButton()->isEnabled());
        QVERIFY2(applyButton()->text().startsWith(u"Reserve"_s), qPrintable(applyButton()->text()));
    }

    void pastesAListWithUnknownOnes()
    {
        QTest::mouseClick(m_dialog->findChild<QPushButton *>(u"pasteButton"_s), Qt::LeftButton);
        auto *paste = m_dialog->findChild<PasteMembersDialog *>();
        QVERIFY(paste);
        paste->findChild<QPlainTextEdit *>(u"listEdit"_s)
            ->setPlainText(u"m1@example.org; Two <M2@EXAMPLE.ORG>\nM3\nnobody@example.org, m1@example.org"_s);
        auto *add = paste->findChild<QPushButton *>(u"addButton"_s);
        QTRY_VERIFY(add->isEnabled());
        QCOMPARE(paste->findChild<QPlainTextEdit *>(u"unknownEdit"_s)->toPlainText(),
                 u"nobody@example.org"_s);
        QTest::mouseClick(add, Qt::LeftButton);
        QTRY_COMPARE(people()->rowCount(), 3);
    }

    void splitsPastedText()
    {
        QCOMPARE(splitPasted(u"a@b.org b@b.org\nAna <c@b.org>;M-1\tm-1,,"_s),
                 (QStringList{u"a@b.org"_s, u"b@b.org"_s, u"c@b.org"_s, u"M-1"_s}));
    }

    void takesPeopleOutAgain()
    {
        m_dialog->addMembers(m_people);
        QTRY_COMPARE(people()->rowCount(), 3);
        people()->remove({0, 2});
        QCOMPARE(people()->members(), std::vector<MemberId>{m_people[1]});
        people()->remove({0});
        QCOMPARE(people()->rowCount(), 0);
    }

private:
    RecipientsModel *people() const { return m_dialog->findChild<RecipientsModel *>(); }
    QPushButton *applyButton() const { return m_dialog->findChild<QPushButton *>(u"applyButton"_s); }

    struct Office {
        TestDatabase database;
        Book book{database};
        Services services;
        Executor executor{database.settings(), Actor{u"tester"_s, OperationSource::Window}};
        BookDay day{executor, services};
    };

    std::unique_ptr<Office> m_office;
    LicenseId m_ide = *LicenseId::fromValue(1);
    QList<MemberId> m_people;
    QPointer<AssignDialog> m_dialog;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace seatledger

QTEST_MAIN(seatledger::AssignDialogTest)
#include "assigndialogtest.moc"
