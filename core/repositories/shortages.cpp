// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/shortages.h"

#include "core/db/query.h"

using namespace Qt::StringLiterals;

namespace seatledger {

Result<Shortages> shortages(Session &session)
{
    return Query(session, u"SELECT licenses, seats FROM seatledger.shortages()"_s).one([](const Row &row) {
        return Shortages{row.integer("licenses"), row.integer("seats")};
    });
}

} // namespace seatledger
