// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/verify.h"
#include "tests/ui/book/desk.h"
#include "ui/assignments/assigndialog.h"
#include "ui/assignments/assignmentdialogs.h"
#include "ui/assignments/assignmentseditdialog.h"
#include "ui/book/bulkeditdialog.h"
#include "ui/book/draftcontents.h"
#include "ui/common/widgets/banner.h"
#include "ui/licenses/entitlementdialog.h"
#include "ui/licenses/keysdialog.h"
#include "ui/licenses/licensedialog.h"
#include "ui/licenses/licenseseditdialog.h"
#include "ui/licenses/renewalmodel.h"
#include "ui/licenses/renewalsdialog.h"
#include "ui/members/departdialog.h"
#include "ui/members/departmentdialog.h"
#include "ui/members/memberdialog.h"
#include "ui/members/memberseditdialog.h"
#include "ui/notices/noticesettingsdialog.h"
#include "ui/operators/disabledialog.h"
#include "ui/operators/operatordialog.h"
#include "ui/operators/passworddialog.h"
#include "ui/operators/passwordfield.h"
#include "ui/reviews/reviewdialogs.h"
#include "ui/waiting/withdrawdialog.h"

#include <QComboBox>
#include <QTableView>

#include <functional>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Whatever dialog it is: if the book refuses, the dialog stays open, says why, and all that was entered is
/// still in it.
class KeepsTypedTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_desk = std::make_unique<Desk>();
        const MemberId ana = m_desk->book.member(u"Ana Sousa"_s);
        const MemberId bo = m_desk->book.member(u"Bo Li"_s);
        const LicenseId cad = m_desk->book.licenseWithSeats(u"CAD"_s, 5);
        m_desk->book.assignment(cad, ana);
        Session &session = m_desk->database.session();
        m_member = m_desk->services.members.find(session, ana).value();
        m_other = m_desk->services.members.find(session, bo).value();
        m_license = m_desk->services.licenses.find(session, cad).value();
        m_bought = m_desk->services.licenses.entitlements(session, cad).value().front();
        const auto research = m_desk->services.catalogueService.addDepartment(
            session, {.name = Name::fromStored(u"Research"_s)});
        m_department = research.value().value;
        const LicenseId ide = m_desk->book.licenseWithSeats(u"IDE"_s, 1);
        m_desk->book.assignment(ide, ana);
        const AssignmentTerms terms{
            Quantity::fromStored(1), Period::create(m_desk->book.today()).value(), {}};
        VERIFY_RESULT(m_desk->services.waitingList.add(session, {ide, {bo}, terms}));
        const LicenseId soonOver = m_desk->book.license(u"Soon over"_s);
        m_desk->book.entitlement(soonOver, 5, -300, 20);
        m_desk->book.assignment(soonOver, ana);
        VERIFY_RESULT(
            m_desk->services.reviewService.create(session, {.name = Name::fromStored(u"Spring"_s)}));
        const QString olga = m_desk->people.add(u"olga"_s, {.role = Role::Staff});
        const QString id = m_desk->database.value(
            u"SELECT id FROM seatledger.operator WHERE login = '%1'"_s.arg(olga));
        m_operator = m_desk->services.operators.find(session, *OperatorId::fromValue(id.toLongLong()))
                         .value();
        m_choice.ids = {*AssignmentId::fromValue(1)};
        m_desk->database.sql(u"CREATE FUNCTION public.refuse_all() RETURNS trigger LANGUAGE plpgsql AS "
                             "$$ BEGIN RAISE EXCEPTION 'The book is closed for today.'; END $$;"_s);
    }
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup()
    {
        m_isKept = {};
        m_desk->database.sql(u"DROP TRIGGER IF EXISTS refuse_all ON seatledger.operation"_s);
    }

    void staysAsItWas_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, make] : makers())
            QTest::newRow(qPrintable(name)) << name;
    }
    void staysAsItWas()
    {
        QFETCH(QString, name);
        const std::unique_ptr<DialogFrame> dialog(makers().at(name)());
        dialog->show();
        QString main;
        for (const QString &each : {u"saveButton"_s, u"applyButton"_s, u"disableButton"_s}) {
            if (main.isEmpty() && dialog->findChild<QPushButton *>(each))
                main = each;
        }
        auto *button = dialog->findChild<QPushButton *>(main);
        QTRY_VERIFY(button->isEnabled()); // what would happen is known
        // no operation can begin any more, so that every change is refused
        m_desk->database.sql(u"CREATE TRIGGER refuse_all BEFORE INSERT ON seatledger.operation FOR EACH ROW "
                             "EXECUTE FUNCTION public.refuse_all()"_s);
        Desk::press(dialog.get(), main);
        QTRY_VERIFY2(!dialog->banner()->isHidden(), "it says nothing");
        QVERIFY(dialog->isVisible());
        const QVariantMap after = contentsOf(dialog.get());
        for (const auto &[field, value] : m_entered.asKeyValueRange())
            QVERIFY2(after.value(field) == value, qPrintable(field));
        QVERIFY(!m_isKept || m_isKept());
        if (!qobject_cast<BulkEditDialog *>(dialog.get())) // whose preview says so then, too
            QVERIFY(button->isEnabled()); // to be tried again
    }

