// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/departure.h"
#include "core/domain/result.h"
#include "core/formats/tablewriter.h"
#include "core/repositories/departurerepository.h"
#include "core/repositories/licenseassignmentrepository.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/memberrepository.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/waitingrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/licensemanagementapplicationservice.h"

namespace seatledger {

/// What a departure would do or did, and who gets what it frees.
struct DepartureReport {
    DeparturePlan plan;
    std::vector<WaitingRow> served = {}; ///< who waited, as far as the session sees them
};

/// A departure that was done.
struct DepartureOutcome {
    OperationOutcome outcome;
    DepartureReport report;
};

/// People leave: each of their seats is taken back, goes to a successor or ends with their last day; their
/// devices are nobody's, the licences they look after get another owner, and they are departed, now or by the
/// calendar. One operation, whole or not at all. For whoever may edit members. Stateless; use it in the
/// thread of the session.
class DepartureApplicationService final
{
public:
    DepartureApplicationService(const DepartureRepository &departures, const MemberRepository &members,
                                const LicenseRepository &licenses,
                                const LicenseAssignmentRepository &assignments,
                                const WaitingRepository &waiting, const OperationRepository &operations,
                                const AccessApplicationService &access);

    /// What depart() would do, by doing it and going back, so that it also says who is served from the
    /// waiting list; nothing is done where the plan has refusals. InvalidInput, naming the field (`members`,
    /// `successor`, `last_day`), if the departure makes no sense.
    [[nodiscard]] Result<DepartureReport> plan(Session &session, const Departure &departure) const;

    /// The same and done. The first refusal of the plan as an error; Conflict if somebody changed one of the
    /// people or seats meanwhile.
    [[nodiscard]] Result<DepartureOutcome> depart(Session &session, const Departure &departure) const;

    /// A line for each seat, device and owned licence: what became of it.
    [[nodiscard]] static Result<void> write(const DepartureReport &report, TableWriter &writer);
    /// The same into a file, whole or not at all.
    [[nodiscard]] static Result<void> writeFile(const DepartureReport &report, const QString &path,
                                                TableFormat format);

private:
    [[nodiscard]] Result<DeparturePlan> read(Session &session, const Departure &departure) const;
    [[nodiscard]] Result<void> judge(Session &session, const Departure &departure, DeparturePlan &plan) const;
    [[nodiscard]] Result<void> addCosts(Session &session, QDate today, DeparturePlan &plan) const;
    [[nodiscard]] Result<DepartureOutcome> apply(Session &session, const Departure &departure,
                                                 DeparturePlan plan) const;
    [[nodiscard]] Result<void> settleSeats(Session &session, const DeparturePlan &plan,
                                           const EndReason &reason, OperationId operation) const;

    const DepartureRepository &m_departures;
    const MemberRepository &m_members;
    const LicenseRepository &m_licenses;
    const LicenseAssignmentRepository &m_assignments;
    const WaitingRepository &m_waiting;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
