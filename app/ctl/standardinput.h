// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"
#include "core/domain/result.h"

#include <QByteArray>

#include <functional>

namespace seatledger::ctl {

/// Reads standard input to its end and hands over what comes; a failure of `take` ends it and is the answer.
/// Waiting for somebody who types, or for a pipe that says nothing, ends with the token (Cancelled).
[[nodiscard]] Result<void> readStandardInput(const CancelToken &token,
                                             const std::function<Result<void>(QByteArrayView)> &take);

/// All of it; InvalidInput for more than `most` bytes.
[[nodiscard]] Result<QByteArray> standardInput(const CancelToken &token, qsizetype most);

} // namespace seatledger::ctl
