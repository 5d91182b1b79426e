// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Keeping people and the catalogue: every change answers its operation, and that is taken back as one.
class CatalogueApplicationServiceTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        m_book = std::make_unique<Book>(*m_database);
    }
    void cleanup()
    {
        QCOMPARE(m_book->wrongCounters(), 0);
        m_book.reset();
        m_database.reset();
    }

    void addsAMemberAndTakesItBack();
    void editsAMemberAndTakesItBack();
    void refusesToTakeBackWhatSomethingNewerRefersTo();
    void refusesASeatForWhoHasDepartedMeanwhile();
    void namesTheFieldOfATakenName_data();
    void namesTheFieldOfATakenName();
    void addsALicenceWithVendorProductAndSeatsAsOne();
    void addsNothingWhenThePurchaseIsWrong();
    void editsALicenceAndItsProductAsOne();
    void changesAndCancelsAnEntitlementAndTakesItBack();
    void plansACutAsItIsDone();
    void renewsAndTakesItBack();
    void keepsDepartments();
    void refusesADepartmentBelowItself();
    void noticesThatSomebodyWasFaster();

private:
    Session &session() { return m_database->session(); }
    const CatalogueApplicationService &catalogue() const { return m_services.catalogueService; }
    Result<OperationId> undo(OperationId operation)
    {
        return m_services.management.undo(session(), operation);
    }
    Result<Booked<Member>> addAna()
    {
        return catalogue().addMember(
            session(),
            MemberDraft{.number = u"A1"_s, .name = u"Ana"_s, .email = u"ana@example.org"_s}.create().value());
    }
    Result<Booked<Department>> addDepartment(const QString &name,
                                             std::optional<DepartmentId> parent = std::nullopt)
    {
        return catalogue().addDepartment(session(), {Name::create(name).value(), parent});
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    Services m_services;
};

void CatalogueApplicationServiceTest::addsAMemberAndTakesItBack()
{
    const auto added = addAna();
    VERIFY_RESULT(added);
    QCOMPARE(m_services.operations.find(session(), added->operation)->kind, u"add_member"_s);
    VERIFY_RESULT(undo(added->operation));
    VERIFY_ERROR(m_services.members.find(session(), added->value.id), ErrorCode::NotFound);
}

void CatalogueApplicationServiceTest::editsAMemberAndTakesItBack()
{
    Member ana = addAna()->value;
    ana.name = Name::create(u"Ana Maria").value();
    const auto edited = catalogue().updateMember(session(), ana);
    VERIFY_RESULT(edited);
    QCOMPARE(edited->value.name.text(), u"Ana Maria"_s);
    VERIFY_RESULT(undo(edited->operation));
    QCOMPARE(m_services.members.find(session(), ana.id)->name.text(), u"Ana"_s);
}

void CatalogueApplicationServiceTest::refusesToTakeBackWhatSomethingNewerRefersTo()
{
    const auto added = addAna();
    m_book->assignment(m_book->licenseWithSeats(u"IDE"_s, 1), added->value.id);
    const auto refused = undo(added->operation);
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"moved_on"_s);
    QVERIFY(!refused.error().message.contains(u"constraint"_s));
}

void CatalogueApplicationServiceTest::refusesASeatForWhoHasDepartedMeanwhile()
{
    const Member ana = addAna()->value;
    const AssignmentId seat = m_book->assignment(m_book->licenseWithSeats(u"IDE"_s, 1), ana.id);
    const auto revoked = m_services.management.revoke(session(),
                                                      {{seat}, PlanMode::AllOrNothing, u"Project over"_s});
    VERIFY_RESULT(m_services.management.depart(session(), ana, m_book->today(), {}));
    const auto refused = undo(revoked->operation);
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"member_departed"_s);
}

void CatalogueApplicationServiceTest::namesTheFieldOfATakenName_data()
{
    QTest::addColumn<MemberDraft>("draft");
    QTest::addColumn<QString>("field");
    QTest::newRow("number") << MemberDraft{.number = u"a1"_s, .name = u"Bo"_s, .email = u"bo@example.org"_s}
                            << u"number"_s;
    QTest::newRow("e-mail") << MemberDraft{.number = u"B1"_s, .name = u"Bo"_s, .email = u"ANA@example.org"_s}
                            << u"email"_s;
}

