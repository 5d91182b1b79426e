// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/cataloguerepository.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/domain/enums.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Departments, vendors and products in a real database.
class CatalogueRepositoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_database = std::make_unique<TestDatabase>(); }
    void cleanup() { m_database.reset(); }

    void listsDepartmentsInTheOrderOfTheirBranches();
    void findsADepartmentByPathOrByNameAlone();
    void takesAWholePathBeforeTheSameNameDeeperDown();
    void refusesANameThatSeveralDepartmentsHave();
    void refusesTheSameNameTwiceBelowOneParent();
    void keepsVendorsAndProducts();
    void refusesTakenNamesAndUnknownVendors();
    void makesAProductOnlyOnce();
    void makesAProductOnlyOnceWhenTwoAddItTogether();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] static Name name(const QString &text) { return Name::create(text).value(); }
    DepartmentId department(const QString &text, std::optional<DepartmentId> parent = std::nullopt)
    {
        return m_catalogue.addDepartment(session(), {.name = name(text), .parent = parent}).value().id;
    }

    CatalogueRepository m_catalogue;
    std::unique_ptr<TestDatabase> m_database;
};

void CatalogueRepositoryTest::listsDepartmentsInTheOrderOfTheirBranches()
{
    QVERIFY(m_catalogue.departments(session())->empty());
    const DepartmentId sales = department(u"Sales"_s);
    const DepartmentId research = department(u"Research"_s);
    department(u"North"_s, sales);
    department(u"Optics"_s, research);
    const auto all = m_catalogue.departments(session());
    VERIFY_RESULT(all);
    QStringList names;
    for (const Department &each : *all)
        names.append(each.name.text());
    QCOMPARE(names, (QStringList{u"Research"_s, u"Optics"_s, u"Sales"_s, u"North"_s}));
    QCOMPARE(all->at(1).parent, std::optional(research));
}

void CatalogueRepositoryTest::findsADepartmentByPathOrByNameAlone()
{
    const DepartmentId research = department(u"Research"_s);
    const DepartmentId optics = department(u"Optics"_s, research);
    QCOMPARE(m_catalogue.departmentByPath(session(), u"research / OPTICS"_s)->id, optics);
    QCOMPARE(m_catalogue.departmentByPath(session(), u" optics "_s)->id, optics);
    QCOMPARE(m_catalogue.departmentByPath(session(), u"Research"_s)->id, research);
    VERIFY_ERROR(m_catalogue.departmentByPath(session(), u"Sales"_s), ErrorCode::NotFound);
}

void CatalogueRepositoryTest::takesAWholePathBeforeTheSameNameDeeperDown()
{
    const DepartmentId top = department(u"Optics"_s);
    department(u"Optics"_s, department(u"Research"_s));
    QCOMPARE(m_catalogue.departmentByPath(session(), u"Optics"_s)->id, top);
}

void CatalogueRepositoryTest::refusesANameThatSeveralDepartmentsHave()
{
    department(u"Support"_s, department(u"Research"_s));
    const DepartmentId second = department(u"SUPPORT"_s, department(u"Sales"_s));
    const auto refused = m_catalogue.departmentByPath(session(), u"support"_s);
    VERIFY_ERROR(refused, ErrorCode::InvalidInput);
    QCOMPARE(refused.error().details.value(u"field"_s).toString(), u"department"_s);
    QCOMPARE(m_catalogue.departmentByPath(session(), u"Sales / Support"_s)->id, second);
}

void CatalogueRepositoryTest::refusesTheSameNameTwiceBelowOneParent()
{
    const DepartmentId research = department(u"Research"_s);
    department(u"Optics"_s, research);
    VERIFY_ERROR(m_catalogue.addDepartment(session(), {.name = name(u"research"_s)}), ErrorCode::Conflict);
    VERIFY_ERROR(m_catalogue.addDepartment(session(), {.name = name(u"OPTICS"_s), .parent = research}),
                 ErrorCode::Conflict);
    VERIFY_ERROR(
        m_catalogue.addDepartment(session(), {.name = name(u"X"_s), .parent = DepartmentId::fromValue(99)}),
        ErrorCode::InUse);
}

void CatalogueRepositoryTest::keepsVendorsAndProducts()
{
    const auto vendor = m_catalogue.addVendor(
        session(), VendorDraft{.name = u"Northwind"_s, .website = u"https://example.org"_s}.create().value());
    VERIFY_RESULT(vendor);
    const auto product = m_catalogue.addProduct(session(), {.vendor = vendor->id, .name = name(u"Suite"_s)});
    VERIFY_RESULT(product);
    QCOMPARE(product->vendor, vendor->id);
    QVERIFY(m_catalogue.vendors(session()).value() == std::vector{*vendor});
    QVERIFY(m_catalogue.products(session()).value() == std::vector{*product});
}

void CatalogueRepositoryTest::refusesTakenNamesAndUnknownVendors()
{
    const auto vendor = m_catalogue.addVendor(session(), {.name = name(u"Northwind"_s)});
    VERIFY_RESULT(vendor);
    VERIFY_ERROR(m_catalogue.addVendor(session(), {.name = name(u"NORTHWIND"_s)}), ErrorCode::Conflict);
    VERIFY_RESULT(m_catalogue.addProduct(session(), {.vendor = vendor->id, .name = name(u"Suite"_s)}));
    VERIFY_ERROR(m_catalogue.addProduct(session(), {.vendor = vendor->id, .name = name(u"suite"_s)}),
                 ErrorCode::Conflict);
    VERIFY_ERROR(
        m_catalogue.addProduct(session(), {.vendor = *VendorId::fromValue(99), .name = name(u"Suite"_s)}),
        ErrorCode::InUse);
}

void CatalogueRepositoryTest::makesAProductOnlyOnce()
{
    const auto first = m_catalogue.productNamed(session(), name(u"Northwind"_s), name(u"Suite"_s));
    VERIFY_RESULT(first);
    QCOMPARE(m_catalogue.productNamed(session(), name(u"NORTHWIND"_s), name(u"suite"_s)).value(), *first);
    VERIFY_RESULT(m_catalogue.productNamed(session(), name(u"Northwind"_s), name(u"Draw"_s)));
    VERIFY_RESULT(m_catalogue.productNamed(session(), name(u"Contoso"_s), name(u"Suite"_s)));
    QCOMPARE(m_catalogue.vendors(session())->size(), 2u);
    QCOMPARE(m_catalogue.products(session())->size(), 3u);
}

void CatalogueRepositoryTest::makesAProductOnlyOnceWhenTwoAddItTogether()
{
    auto open = Transaction::begin(m_database->connection(), u"first"_s);
    VERIFY_RESULT(open);
    const auto first = m_catalogue.productNamed(session(), name(u"Northwind"_s), name(u"Suite"_s));
    VERIFY_RESULT(first);
    std::optional<Result<ProductId>> second;
    std::jthread other([&] {
        const auto connection = Connection::open(m_database->settings());
        Session theirs(**connection, {u"other"_s, OperationSource::Command}, systemClock());
        second = m_catalogue.productNamed(theirs, name(u"northwind"_s), name(u"suite"_s));
    });
    // By another connection: a transaction sees the activity of its first look only.
    QTRY_COMPARE(Query(m_database->otherSession(),
                       u"SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                       "AND datname = current_database()"_s)
                     .one([](const Row &row) { return row.integer("n"); })
                     .value(),
                 1);
    VERIFY_RESULT(open->commit());
    other.join();
    VERIFY_RESULT(*second);
    QCOMPARE(**second, *first);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::CatalogueRepositoryTest)
#include "cataloguerepositorytest.moc"
