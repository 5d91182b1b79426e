// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/monitoringapplicationservice.h"

#include <QElapsedTimer>

#include <algorithm>

namespace seatledger {

namespace {

/// Takes over what was read; false, with the error in `failed`, if it could not be.
template <typename T>
bool take(Result<T> read, T &into, std::optional<Error> &failed)
{
    if (!read) {
        failed = std::move(read).error();
        return false;
    }
    into = *std::move(read);
    return true;
}

/// Where nobody keeps times, what runs now for the longest is the next best thing.
std::vector<HeavyStatement> runningNow(const SystemStatus &status)
{
    std::vector<HeavyStatement> running;
    for (const DatabaseSession &session : status.sessions) {
        if (!session.isActive() || !session.queryAt)
            continue;
        const auto ms = static_cast<double>(session.queryAt->msecsTo(status.server.at));
        running.push_back({.text = session.query,
                           .calls = 1,
                           .totalMs = ms,
                           .meanMs = ms,
                           .maxMs = ms,
                           .pid = session.pid});
    }
    std::ranges::sort(running, std::ranges::greater(), &HeavyStatement::totalMs);
    return running;
}

} // namespace

MonitoringApplicationService::MonitoringApplicationService(const MonitoringRepository &rows,
                                                           const DoctorApplicationService &doctor,
                                                           const AccessApplicationService &access)
    : m_rows(rows), m_doctor(doctor), m_access(access)
{}

Result<SystemStatus> MonitoringApplicationService::status(Session &session) const
{
    if (auto may = m_access.require(session, Action::ManageSettings); !may)
        return std::unexpected(std::move(may).error());
    SystemStatus status;
    std::optional<Error> failed;
    const bool all = take(m_rows.server(session), status.server, failed)
                     && take(m_rows.sessions(session), status.sessions, failed)
                     && take(m_rows.statementTimes(session), status.statementTimes, failed)
                     && take(m_rows.statements(session, mostStatements), status.statements, failed)
                     && take(m_rows.tables(session), status.tables, failed)
                     && take(m_rows.indexes(session, mostIndexes), status.indexes, failed)
                     && take(m_rows.replicas(session), status.replicas, failed)
                     && take(m_rows.lastDoctorVisit(session), status.doctor, failed)
                     && take(m_rows.lastBackup(session), status.backup, failed);
    if (!all)
        return std::unexpected(*std::move(failed));
    if (status.statementTimes != StatementTimes::Kept)
        status.statements = runningNow(status);
    return status;
}

Result<DoctorReport> MonitoringApplicationService::runDoctor(
    Session &session, const DoctorApplicationService::Progress &progress) const
{
    QElapsedTimer timer;
    timer.start();
    auto report = m_doctor.examine(session, progress);
    if (!report)
        return report;
    // that it could not be written down takes nothing from what was found
    (void)m_rows.noteDoctorVisit(session, static_cast<int>(report->checks.size()),
                                 static_cast<int>(report->findings.size()), timer.elapsed());
    return report;
}

} // namespace seatledger
