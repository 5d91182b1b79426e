// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/bookidentity.h"

#include "core/db/query.h"

using namespace Qt::StringLiterals;

namespace seatledger {

Result<QString> bookIdentity(Session &session)
{
    return Query(session, u"SELECT system_identifier || '/' || d.oid AS identity FROM pg_control_system(), "
                          u"pg_database d "
                          "WHERE d.datname = current_database()"_s)
        .one([](const Row &row) { return row.text("identity"); });
}

} // namespace seatledger
