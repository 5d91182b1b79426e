// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "tests/ui/book/desk.h"
#include "ui/audit/auditfilters.h"
#include "ui/audit/auditpanel.h"
#include "ui/audit/changelist.h"
#include "ui/audit/undodialog.h"
#include "ui/audit/verifydialog.h"
#include "ui/book/daysdialog.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/pickerfield.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

namespace seatledger {

using namespace Qt::StringLiterals;

class AuditPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("SEATLEDGER_HOME", m_home.path().toUtf8()); }

    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_ide = m_desk->book.licenseWithSeats(u"IDE"_s, 5);
        m_ana = m_desk->book.member(u"Ana Sousa"_s);
        m_bo = m_desk->book.member(u"Bo Li"_s);
        act(u"'assign', 'Assign IDE to 2', 'window', 'ada', 'New project'"_s,
            u"INSERT INTO seatledger.license_assignment (license_id, member_id) "
            "SELECT %1, id FROM seatledger.member"_s.arg(m_ide.value()));
        act(u"'edit_member', 'Edit Bo Li', 'command', 'bob'"_s,
            u"UPDATE seatledger.member SET status = 'on_leave', note = 'until May' WHERE id = %1"_s.arg(
                m_bo.value()));
        m_desk->show(new AuditPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(summaries().value(0), u"Edit Bo Li"_s);
        QCOMPARE(summaries().value(1), u"Assign IDE to 2"_s);
    }
    void cleanup() { m_desk.reset(); }

    void searchesAsOneTypesAndByNumber()
    {
        m_desk->page()->search(u"project"_s);
        QTRY_COMPARE(summaries(), QStringList{u"Assign IDE to 2"_s});
        m_desk->page()->search(u'#' + QString::number(operation(u"edit_member"_s)));
        QTRY_COMPARE(summaries(), QStringList{u"Edit Bo Li"_s});
        m_desk->page()->search(u"#0"_s); // no number that an operation has
        QTRY_COMPARE(summaries().size(), 0);
        m_desk->page()->search({});
        QTRY_VERIFY(summaries().size() > 2);
    }

    void filtersByPersonKindAndThing()
    {
        filters()->setActor(u"ada"_s);
        emit filters() -> changed();
        QTRY_COMPARE(summaries(), QStringList{u"Assign IDE to 2"_s});
        filters()->setActor({});
        choose(u"kindComboBox"_s, u"edit_member"_s);
        QTRY_COMPARE(summaries(), QStringList{u"Edit Bo Li"_s});
        choose(u"kindComboBox"_s, u"entity:license_assignment"_s);
        QTRY_COMPARE(summaries(), QStringList{u"Assign IDE to 2"_s});
        QTRY_VERIFY(m_desk->view()->table()->isCountKnown());
        QCOMPARE(m_desk->view()->table()->count(), 1);
    }

    void offersWhoeverDidSomething()
    {
        auto *picker = filters()->findChild<PickerField *>(u"actorPicker"_s);
        picker->setFocus();
        QTest::keyClicks(picker, u"bo"_s);
        QTRY_VERIFY(!picker->text().isEmpty());
        QTest::qWait(400); // it asks a moment after the last key
        QTest::keyClick(picker, Qt::Key_Return);
        QTRY_COMPARE(summaries(), QStringList{u"Edit Bo Li"_s});
    }

    void filtersByDays()
    {
        m_desk->database.sql(
            u"SET session_replication_role = replica; UPDATE seatledger.operation "
            "SET started_at = '2026-01-31 23:30Z' WHERE kind = 'edit_member'; "
            "SET session_replication_role = origin; "
            "UPDATE seatledger.setting SET value = 'Asia/Shanghai' WHERE name = 'time_zone'"_s);
        QTRY_VERIFY(m_desk->column(0).contains(u"2026-02-01 07:30:00"_s));
        chooseDays(QDate(2026, 2, 1), QDate(2026, 2, 1));
        QTRY_COMPARE(summaries(), QStringList{u"Edit Bo Li"_s});
        chooseDays(QDate(2026, 1, 1), QDate(2026, 1, 31));
        QTRY_COMPARE(summaries(), QStringList());
        QTRY_VERIFY(m_desk->view()->table()->isCountKnown());
        emit m_desk->view()->emptyActionTriggered(); // Show all
        QTRY_VERIFY(summaries().size() > 2);
    }

    void showsNeitherTheBooksOwnNorWhatCannotBeUndone()
    {
        m_desk->database.sql(u"SELECT seatledger.begin_job('advance', 'What was due'); "
                             "SELECT seatledger.begin_operation('edit', 'Nothing at all')"_s);
        auto *segments = m_desk->page()->findChild<SegmentedFilter *>(u"auditFilter"_s);
        segments->setCurrent(u"people"_s);
        emit segments->currentChanged(u"people"_s);
        QTRY_VERIFY(!summaries().contains(u"What was due"_s));
        QTRY_VERIFY(summaries().contains(u"Nothing at all"_s));
        segments->setCurrent(u"undoable"_s);
        emit segments->currentChanged(u"undoable"_s);
        QTRY_VERIFY(!summaries().contains(u"Nothing at all"_s));
        QVERIFY(summaries().contains(u"Edit Bo Li"_s));
    }

    void showsAnOperationAsOne()
    {
        select(u"edit_member"_s);
        QTRY_VERIFY(panel()->shown());
        auto *facts = panel()->findChild<KeyValueForm *>();
        QCOMPARE(facts->value(u"actor"_s), u"bob"_s);
        QCOMPARE(facts->value(u"login"_s), u"seatledger_owner"_s);
        QCOMPARE(facts->value(u"source"_s), u"Command line"_s);
        QCOMPARE(facts->value(u"parts"_s), u"Members changed: 1"_s);
        QCOMPARE(panel()->changes()->lines(),
                 (QStringList{u"Bo Li | Member, changed"_s, u"status: Active → On leave"_s,
                              u"note: – → until May"_s}));
    }

    void namesWhatAnAssignmentIsAbout()
    {
        select(u"assign"_s);
        QTRY_VERIFY(panel()->shown());
        const QStringList lines = panel()->changes()->lines();
        QCOMPARE(lines.first(), u"IDE · Ana Sousa | Assignment, added"_s);
        QVERIFY(lines.contains(u"seats: 1"_s));
        QVERIFY(lines.contains(u"state: Active"_s));
        QCOMPARE(panel()->findChild<KeyValueForm *>()->value(u"reason"_s), u"New project"_s);
    }

    void pagesThroughALongOperation()
    {
        act(u"'import', 'Many members', 'import', 'ada'"_s,
            u"INSERT INTO seatledger.member (number, name, email) SELECT 'N' || n, 'Name ' || n, n || "
            "'@example.org' FROM generate_series(1, 1000) n"_s);
        QTRY_COMPARE(summaries().value(0), u"Many members"_s); // by itself
        select(u"import"_s);
        QTRY_VERIFY(panel()->changes()->lines().contains(u"Name 1 | Member, added"_s));
        QVERIFY(!panel()->changes()->lines().contains(u"Name 21 | Member, added"_s));
        auto *place = panel()->changes()->findChild<QLabel *>(u"placeLabel"_s);
        QCOMPARE(place->text(), u"1–20 of 1,000"_s);
        turn(u"nextToolButton"_s);
        QTRY_COMPARE(place->text(), u"21–40 of 1,000"_s);
        QVERIFY(panel()->changes()->lines().contains(u"Name 21 | Member, added"_s));
        turn(u"nextToolButton"_s);
        QTRY_COMPARE(place->text(), u"41–60 of 1,000"_s);
        turn(u"previousToolButton"_s);
        QTRY_COMPARE(place->text(), u"21–40 of 1,000"_s);
    }

    void jumpsToTheObjectByItsNameOfToday()
    {
        m_desk->database.sql(
            u"UPDATE seatledger.member SET name = 'Bo Lee' WHERE id = %1"_s.arg(m_bo.value()));
        QSignalSpy jumps(m_desk->page(), &Page::pageRequested);
        select(u"edit_member"_s);
        QTRY_VERIFY(panel()->changes()->lines().contains(u"Bo Li | Member, changed"_s));
        turn(u"openToolButton"_s);
        QTRY_COMPARE(jumps.size(), 1);
        QCOMPARE(jumps.first(), (QVariantList{u"members"_s, u"Bo Lee"_s, m_bo.value()}));
        select(u"assign"_s);
        QTRY_VERIFY(panel()->changes()->lines().value(0).startsWith(u"IDE"_s));
        turn(u"openToolButton"_s);
        QTRY_COMPARE(jumps.size(), 2);
        QCOMPARE(jumps.last().value(0), u"assignments"_s);
        QCOMPARE(jumps.last().value(1), u"IDE Ana Sousa"_s);
    }

    void undoesAndUndoesTheUndo()
    {
        UndoDialog *dialog = offerUndo(u"assign"_s);
        QTRY_COMPARE(dialog->findChild<EntryList *>(u"planList"_s)->count(), 1);
        QCOMPARE(m_desk->book.held(m_ide), 2); // the plan has changed nothing
        Desk::press(dialog, u"undoButton"_s);
        QTRY_VERIFY(m_desk->toast && m_desk->toast->action);
        QCOMPARE(m_desk->book.held(m_ide), 0);
        QTRY_COMPARE(summaries().value(0), u"Undo: Assign IDE to 2"_s);
        QTRY_VERIFY(!action(u"undoAction"_s)->isEnabled()); // it is undone
        m_desk->toast->action();
        QTRY_COMPARE(m_desk->book.held(m_ide), 2);
    }

    void saysWhyItCannotBeUndone()
    {
        m_desk->database.sql(
            u"UPDATE seatledger.member SET status = 'active' WHERE id = %1"_s.arg(m_bo.value()));
        UndoDialog *dialog = offerUndo(u"edit_member"_s);
        auto *banner = dialog->findChild<Banner *>();
        QTRY_VERIFY(!banner->text().isEmpty());
        QVERIFY(!dialog->findChild<QPushButton *>(u"undoButton"_s)->isEnabled());
    }

    void offersNoUndoForWhatTheBookDid()
    {
        select(u"install"_s);
        QTRY_VERIFY(panel()->shown());
        QVERIFY(!action(u"undoAction"_s)->isEnabled());
    }

    void leadsFromAnOperationToItsUndo()
    {
        const qint64 edit = operation(u"edit_member"_s);
        m_desk->database.sql(u"SELECT seatledger.undo_operation(%1)"_s.arg(edit));
        QTRY_COMPARE(summaries().value(0), u"Undo: Edit Bo Li"_s);
        QSignalSpy jumps(m_desk->page(), &Page::pageRequested);
        m_desk->select({edit});
        QTRY_VERIFY(action(u"counterpartAction"_s)->isVisible());
        m_desk->trigger(u"counterpartAction"_s);
        QCOMPARE(jumps.size(), 1);
        QCOMPARE(jumps.first().value(2).toLongLong(), operation(u"undo"_s));
    }

    void revealsAnOperationBehindFilters()
    {
        filters()->setActor(u"ada"_s);
        emit filters() -> changed();
        QTRY_COMPARE(summaries().size(), 1);
        const qint64 edit = operation(u"edit_member"_s);
        m_desk->page()->reveal(edit);
        m_desk->page()->search(u'#' + QString::number(edit));
        QTRY_COMPARE(summaries(), QStringList{u"Edit Bo Li"_s});
        QTRY_COMPARE(m_desk->view()->rows()->single(), edit);
        QTRY_VERIFY(panel()->shown());
    }

    void verifiesAndFindsATamperedByte()
    {
        VerifyDialog *dialog = offerVerify();
        Desk::press(dialog, u"verifyButton"_s);
        auto *verdict = dialog->findChild<QLabel *>(u"verdictLabel"_s);
        QTRY_VERIFY(verdict->text().contains(u"are intact"_s));
        m_desk->database.sql(
            u"SET session_replication_role = replica; UPDATE seatledger.audit_event "
            "SET new = jsonb_set(new, '{note}', '\"until Mai\"') WHERE new->>'note' = 'until May'; "
            "SET session_replication_role = origin"_s);
        Desk::press(dialog, u"verifyButton"_s);
        QTRY_VERIFY(verdict->text().startsWith(u"Damaged at link "_s));
        QSignalSpy jumps(m_desk->page(), &Page::pageRequested);
        Desk::press(dialog, u"showOperationButton"_s);
        QCOMPARE(jumps.size(), 1);
        QCOMPARE(jumps.first().value(2).toLongLong(), operation(u"edit_member"_s));
    }

    void writesAnAnchorAndFindsACutTail()
    {
        const QTemporaryDir folder;
        m_desk->dialogs.savePath = folder.filePath(u"anchor.json"_s);
        m_desk->dialogs.openPath = m_desk->dialogs.savePath;
        VerifyDialog *dialog = offerVerify();
        auto *verdict = dialog->findChild<QLabel *>(u"verdictLabel"_s);
        Desk::press(dialog, u"writeAnchorButton"_s);
        QTRY_VERIFY(verdict->text().startsWith(u"Anchored at link "_s));
        QVERIFY(QFile::exists(m_desk->dialogs.savePath));

        dialog->findChild<QAction *>(u"browseAction"_s)->trigger();
        QCOMPARE(dialog->findChild<QLineEdit *>(u"anchorEdit"_s)->text(), m_desk->dialogs.savePath);
        Desk::press(dialog, u"verifyButton"_s);
        QTRY_VERIFY(verdict->text().contains(u"they lead through the anchor"_s));
        QCOMPARE(dialog->findChild<KeyValueForm *>()->value(u"signer"_s), u"The key of this account"_s);

        // the end of the chain, cut so that everything that is left fits
        m_desk->database.sql(
            u"SET session_replication_role = replica; "
            "DELETE FROM seatledger.audit_event e USING seatledger.audit_link k, seatledger.audit_head h "
            "WHERE k.position = h.position AND e.statement_id = k.statement_id; "
            "DELETE FROM seatledger.audit_statement s USING seatledger.audit_link k, seatledger.audit_head h "
            "WHERE k.position = h.position AND s.id = k.statement_id; "
            "DELETE FROM seatledger.operation o WHERE NOT EXISTS "
            "(SELECT FROM seatledger.audit_statement s WHERE s.operation_id = o.id); "
            "DELETE FROM seatledger.audit_link k USING seatledger.audit_head h WHERE k.position = "
            "h.position; "
            "UPDATE seatledger.audit_head h SET position = k.position, hash = k.hash FROM "
            "seatledger.audit_link k "
            "WHERE k.position = h.position - 1; SET session_replication_role = origin"_s);
        Desk::press(dialog, u"verifyButton"_s);
        QTRY_VERIFY(verdict->text().startsWith(u"Damaged at link "_s));
    }

    void saysThatAFileIsNoAnchor()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"other.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        VerifyDialog *dialog = offerVerify();
        dialog->setAnchorFile(file.fileName());
        Desk::press(dialog, u"verifyButton"_s);
        QTRY_VERIFY(!dialog->findChild<Banner *>()->text().isEmpty());
    }

    void isWholeForAuditorsButForUndoing()
    {
        const QString otto = m_desk->people.add(u"otto"_s, {.role = Role::Auditor});
        m_desk->show(new AuditPage(m_desk->accessOf(otto), m_desk->dialogs));
        QTRY_VERIFY(summaries().contains(u"Edit Bo Li"_s));
        select(u"edit_member"_s);
        QTRY_VERIFY(panel()->changes()->lines().contains(u"Bo Li | Member, changed"_s));
        QVERIFY(!action(u"undoAction"_s)->isEnabled());
        QVERIFY(action(u"undoAction"_s)->toolTip().contains(u"not permitted to the role auditor"_s));
        const auto *opener = panel()->changes()->findChild<QToolButton *>(u"openToolButton"_s);
        QVERIFY(!opener->isEnabled());
        QVERIFY(opener->toolTip().contains(u"View members: not permitted"_s));
        QVERIFY(action(u"exportAction"_s)->isEnabled());
        VerifyDialog *dialog = offerVerify();
        Desk::press(dialog, u"verifyButton"_s);
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"verdictLabel"_s)->text().contains(u"are intact"_s));
    }

    void exportsWhatIsShown()
    {
        const QTemporaryDir folder;
        m_desk->dialogs.savePath = folder.filePath(u"audit.csv"_s);
        m_desk->page()->search(u"project"_s);
        QTRY_COMPARE(summaries().size(), 1);
        m_desk->trigger(u"exportAction"_s);
        Desk::press(m_desk->dialogs.opened, u"chooseFileButton"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        QFile file(m_desk->dialogs.savePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains("Assign IDE to 2"));
        QVERIFY(!written.contains("Edit Bo Li"));
    }

private:
    void act(const QString &begin, const QString &sql)
    {
        m_desk->database.sql(u"SELECT seatledger.begin_operation(%1); %2"_s.arg(begin, sql));
    }
    qint64 operation(const QString &kind)
    {
        return m_desk->database
            .value(u"SELECT max(id) FROM seatledger.operation WHERE kind = '%1'"_s.arg(kind))
            .toLongLong();
    }
    void select(const QString &kind) { m_desk->select({operation(kind)}); }
    UndoDialog *offerUndo(const QString &kind)
    {
        select(kind);
        [&] { QTRY_VERIFY(action(u"undoAction"_s)->isEnabled()); }();
        m_desk->trigger(u"undoAction"_s);
        return m_desk->dialog<UndoDialog>();
    }
    VerifyDialog *offerVerify()
    {
        m_desk->trigger(u"verifyAction"_s);
        return m_desk->dialog<VerifyDialog>();
    }
    QAction *action(const QString &name) const { return m_desk->page()->findChild<QAction *>(name); }
    AuditPanel *panel() const { return m_desk->page()->findChild<AuditPanel *>(); }
    AuditFilters *filters() const { return m_desk->page()->findChild<AuditFilters *>(); }
    void choose(const QString &box, const QString &data) const
    {
        auto *combo = m_desk->page()->findChild<QComboBox *>(box);
        [&] { QTRY_VERIFY(combo->findData(data) >= 0); }();
        combo->setCurrentIndex(combo->findData(data));
        emit combo->activated(combo->currentIndex());
    }
    void chooseDays(QDate first, QDate last) const
    {
        auto *dialog = qobject_cast<DaysDialog *>(filters()->chooseDays());
        dialog->findChild<DateField *>(u"firstDateField"_s)->setDate(first);
        dialog->findChild<DateField *>(u"lastDateField"_s)->setDate(last);
        Desk::press(dialog, u"showButton"_s);
    }
    void turn(const QString &button) const
    {
        const auto shown = [&]() -> QToolButton * { // what was put into a window is shown a moment later
            for (QToolButton *found : panel()->changes()->findChildren<QToolButton *>(button)) {
                if (found->isVisible())
                    return found;
            }
            return nullptr;
        };
        QTRY_VERIFY(shown());
        shown()->click();
    }
    QStringList summaries() const { return m_desk->column(1); }

    QTemporaryDir m_home;
    std::unique_ptr<Desk> m_desk;
    LicenseId m_ide = *LicenseId::fromValue(1);
    MemberId m_ana = *MemberId::fromValue(1);
    MemberId m_bo = *MemberId::fromValue(1);
};

} // namespace seatledger

QTEST_MAIN(seatledger::AuditPageTest)
#include "auditpagetest.moc"
