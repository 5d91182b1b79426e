// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

// How tests and the keeper process agree about a test cluster's folder.

namespace seatledger::keeper {

/// The name of the workspace inside a test's home.
[[nodiscard]] QString workspaceName();

/// Makes SEATLEDGER_HOME point to a test's home, for this process.
void enter(const QString &home);

/// Whether a keeper has made the cluster ready there.
[[nodiscard]] bool isReady(const QString &home);

/// Starts a keeper for `home` that ends with the process `watched`; returns when the cluster is ready.
[[nodiscard]] Result<void> start(const QString &home, qint64 watched, bool durable);

/// Tells the keeper to end and waits until the home is gone.
[[nodiscard]] Result<void> stop(const QString &home);

/// What a keeper does: makes the cluster and its template database, waits for its end, deletes everything.
/// Answers its exit code.
[[nodiscard]] int keep(const QString &home, qint64 watched, bool durable);

} // namespace seatledger::keeper
