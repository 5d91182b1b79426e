// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/application.h"

#include <QJsonObject>

namespace seatledger::server {

/// One line of JSON on standard error: `time`, `level`, `message` and the rest. Thread-safe; each line is
/// whole. Never hand it a token, a body, or a query: these are other people's.
void writeLog(QLatin1StringView level, const QString &message, QJsonObject facts = {});

/// The line of a request.
void logExchange(const Exchange &exchange);

/// What Qt and our own libraries log becomes lines of the same kind.
void takeOverQtLog();

} // namespace seatledger::server