void CatalogueApplicationServiceTest::namesTheFieldOfATakenName()
{
    QFETCH(MemberDraft, draft);
    QFETCH(QString, field);
    VERIFY_RESULT(addAna());
    const auto taken = catalogue().addMember(session(), draft.create().value());
    VERIFY_ERROR(taken, ErrorCode::Conflict);
    QCOMPARE(taken.error().details.value(u"field"_s).toString(), field);
    QVERIFY2(taken.error().message.startsWith(u"Another member has this"_s),
             qPrintable(taken.error().message));
}

void CatalogueApplicationServiceTest::addsALicenceWithVendorProductAndSeatsAsOne()
{
    const ProductNames names{Name::create(u"Atlas").value(), Name::create(u"Mapper").value()};
    const auto added = catalogue().addLicense(
        session(), {.license = {.name = u"Mapper Pro"_s},
                    .product = names,
                    .entitlement = EntitlementDraft{.quantity = 5, .firstDay = m_book->today()}});
    VERIFY_RESULT(added);
    QCOMPARE(m_services.licenses.entitlements(session(), added->value.id)->size(), 1u);
    QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.operation WHERE source = 'command'"_s),
             u"1"_s);
}

void CatalogueApplicationServiceTest::addsNothingWhenThePurchaseIsWrong()
{
    const ProductNames names{Name::create(u"Atlas").value(), Name::create(u"Mapper").value()};
    const auto refused = catalogue().addLicense(
        session(), {.license = {.name = u"Mapper Pro"_s},
                    .product = names,
                    .entitlement = EntitlementDraft{.quantity = 0, .firstDay = m_book->today()}});
    VERIFY_ERROR(refused, ErrorCode::InvalidInput);
    QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.license"_s), u"0"_s);
    QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.vendor WHERE name = 'Atlas'"_s), u"0"_s);
}

void CatalogueApplicationServiceTest::editsALicenceAndItsProductAsOne()
{
    License ide = m_services.licenses.find(session(), m_book->license(u"IDE"_s)).value();
    const ProductId before = ide.product;
    ide.name = Name::create(u"IDE Pro").value();
    const auto edited = catalogue().updateLicense(
        session(), ide, ProductNames{Name::create(u"Atlas").value(), Name::create(u"Builder").value()});
    VERIFY_RESULT(edited);
    QVERIFY(edited->value.product != before);
    VERIFY_RESULT(undo(edited->operation));
    const auto restored = m_services.licenses.find(session(), ide.id);
    QCOMPARE(restored->name.text(), u"IDE"_s);
    QCOMPARE(restored->product, before);
}

void CatalogueApplicationServiceTest::changesAndCancelsAnEntitlementAndTakesItBack()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    auto bought = m_services.licenses.findEntitlement(session(), m_book->entitlement(ide, 3)).value();
    bought.quantity = Quantity::fromStored(8);
    const auto changed = catalogue().updateEntitlement(session(), bought);
    VERIFY_RESULT(changed);
    const auto cancelled = catalogue().cancelEntitlement(session(), changed->value);
    VERIFY_RESULT(cancelled);
    QVERIFY(cancelled->value.isCancelled());
    VERIFY_RESULT(undo(cancelled->operation));
    VERIFY_RESULT(undo(changed->operation));
    const auto now = m_services.licenses.findEntitlement(session(), bought.id);
    QVERIFY(!now->isCancelled());
    QCOMPARE(now->quantity->value(), 3);
}

