// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/assignment.h"
#include "core/domain/result.h"
#include "core/domain/waitingentry.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/waitingrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/licensemanagementapplicationservice.h"

#include <QList>

namespace seatledger {

/// Members who want seats of a licence as soon as they are free.
struct WaitCommand {
    LicenseId license;
    QList<MemberId> members;
    AssignmentTerms terms;
};

/// The use cases of the waiting list, for whoever may assign. Serving it is the database's: in every
/// transaction that frees a seat, on any path. Each use case is one operation that undo takes back.
/// Stateless; use it in the thread of the session.
class WaitingListApplicationService final
{
public:
    WaitingListApplicationService(const WaitingRepository &waiting, const LicenseRepository &licenses,
                                  const OperationRepository &operations,
                                  const AccessApplicationService &access);

    /// Puts them on the list, all of them or nobody: refused for who has departed or holds the licence at
    /// that time. Who is on it keeps the place. For whom seats are free now gets them at once (`served`).
    [[nodiscard]] Result<OperationOutcome> add(Session &session, const WaitCommand &command) const;

    /// Takes entries off the list. NotFound if one is not there; RuleBroken if one waits no longer.
    [[nodiscard]] Result<OperationOutcome> withdraw(Session &session, const QList<WaitingEntryId> &entries,
                                                    const QString &reason) const;

private:
    [[nodiscard]] Result<std::vector<WaitingEntry>> read(Session &session,
                                                         const QList<WaitingEntryId> &entries) const;

    const WaitingRepository &m_waiting;
    const LicenseRepository &m_licenses;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
