// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/licensespage.h"

#include "tests/ui/book/desk.h"
#include "ui/book/conflictdialog.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/seatbar.h"
#include "ui/licenses/entitlementdialog.h"
#include "ui/licenses/keysdialog.h"
#include "ui/licenses/licensedialog.h"
#include "ui/licenses/licensepanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
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

    void addsKeysAndTakesThemBack()
    {
        m_desk->select({m_cad.value()});
        QTRY_VERIFY(panel()->license().has_value());
        panel()->findChild<QToolButton *>(u"addKeysToolButton"_s)->click();
        QTRY_VERIFY(m_desk->dialog<KeysDialog>());
        auto *dialog = m_desk->dialog<KeysDialog>();
        auto *entitlement = dialog->findChild<FormField *>(u"entitlementField"_s);
        QVERIFY(!entitlement->isVisible());
        auto *kind = dialog->findChild<QComboBox *>(u"kindComboBox"_s);
        kind->setCurrentIndex(kind->findText(u"For an entitlement"_s));
        QVERIFY(entitlement->isVisible());
        Desk::press(dialog, u"saveButton"_s);
        QVERIFY(!dialog->findChild<FormField *>(u"secretsField"_s)->isValid()); // none typed
        auto *secrets = dialog->findChild<QPlainTextEdit *>(u"secretsEdit"_s);
        secrets->setPlainText(u"K-1\n\n  K-2 \nK-1"_s);
        QVERIFY(!dialog->findChild<FormField *>(u"secretsField"_s)->isValid()); // one is there twice
        secrets->setPlainText(u"K-1\n\n  K-2 \n"_s);
        Desk::press(dialog, u"saveButton"_s);
        const auto keys = [this] {
            return m_desk->database.value(
                u"SELECT string_agg(secret || ' ' || kind, ', ' ORDER BY secret) FROM seatledger.license_key"_s);
        };
        QTRY_COMPARE(keys(), u"K-1 entitlement, K-2 entitlement"_s);
        QTRY_COMPARE(panel()->findChild<EntryList *>(u"keysList"_s)->count(), 2);
        QTRY_VERIFY(m_desk->toast && m_desk->toast->action);
        QVERIFY(!m_desk->toast->text.contains(u"K-1"_s));
        m_desk->toast->action();
        QTRY_COMPARE(panel()->findChild<EntryList *>(u"keysList"_s)->count(), 0);
    }

    void saysWhichKeyIsThereAlready()
    {
        m_desk->database.sql(
            u"INSERT INTO seatledger.license_key (license_id, secret) VALUES (%1, 'K-1')"_s.arg(
                m_cad.value()));
        m_desk->select({m_cad.value()});
        QTRY_VERIFY(panel()->license().has_value());
        panel()->findChild<QToolButton *>(u"addKeysToolButton"_s)->click();
        auto *dialog = m_desk->dialog<KeysDialog>();
        QVERIFY(dialog);
        dialog->findChild<QPlainTextEdit *>(u"secretsEdit"_s)->setPlainText(u"K-1"_s);
        Desk::press(dialog, u"saveButton"_s);
        auto *field = dialog->findChild<FormField *>(u"secretsField"_s);
        QTRY_COMPARE(field->message(), u"The licence has one of these keys already."_s);
    }

    void takesARenewalBackFromTheToast()
    {
        m_desk->select({m_cad.value()});
        QTRY_VERIFY(panel()->license().has_value());
        panel()->findChild<QToolButton *>(u"renewToolButton"_s)->click();
        QTRY_VERIFY(m_desk->dialog<EntitlementDialog>());
        Desk::press(m_desk->dialog<EntitlementDialog>(), u"saveButton"_s);
        QTRY_VERIFY(m_desk->toast && m_desk->toast->action);
        m_desk->toast->action();
        QTRY_COMPARE(m_desk->database.value(
                         u"SELECT count(*) FROM seatledger.entitlement WHERE cancelled_at IS NOT NULL"_s),
                     u"1"_s);
    }

    void cancelsAnEntitlementAndTakesItBack()
    {
        const auto cancelled =
            u"SELECT count(*) FROM seatledger.entitlement WHERE cancelled_at IS NOT NULL"_s;
        m_desk->select({2}); // IDE, which nobody holds
        QTRY_VERIFY(panel()->license().has_value());
        emit panel() -> entitlementCancelRequested(panel()->entitlements().front());
        QTRY_VERIFY(m_desk->toast && m_desk->toast->action);
        QCOMPARE(m_desk->database.value(cancelled), u"1"_s);
        m_desk->toast->action();
        QTRY_COMPARE(m_desk->database.value(cancelled), u"0"_s);
    }

    void beginsAPurchaseOnTheBooksDay()
    {
        m_desk->book.pass(40);
        m_desk->day.refresh();
        const QDate today = m_desk->book.today();
        QTRY_COMPARE(m_desk->day.today(), today);
        m_desk->select({m_cad.value()});
        QTRY_VERIFY(panel()->license().has_value());
        m_desk->trigger(u"buyAction"_s);
        auto *dialog = m_desk->dialog<EntitlementDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<DateField *>(u"firstDayDateField"_s)->date(), std::optional(today));
        QCOMPARE(dialog->findChild<DateField *>(u"lastDayDateField"_s)->date(),
                 std::optional(today.addYears(1).addDays(-1)));
    }

    void refusesToCancelWhatIsPromised()
    {
        m_desk->select({m_cad.value()});
        QTRY_VERIFY(panel()->license().has_value());
        emit panel() -> entitlementCancelRequested(panel()->entitlements().front());
        QTRY_COMPARE(m_desk->dialogs.errors.size(), 1); // instead of a question that could not be meant
        QCOMPARE(m_desk->dialogs.questions.size(), 0);
    }

    void showsWhatARenewalDoes()
    {
        m_desk->select({m_cad.value()});
        QTRY_VERIFY(panel()->license().has_value());
        panel()->findChild<QToolButton *>(u"renewToolButton"_s)->click();
        QTRY_VERIFY(m_desk->dialog<EntitlementDialog>());
        auto *dialog = m_desk->dialog<EntitlementDialog>();
        dialog->findChild<QSpinBox *>(u"countSpinBox"_s)->setValue(7);
        QTRY_VERIFY(dialog->isSettled() && summary(dialog).contains(u": 12, before: 5."_s));
        QVERIFY(summary(dialog).contains(u"11 seats stay free."_s));
    }

    void doesNotSaveACutBelowWhatIsPromised()
    {
        m_desk->book.assignment(m_cad, m_desk->book.member(u"Bo Li"_s));
        m_desk->select({m_cad.value()});
        QTRY_VERIFY(panel()->license().has_value());
        emit panel() -> entitlementEditRequested(panel()->entitlements().front());
        QTRY_VERIFY(m_desk->dialog<EntitlementDialog>());
        auto *dialog = m_desk->dialog<EntitlementDialog>();
        auto *save = dialog->findChild<QPushButton *>(u"saveButton"_s);
        auto *seats = dialog->findChild<QSpinBox *>(u"countSpinBox"_s);
        seats->setValue(1);
        QTRY_VERIFY(dialog->isSettled() && !summary(dialog).isEmpty());
        QVERIFY(!save->isEnabled());
        QCOMPARE(seats->value(), 1);
        seats->setValue(2);
        QTRY_VERIFY(save->isEnabled());
        QVERIFY(summary(dialog).contains(u"0 seats stay free."_s));
    }

private:
    static QString summary(QWidget *dialog) { return dialog->findChild<QLabel *>(u"summaryLabel"_s)->text(); }
    LicensePanel *panel() const { return m_desk->page()->findChild<LicensePanel *>(); }

    std::unique_ptr<Desk> m_desk;
    LicenseId m_cad = *LicenseId::fromValue(1);
};

} // namespace seatledger

QTEST_MAIN(seatledger::LicensesPageTest)
#include "licensespagetest.moc"