void CatalogueApplicationServiceTest::plansACutAsItIsDone()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    auto bought = m_services.licenses.findEntitlement(session(), m_book->entitlement(ide, 3)).value();
    for (const MemberId member : m_book->members(2))
        m_book->assignment(ide, member);
    for (const int seats : {1, 2}) {
        bought.quantity = Quantity::fromStored(seats);
        const auto plan = catalogue().planSupply(session(), ide, {.replaced = bought.id, .by = bought});
        VERIFY_RESULT(plan);
        const auto done = catalogue().updateEntitlement(session(), bought);
        QCOMPARE(plan->isApplicable(), done.has_value());
        if (!done)
            QCOMPARE(done.error().details["reason"_L1].toString(), u"below_promised"_s);
    }
    const auto cancel = catalogue().planSupply(session(), ide, {.replaced = bought.id});
    VERIFY_RESULT(cancel);
    QCOMPARE(cancel->refusal->reason, RefusalReason::BelowPromised);
    QCOMPARE(cancel->after, Seats(0));
}

void CatalogueApplicationServiceTest::renewsAndTakesItBack()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    const auto expiring =
        m_services.licenses.findEntitlement(session(), m_book->entitlement(ide, 4, -300, 20)).value();
    const auto fields = EntitlementDraft::renewalOf(expiring).create().value();
    const auto renewal = m_services.management.renew(session(), expiring.id, fields);
    VERIFY_RESULT(renewal);
    const auto twice = m_services.management.renew(session(), expiring.id, fields);
    VERIFY_ERROR(twice, ErrorCode::Conflict);
    QCOMPARE(twice.error().message, u"This entitlement has been renewed before."_s);
    VERIFY_RESULT(undo(renewal->operation));
    QVERIFY(m_services.licenses.findEntitlement(session(), renewal->value.id)->isCancelled());
    VERIFY_RESULT(m_services.management.renew(session(), expiring.id, fields));
}

void CatalogueApplicationServiceTest::keepsDepartments()
{
    const Department research = addDepartment(u"Research"_s)->value;
    const Department optics = addDepartment(u"Optics"_s, research.id)->value;
    const auto taken = addDepartment(u"optics"_s, research.id);
    VERIFY_ERROR(taken, ErrorCode::Conflict);
    QCOMPARE(taken.error().details.value(u"field"_s).toString(), u"name"_s);
    Department moved = optics;
    moved.name = Name::create(u"Lasers").value();
    moved.parent.reset();
    const auto updated = catalogue().updateDepartment(session(), moved);
    VERIFY_RESULT(updated);
    QCOMPARE(updated->value.version, 2);
    VERIFY_RESULT(m_services.catalogue.departmentByPath(session(), u"lasers"_s));
    VERIFY_RESULT(undo(updated->operation));
    QCOMPARE(m_services.catalogue.departmentByPath(session(), u"Research / Optics"_s)->id, optics.id);
}

void CatalogueApplicationServiceTest::refusesADepartmentBelowItself()
{
    Department research = addDepartment(u"Research"_s)->value;
    const Department optics = addDepartment(u"Optics"_s, research.id)->value;
    const Department lasers = addDepartment(u"Lasers"_s, optics.id)->value;
    research.parent = lasers.id;
    const auto refused = catalogue().updateDepartment(session(), research);
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"department_ring"_s);
    QVERIFY2(refused.error().message.contains(u"Lasers is below it"_s), qPrintable(refused.error().message));
    research.parent = research.id;
    VERIFY_ERROR(catalogue().updateDepartment(session(), research), ErrorCode::RuleBroken);
}

void CatalogueApplicationServiceTest::noticesThatSomebodyWasFaster()
{
    const Department research = addDepartment(u"Research"_s)->value;
    VERIFY_RESULT(catalogue().updateDepartment(session(), research));
    const auto late = catalogue().updateDepartment(session(), research);
    VERIFY_ERROR(late, ErrorCode::Conflict);
    QCOMPARE(late.error().details.value(u"current_version"_s).toInt(), 2);
    Department unknown = research;
    unknown.id = *DepartmentId::fromValue(999);
    VERIFY_ERROR(catalogue().updateDepartment(session(), unknown), ErrorCode::NotFound);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::CatalogueApplicationServiceTest)
#include "catalogueapplicationservicetest.moc"
