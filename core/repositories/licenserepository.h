// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/bulkedit.h"
#include "core/domain/entitlement.h"
#include "core/domain/ids.h"
#include "core/domain/license.h"
#include "core/domain/result.h"
#include "core/domain/seatcalendar.h"
#include "core/domain/stepfunction.h"

#include <QList>

#include <optional>
#include <span>
#include <vector>

namespace seatledger {

/// From `delta.day` on the demand of the licence is `delta.change` larger than the day before.
struct LicenseDemand {
    LicenseId license;
    StepFunction::Delta delta;
};

/// The demand by day that the changes of one licence add up to.
[[nodiscard]] StepFunction demandFrom(const std::vector<LicenseDemand> &changes);

/// Loads and saves licences and their entitlements: the document's ExtendedLicenseManager. Stateless. Changes
/// are booked on the session's operation. Errors beside the database's: NotFound, and Conflict when the row's
/// version is not the one named.
class LicenseRepository final
{
public:
    [[nodiscard]] Result<License> find(Session &session, LicenseId id) const;
    [[nodiscard]] Result<std::optional<License>> findByName(Session &session, const QString &name) const;
    [[nodiscard]] Result<License> add(Session &session, const LicenseFields &fields) const;
    [[nodiscard]] Result<License> update(Session &session, const License &license) const;

    /// Writes what the edit, which is not empty, changes in all of them, by one statement; they are given as
    /// they would be, in the version they were read. A Conflict, and nothing is changed, if one is in another
    /// version by now. Answers how many.
    [[nodiscard]] Result<qint64> edit(Session &session, std::span<const License> licenses,
                                      const LicenseEdit &edit) const;

    [[nodiscard]] Result<Entitlement> findEntitlement(Session &session, EntitlementId id) const;

    /// All of a licence, cancelled ones too, newest period first.
    [[nodiscard]] Result<std::vector<Entitlement>> entitlements(Session &session, LicenseId id) const;
    [[nodiscard]] Result<Entitlement> addEntitlement(Session &session, const EntitlementFields &fields) const;

    /// Writes all fields and whether it is cancelled.
    [[nodiscard]] Result<Entitlement> updateEntitlement(Session &session,
                                                        const Entitlement &entitlement) const;

    /// Supply and demand by day from today on.
    [[nodiscard]] Result<SeatCalendar> calendar(Session &session, const License &license) const;

    /// What the seats of many licences depend on, each read by one statement for all of them. Unknown ids are
    /// left out. By licence and, for demand, in order of days.
    [[nodiscard]] Result<std::vector<License>> findMany(Session &session, const QList<LicenseId> &ids) const;
    [[nodiscard]] Result<std::vector<Entitlement>> entitlementsOf(Session &session,
                                                                  const QList<LicenseId> &ids) const;
    [[nodiscard]] Result<std::vector<LicenseDemand>> demandOf(Session &session,
                                                              const QList<LicenseId> &ids) const;

    /// Takes the writers' locks of the licences, in one order for everybody, until the transaction ends: what
    /// is read of their seats from then on stays true.
    [[nodiscard]] Result<void> lockSeats(Session &session, const QList<LicenseId> &ids) const;
};

} // namespace seatledger
