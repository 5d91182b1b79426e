// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/book/desk.h"
#include "ui/assignments/assigndialog.h"
#include "ui/assignments/assignmentspage.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/licenses/licensedialog.h"
#include "ui/licenses/licensespage.h"
#include "ui/members/memberdialog.h"
#include "ui/members/memberspage.h"

#include <QSignalSpy>

namespace seatledger {

using namespace Qt::StringLiterals;

/// What the three pages say while there is nothing, or nothing is found, and what their button does.
class EmptyPagesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void membersBeginWithTheFirst()
    {
        m_desk->show(new MembersPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(title(), u"No members yet"_s);
        button()->click();
        QTRY_VERIFY(m_desk->dialog<MemberDialog>());
    }

    void licencesBeginWithTheFirst()
    {
        m_desk->show(new LicensesPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(title(), u"No licences yet"_s);
        button()->click();
        QTRY_VERIFY(m_desk->dialog<LicenseDialog>());
    }

    void assignmentsSayWhatIsMissingFirst()
    {
        m_desk->show(new AssignmentsPage(m_desk->access(), m_desk->dialogs));
        QSignalSpy pages(m_desk->page(), &Page::pageRequested);
        QTRY_COMPARE(title(), u"No assignments yet"_s);
        QTRY_COMPARE(button()->text(), u"Go to Licences"_s);
        button()->click();
        QCOMPARE(pages.takeFirst().first().toString(), u"licenses"_s);

        m_desk->book.licenseWithSeats(u"IDE"_s, 1);
        QTRY_COMPARE(button()->text(), u"Go to Members"_s);
        button()->click();
        QCOMPARE(pages.takeFirst().first().toString(), u"members"_s);

        m_desk->book.member(u"Ana"_s);
        QTRY_COMPARE(button()->text(), u"Assign seats"_s);
        button()->click();
        QTRY_VERIFY(m_desk->dialog<AssignDialog>());
    }

    void nothingFoundOffersToShowAllAgain_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"members", "licenses", "assignments"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }

    void nothingFoundOffersToShowAllAgain()
    {
        QFETCH(QString, page);
        m_desk->book.assignment(m_desk->book.licenseWithSeats(u"IDE"_s, 1), m_desk->book.member(u"Ana"_s));
        m_desk->show(makePage(page));
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 1);
        QSignalSpy cleared(m_desk->page(), &Page::searchCleared);
        m_desk->page()->search(u"nobody is called that"_s);
        QTRY_COMPARE(title(), u"Nothing found"_s);
        button()->click();
        QTRY_COMPARE(m_desk->view()->model()->rowCount(), 1);
        QCOMPARE(cleared.size(), 1);
        QVERIFY(!empty()->isVisible());
    }

private:
    BookPage *makePage(const QString &name)
    {
        if (name == "members"_L1)
            return new MembersPage(m_desk->access(), m_desk->dialogs);
        if (name == "licenses"_L1)
            return new LicensesPage(m_desk->access(), m_desk->dialogs);
        return new AssignmentsPage(m_desk->access(), m_desk->dialogs);
    }
    EmptyState *empty() const { return m_desk->view()->findChild<EmptyState *>(); }
    QString title() const { return empty()->isVisible() ? empty()->accessibleName() : QString(); }
    QPushButton *button() const { return empty()->findChild<QPushButton *>(); }

    std::unique_ptr<Desk> m_desk;
};

} // namespace seatledger

QTEST_MAIN(seatledger::EmptyPagesTest)
#include "emptypagestest.moc"
