// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/transaction.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

class LicenseKeyApplicationServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void addsKeysAsOneOperation();
    void refusesAKeyTwiceWithoutRepeatingIt();
    void refusesAnotherLicencesEntitlement();
    void handsOneToEachAssignment();
    void handsOnOnlyWhenNoFreshOneIsLeft();
    void findsItsKeyAgainWhenUndone();
    void givesNewKeysToThoseWhoWait();
    void readsOnTheRecord();
    void readsNothingInsideATransaction();
    void takesBackWhatNobodyRead();
    void bringsNoSecretBack();
    void showsKeysToWhoKeepsOrReadsThem();

private:
    [[nodiscard]] Result<Booked<std::vector<LicenseKey>>> add(LicenseKeyKind kind,
                                                              const QStringList &secrets);
    /// `assignment:key` of the pool, in the order of assignments.
    [[nodiscard]] QString handedOut();
    [[nodiscard]] AssignmentId holding(const QString &name);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Colleagues> m_people;
    Services m_services;
    LicenseId m_ide = *LicenseId::fromValue(1);
};

void LicenseKeyApplicationServiceTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    m_people = std::make_unique<Colleagues>(*m_database);
    m_ide = m_book->licenseWithSeats(u"IDE"_s, 9);
}

void LicenseKeyApplicationServiceTest::cleanup()
{
    QCOMPARE(
        m_database->value(u"SELECT count(*) FROM seatledger.audit_event WHERE coalesce(old::text, '') || "
                          "coalesce(new::text, '') LIKE '%SECRET%'"_s),
        u"0"_s);
    QCOMPARE(
        m_database->value(
            u"SELECT count(*) FROM seatledger.operation WHERE summary || coalesce(reason, '') LIKE '%SECRET%'"_s),
        u"0"_s);
    m_people.reset();
    m_book.reset();
    m_database.reset();
}

Result<Booked<std::vector<LicenseKey>>> LicenseKeyApplicationServiceTest::add(LicenseKeyKind kind,
                                                                              const QStringList &secrets)
{
    const auto keys = NewKeysDraft{.license = m_ide, .kind = kind, .secrets = secrets}.create();
    return keys ? m_services.keyService.add(m_database->session(), *keys) : std::unexpected(keys.error());
}

QString LicenseKeyApplicationServiceTest::handedOut()
{
    return m_database->value(
        u"SELECT string_agg(assignment_id || ':' || id, ' ' ORDER BY assignment_id) FROM seatledger.license_key"_s);
}

AssignmentId LicenseKeyApplicationServiceTest::holding(const QString &name)
{
    return m_book->assignment(m_ide, m_book->member(name));
}

void LicenseKeyApplicationServiceTest::addsKeysAsOneOperation()
{
    const auto added = add(LicenseKeyKind::License, {u"SECRET-1"_s, u"SECRET-2"_s});
    VERIFY_RESULT(added);
    QCOMPARE(added->value.size(), std::size_t(2));
    QCOMPARE(added->value.front().kind, LicenseKeyKind::License);
    QCOMPARE(m_database->value(
                 u"SELECT summary FROM seatledger.operation WHERE id = %1"_s.arg(added->operation.value())),
             u"Add 2 key(s) to IDE"_s);
    const auto listed = m_services.keyService.list(m_database->session(), m_ide);
    VERIFY_RESULT(listed);
    QCOMPARE(listed->size(), std::size_t(2));
    QCOMPARE(listed->back().key, added->value.back());
}

void LicenseKeyApplicationServiceTest::refusesAKeyTwiceWithoutRepeatingIt()
{
    VERIFY_RESULT(add(LicenseKeyKind::Pool, {u"SECRET-1"_s}));
    const auto again = add(LicenseKeyKind::License, {u"SECRET-1"_s});
    VERIFY_ERROR(again, ErrorCode::Conflict);
    QCOMPARE(again.error().message, u"The licence has one of these keys already."_s);
    QVERIFY(!describe(again.error()).contains("SECRET"));
    QVERIFY(!again.error().details.contains(u"detail"_s));
    const auto twice = add(LicenseKeyKind::Pool, {u"SECRET-3"_s, u" SECRET-3 "_s});
    VERIFY_ERROR(twice, ErrorCode::InvalidInput);
    QCOMPARE(twice.error().message, u"Key 2: It is there twice."_s);
}

