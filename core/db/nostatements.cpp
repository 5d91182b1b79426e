// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/nostatements.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace seatledger {

Q_LOGGING_CATEGORY(lcStatements, "seatledger.db.statements")

namespace {
thread_local int bans = 0;
}

NoStatementsHere::NoStatementsHere()
{
    ++bans;
}

NoStatementsHere::~NoStatementsHere()
{
    --bans;
}

Result<void> NoStatementsHere::check()
{
    if (bans == 0)
        return {};
    qCCritical(lcStatements) << "A statement on a thread that must not wait was refused.";
    return failure(
        ErrorCode::Internal,
        QCoreApplication::translate("Database", "The window must not wait for the database. This is a bug."));
}

} // namespace seatledger
