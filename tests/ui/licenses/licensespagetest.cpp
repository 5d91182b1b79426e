// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/licensespage.h"

#include "tests/ui/book/desk.h"
#include "ui/book/conflictdialog.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/seatbar.h"
#include "ui/licenses/entitlementdialog.h"
#include "ui/licenses/licensedialog.h"
#include "ui/licenses/licensepanel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>

namespace seatledger {

using namespace Qt::StringLiterals;

class LicensesPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_cad = m_desk->book.licenseWithSeats(u"CAD"_s, 5);
        m_desk->book.assignment(m_cad, m_desk->book.member(u"Ana Sousa"_s));
        m_desk->book.licenseWithSeats(u"IDE"_s, 2);
        m_desk->show(new LicensesPage(m_desk->access(), m_desk->dialogs));
        QTRY_COMPARE(m_desk->column(0), (QStringList{u"CAD"_s, u"IDE"_s}));
    }
    void cleanup() { m_desk.reset(); }

    void showsWhatBelongsToTheSelection()
    {
        m_desk->select({m_cad.value()});
        QTRY_COMPARE(panel()->findChild<EntryList *>(u"holdersList"_s)->count(), 1);
        QCOMPARE(panel()->findChild<EntryList *>(u"entitlementsList"_s)->count(), 1);
        QCOMPARE(panel()->findChild<SeatBar *>()->figures().used, 1);
        QCOMPARE(panel()->findChild<SeatBar *>()->figures().supply, std::optional<qint64>(5));
    }

    void addsALicenceWithItsFirstSeats()
    {
        m_desk->trigger(u"newAction"_s);
        auto *dialog = m_desk->dialog<LicenseDialog>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Mapper"_s);
        dialog->findChild<QComboBox *>(u"vendorComboBox"_s)->setCurrentText(u"Atlas"_s);
        dialog->findChild<QComboBox *>(u"productComboBox"_s)->setCurrentText(u"Mapper Pro"_s);
        Desk::press(dialog, u"saveButton"_s);
        QTRY_VERIFY(m_desk->column(0).contains(u"Mapper"_s));
        QCOMPARE(m_desk->database.value(
                     u"SELECT sum(quantity) FROM seatledger.entitlement e "
                     "JOIN seatledger.license l ON l.id = e.license_id WHERE l.name = 'Mapper'"_s),
                 u"10"_s);
    }

    void losesNoFieldOfTwoAdministrators()
    {
        m_desk->select({m_cad.value()});
        m_desk->trigger(u"editAction"_s);
        QTRY_VERIFY(m_desk->dialog<LicenseDialog>());
        auto *mine = m_desk->dialog<LicenseDialog>();
        QTRY_VERIFY(!mine->findChild<QComboBox *>(u"vendorComboBox"_s)->currentText().isEmpty());
        mine->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"CAD Team"_s);
        m_desk->database.sql(u"UPDATE seatledger.license SET overage_percent = 20 WHERE name = 'CAD'"_s);
        Desk::press(mine, u"saveButton"_s);
        QTRY_VERIFY(mine->findChild<ConflictDialog *>());
        Desk::press(mine->findChild<ConflictDialog *>(), u"saveButton"_s);
        QTRY_COMPARE(m_desk->database.value(
                         u"SELECT name || ' ' || overage_percent FROM seatledger.license WHERE id = %1"_s.arg(
                             m_cad.value())),
                     u"CAD Team 20"_s);
    }

    void renewsAnEntitlement()
    {
        m_desk->select({m_cad.value()});
        QTRY_VERIFY(panel()->license().has_value());
        panel()->findChild<QToolButton *>(u"renewToolButton"_s)->click();
        QTRY_VERIFY(m_desk->dialog<EntitlementDialog>());
        Desk::press(m_desk->dialog<EntitlementDialog>(), u"saveButton"_s);
        QTRY_COMPARE(m_desk->database.value(
                         u"SELECT count(*) FROM seatledger.entitlement WHERE renews_id IS NOT NULL"_s),
                     u"1"_s);
        QTRY_COMPARE(panel()->findChild<EntryList *>(u"entitlementsList"_s)->count(), 2);
    }

    void refusesToCancelWhatIsPromised()
    {
        m_desk->select({m_cad.value()});
        QTRY_VERIFY(panel()->license().has_value());
        emit panel() -> entitlementCancelRequested(panel()->entitlements().front());
        QTRY_COMPARE(m_desk->dialogs.errors.size(), 1);
        QCOMPARE(m_desk->dialogs.questions.size(), 1);
    }

private:
    LicensePanel *panel() const { return m_desk->page()->findChild<LicensePanel *>(); }

    std::unique_ptr<Desk> m_desk;
    LicenseId m_cad = *LicenseId::fromValue(1);
};

} // namespace seatledger

QTEST_MAIN(seatledger::LicensesPageTest)
#include "licensespagetest.moc"
