// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"
#include "core/domain/result.h"
#include "core/workspace/serveraccount.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace seatledger {

/// A long run of one of PostgreSQL's programs, as the person who runs this program.
struct ToolRun {
    QString program;
    QStringList arguments; ///< others see them in the process list: no password, no secret
    QString password = {}; ///< for the database; goes through the program's environment
    CancelToken cancel = {};
    std::function<void(const QString &line)> heard = {}; ///< each line that it says
    std::function<void()> waiting = {};                  ///< a few times a second
};

/// Runs it and waits. What it said last (some 4 KiB) is in the answer, also when its exit code is not 0,
/// which is no error here. Cancelled: it was told to end, and has ended. Should this program be killed
/// meanwhile, the other one ends, too. Internal if it cannot be started. Any thread without Ctrl+C's help: a
/// terminal's interrupt does not reach it but through the token.
[[nodiscard]] Result<ProgramOutput> runTool(const ToolRun &run);

} // namespace seatledger
