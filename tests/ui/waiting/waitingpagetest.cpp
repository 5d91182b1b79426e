// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waiting/waitingpage.h"

#include "tests/ui/book/desk.h"
#include "ui/assignments/assigndialog.h"
#include "ui/waiting/withdrawdialog.h"

#include <QCheckBox>

namespace seatledger {

using namespace Qt::StringLiterals;

class WaitingPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_ide = m_desk->book.licenseWithSeats(u"IDE"_s, 1);
        m_ana = m_desk->book.member(u"Ana Sousa"_s);
        m_bo = m_desk->book.member(u"Bo Li"_s);
        m_cem = m_desk->book.member(u"Cem Kaya"_s);
        m_held = m_desk->book.assignment(m_ide, m_ana);
        const AssignmentTerms terms{
            Quantity::fromStored(1), Period::create(m_desk->book.today()).value(), {}};
        VERIFY_RESULT(
            m_desk->services.waitingList.add(m_desk->database.session(), {m_ide, {m_cem, m_bo}, terms}));
        m_desk->show(new WaitingPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(names(), (QStringList{u"Cem Kaya"_s, u"Bo Li"_s}));
    }
    void cleanup() { m_desk.reset(); }

    void listsWhoWaitsInTurn()
    {
        QCOMPARE(m_desk->column(0), (QStringList{u"IDE"_s, u"IDE"_s}));
        QCOMPARE(m_desk->column(1), (QStringList{u"1"_s, u"2"_s}));
        m_desk->page()->search(u"bo"_s);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
    }

    void showsWhoWasServedMeanwhile()
    {
        QTRY_VERIFY(m_desk->listener.isConnected());
        VERIFY_RESULT(m_desk->services.management.revoke(m_desk->database.session(),
                                                         {{m_held}, PlanMode::AllOrNothing, u"x"_s}));
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
        QCOMPARE(m_desk->column(1), QStringList{u"1"_s});
    }

    void takesSomebodyOffTheListAndBack()
    {
        m_desk->select({entryOf(m_cem)});
        m_desk->trigger(u"withdrawAction"_s);
        QTRY_VERIFY(m_desk->dialog<WithdrawDialog>());
        auto *dialog = m_desk->dialog<WithdrawDialog>();
        dialog->findChild<QPlainTextEdit *>(u"reasonEdit"_s)->setPlainText(u"Uses another tool"_s);
        Desk::press(dialog, u"applyButton"_s);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
        QTRY_VERIFY(m_desk->toast && m_desk->toast->action);
        m_desk->toast->action();
        QTRY_COMPARE(names(), (QStringList{u"Cem Kaya"_s, u"Bo Li"_s}));
    }

    void asksForSeatsOfTheSameLicence()
    {
        m_desk->select({entryOf(m_bo)});
        m_desk->trigger(u"newAction"_s);
        QTRY_VERIFY(m_desk->dialog<AssignDialog>());
        QVERIFY(m_desk->dialog<AssignDialog>()->findChild<QCheckBox *>(u"waitCheckBox"_s)->isChecked());
    }

private:
    [[nodiscard]] QStringList names() const { return m_desk->column(2); }
    [[nodiscard]] qint64 entryOf(MemberId member) const
    {
        return m_desk->database
            .value(u"SELECT id FROM seatledger.waiting_entry WHERE member_id = %1"_s.arg(member.value()))
            .toLongLong();
    }

    std::unique_ptr<Desk> m_desk;
    LicenseId m_ide = *LicenseId::fromValue(1);
    AssignmentId m_held = *AssignmentId::fromValue(1);
    MemberId m_ana = *MemberId::fromValue(1);
    MemberId m_bo = *MemberId::fromValue(1);
    MemberId m_cem = *MemberId::fromValue(1);
};

} // namespace seatledger

QTEST_MAIN(seatledger::WaitingPageTest)
#include "waitingpagetest.moc"
