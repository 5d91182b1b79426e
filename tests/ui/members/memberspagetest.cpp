// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/memberspage.h"

#include "tests/ui/book/desk.h"
#include "ui/book/conflictdialog.h"
#include "ui/book/exportchoicedialog.h"
#include "ui/book/exportdialog.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/pickerfield.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/members/departdialog.h"
#include "ui/members/memberdialog.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

namespace seatledger {

using namespace Qt::StringLiterals;

class MembersPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_ana = m_desk->book.member(u"Ana Sousa"_s);
        m_bo = m_desk->book.member(u"Bo Li"_s);
        m_cem = m_desk->book.member(u"Cem Kaya"_s);
        m_desk->show(new MembersPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(names(), (QStringList{u"Ana Sousa"_s, u"Bo Li"_s, u"Cem Kaya"_s}));
    }
    void cleanup() { m_desk.reset(); }

    void searchesAsOneTypes()
    {
        m_desk->page()->search(u"kaya"_s);
        QTRY_COMPARE(names(), QStringList{u"Cem Kaya"_s});
        m_desk->page()->search({});
        QTRY_COMPARE(names().size(), 3);
    }

    void showsChangesMadeElsewhereAndKeepsTheSelection()
    {
        QTRY_VERIFY(m_desk->listener.isConnected());
        m_desk->select({m_bo.value()});
        m_desk->database.sql(u"INSERT INTO seatledger.member (number, name, email) "
                             "VALUES ('A0', 'Abel First', 'abel@example.org')"_s);
        QTRY_COMPARE(names().value(0), u"Abel First"_s);
        QCOMPARE(m_desk->view()->rows()->single(), m_bo.value());
        QTRY_COMPARE(m_desk->view()->selectionModel()->selectedRows().value(0).row(), 2);
    }

    void comesBackToWhatWasInSight()
    {
        m_desk->page()->search(u"bo"_s);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
        m_desk->select({m_bo.value()});
        const QVariant place = m_desk->page()->place();
        m_desk->page()->search({});
        m_desk->select({});
        QTRY_COMPARE(names().size(), 3);
        QSignalSpy searched(m_desk->page(), &Page::searchTextChanged);
        m_desk->page()->showPlace(place);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
        QTRY_COMPARE(m_desk->view()->rows()->single(), m_bo.value());
        QCOMPARE(searched.value(0).value(0).toString(), u"bo"_s);
    }

