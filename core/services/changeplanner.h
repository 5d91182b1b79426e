// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/repositories/licenseassignmentrepository.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/operationrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/changeplan.h"
#include "core/services/planfactsreader.h"

#include <QList>

#include <functional>
#include <span>

namespace seatledger {

/// Reads assignments of any licences and plans a change of them, licence by licence. Stateless.
class ChangePlanner final
{
public:
    /// Plans for the assignments of one licence.
    using Plan = std::function<AssignmentPlan(const LicenseFacts &, std::span<const Assignment>)>;

    /// What is asked for.
    struct Wish {
        Action action; ///< as which it must be permitted
        QList<AssignmentId> assignments;
        PlanMode mode = PlanMode::AllOrNothing;
        QList<MemberId> receivers = {}; ///< who would get seats that they did not have
        bool movesDays = false;         ///< what else the holders have of the licence may be in the way
    };

    enum class Locking {
        None,  ///< to explain
        Seats, ///< takes the licences' locks, so that the plan stays true until the transaction ends
    };

    ChangePlanner(const LicenseRepository &licenses, const LicenseAssignmentRepository &assignments,
                  const OperationRepository &operations, const AccessApplicationService &access);

    /// Forbidden if the action is permitted for nobody; refused in the plan for those it does not reach.
    /// NotFound if one of the assignments is not there. Call it in a transaction.
    [[nodiscard]] Result<ChangePlan> plan(Session &session, const Wish &wish, Locking locking,
                                          const Plan &plan) const;

private:
    [[nodiscard]] Result<LicensePlan> planOne(Session &session, const Wish &wish,
                                              const ReachedMembers &reached, LicenseFacts &facts,
                                              std::span<const Assignment> assignments,
                                              const Plan &plan) const;
    [[nodiscard]] Result<std::vector<Assignment>> read(Session &session,
                                                       const QList<AssignmentId> &ids) const;
    [[nodiscard]] Result<std::vector<Assignment>> readLocked(Session &session,
                                                             const QList<AssignmentId> &ids) const;

    const LicenseRepository &m_licenses;
    const LicenseAssignmentRepository &m_assignments;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
    PlanFactsReader m_facts;
};

} // namespace seatledger
