// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/undohistory.h"

#include "tests/ui/book/desk.h"
#include "ui/audit/undodialog.h"
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
        connect(m_history, &UndoHistory::told, this, [this](const Toast &toast) { m_told = toast.text; });
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
};

} // namespace seatledger

QTEST_MAIN(seatledger::UndoHistoryTest)
#include "undohistorytest.moc"
