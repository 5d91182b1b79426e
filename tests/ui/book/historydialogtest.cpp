// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/historydialog.h"

#include "tests/ui/book/desk.h"
#include "ui/common/widgets/entrylist.h"

#include <QSignalSpy>

namespace seatledger {

using namespace Qt::StringLiterals;

class HistoryDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void showsWhatWasDoneToOneThing()
    {
        m_desk->database.sql(
            u"INSERT INTO seatledger.department (id, name) VALUES (1, 'Optics'), (2, 'Sales')"_s);
        m_desk->database.sql(u"UPDATE seatledger.department SET name = 'Light' WHERE id = 1"_s);
        HistoryDialog dialog(m_desk->access(), {.thing = AuditedThing{u"department"_s, 1}}, u"Light"_s,
                             nullptr);
        dialog.open();
        QTRY_VERIFY(dialog.isSettled());
        auto *list = dialog.findChild<EntryList *>(u"historyList"_s);
        QCOMPARE(list->count(), 2);
        const QString newest = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(newest.contains(u"Optics"_s) && newest.contains(u"Light"_s), qPrintable(newest));

        QSignalSpy chosen(&dialog, &HistoryDialog::operationActivated);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(!dialog.isVisible());
    }

    void saysWhoSeesIt()
    {
        m_desk->database.sql(u"INSERT INTO seatledger.department (id, name) VALUES (1, 'Optics')"_s);
        const QString login = m_desk->people.add(u"staff"_s, {.role = Role::Staff});
        HistoryDialog dialog(m_desk->accessOf(login), {.thing = AuditedThing{u"department"_s, 1}},
                             u"Optics"_s, nullptr);
        QTRY_VERIFY(dialog.isSettled());
        QCOMPARE(dialog.findChild<EntryList *>(u"historyList"_s)->count(), 0);
    }

private:
    std::unique_ptr<Desk> m_desk;
};

} // namespace seatledger

QTEST_MAIN(seatledger::HistoryDialogTest)
#include "historydialogtest.moc"
