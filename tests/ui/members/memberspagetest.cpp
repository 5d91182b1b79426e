// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/memberspage.h"

#include "tests/ui/book/desk.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/formfield.h"
#include "ui/members/departdialog.h"
#include "ui/members/memberdialog.h"

#include <QFile>
#include <QLineEdit>
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

    void keepsWhatWasTypedOnAConflict()
    {
        QTest::keyClick(m_desk->view(), Qt::Key_Down);
        m_desk->select({m_ana.value()});
        m_desk->trigger(u"editAction"_s);
        QTRY_VERIFY(m_desk->dialog<MemberDialog>());
        auto *dialog = m_desk->dialog<MemberDialog>();
        edit(dialog, u"nameEdit"_s, u"Ana Maria Sousa"_s);
        m_desk->database.sql(u"UPDATE seatledger.member SET name = 'Anna' WHERE number = 'M1'"_s);
        Desk::press(dialog, u"saveButton"_s);
        auto *banner = dialog->findChild<Banner *>(u"banner"_s);
        QTRY_VERIFY(!banner->text().isEmpty());
        QCOMPARE(dialog->findChild<QLineEdit *>(u"nameEdit"_s)->text(), u"Ana Maria Sousa"_s);
        Desk::press(dialog, u"saveButton"_s);
        QTRY_COMPARE(m_desk->database.value(u"SELECT name FROM seatledger.member WHERE number = 'M1'"_s),
                     u"Ana Maria Sousa"_s);
    }

    void departsAndTakesItBack()
    {
        const LicenseId ide = m_desk->book.licenseWithSeats(u"IDE"_s, 2);
        m_desk->book.assignment(ide, m_ana);
        m_desk->select({m_ana.value()});
        m_desk->trigger(u"departAction"_s);
        QTRY_VERIFY(m_desk->dialog<DepartDialog>());
        auto *dialog = m_desk->dialog<DepartDialog>();
        QTRY_COMPARE(dialog->findChild<EntryList *>(u"seatsList"_s)->count(), 1);
        Desk::press(dialog, u"applyButton"_s);
        QTRY_VERIFY(m_desk->toast && m_desk->toast->action);
        QCOMPARE(m_desk->book.held(ide), 0);
        m_desk->toast->action();
        QTRY_COMPARE(m_desk->book.held(ide), 1);
    }

    void exportsWhatIsShown()
    {
        const QTemporaryDir folder;
        m_desk->dialogs.savePath = folder.filePath(u"members.csv"_s);
        m_desk->page()->search(u"bo"_s);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
        m_desk->trigger(u"exportAction"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        QFile file(m_desk->dialogs.savePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains("Bo Li"));
        QVERIFY(!written.contains("Ana Sousa"));
    }

    void saysWhyAnExportFailed()
    {
        m_desk->dialogs.savePath = u"/nowhere/at/all.csv"_s;
        m_desk->trigger(u"exportAction"_s);
        QTRY_COMPARE(m_desk->dialogs.errors.size(), 1);
    }

private:
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
