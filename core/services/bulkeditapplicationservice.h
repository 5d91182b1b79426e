// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/bulkedit.h"
#include "core/domain/result.h"
#include "core/repositories/cataloguerepository.h"
#include "core/repositories/licenseassignmentrepository.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/memberrepository.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/waitingrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/editplan.h"

namespace seatledger {

/// The use cases of giving many rows the same values in some fields, or one row a value in one field: one
/// statement, one operation, all or nothing unless the mode is Partial. Stateless apart from its
/// repositories; use it in the thread of the session.
///
/// Functions named plan... change nothing: they try it in a transaction that goes back, so what is refused
/// and why is what the database says. They take about as long as the edit itself, and longer where many rows
/// are refused by the database alone. The others plan again and then apply.
///
/// InvalidInput for an edit without fields, for one row's fields (a name) with several rows, and where a
/// field cannot have such a value in any row; NotFound if a row is not there. Conflict if a row is not in the
/// version named by the targets: nothing is changed then, details `conflicts` are the ids.
class BulkEditApplicationService final
{
public:
    BulkEditApplicationService(const MemberRepository &members, const LicenseRepository &licenses,
                               const LicenseAssignmentRepository &assignments,
                               const CatalogueRepository &catalogue, const OperationRepository &operations,
                               const WaitingRepository &waiting, const AccessApplicationService &access);

    [[nodiscard]] Result<EditPlan> planMembers(Session &session, const EditTargets &targets,
                                               const MemberEdit &edit) const;
    [[nodiscard]] Result<EditOutcome> editMembers(Session &session, const EditTargets &targets,
                                                  const MemberEdit &edit) const;

    [[nodiscard]] Result<EditPlan> planLicenses(Session &session, const EditTargets &targets,
                                                const LicenseEdit &edit) const;
    [[nodiscard]] Result<EditOutcome> editLicenses(Session &session, const EditTargets &targets,
                                                   const LicenseEdit &edit) const;

    [[nodiscard]] Result<EditPlan> planAssignments(Session &session, const EditTargets &targets,
                                                   const AssignmentEdit &edit) const;
    [[nodiscard]] Result<EditOutcome> editAssignments(Session &session, const EditTargets &targets,
                                                      const AssignmentEdit &edit) const;

private:
    template <typename Row>
    struct Subject;
    template <typename Row>
    struct Planned;

    [[nodiscard]] Subject<Member> memberSubject(Session &session, const MemberEdit &edit) const;
    [[nodiscard]] Subject<License> licenseSubject(Session &session, const LicenseEdit &edit) const;
    [[nodiscard]] Subject<Assignment> assignmentSubject(Session &session, const AssignmentEdit &edit) const;
    template <typename Row>
    [[nodiscard]] Result<Planned<Row>> prepare(Session &session, const Subject<Row> &subject,
                                               const EditTargets &targets) const;
    template <typename Row>
    [[nodiscard]] Result<EditPlan> plan(Session &session, const Subject<Row> &subject,
                                        const EditTargets &targets) const;
    template <typename Row>
    [[nodiscard]] Result<EditOutcome> apply(Session &session, const Subject<Row> &subject,
                                            const EditTargets &targets) const;

    const MemberRepository &m_members;
    const LicenseRepository &m_licenses;
    const LicenseAssignmentRepository &m_assignments;
    const CatalogueRepository &m_catalogue;
    const OperationRepository &m_operations;
    const WaitingRepository &m_waiting;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