    void addsAMember()
    {
        m_desk->trigger(u"newAction"_s);
        auto *dialog = m_desk->dialog<MemberDialog>();
        QVERIFY(dialog);
        Desk::press(dialog, u"saveButton"_s);
        QVERIFY(!dialog->findChild<FormField *>(u"nameField"_s)->isValid());
        edit(dialog, u"nameEdit"_s, u"Dora Novak"_s);
        edit(dialog, u"numberEdit"_s, u"m1"_s);
        edit(dialog, u"emailEdit"_s, u"dora@example.org"_s);
        Desk::press(dialog, u"saveButton"_s);
        auto *number = dialog->findChild<FormField *>(u"numberField"_s);
        QTRY_VERIFY(!number->isValid()); // Ana has it
        edit(dialog, u"numberEdit"_s, u"D1"_s);
        Desk::press(dialog, u"saveButton"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        QTRY_VERIFY(names().contains(u"Dora Novak"_s));
    }

    void letsOneChooseWhereTwoChangedTheSame()
    {
        MemberDialog *dialog = editAna();
        edit(dialog, u"nameEdit"_s, u"Ana Maria Sousa"_s);
        m_desk->database.sql(u"UPDATE seatledger.member SET name = 'Anna' WHERE number = 'M1'"_s);
        Desk::press(dialog, u"saveButton"_s);
        QTRY_VERIFY(dialog->findChild<ConflictDialog *>());
        auto *conflict = dialog->findChild<ConflictDialog *>();
        QVERIFY(!conflict->findChild<QPushButton *>(u"saveButton"_s)->isEnabled());
        conflict->reject(); // nothing is lost, the next Save asks again
        QCOMPARE(dialog->findChild<QLineEdit *>(u"nameEdit"_s)->text(), u"Ana Maria Sousa"_s);
        QTRY_VERIFY(!dialog->findChild<ConflictDialog *>());
        Desk::press(dialog, u"saveButton"_s);
        QTRY_VERIFY(dialog->findChild<ConflictDialog *>());
        conflict = dialog->findChild<ConflictDialog *>();
        Desk::press(conflict, u"nameYoursButton"_s);
        Desk::press(conflict, u"saveButton"_s);
        QTRY_COMPARE(stored(u"name"_s), u"Ana Maria Sousa"_s);
    }

    void losesNoFieldOfTwoAdministrators()
    {
        // Two windows on one database: both open the form, each changes another field.
        Executor otherExecutor(m_desk->database.settings(), Actor{u"other"_s, OperationSource::Window});
        const BookAccess other{otherExecutor, m_desk->services};
        const Result<Member> before = m_desk->services.members.find(m_desk->database.session(), m_ana);
        VERIFY_RESULT(before);
        MemberDialog *mine = editAna();
        auto *theirs = new MemberDialog(other, *before); // deletes itself when closed
        edit(theirs, u"emailEdit"_s, u"ana@elsewhere.example"_s);
        edit(mine, u"nameEdit"_s, u"Ana Maria Sousa"_s);
        Desk::press(theirs, u"saveButton"_s);
        QTRY_COMPARE(stored(u"email"_s), u"ana@elsewhere.example"_s);

        Desk::press(mine, u"saveButton"_s);
        QTRY_VERIFY(mine->findChild<ConflictDialog *>());
        Desk::press(mine->findChild<ConflictDialog *>(), u"saveButton"_s);
        QTRY_COMPARE(stored(u"name"_s), u"Ana Maria Sousa"_s);
        QCOMPARE(stored(u"email"_s), u"ana@elsewhere.example"_s);
    }

    void departsAndTakesItBack()
    {
        const LicenseId ide = m_desk->book.licenseWithSeats(u"IDE"_s, 2);
        m_desk->book.assignment(ide, m_ana);
        m_desk->select({m_ana.value()});
        m_desk->trigger(u"departAction"_s);
        QTRY_VERIFY(m_desk->dialog<DepartDialog>());
        auto *dialog = m_desk->dialog<DepartDialog>();
        QTRY_COMPARE(dialog->findChild<QTableView *>(u"seatsTable"_s)->model()->rowCount(), 1);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"applyButton"_s)->isEnabled());
        Desk::press(dialog, u"applyButton"_s);
        QTRY_VERIFY(m_desk->toast && m_desk->toast->action);
        QCOMPARE(m_desk->book.held(ide), 0);
        m_desk->toast->action();
        QTRY_COMPARE(m_desk->book.held(ide), 1);
    }

    void takesAnEditBackFromTheToast()
    {
        m_desk->select({m_bo.value()});
        m_desk->trigger(u"editAction"_s);
        QTRY_VERIFY(m_desk->dialog<MemberDialog>());
        edit(m_desk->dialog<MemberDialog>(), u"nameEdit"_s, u"Bo Lee"_s);
        Desk::press(m_desk->dialog<MemberDialog>(), u"saveButton"_s);
        QTRY_COMPARE(names().value(1), u"Bo Lee"_s);
        QTRY_VERIFY(m_desk->toast && m_desk->toast->action);
        QCOMPARE(m_desk->toast->actionText, u"Undo"_s);
        m_desk->toast->action();
        QTRY_COMPARE(names().value(1), u"Bo Li"_s);
    }

    void takesANewMemberBackFromTheToast()
    {
        m_desk->trigger(u"newAction"_s);
        auto *dialog = m_desk->dialog<MemberDialog>();
        edit(dialog, u"nameEdit"_s, u"Dora Novak"_s);
        edit(dialog, u"numberEdit"_s, u"D1"_s);
        edit(dialog, u"emailEdit"_s, u"dora@example.org"_s);
        Desk::press(dialog, u"saveButton"_s);
        QTRY_VERIFY(names().contains(u"Dora Novak"_s));
        QTRY_VERIFY(m_desk->toast && m_desk->toast->action);
        m_desk->toast->action();
        QTRY_COMPARE(names().size(), 3);
    }

    void departsOnTheBooksDay()
    {
        m_desk->book.pass(-3);
        m_desk->day.refresh();
        const QDate today = m_desk->book.today();
        QTRY_COMPARE(m_desk->day.today(), today);
        m_desk->select({m_ana.value()});
        m_desk->trigger(u"departAction"_s);
        QTRY_VERIFY(m_desk->dialog<DepartDialog>());
        auto *day = m_desk->dialog<DepartDialog>()->findChild<DateField *>(u"dayDateField"_s);
        QCOMPARE(day->date(), std::optional(today));
        auto *keep = m_desk->dialog<DepartDialog>()->findChild<QPushButton *>(u"keepButton"_s);
        QVERIFY(!keep->isEnabled());
        day->setDate(today.addDays(1)); // ahead by the book's day, though the machine is later
        QTRY_VERIFY(keep->isEnabled());
    }

    void givesSeatsToASuccessorAndSavesAReport()
    {
        const LicenseId ide = m_desk->book.licenseWithSeats(u"IDE"_s, 1);
        m_desk->book.assignment(ide, m_ana);
        m_desk->select({m_ana.value()});
        m_desk->trigger(u"departAction"_s);
        QTRY_VERIFY(m_desk->dialog<DepartDialog>());
        auto *dialog = m_desk->dialog<DepartDialog>();
        QTRY_COMPARE(dialog->findChild<QTableView *>(u"seatsTable"_s)->model()->rowCount(), 1);
        dialog->findChild<PickerField *>(u"successorPicker"_s)
            ->setCurrent(PickerItem{.id = m_bo.value(), .title = u"Bo Li"_s});
        Desk::press(dialog, u"handOverButton"_s);
        QTRY_VERIFY(dialog->findChild<TextLabel *>(u"summaryLabel"_s)->text().contains(u"successor"_s));
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"applyButton"_s)->isEnabled());
        Desk::press(dialog, u"applyButton"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        QCOMPARE(m_desk->database.value(u"SELECT member_id FROM seatledger.license_assignment WHERE state = "
                                        "'active'"_s),
                 QString::number(m_bo.value()));
        QTRY_COMPARE(dialog->findChild<EntryList *>(u"doneList"_s)->count(), 1);
        const QTemporaryDir folder;
        m_desk->dialogs.savePath = folder.filePath(u"left.csv"_s);
        Desk::press(dialog, u"reportButton"_s);
        QTRY_VERIFY(content().contains("hand_over"));
        Desk::press(dialog, u"closeButton"_s);
    }

    void letsSeveralLeaveAtOnce()
    {
        m_desk->select({m_ana.value(), m_bo.value()});
        m_desk->trigger(u"departAction"_s);
        QTRY_VERIFY(m_desk->dialog<DepartDialog>());
        auto *dialog = m_desk->dialog<DepartDialog>();
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"applyButton"_s)->isEnabled());
        Desk::press(dialog, u"applyButton"_s);
        QTRY_COMPARE(
            m_desk->database.value(u"SELECT count(*) FROM seatledger.member WHERE status = 'departed'"_s),
            u"2"_s);
    }

    void exportsWhatIsShown()
    {
        const QTemporaryDir folder;
        m_desk->dialogs.savePath = folder.filePath(u"members.csv"_s);
        m_desk->page()->search(u"bo"_s);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
        startExport(u"csv"_s, u"shown"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        const QByteArray written = content();
        QVERIFY(written.contains("Bo Li"));
        QVERIFY(!written.contains("Ana Sousa"));
        QVERIFY2(written.startsWith("\xEF\xBB\xBFname,number,email,department,status,licenses\r\n"),
                 written.constData());
    }

    void exportsTheColumnsAndTheFormatThatAreWanted()
    {
        const QTemporaryDir folder;
        m_desk->dialogs.savePath = folder.filePath(u"members.json"_s);
        m_desk->view()->horizontalHeader()->hideSection(2);
        startExport(u"json"_s, u"shown"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        QVERIFY(content().startsWith("[\n{\"name\":\"Ana Sousa\",\"number\":\"M1\",\"department\":"));

        m_desk->toast.reset();
        m_desk->trigger(u"exportAction"_s); // both are remembered
        auto *dialog = m_desk->dialog<ExportChoiceDialog>();
        QCOMPARE(dialog->findChild<SegmentedFilter *>(u"formatFilter"_s)->current(), u"json"_s);
        dialog->findChild<SegmentedFilter *>(u"columnsFilter"_s)->setCurrent(u"all"_s);
        Desk::press(dialog, u"chooseFileButton"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        QVERIFY(content().contains("\"joined_on\":null"));
        m_desk->trigger(u"exportAction"_s);
        QCOMPARE(
            m_desk->dialog<ExportChoiceDialog>()->findChild<SegmentedFilter *>(u"columnsFilter"_s)->current(),
            u"all"_s);
    }

    void leavesNoFileBehindWhenAnExportIsCancelled()
    {
        const QTemporaryDir folder;
        m_desk->dialogs.savePath = folder.filePath(u"members.xlsx"_s);
        m_desk->database.sql(
            u"INSERT INTO seatledger.member (number, name, email) SELECT 'L' || n, 'Long list', "
            "'l' || n || '@example.org' FROM generate_series(1, 30000) n"_s);
        startExport(u"xlsx"_s, u"all"_s);
        auto *dialog = m_desk->dialog<ExportDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY(!QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        dialog->reject();
        QTRY_VERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        QVERIFY(!m_desk->toast.has_value());
        QVERIFY(m_desk->dialogs.errors.isEmpty());
    }

    void saysWhyAnExportFailed()
    {
        m_desk->dialogs.savePath = u"/nowhere/at/all.csv"_s;
        startExport(u"csv"_s, u"shown"_s);
        QTRY_COMPARE(m_desk->dialogs.errors.size(), 1);
    }

private:
    void startExport(const QString &format, const QString &columns)
    {
        m_desk->trigger(u"exportAction"_s);
        auto *dialog = m_desk->dialog<ExportChoiceDialog>();
        QVERIFY(dialog);
        dialog->findChild<SegmentedFilter *>(u"formatFilter"_s)->setCurrent(format);
        dialog->findChild<SegmentedFilter *>(u"columnsFilter"_s)->setCurrent(columns);
        Desk::press(dialog, u"chooseFileButton"_s);
    }
    QByteArray content() const
    {
        QFile file(m_desk->dialogs.savePath);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    MemberDialog *editAna()
    {
        m_desk->select({m_ana.value()});
        m_desk->trigger(u"editAction"_s);
        [&] { QTRY_VERIFY(m_desk->dialog<MemberDialog>()); }();
        return m_desk->dialog<MemberDialog>();
    }
    QString stored(const QString &column)
    {
        return m_desk->database.value(u"SELECT %1 FROM seatledger.member WHERE number = 'M1'"_s.arg(column));
    }
    QStringList names() const { return m_desk->column(0); }
    static void edit(QWidget *dialog, const QString &name, const QString &text)
    {
        auto *line = dialog->findChild<QLineEdit *>(name);
        line->clear();
        QTest::keyClicks(line, text);
    }

    std::unique_ptr<Desk> m_desk;
    MemberId m_ana = *MemberId::fromValue(1);
    MemberId m_bo = *MemberId::fromValue(1);
    MemberId m_cem = *MemberId::fromValue(1);
};

} // namespace seatledger

QTEST_MAIN(seatledger::MembersPageTest)
#include "memberspagetest.moc"
