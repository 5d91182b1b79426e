// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/cataloguerepository.h"

#include "core/db/query.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

Department departmentFromRow(const Row &row)
{
    return Department{{.name = Name::fromStored(row.text("name")),
                       .parent = storedOptionalId<DepartmentId>(row, "parent_id")},
                      storedId<DepartmentId>(row, "id"),
                      storedNumber(row, "version")};
}

Vendor vendorFromRow(const Row &row)
{
    return Vendor{
        {.name = Name::fromStored(row.text("name")), .website = Website::fromStored(row.text("website"))},
        storedId<VendorId>(row, "id"),
        storedNumber(row, "version")};
}

Product productFromRow(const Row &row)
{
    return Product{
        {.vendor = storedId<VendorId>(row, "vendor_id"), .name = Name::fromStored(row.text("name"))},
        storedId<ProductId>(row, "id"),
        storedNumber(row, "version")};
}

constexpr auto departmentPaths =
    "WITH RECURSIVE tree AS ("
    "SELECT id, parent_id, name, version, ARRAY[name] AS path, name AS full_path FROM seatledger.department "
    "WHERE parent_id IS NULL "
    "UNION ALL SELECT d.id, d.parent_id, d.name, d.version, t.path || d.name, t.full_path || ' / ' || d.name "
    "FROM seatledger.department d JOIN tree t ON d.parent_id = t.id) "_L1;

/// The id that `statement` made or found. Nothing means that somebody committed the same name after the
/// statement took its snapshot: the next one sees it.
template <typename IdType, typename Statement>
Result<IdType> idMadeOrFound(const Statement &statement)
{
    Result<std::optional<IdType>> id = statement();
    if (id && !*id)
        id = statement();
    if (!id)
        return std::unexpected(std::move(id).error());
    if (!*id)
        return failure(ErrorCode::Conflict,
                       QCoreApplication::translate("repositories", "Somebody else is adding the same name."));
    return **id;
}

} // namespace

Result<std::vector<Department>> CatalogueRepository::departments(Session &session) const
{
    return Query(session, departmentPaths + u"SELECT id, parent_id, name, version FROM tree ORDER BY path"_s)
        .all(departmentFromRow);
}

Result<std::vector<Vendor>> CatalogueRepository::vendors(Session &session) const
{
    return Query(session, u"SELECT id, name, website, version FROM seatledger.vendor ORDER BY name, id"_s)
        .all(vendorFromRow);
}

Result<std::vector<Product>> CatalogueRepository::products(Session &session) const
{
    return Query(session, u"SELECT id, vendor_id, name, version FROM seatledger.product ORDER BY name, id"_s)
        .all(productFromRow);
}

Result<Department> CatalogueRepository::addDepartment(Session &session, const DepartmentFields &fields) const
{
    return Query(session, u"INSERT INTO seatledger.department (parent_id, name) VALUES ($1, $2) "
                          "RETURNING id, parent_id, name, version"_s)
        .bind(fields.parent)
        .bind(fields.name.text())
        .one(departmentFromRow);
}

Result<Department> CatalogueRepository::findDepartment(Session &session, DepartmentId id) const
{
    return foundRow(
        Query(session, u"SELECT id, parent_id, name, version FROM seatledger.department WHERE id = $1"_s)
            .bind(id)
            .first(departmentFromRow),
        "department"_L1, id.value());
}

Result<Department> CatalogueRepository::updateDepartment(Session &session, const Department &department) const
{
    return updatedRow(session,
                      Query(session,
                            u"UPDATE seatledger.department SET parent_id = $3, name = $4 "
                            "WHERE id = $1 AND version = $2 RETURNING id, parent_id, name, version"_s)
                          .bind(department.id)
                          .bind(department.version)
                          .bind(department.parent)
                          .bind(department.name.text())
                          .first(departmentFromRow),
                      "department"_L1, department.id.value());
}

Result<Vendor> CatalogueRepository::addVendor(Session &session, const VendorFields &fields) const
{
    return Query(
               session,
               u"INSERT INTO seatledger.vendor (name, website) VALUES ($1, $2) RETURNING id, name, website, version"_s)
        .bind(fields.name.text())
        .bind(textOrEmpty(fields.website.text()))
        .one(vendorFromRow);
}

Result<Product> CatalogueRepository::addProduct(Session &session, const ProductFields &fields) const
{
    return Query(
               session,
               u"INSERT INTO seatledger.product (vendor_id, name) VALUES ($1, $2) RETURNING id, vendor_id, name, version"_s)
        .bind(fields.vendor)
        .bind(fields.name.text())
        .one(productFromRow);
}

Result<Department> CatalogueRepository::departmentByPath(Session &session, const QString &path) const
{
    auto found = Query(session, departmentPaths
                                    + u"SELECT id, parent_id, name, version FROM (SELECT *, rank() OVER "
                                      "(ORDER BY lower(full_path) = lower($1) DESC) AS rank FROM tree "
                                      "WHERE lower(full_path) = lower($1) OR lower(name) = lower($1)) named "
                                      "WHERE rank = 1 LIMIT 2"_s)
                     .bind(path.trimmed())
                     .all(departmentFromRow);
    if (!found)
        return std::unexpected(std::move(found).error());
    const QJsonObject details{{u"field"_s, u"department"_s}, {u"value"_s, path}};
    if (found->empty())
        return failure(
            ErrorCode::NotFound,
            QCoreApplication::translate("repositories", "There is no department \"%1\".").arg(path), details);
    if (found->size() > 1)
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate(
                           "repositories",
                           "There are several departments \"%1\"; write the path, such as Research / Optics.")
                           .arg(path),
                       details);
    return found->front();
}

Result<ProductId> CatalogueRepository::productNamed(Session &session, const Name &vendor,
                                                    const Name &product) const
{
    const auto vendorId = idMadeOrFound<VendorId>([&] {
        return Query(session, u"WITH made AS (INSERT INTO seatledger.vendor (name) VALUES ($1) "
                              "ON CONFLICT DO NOTHING RETURNING id) "
                              "SELECT id FROM made UNION ALL "
                              "SELECT id FROM seatledger.vendor WHERE lower(name) = lower($1) LIMIT 1"_s)
            .bind(vendor.text())
            .first([](const Row &row) { return storedId<VendorId>(row, "id"); });
    });
    if (!vendorId)
        return std::unexpected(vendorId.error());
    return idMadeOrFound<ProductId>([&] {
        return Query(session, u"WITH made AS (INSERT INTO seatledger.product (vendor_id, name) "
                              "VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id) "
                              "SELECT id FROM made UNION ALL SELECT id FROM seatledger.product "
                              "WHERE vendor_id = $1 AND lower(name) = lower($2) LIMIT 1"_s)
            .bind(*vendorId)
            .bind(product.text())
            .first([](const Row &row) { return storedId<ProductId>(row, "id"); });
    });
}

} // namespace seatledger
