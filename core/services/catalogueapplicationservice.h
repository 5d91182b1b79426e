// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/department.h"
#include "core/domain/entitlement.h"
#include "core/domain/license.h"
#include "core/domain/member.h"
#include "core/domain/product.h"
#include "core/domain/result.h"
#include "core/repositories/cataloguerepository.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/memberrepository.h"
#include "core/repositories/operationrepository.h"

namespace seatledger {

/// A licence and the first entitlement it comes with.
struct NewLicense {
    LicenseFields license;
    std::optional<EntitlementDraft> entitlement = std::nullopt; ///< its `license` is filled in
};

/// The use cases of keeping people and the catalogue: each change is one operation. Stateless apart from its
/// repositories. Updates name the version they read; Conflict if somebody was faster, with details
/// `current_version`.
class CatalogueApplicationService final
{
public:
    CatalogueApplicationService(const MemberRepository &members, const LicenseRepository &licenses,
                                const CatalogueRepository &catalogue, const OperationRepository &operations);

    [[nodiscard]] Result<Member> addMember(Session &session, const MemberFields &fields) const;
    [[nodiscard]] Result<Member> updateMember(Session &session, const Member &member) const;

    [[nodiscard]] Result<License> addLicense(Session &session, const NewLicense &license) const;
    [[nodiscard]] Result<License> updateLicense(Session &session, const License &license) const;

    [[nodiscard]] Result<Entitlement> addEntitlement(Session &session, const EntitlementFields &fields) const;
    [[nodiscard]] Result<Entitlement> updateEntitlement(Session &session,
                                                        const Entitlement &entitlement) const;

    /// A cancelled entitlement supplies nothing from now on; refused below what is promised.
    [[nodiscard]] Result<Entitlement> cancelEntitlement(Session &session,
                                                        const Entitlement &entitlement) const;

    [[nodiscard]] Result<Department> addDepartment(Session &session, const DepartmentFields &fields) const;

    /// The product of this vendor; both are made, as one operation, if they are new.
    [[nodiscard]] Result<ProductId> productNamed(Session &session, const Name &vendor,
                                                 const Name &product) const;

private:
    const MemberRepository &m_members;
    const LicenseRepository &m_licenses;
    const CatalogueRepository &m_catalogue;
    const OperationRepository &m_operations;
};

} // namespace seatledger