private:
    using Make = std::function<DialogFrame *()>;

    [[nodiscard]] DialogFrame *passwordDialog(const BookAccess &access)
    {
        auto *dialog = new PasswordDialog(access, *m_operator);
        auto *password = dialog->findChild<PasswordField *>();
        password->findChild<QLineEdit *>()->setText(u"correct horse battery staple"_s);
        m_isKept = [password] { return password->password() == u"correct horse battery staple"_s; };
        return filled(dialog,
                      {{u"validUntilDateField"_s, m_desk->book.today().addDays(90).toString(Qt::ISODate)}});
    }
    [[nodiscard]] DialogFrame *renewalsDialog(const BookAccess &access)
    {
        auto *dialog = new RenewalsDialog(access);
        auto *model = dialog->findChild<QTableView *>(u"renewalsTable"_s)->model();
        [dialog, model] { QTRY_VERIFY(dialog->isSettled() && model->rowCount() > 0); }();
        const QModelIndex seats = model->index(0, RenewalModel::SeatsColumn);
        model->setData(seats, u"7"_s, Qt::EditRole);
        m_isKept = [seats = QPersistentModelIndex(seats)] { return seats.data().toString() == u"7"_s; };
        return filled(dialog, {});
    }

    /// With something in the fields, which is noted.
    DialogFrame *filled(DialogFrame *dialog, const QVariantMap &values)
    {
        setContents(dialog, values);
        m_entered = contentsOf(dialog);
        for (auto field = values.begin(); field != values.end(); ++field) {
            if (!m_entered.contains(field.key()))
                qFatal("There is no field %s", qPrintable(field.key()));
        }
        return dialog;
    }
    template <typename Dialog>
    DialogFrame *ticked(Dialog *dialog, const QString &key, const QVariantMap &values)
    {
        dialog->tick(key);
        return filled(dialog, values);
    }

    [[nodiscard]] std::map<QString, Make> makers()
    {
        const BookAccess access = m_desk->access();
        const QVariantMap reason{{u"reasonEdit"_s, u"Project finished"_s}};
        const QVariantMap note{{u"noteEdit"_s, u"Moves in May"_s}};
        return {
            {u"new member"_s,
             [=, this] {
                 return filled(new MemberDialog(access), {{u"nameEdit"_s, u"Dora"_s},
                                                          {u"numberEdit"_s, u"D1"_s},
                                                          {u"emailEdit"_s, u"dora@example.org"_s},
                                                          {u"noteEdit"_s, u"from May on"_s}});
             }},
            {u"member"_s, [=, this] { return filled(new MemberDialog(access, *m_member), note); }},
            {u"department"_s,
             [=, this] {
                 return filled(new DepartmentDialog(access, std::nullopt), {{u"nameEdit"_s, u"Optics"_s}});
             }},
            {u"new licence"_s,
             [=, this] {
                 return filled(new LicenseDialog(access), {{u"nameEdit"_s, u"IDE"_s},
                                                           {u"vendorComboBox"_s, u"Northwind"_s},
                                                           {u"productComboBox"_s, u"IDE"_s}});
             }},
            {u"licence"_s,
             [=, this] {
                 auto *dialog = new LicenseDialog(access, *m_license);
                 const auto *product = dialog->findChild<QComboBox *>(u"productComboBox"_s);
                 [product] { QTRY_VERIFY(!product->currentText().isEmpty()); }();
                 return filled(dialog, note);
             }},
            {u"entitlement"_s, [=, this] { return filled(new EntitlementDialog(access, *m_license), note); }},
            {u"changed entitlement"_s,
             [=, this] {
                 return filled(new EntitlementDialog(access, *m_license, m_bought.value(),
                                                     EntitlementDialog::Purpose::Edit),
                               note);
             }},
            {u"renamed department"_s,
             [=, this] {
                 return filled(new DepartmentDialog(access, *m_department), {{u"nameEdit"_s, u"Optics"_s}});
             }},
            {u"period"_s,
             [=, this] {
                 return filled(
                     new PeriodDialog(access, m_choice),
                     {{u"lastDayDateField"_s, m_desk->book.today().addDays(9).toString(Qt::ISODate)}});
             }},
            {u"off the waiting list"_s,
             [=, this] {
                 return filled(new WithdrawDialog(access, {*WaitingEntryId::fromValue(1)}), reason);
             }},
            {u"notices"_s,
             [=, this] {
                 return filled(new NoticeSettingsDialog(access, {}, nullptr, nullptr),
                               {{u"leadsLineEdit"_s, u"60, 14"_s}});
             }},
            {u"keys"_s,
             [=, this] {
                 return filled(new KeysDialog(access, *m_license, {}),
                               {{u"secretsEdit"_s, u"CAD-1\nCAD-2"_s}});
             }},
            {u"assign"_s,
             [=, this] {
                 auto *dialog = new AssignDialog(access);
                 dialog->setLicense(m_license->id);
                 dialog->addMembers({m_other->id});
                 [dialog] { QTRY_VERIFY(dialog->isSettled()); }();
                 return filled(dialog, {{u"quantityCountField"_s, 2}});
             }},
            {u"revoke"_s, [=, this] { return filled(new RevokeDialog(access, m_choice), reason); }},
            {u"suspend"_s, [=, this] { return filled(new SuspendDialog(access, m_choice), reason); }},
            {u"transfer"_s,
             [=, this] {
                 return filled(new TransferDialog(access, m_choice),
                               {{u"toPicker"_s,
                                 QVariantMap{{u"id"_s, m_other->id.value()}, {u"title"_s, u"Bo Li"_s}}}});
             }},
            {u"quantity"_s,
             [=, this] {
                 return filled(new QuantityDialog(access, m_choice), {{u"quantityCountField"_s, 3}});
             }},
            {u"departure"_s,
             [=, this] { return filled(new DepartDialog(access, m_desk->dialogs, {*m_member}), reason); }},
            {u"operator"_s,
             [=, this] {
                 return filled(new OperatorDialog(access),
                               {{u"loginEdit"_s, u"olga"_s}, {u"displayNameEdit"_s, u"Olga"_s}});
             }},
            {u"password"_s, [=, this] { return passwordDialog(access); }},
            {u"disabled operator"_s,
             [=, this] { return filled(new DisableDialog(access, *m_operator, 0), reason); }},
            {u"renewals"_s, [=, this] { return renewalsDialog(access); }},
            {u"decided in a review"_s,
             [=, this] {
                 return filled(
                     new DecideDialog(access, {*ReviewItemId::fromValue(1)}, ReviewDecision::Revoke), note);
             }},
            {u"review"_s,
             [=, this] { return filled(new NewReviewDialog(access), {{u"nameEdit"_s, u"Spring"_s}}); }},
            {u"several members"_s,
             [=, this] { return ticked(new MembersEditDialog(access, {1, 2}), u"note"_s, note); }},
            {u"several licences"_s,
             [=, this] { return ticked(new LicensesEditDialog(access, {1}), u"note"_s, note); }},
            {u"several assignments"_s,
             [=, this] { return ticked(new AssignmentsEditDialog(access, m_choice), u"note"_s, note); }}};
    }

    std::unique_ptr<Desk> m_desk;
    std::function<bool()> m_isKept; ///< what is in no plain field
    std::optional<Operator> m_operator;
    std::optional<Member> m_member, m_other;
    std::optional<License> m_license;
    std::optional<Entitlement> m_bought;
    std::optional<Department> m_department;
    AssignmentChoice m_choice;
    QVariantMap m_entered;
};

} // namespace seatledger

QTEST_MAIN(seatledger::KeepsTypedTest)
#include "keepstypedtest.moc"
