// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"

#include <QtGlobal>

#include <functional>

namespace seatledger {

/// What is being done with a backup.
enum class BackupStep {
    Dump,     ///< bytes of tables
    Check,    ///< bytes of the backup
    Restore,  ///< rows
    Count,    ///< no telling how far; `all` is 0
    Migrate,  ///< likewise
    Examine,  ///< likewise
    Sums,     ///< licences, counted for reports
    Exchange, ///< likewise; cannot be cancelled any more
};

struct BackupProgress {
    BackupStep step = BackupStep::Dump;
    qint64 done = 0;
    qint64 all = 0; ///< 0 where nobody knows
};

/// What a long piece of work with a backup obeys and tells, in its thread.
struct BackupRun {
    CancelToken cancel = {};
    std::function<void(const BackupProgress &)> progress = {};

    void tell(BackupStep step, qint64 done = 0, qint64 all = 0) const
    {
        if (progress)
            progress({step, done, all});
    }
};

} // namespace seatledger