void LicenseKeyApplicationServiceTest::refusesAnotherLicencesEntitlement()
{
    const EntitlementId other = m_book->entitlement(m_book->license(u"CAD"_s), 1);
    const auto keys = NewKeysDraft{.license = m_ide,
                                   .kind = LicenseKeyKind::Entitlement,
                                   .entitlement = other,
                                   .secrets = {u"SECRET"_s}}
                          .create();
    const auto refused = m_services.keyService.add(m_database->session(), keys.value());
    VERIFY_ERROR(refused, ErrorCode::InvalidInput);
    QCOMPARE(refused.error().details.value(u"field"_s).toString(), u"entitlement"_s);
}

void LicenseKeyApplicationServiceTest::handsOneToEachAssignment()
{
    (void)holding(u"Ana"_s);
    VERIFY_RESULT(add(LicenseKeyKind::Pool, {u"SECRET-1"_s, u"SECRET-2"_s, u"SECRET-3"_s}));
    QCOMPARE(handedOut(), u"1:1"_s);
    m_database->sql(
        u"INSERT INTO seatledger.license_assignment (license_id, member_id) SELECT 1, %1 UNION ALL SELECT 1, %2"_s
            .arg(m_book->member(u"Bo"_s).value())
            .arg(m_book->member(u"Cy"_s).value()));
    QCOMPARE(handedOut(), u"1:1 2:2 3:3"_s);
    const AssignmentId without = holding(u"Di"_s); // the pool is empty, the seat is given all the same
    const auto key = m_services.keyService.ofAssignment(m_database->session(), without);
    VERIFY_RESULT(key);
    QVERIFY(!key->has_value());
}

void LicenseKeyApplicationServiceTest::handsOnOnlyWhenNoFreshOneIsLeft()
{
    VERIFY_RESULT(add(LicenseKeyKind::Pool, {u"SECRET-1"_s, u"SECRET-2"_s}));
    const AssignmentId ana = holding(u"Ana"_s);
    VERIFY_RESULT(
        m_services.management.revoke(m_database->session(), {.assignments = {ana}, .reason = u"left"_s}));
    (void)holding(u"Bo"_s);
    QCOMPARE(handedOut(), u"1:1 2:2"_s);
    (void)holding(u"Cy"_s);
    QCOMPARE(handedOut(), u"2:2 3:1"_s);
}

void LicenseKeyApplicationServiceTest::findsItsKeyAgainWhenUndone()
{
    VERIFY_RESULT(add(LicenseKeyKind::Pool, {u"SECRET-1"_s}));
    const AssignmentId ana = holding(u"Ana"_s);
    const AssignmentId bo = holding(u"Bo"_s); // waits
    const auto revoked = m_services.management.revoke(m_database->session(),
                                                      {.assignments = {ana}, .reason = u"left"_s});
    VERIFY_RESULT(revoked);
    QCOMPARE(handedOut(), u"%1:1"_s.arg(bo.value()));
    VERIFY_RESULT(m_services.management.undo(m_database->session(), revoked->operation));
    QCOMPARE(handedOut(), u"%1:1"_s.arg(ana.value()));
}

void LicenseKeyApplicationServiceTest::givesNewKeysToThoseWhoWait()
{
    VERIFY_RESULT(add(LicenseKeyKind::Pool, {u"SECRET-1"_s}));
    (void)holding(u"Ana"_s);
    (void)holding(u"Bo"_s);
    VERIFY_RESULT(add(LicenseKeyKind::Pool, {u"SECRET-2"_s}));
    QCOMPARE(handedOut(), u"1:1 2:2"_s);
    const auto listed = m_services.keyService.list(m_database->session(), m_ide);
    VERIFY_RESULT(listed);
    QCOMPARE(listed->front().holder, u"Ana"_s);
    QVERIFY(!listed->front().isFree);
}

