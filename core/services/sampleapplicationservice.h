// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"

#include <functional>

namespace seatledger {

/// How large the sample is to be.
struct SampleSize {
    qint64 members = 200;
    qint64 licenses = 60;
    qint64 assignments = 1500;
    quint32 seed = 1;
};

/// What was filled in.
struct SampleOutcome {
    qint64 members = 0;
    qint64 licenses = 0;
    qint64 entitlements = 0;
    qint64 assignments = 0;
    qint64 devices = 0;
    qint64 activations = 0;
};

/// Fills an empty book with believable data by COPY, under all of its rules: people with names in several
/// scripts in a tree of departments, vendors and products, licences of skewed sizes, past and coming periods,
/// suspensions, ended assignments, shortages; machines on which seats run that are used today or have not
/// been for months; all of it written in office hours. The same size and seed give the same rows on the same
/// day, but for what is used at this very hour.
class SampleApplicationService final
{
public:
    /// One transaction: all of it or nothing. Fails with RuleBroken, reason `book_not_empty`, if there are
    /// members or licences already, and with InvalidInput for sizes that do not go together. What reports
    /// keep is counted, and PostgreSQL knows how large the tables are. `progress` gets rows done and rows in
    /// all, licences twice, as they are counted, too; cancel by the session's token.
    [[nodiscard]] Result<SampleOutcome> fill(Session &session, const SampleSize &size,
                                             const std::function<void(qint64, qint64)> &progress = {}) const;
};

} // namespace seatledger
