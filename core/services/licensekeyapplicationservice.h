// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/licensekey.h"
#include "core/domain/result.h"
#include "core/repositories/licensekeyrepository.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/operationrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"

#include <optional>
#include <vector>

namespace seatledger {

/// The use cases of keeping the keys of licences, and of reading one. A licence with a pool hands a key to
/// each assignment by itself. Stateless apart from its repositories; use it in the thread of the session.
class LicenseKeyApplicationService final
{
public:
    LicenseKeyApplicationService(const LicenseKeyRepository &keys, const LicenseRepository &licenses,
                                 const OperationRepository &operations,
                                 const AccessApplicationService &access);

    /// Adds keys as one operation, which can be undone as long as none was read. For those who edit the
    /// catalogue. Conflict if the licence has one of them already.
    [[nodiscard]] Result<Booked<std::vector<LicenseKey>>> add(Session &session, const NewKeys &keys) const;

    /// The keys of a licence without their secrets. For those who edit the catalogue or may read keys; others
    /// get Forbidden.
    [[nodiscard]] Result<std::vector<LicenseKeyRow>> list(Session &session, LicenseId license) const;

    /// The key that an assignment has from the pool, without its secret. For the same people.
    [[nodiscard]] Result<std::optional<LicenseKey>> ofAssignment(Session &session,
                                                                 AssignmentId assignment) const;

    /// The secret of one key. That it is read goes on record first, in a transaction of its own, so it must
    /// not be called inside of another one (Internal).
    [[nodiscard]] Result<QString> read(Session &session, LicenseKeyId id) const;

private:
    [[nodiscard]] Result<void> checkEntitlement(Session &session, const NewKeys &keys) const;
    [[nodiscard]] Result<void> requireSight(Session &session) const;
    [[nodiscard]] Result<void> bookReading(Session &session, LicenseKeyId id) const;

    const LicenseKeyRepository &m_keys;
    const LicenseRepository &m_licenses;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
