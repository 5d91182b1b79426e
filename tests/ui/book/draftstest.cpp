// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/drafts.h"

#include "tests/ui/book/desk.h"
#include "ui/assignments/assigndialog.h"
#include "ui/assignments/assignmentspage.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/pickerfield.h"
#include "ui/licenses/licensespage.h"
#include "ui/members/memberdialog.h"
#include "ui/members/memberspage.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QProcess>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>

#include <csignal>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QString book = u"postgresql://somewhere/book"_s;

/// A form as dialogs have them, with a field that hides what is typed.
class Sheet final : public DialogFrame
{
public:
    explicit Sheet(const DraftMark &mark) : DialogFrame(u"sheet"_s, u"Sheet"_s, nullptr)
    {
        for (const QString &name : {u"nameEdit"_s, u"secretEdit"_s}) {
            auto *line = new QLineEdit(this);
            line->setObjectName(name);
            body()->addWidget(line);
        }
        edit(u"secretEdit"_s)->setEchoMode(QLineEdit::Password);
        addCancelButton();
        markDraft(this, mark);
    }

    [[nodiscard]] QLineEdit *edit(const QString &name) const { return findChild<QLineEdit *>(name); }
};

const DraftMark sheetMark{u"members"_s, u"new"_s};

} // namespace

/// The other run: types, says that it is kept, and waits to be killed.
int typeAndWait(const QString &folder)
{
    Drafts drafts(folder, book);
    auto *sheet = new Sheet(sheetMark);
    drafts.attach(sheet);
    sheet->show();
    QTest::keyClicks(sheet->edit(u"nameEdit"_s), u"Ana Sousa"_s);
    QTest::keyClicks(sheet->edit(u"secretEdit"_s), u"hunter2"_s);
    drafts.keep();
    puts("kept");
    fflush(stdout);
    return QApplication::exec();
}

