// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/reviewspage.h"

#include "tests/ui/book/desk.h"
#include "ui/reviews/reviewdialogs.h"

#include <QComboBox>
#include <QLineEdit>

namespace seatledger {

using namespace Qt::StringLiterals;

class ReviewsPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_ide = m_desk->book.licenseWithSeats(u"IDE"_s, 5);
        m_ana = m_desk->book.member(u"Ana Sousa"_s);
        m_bo = m_desk->book.member(u"Bo Li"_s);
        m_desk->book.assignment(m_ide, m_ana);
        m_desk->book.assignment(m_ide, m_bo);
    }
    void cleanup() { m_desk.reset(); }

    void beginsAReviewAndShowsIt()
    {
        open();
        m_desk->trigger(u"newAction"_s);
        QTRY_VERIFY(m_desk->dialog<NewReviewDialog>());
        auto *dialog = m_desk->dialog<NewReviewDialog>();
        dialog->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Spring"_s);
        Desk::press(dialog, u"applyButton"_s);
        QTRY_COMPARE(m_desk->column(0), (QStringList{u"Ana Sousa"_s, u"Bo Li"_s}));
        QTRY_COMPARE(choice()->currentText(), u"Spring"_s);
    }

    void decidesAndCarriesOut()
    {
        begin();
        open();
        QTRY_COMPARE(m_desk->column(0).size(), 2);
        m_desk->select({itemOf(m_ana)});
        m_desk->trigger(u"keepAction"_s);
        QTRY_COMPARE(m_desk->column(4).value(0), u"Keep"_s);
        m_desk->select({itemOf(m_bo)});
        m_desk->trigger(u"revokeAction"_s);
        QTRY_VERIFY(m_desk->dialog<DecideDialog>());
        m_desk->dialog<DecideDialog>()->findChild<QPlainTextEdit *>(u"noteEdit"_s)->setPlainText(u"Left"_s);
        Desk::press(m_desk->dialog<DecideDialog>(), u"applyButton"_s);
        QTRY_COMPARE(m_desk->column(4), (QStringList{u"Keep"_s, u"Revoke"_s}));
        QCOMPARE(m_desk->book.held(m_ide), 2); // nothing happens before the end
        QTRY_COMPARE(page()->review()->progress.revoke, 1);
        m_desk->trigger(u"executeAction"_s);
        QTRY_VERIFY(m_desk->dialog<ExecuteReviewDialog>());
        Desk::press(m_desk->dialog<ExecuteReviewDialog>(), u"applyButton"_s);
        QTRY_COMPARE(m_desk->book.held(m_ide), 1);
        QTRY_VERIFY(!m_desk->page()->findChild<QAction *>(u"executeAction"_s)->isEnabled());
        QTRY_VERIFY(m_desk->toast && m_desk->toast->action);
        m_desk->toast->action();
        QTRY_COMPARE(m_desk->book.held(m_ide), 2);
    }

    void showsManagersTheirOwnPeople()
    {
        m_desk->database.sql(u"INSERT INTO seatledger.department (id, name) VALUES (7, 'Optics')"_s);
        m_desk->database.sql(
            u"UPDATE seatledger.member SET department_id = 7 WHERE id = %1"_s.arg(m_ana.value()));
        begin();
        const QString mia = m_desk->people.add(
            u"mia"_s, {.role = Role::Manager, .departments = {*DepartmentId::fromValue(7)}});
        m_desk->show(new ReviewsPage(m_desk->accessOf(mia), m_desk->dialogs));
        QTRY_COMPARE(m_desk->column(0), QStringList{u"Ana Sousa"_s});
        m_desk->select({itemOf(m_ana)});
        QTRY_VERIFY(m_desk->page()->findChild<QAction *>(u"revokeAction"_s)->isEnabled());
        QVERIFY(!m_desk->page()->findChild<QAction *>(u"executeAction"_s)->isEnabled());
        QVERIFY(!m_desk->page()->findChild<QAction *>(u"newAction"_s)->isEnabled());
    }

private:
    void begin()
    {
        VERIFY_RESULT(m_desk->services.reviewService.create(m_desk->database.session(),
                                                            {.name = Name::fromStored(u"Spring"_s)}));
    }
    void open()
    {
        m_desk->show(new ReviewsPage(m_desk->access(), m_desk->dialogs));
        QTRY_VERIFY(m_desk->page()->isSettled());
    }
    [[nodiscard]] ReviewsPage *page() const { return qobject_cast<ReviewsPage *>(m_desk->page()); }
    [[nodiscard]] QComboBox *choice() const { return page()->findChild<QComboBox *>(u"reviewComboBox"_s); }
    [[nodiscard]] qint64 itemOf(MemberId member) const
    {
        return m_desk->database
            .value(u"SELECT id FROM seatledger.access_review_item WHERE member_id = %1"_s.arg(member.value()))
            .toLongLong();
    }

    std::unique_ptr<Desk> m_desk;
    LicenseId m_ide = *LicenseId::fromValue(1);
    MemberId m_ana = *MemberId::fromValue(1);
    MemberId m_bo = *MemberId::fromValue(1);
};

} // namespace seatledger

QTEST_MAIN(seatledger::ReviewsPageTest)
#include "reviewspagetest.moc"
