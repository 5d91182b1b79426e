// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/operationspage.h"

#include "core/db/query.h"
#include "tests/support/verify.h"
#include "tests/ui/book/desk.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/operations/doctordialog.h"
#include "ui/operations/facttable.h"

#include <QLabel>
#include <QTableView>

#include <thread>

namespace seatledger {

using namespace Qt::StringLiterals;

/// The operator's page on a real database: what it shows, when it asks, and the doctor.
class OperationsPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_admin = m_desk->people.add(u"ada"_s, {.role = Role::Administrator});
        m_page = std::make_unique<OperationsPage>(m_desk->accessOf(m_admin), m_desk->dialogs);
        m_page->setPause(50);
        m_page->resize(1200, 800);
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void asksWhileItIsSeenAndOnlyThen()
    {
        QCOMPARE(m_page->rounds(), 0);
        m_page->show();
        QTRY_VERIFY(m_page->rounds() > 3);
        m_page->hide();
        QTRY_VERIFY(m_page->isSettled());
        const int rounds = m_page->rounds();
        m_page->takeChange({});
        QTest::qWait(300); // six times its pause
        QCOMPARE(m_page->rounds(), rounds);
        m_page->show();
        QTRY_VERIFY(m_page->rounds() > rounds);
    }

    void showsHowThingsAre()
    {
        m_page->show();
        QTRY_VERIFY(m_page->isSettled());
        QVERIFY(m_page->findChild<QLabel *>(u"serverLabel"_s)->text().startsWith(u"PostgreSQL 1"_s));
        QVERIFY(m_page->findChild<EntryList *>(u"signsList"_s)->count() >= 7);
        QVERIFY(table(u"tables"_s)->count() > 30);
        QVERIFY(table(u"indexes"_s)->count() > 0);
        QVERIFY(table(u"connections"_s)->count() > 0);
        QCOMPARE(table(u"waits"_s)->note(), u"Nobody waits for a lock."_s);
        QCOMPARE(table(u"replicas"_s)->note(), u"No replica follows this server."_s);
        QVERIFY(table(u"statements"_s)->note().contains(u"pg_stat_statements"_s));
    }

    void showsWhoWaitsForWhom()
    {
        m_page->show();
        const MemberId ana = m_desk->book.member(u"Ana"_s);
        const QString change = u"UPDATE seatledger.member SET note = 'x' WHERE id = %1"_s.arg(ana.value());
        const auto holder = m_desk->database.connect();
        const auto waiter = m_desk->database.connect();
        VERIFY_RESULT(Query(*holder, u"BEGIN"_s).exec());
        VERIFY_RESULT(Query(*holder, change).exec());
        const std::jthread waiting([&] { (void)Query(*waiter, change).exec(); });
        QTRY_COMPARE(table(u"waits"_s)->count(), 1);
        VERIFY_RESULT(Query(*holder, u"ROLLBACK"_s).exec());
        QTRY_COMPARE(table(u"waits"_s)->count(), 0);
    }

    void runsTheDoctor()
    {
        m_page->show();
        QTRY_VERIFY(m_page->isSettled());
        m_page->findChild<QAction *>(u"doctorAction"_s)->trigger();
        auto *dialog = m_desk->dialog<DoctorDialog>();
        QVERIFY(dialog);
        Desk::press(dialog, u"runButton"_s);
        auto *verdict = dialog->findChild<QLabel *>(u"verdictLabel"_s);
        QTRY_VERIFY(verdict->text().contains(u"adds up"_s));
        QVERIFY(m_desk->services.monitoring.status(m_desk->database.session())->doctor);

        m_desk->database.sql(u"ALTER TABLE seatledger.license_seats DISABLE TRIGGER USER; "
                             "ALTER TABLE seatledger.member DISABLE TRIGGER next_version"_s);
        Desk::press(dialog, u"runButton"_s);
        auto *findings = dialog->findChild<EntryList *>(u"findingsList"_s);
        QTRY_VERIFY(findings->count() > 0);
        QVERIFY(verdict->text().contains(u"does not add up"_s));
    }

    void isOffForWhoMayNot()
    {
        const QString sam = m_desk->people.add(u"sam"_s, {.role = Role::Staff});
        OperationsPage page(m_desk->accessOf(sam), m_desk->dialogs);
        QVERIFY(!page.findChild<QAction *>(u"doctorAction"_s)->isEnabled());
        page.show();
        QTRY_VERIFY(page.isSettled());
        QCOMPARE(page.findChild<FactTable *>()->count(), 0);
    }

private:
    [[nodiscard]] FactTable *table(const QString &name) const
    {
        return qobject_cast<FactTable *>(m_page->findChild<QTableView *>(name + u"Table"_s)->parentWidget());
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<OperationsPage> m_page;
    QString m_admin;
};

} // namespace seatledger

QTEST_MAIN(seatledger::OperationsPageTest)
#include "operationspagetest.moc"