/// What is typed into open dialogs survives the end of the program, and only that.
class DraftsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void survivesBeingKilled()
    {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--type-and-wait"_s, m_folder->path()});
        QVERIFY(other.waitForReadyRead(30'000));
        {
            // while the other run lives, its drafts are its own
            Drafts meanwhile(m_folder->path(), book);
            QVERIFY(meanwhile.left().isEmpty());
        }
        ::kill(static_cast<pid_t>(other.processId()), SIGKILL);
        QVERIFY(other.waitForFinished());

        QVERIFY(Drafts(m_folder->path(), u"another book"_s).left().isEmpty());
        Drafts drafts(m_folder->path(), book);
        QCOMPARE(drafts.left().size(), 1);
        QCOMPARE(drafts.left().first().title, u"Sheet"_s);
        Sheet sheet(sheetMark);
        drafts.attach(&sheet);
        QCOMPARE(sheet.edit(u"nameEdit"_s)->text(), u"Ana Sousa"_s);
        QCOMPARE(sheet.edit(u"secretEdit"_s)->text(), QString());
        QVERIFY(!sheet.banner()->isHidden());
        QVERIFY(drafts.left().isEmpty());
    }

    void isForItsOwnerOnlyAndHoldsNoSecret()
    {
        Drafts drafts(m_folder->filePath(u"private"_s), book);
        Sheet sheet(sheetMark);
        drafts.attach(&sheet);
        sheet.show();
        QTest::keyClicks(sheet.edit(u"nameEdit"_s), u"Ana"_s);
        QTest::keyClicks(sheet.edit(u"secretEdit"_s), u"hunter2"_s);
        drafts.keep();
        const QFileInfo file = theFile(u"private"_s);
        QCOMPARE(file.permissions()
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        QFile text(file.filePath());
        QVERIFY(text.open(QIODevice::ReadOnly));
        const QByteArray all = text.readAll();
        QVERIFY(all.contains("Ana"));
        QVERIFY(!all.contains("hunter2"));
    }

    void isGoneOnceTheDialogIsClosed_data()
    {
        QTest::addColumn<bool>("saved");
        QTest::newRow("saved") << true;
        QTest::newRow("discarded") << false;
    }
    void isGoneOnceTheDialogIsClosed()
    {
        QFETCH(bool, saved);
        Drafts drafts(m_folder->path(), book);
        Sheet sheet(sheetMark);
        drafts.attach(&sheet);
        sheet.show();
        QTest::keyClicks(sheet.edit(u"nameEdit"_s), u"Ana"_s);
        drafts.keep();
        QVERIFY(theFile().exists());
        saved ? sheet.accept() : sheet.reject();
        QVERIFY(!theFile().exists());
    }

    void keepsNothingOfWhatNobodyTyped()
    {
        Drafts drafts(m_folder->path(), book);
        Sheet sheet(sheetMark);
        drafts.attach(&sheet);
        sheet.show();
        sheet.edit(u"nameEdit"_s)->setText(u"loaded later"_s);
        drafts.keep();
        QVERIFY(!theFile().exists());
    }

    void opensAMemberThatWasBeingAdded()
    {
        Desk desk;
        desk.show(new MembersPage(desk.access(), desk.dialogs));
        desk.trigger(u"newAction"_s);
        auto *dialog = desk.dialog<MemberDialog>();
        {
            Drafts drafts(m_folder->path(), book);
            drafts.attach(dialog);
            dialog->show();
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"nameEdit"_s), u"Dora Novak"_s);
            QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(u"noteEdit"_s), u"from May on"_s);
            QTest::keyClick(dialog->findChild<QComboBox *>(u"statusComboBox"_s), Qt::Key_Down);
            drafts.keep();
        }
        delete dialog;
        Drafts drafts(m_folder->path(), book);
        QCOMPARE(drafts.left().size(), 1);
        desk.page()->showPlace(drafts.left().first().place());
        auto *again = desk.dialog<MemberDialog>();
        QVERIFY(again);
        drafts.attach(again);
        QCOMPARE(again->findChild<QLineEdit *>(u"nameEdit"_s)->text(), u"Dora Novak"_s);
        QCOMPARE(again->findChild<QPlainTextEdit *>(u"noteEdit"_s)->toPlainText(), u"from May on"_s);
        QCOMPARE(again->findChild<QComboBox *>(u"statusComboBox"_s)->currentIndex(), 1);
    }

    void changesOnlyWhatWasTypedInARowThatMovedOn()
    {
        Desk desk;
        const MemberId ana = desk.book.member(u"Ana Sousa"_s);
        desk.show(new MembersPage(desk.access(), desk.dialogs));
        QTRY_COMPARE(desk.view()->model()->rowCount(), 1);
        desk.select({ana.value()});
        desk.trigger(u"editAction"_s);
        QTRY_VERIFY(desk.dialog<MemberDialog>());
        QPointer<MemberDialog> dialog = desk.dialog<MemberDialog>();
        {
            Drafts drafts(m_folder->path(), book);
            drafts.attach(dialog);
            dialog->show();
            QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(u"noteEdit"_s), u"on the 3rd floor"_s);
            drafts.keep();
        }
        delete dialog;
        desk.database.sql(u"UPDATE seatledger.member SET name = 'Ana Maria'"_s);
        Drafts drafts(m_folder->path(), book);
        desk.page()->showPlace(drafts.left().first().place());
        QTRY_VERIFY(desk.dialog<MemberDialog>());
        auto *again = desk.dialog<MemberDialog>();
        drafts.attach(again);
        QCOMPARE(again->findChild<QLineEdit *>(u"nameEdit"_s)->text(), u"Ana Maria"_s);
        QCOMPARE(again->findChild<QPlainTextEdit *>(u"noteEdit"_s)->toPlainText(), u"on the 3rd floor"_s);
    }

    void opensAnAssignmentWithItsPeople()
    {
        Desk desk;
        const LicenseId cad = desk.book.licenseWithSeats(u"CAD"_s, 3);
        const MemberId ana = desk.book.member(u"Ana Sousa"_s);
        desk.show(new AssignmentsPage(desk.access(), desk.dialogs));
        desk.trigger(u"newAction"_s);
        auto *dialog = desk.dialog<AssignDialog>();
        {
            Drafts drafts(m_folder->path(), book);
            drafts.attach(dialog);
            dialog->show();
            QTest::keyClick(dialog, Qt::Key_Shift);
            dialog->setLicense(cad);
            dialog->addMembers({ana});
            QTRY_COMPARE(dialog->findChild<QTableView *>(u"peopleTable"_s)->model()->rowCount(), 1);
            QTRY_VERIFY(dialog->findChild<PickerField *>(u"licensePicker"_s)->current());
            drafts.keep();
        }
        delete dialog;
        Drafts drafts(m_folder->path(), book);
        desk.page()->showPlace(drafts.left().first().place());
        auto *again = desk.dialog<AssignDialog>();
        QVERIFY(again);
        drafts.attach(again);
        QTRY_COMPARE(again->findChild<QTableView *>(u"peopleTable"_s)->model()->rowCount(), 1);
        QCOMPARE(again->findChild<PickerField *>(u"licensePicker"_s)->current()->title, u"CAD"_s);
    }

    void marksWhatIsOpenedFromTheLists()
    {
        Desk desk;
        const LicenseId cad = desk.book.licenseWithSeats(u"CAD"_s, 3);
        const LicenseId ide = desk.book.licenseWithSeats(u"IDE"_s, 3);
        desk.show(new LicensesPage(desk.access(), desk.dialogs));
        QTRY_COMPARE(desk.view()->model()->rowCount(), 2);
        Drafts drafts(m_folder->path(), book);
        for (const QString &action : {u"newAction"_s, u"buyAction"_s, u"editManyAction"_s}) {
            desk.select(action == u"editManyAction" ? QList{cad.value(), ide.value()} : QList{cad.value()});
            auto *opens = desk.page()->findChild<QAction *>(action);
            QTRY_VERIFY2(opens->isEnabled(), qPrintable(action));
            delete desk.dialogs.opened.data();
            QTRY_VERIFY2((opens->trigger(), !desk.dialogs.opened.isNull()), qPrintable(action));
            QDialog *dialog = desk.dialogs.opened;
            drafts.attach(dialog);
            dialog->show();
            auto *note = dialog->findChild<QPlainTextEdit *>(u"noteEdit"_s);
            QVERIFY2(note, qPrintable(action));
            note->setEnabled(true);
            QTest::keyClicks(note, u"kept"_s);
            drafts.keep();
            QVERIFY2(theFile().exists(), qPrintable(action));
            dialog->reject();
        }
    }

private:
    [[nodiscard]] QFileInfo theFile(const QString &below = {}) const
    {
        const QDir folder(m_folder->filePath(below));
        return QFileInfo(folder.filePath(folder.entryList({u"*.json"_s}).value(0, u"none"_s)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace seatledger

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == u"--type-and-wait")
        return seatledger::typeAndWait(arguments.value(2));
    seatledger::DraftsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "draftstest.moc"
