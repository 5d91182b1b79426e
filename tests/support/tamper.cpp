// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tamper.h"

#include "tests/support/testdatabase.h"

namespace seatledger {

using namespace Qt::StringLiterals;

void tamper(TestDatabase &db, const QString &sql)
{
    db.sql(u"SET session_replication_role = replica; SET search_path = seatledger, public; "_s + sql
           + u"; RESET search_path; SET session_replication_role = origin"_s);
}

} // namespace seatledger
