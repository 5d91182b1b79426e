// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/department.h"
#include "core/domain/ids.h"
#include "core/domain/product.h"
#include "core/domain/result.h"

#include <vector>

namespace seatledger {

/// Loads and saves what members and licences refer to: departments, vendors, products. Stateless. Changes are
/// booked on the session's operation. Errors beside the database's: NotFound, and Conflict when the row's
/// version is not the one named.
class CatalogueRepository final
{
public:
    /// All of them, by name; a tree is in the order of its branches.
    [[nodiscard]] Result<std::vector<Department>> departments(Session &session) const;
    [[nodiscard]] Result<std::vector<Vendor>> vendors(Session &session) const;
    [[nodiscard]] Result<std::vector<Product>> products(Session &session) const;

    [[nodiscard]] Result<Department> addDepartment(Session &session, const DepartmentFields &fields) const;
    [[nodiscard]] Result<Vendor> addVendor(Session &session, const VendorFields &fields) const;
    [[nodiscard]] Result<Product> addProduct(Session &session, const ProductFields &fields) const;

    [[nodiscard]] Result<Department> findDepartment(Session &session, DepartmentId id) const;

    /// Writes name and place of `department`; answers it with its new version.
    [[nodiscard]] Result<Department> updateDepartment(Session &session, const Department &department) const;

    /// The department with this path ("Research / Optics" or just "Research"), compared case-insensitively.
    [[nodiscard]] Result<Department> departmentByPath(Session &session, const QString &path) const;

    /// The product of this vendor, both made if they are new. Names are compared case-insensitively.
    [[nodiscard]] Result<ProductId> productNamed(Session &session, const Name &vendor,
                                                 const Name &product) const;
};

} // namespace seatledger
