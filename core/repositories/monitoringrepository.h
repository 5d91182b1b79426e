// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/domain/systemstatus.h"

#include <optional>
#include <vector>

namespace seatledger {

/// Reads what PostgreSQL says of itself and of this database, a statement a function; for administrators,
/// Forbidden for others where it is about more than the book. Stateless, in the thread of its session.
class MonitoringRepository final
{
public:
    [[nodiscard]] Result<ServerFigures> server(Session &session) const;
    [[nodiscard]] Result<std::vector<DatabaseSession>> sessions(Session &session) const;
    [[nodiscard]] Result<StatementTimes> statementTimes(Session &session) const;
    /// Those that took the most time in all; none where times are not kept.
    [[nodiscard]] Result<std::vector<HeavyStatement>> statements(Session &session, int most) const;
    /// Of the book's schema, the largest first.
    [[nodiscard]] Result<std::vector<TableSize>> tables(Session &session) const;
    [[nodiscard]] Result<std::vector<IndexSize>> indexes(Session &session, int most) const;
    [[nodiscard]] Result<std::vector<ReplicaLag>> replicas(Session &session) const;

    [[nodiscard]] Result<std::optional<DoctorVisit>> lastDoctorVisit(Session &session) const;
    /// The newest backup of this book that was verified.
    [[nodiscard]] Result<std::optional<BackupRecord>> lastBackup(Session &session) const;
    /// Writes down that the doctor was there; for administrators and auditors.
    [[nodiscard]] Result<void> noteDoctorVisit(Session &session, int checks, int findings,
                                               qint64 milliseconds) const;
};

} // namespace seatledger
