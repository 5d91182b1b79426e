// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/undohistory.h"

#include "tests/ui/book/desk.h"
#include "ui/audit/undodialog.h"
#include "ui/common/widgets/banner.h"
#include "ui/shell/toast.h"

#include <QSignalSpy>

namespace seatledger {

using namespace Qt::StringLiterals;

class UndoHistoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_ana = m_desk->book.member(u"Ana Sousa"_s);
        m_window = std::make_unique<QWidget>();
        m_history = new UndoHistory(m_desk->access(), m_desk->dialogs, m_window.get());
        connect(m_history, &UndoHistory::told, this, [this](const Toast &toast) {
            m_told = toast.text;
            m_kind = toast.kind;
        });
        m_told.clear();
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void takesBackOnesOwnAndDoesItAgain()
    {
        setNote(u"first"_s, u"tester"_s);
        setNote(u"second"_s, u"tester"_s);
        undo();
        QTRY_COMPARE(note(), u"first"_s);
        undo();
        QTRY_COMPARE(note(), QString());
        redo();
        QTRY_COMPARE(note(), u"first"_s);
        redo();
        QTRY_COMPARE(note(), u"second"_s);
        m_told.clear();
        m_history->offerRedo();
        QTRY_VERIFY(m_told.contains(u"nothing of yours"_s));
    }

    void leavesAloneWhatOthersDid()
    {
        setNote(u"of bob"_s, u"bob"_s);
        m_history->offerUndo();
        QTRY_VERIFY(m_told.contains(u"nothing of yours"_s));
        QCOMPARE(m_kind, Toast::Kind::Told);
        QVERIFY(!m_desk->dialog<UndoDialog>());
        QCOMPARE(note(), u"of bob"_s);
    }

    void saysWhatStandsInTheWay()
    {
        setNote(u"mine"_s, u"tester"_s);
        setNote(u"of bob"_s, u"bob"_s);
        m_history->offerUndo();
        QTRY_VERIFY(m_desk->dialog<UndoDialog>());
        QTRY_VERIFY(m_desk->dialog<UndoDialog>()->isSettled());
        QVERIFY(!m_desk->dialog<UndoDialog>()->findChild<QPushButton *>(u"undoButton"_s)->isEnabled());
        QCOMPARE(note(), u"of bob"_s);
    }

    void saysWhatToDoFirst_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("first");
        QTest::newRow("suspended") << u"UPDATE seatledger.license SET state = 'suspended'"_s
                                   << u"CAD: The licence is suspended"_s
                                   << u"set the licence to active first"_s;
        QTest::newRow("retired") << u"UPDATE seatledger.license SET state = 'retired'"_s
                                 << u"CAD: The licence is retired"_s << u"undo that it was retired first"_s;
        QTest::newRow("given to somebody else")
            << u"INSERT INTO seatledger.license_assignment (license_id, member_id) SELECT l.id, m.id FROM "
               u"seatledger.license l, seatledger.member m "
               "WHERE m.name = 'Bo'"_s
            << u"CAD: No seat is free"_s << u"take some back from others first"_s;
        QTest::newRow("departed")
            << u"UPDATE seatledger.member SET status = 'departed', left_on = seatledger.today() "
               "WHERE name = 'Ana Sousa'"_s
            << u"has departed"_s << u"undo the departure first"_s;
    }
    void saysWhatToDoFirst()
    {
        QFETCH(QString, meanwhile);
        QFETCH(QString, why);
        QFETCH(QString, first);
        m_desk->book.member(u"Bo"_s);
        m_desk->book.assignment(m_desk->book.licenseWithSeats(u"CAD"_s, 1), m_ana);
        m_desk->database.sql(
            u"SELECT seatledger.begin_operation('revoke', 'Revoke', 'window', 'tester'); "
            "UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), "
            "end_reason = 'Over'; "
            "SELECT seatledger.begin_operation('other', 'Meanwhile', 'window', 'bob'); "_s
            + meanwhile);
        m_history->offerUndo();
        QTRY_VERIFY(m_desk->dialog<UndoDialog>() && m_desk->dialog<UndoDialog>()->isSettled());
        const auto *banner = m_desk->dialog<UndoDialog>()->banner();
        QVERIFY2(banner->text().contains(why), qPrintable(banner->text()));
        QVERIFY2(banner->text().contains(first), qPrintable(banner->text()));
        QVERIFY(!m_desk->dialog<UndoDialog>()->findChild<QPushButton *>(u"undoButton"_s)->isEnabled());
    }

    void saysWhoMayNot()
    {
        const QString sam = m_desk->people.add(u"sam"_s, {.role = Role::Staff});
        UndoHistory history(m_desk->accessOf(sam), m_desk->dialogs, m_window.get());
        QSignalSpy told(&history, &UndoHistory::told);
        history.offerUndo();
        QCOMPARE(told.size(), 1);
        QVERIFY(!told.front().front().value<Toast>().text.isEmpty());
    }

private:
    void setNote(const QString &text, const QString &actor)
    {
        m_desk->database.sql(u"SELECT seatledger.begin_operation('edit_member', 'Note %1', 'window', '%2'); "
                             "UPDATE seatledger.member SET note = '%1' WHERE id = %3"_s.arg(text, actor)
                                 .arg(m_ana.value()));
    }
    [[nodiscard]] QString note()
    {
        return m_desk->database.value(
            u"SELECT note FROM seatledger.member WHERE id = %1"_s.arg(m_ana.value()));
    }
    void press()
    {
        QTRY_VERIFY(m_desk->dialog<UndoDialog>());
        Desk::press(m_desk->dialog<UndoDialog>(), u"undoButton"_s);
        QTRY_VERIFY(!m_desk->dialog<UndoDialog>() || !m_desk->dialog<UndoDialog>()->isVisible());
        m_desk->dialogs.opened.clear();
    }
    void undo()
    {
        m_history->offerUndo();
        press();
    }
    void redo()
    {
        m_history->offerRedo();
        press();
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QWidget> m_window;
    UndoHistory *m_history = nullptr;
    MemberId m_ana = *MemberId::fromValue(1);
    QString m_told;
    Toast::Kind m_kind = Toast::Kind::Done;
};

} // namespace seatledger

QTEST_MAIN(seatledger::UndoHistoryTest)
#include "undohistorytest.moc"
