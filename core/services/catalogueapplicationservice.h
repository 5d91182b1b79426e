// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/department.h"
#include "core/domain/entitlement.h"
#include "core/domain/license.h"
#include "core/domain/member.h"
#include "core/domain/product.h"
#include "core/domain/result.h"
#include "core/domain/supplyplan.h"
#include "core/repositories/cataloguerepository.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/memberrepository.h"
#include "core/repositories/operationrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"

#include <optional>

namespace seatledger {

/// A product as people name it. Names are compared case-insensitively; vendor and product are made if new.
struct ProductNames {
    Name vendor;
    Name product;
};

/// A licence to be added, and the first entitlement it comes with.
struct NewLicense {
    LicenseDraft license;
    std::optional<ProductNames> product = std::nullopt;         ///< in place of the draft's
    std::optional<EntitlementDraft> entitlement = std::nullopt; ///< its `license` is filled in
};

/// The use cases of keeping people and the catalogue: each change is one operation, which is answered
/// together with the row as it is now. Stateless apart from its repositories; use it in the thread of the
/// session.
///
/// Updates name the version they read; Conflict if somebody was faster, with details `current_version`.
/// A name, number or address that is taken is a Conflict whose details name the `field`.
class CatalogueApplicationService final
{
public:
    CatalogueApplicationService(const MemberRepository &members, const LicenseRepository &licenses,
                                const CatalogueRepository &catalogue, const OperationRepository &operations,
                                const AccessApplicationService &access);

    [[nodiscard]] Result<Booked<Member>> addMember(Session &session, const MemberFields &fields) const;
    [[nodiscard]] Result<Booked<Member>> updateMember(Session &session, const Member &member) const;

    /// InvalidInput if the draft, or that of the entitlement, is not right.
    [[nodiscard]] Result<Booked<License>> addLicense(Session &session, const NewLicense &license) const;
    /// With `product`, the licence becomes one of that product.
    [[nodiscard]] Result<Booked<License>> updateLicense(
        Session &session, const License &license,
        const std::optional<ProductNames> &product = std::nullopt) const;

    [[nodiscard]] Result<Booked<Entitlement>> addEntitlement(Session &session,
                                                             const EntitlementFields &fields) const;
    [[nodiscard]] Result<Booked<Entitlement>> updateEntitlement(Session &session,
                                                                const Entitlement &entitlement) const;

    /// A cancelled entitlement supplies nothing from now on; refused below what is promised.
    [[nodiscard]] Result<Booked<Entitlement>> cancelEntitlement(Session &session,
                                                                const Entitlement &entitlement) const;

    /// What adding, changing or cancelling an entitlement of this licence would do. Changes nothing.
    [[nodiscard]] Result<SupplyPlan> planSupply(Session &session, LicenseId license,
                                                const SupplyChange &change) const;

    [[nodiscard]] Result<Booked<Department>> addDepartment(Session &session,
                                                           const DepartmentFields &fields) const;
    /// Renames a department or moves it below another one. RuleBroken, reason `department_ring`, if that is
    /// the department itself or one below it.
    [[nodiscard]] Result<Booked<Department>> updateDepartment(Session &session,
                                                              const Department &department) const;

private:
    [[nodiscard]] Result<License> writeNew(Session &session, const NewLicense &license) const;
    [[nodiscard]] Result<void> refuseRing(Session &session, const Department &department) const;

    const MemberRepository &m_members;
    const LicenseRepository &m_licenses;
    const CatalogueRepository &m_catalogue;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
