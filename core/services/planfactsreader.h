// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/assignmentplan.h"
#include "core/domain/ids.h"
#include "core/domain/license.h"
#include "core/domain/result.h"
#include "core/repositories/licenseassignmentrepository.h"
#include "core/repositories/licenserepository.h"

#include <QDate>
#include <QList>

#include <map>

namespace seatledger {

/// What plans for one licence are made from.
struct LicenseFacts {
    License license;
    PlanFacts facts;
};

/// Collects what the domain must know to plan, with the same few statements for one licence and for a
/// thousand. Stateless.
class PlanFactsReader final
{
public:
    PlanFactsReader(const LicenseRepository &licenses, const LicenseAssignmentRepository &assignments);

    /// The facts of each licence, without holdings, with those `members` that there are. NotFound if one of
    /// the licences is not.
    [[nodiscard]] Result<std::map<LicenseId, LicenseFacts>> read(Session &session, QDate today,
                                                                 const QList<LicenseId> &ids,
                                                                 const QList<MemberId> &members) const;

    /// The same for one licence, with what the members hold of it.
    [[nodiscard]] Result<LicenseFacts> readWithHoldings(Session &session, QDate today, LicenseId license,
                                                        const QList<MemberId> &members) const;

private:
    const LicenseRepository &m_licenses;
    const LicenseAssignmentRepository &m_assignments;
};

} // namespace seatledger
