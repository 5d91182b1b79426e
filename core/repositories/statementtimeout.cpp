// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/statementtimeout.h"

#include "core/db/query.h"

using namespace Qt::StringLiterals;

namespace seatledger {

Result<void> limitStatements(Session &session, std::chrono::seconds longest)
{
    return Query(session, u"SELECT set_config('statement_timeout', $1, false)"_s)
        .bind(u"%1s"_s.arg(longest.count()))
        .exec();
}

} // namespace seatledger