void LicenseKeyApplicationServiceTest::readsOnTheRecord()
{
    VERIFY_RESULT(add(LicenseKeyKind::License, {u"SECRET-1"_s}));
    const auto secret = m_services.keyService.read(m_database->session(), *LicenseKeyId::fromValue(1));
    VERIFY_RESULT(secret);
    QCOMPARE(*secret, u"SECRET-1"_s);
    QCOMPARE(
        m_database->value(
            u"SELECT o.summary || ' ' || o.actor FROM seatledger.license_key_reading r JOIN seatledger.operation o ON o.id = r.operation_id"_s),
        u"Read key 1 of IDE tester"_s);
    VERIFY_ERROR(m_services.keyService.read(m_database->session(), *LicenseKeyId::fromValue(2)),
                 ErrorCode::NotFound);
    const QString operation = m_database->value(u"SELECT operation_id FROM seatledger.license_key_reading"_s);
    VERIFY_ERROR(
        m_services.management.undo(m_database->session(), *OperationId::fromValue(operation.toLongLong())),
        ErrorCode::RuleBroken);
}

void LicenseKeyApplicationServiceTest::readsNothingInsideATransaction()
{
    VERIFY_RESULT(add(LicenseKeyKind::License, {u"SECRET-1"_s}));
    const auto transaction = Transaction::begin(m_database->connection(), u"test");
    VERIFY_ERROR(m_services.keyService.read(m_database->session(), *LicenseKeyId::fromValue(1)),
                 ErrorCode::Internal);
}

void LicenseKeyApplicationServiceTest::takesBackWhatNobodyRead()
{
    const auto wrong = add(LicenseKeyKind::Pool, {u"SECRET-1"_s});
    (void)holding(u"Ana"_s);
    VERIFY_ERROR(m_services.management.undo(m_database->session(), wrong->operation),
                 ErrorCode::RuleBroken); // handed out since
    const auto unused = add(LicenseKeyKind::License, {u"SECRET-2"_s});
    VERIFY_RESULT(m_services.management.undo(m_database->session(), unused->operation));
    const auto read = add(LicenseKeyKind::License, {u"SECRET-3"_s});
    VERIFY_RESULT(m_services.keyService.read(m_database->session(), read->value.front().id));
    const auto kept = m_services.management.undo(m_database->session(), read->operation);
    VERIFY_ERROR(kept, ErrorCode::RuleBroken);
    QCOMPARE(kept.error().details.value(u"reason"_s).toString(), u"moved_on"_s);
}

void LicenseKeyApplicationServiceTest::bringsNoSecretBack()
{
    const auto added = add(LicenseKeyKind::License, {u"SECRET-1"_s});
    const auto undone = m_services.management.undo(m_database->session(), added->operation);
    VERIFY_RESULT(undone);
    const auto again = m_services.management.undo(m_database->session(), *undone);
    VERIFY_ERROR(again, ErrorCode::RuleBroken);
    QCOMPARE(again.error().details.value(u"reason"_s).toString(), u"not_undoable"_s);
}

void LicenseKeyApplicationServiceTest::showsKeysToWhoKeepsOrReadsThem()
{
    const auto added = add(LicenseKeyKind::License, {u"SECRET-1"_s});
    VERIFY_RESULT(added);
    const LicenseKeyId key = added->value.front().id;
    const QString editor = m_people->add(u"ed"_s, {.role = Role::Staff, .rights = {Right::EditCatalogue}});
    const QString reader = m_people->add(u"rea"_s, {.role = Role::Staff, .rights = {Right::ViewKeys}});
    const QString neither = m_people->add(u"nei"_s, {.role = Role::Staff});
    VERIFY_RESULT(m_services.keyService.list(m_people->as(editor), m_ide));
    VERIFY_ERROR(m_services.keyService.read(m_people->as(editor), key), ErrorCode::Forbidden);
    VERIFY_RESULT(m_services.keyService.list(m_people->as(reader), m_ide));
    VERIFY_RESULT(m_services.keyService.read(m_people->as(reader), key));
    const auto keys = NewKeysDraft{.license = m_ide, .secrets = {u"SECRET-2"_s}}.create();
    VERIFY_ERROR(m_services.keyService.add(m_people->as(reader), keys.value()), ErrorCode::Forbidden);
    VERIFY_RESULT(m_services.keyService.add(m_people->as(editor), keys.value()));
    VERIFY_ERROR(m_services.keyService.list(m_people->as(neither), m_ide), ErrorCode::Forbidden);
    VERIFY_ERROR(m_services.keyService.ofAssignment(m_people->as(neither), *AssignmentId::fromValue(1)),
                 ErrorCode::Forbidden);
}

} // namespace seatledger

QTEST_MAIN(seatledger::LicenseKeyApplicationServiceTest)
#include "licensekeyapplicationservicetest.moc"
