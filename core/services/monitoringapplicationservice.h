// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/domain/systemstatus.h"
#include "core/repositories/monitoringrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/doctorapplicationservice.h"

namespace seatledger {

/// What an operator of the machine below the book asks: how it is, and whether the book adds up. Stateless
/// apart from its repositories; use it in the thread of the session.
class MonitoringApplicationService final
{
public:
    static constexpr int mostStatements = 20;
    static constexpr int mostIndexes = 20;

    MonitoringApplicationService(const MonitoringRepository &rows, const DoctorApplicationService &doctor,
                                 const AccessApplicationService &access);

    /// All of it as of now; some milliseconds, and no lock. Forbidden for who may not change settings.
    [[nodiscard]] Result<SystemStatus> status(Session &session) const;

    /// DoctorApplicationService::examine(), written down where that is possible: on a standby, or for who may
    /// only look, the report is all there is.
    [[nodiscard]] Result<DoctorReport> runDoctor(
        Session &session, const DoctorApplicationService::Progress &progress = {}) const;

private:
    const MonitoringRepository &m_rows;
    const DoctorApplicationService &m_doctor;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
