// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"

#include <QString>

#include <functional>
#include <vector>

namespace seatledger {

/// One difference between what the book says and what its rows add up to.
struct DoctorFinding {
    QString check;    ///< stable name: held_counter, overlap, audit_chain, ...
    QString subject;  ///< which row, e.g. "license 42 (IDE)"
    QString expected; ///< what a recount gives
    QString found;    ///< what is written
};

/// What the doctor looked at and found.
struct DoctorReport {
    std::vector<QString> checks; ///< the stable names of all checks made
    std::vector<DoctorFinding> findings;

    [[nodiscard]] bool isClean() const { return findings.empty(); }
};

/// Recounts every counter and every rule from the rows, in one snapshot, and names each difference; repairs
/// nothing. At most 100 findings a check. Needs no lock and may run at any time.
class DoctorApplicationService final
{
public:
    /// How many of the checks are made, of how many, and which one is next.
    using Progress = std::function<void(int done, int of, const QString &check)>;

    /// Cancel it by the session's token.
    [[nodiscard]] Result<DoctorReport> examine(Session &session, const Progress &progress = {}) const;
};

} // namespace seatledger
