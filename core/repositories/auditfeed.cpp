// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditfeed.h"

#include "core/db/query.h"
#include "core/repositories/auditentry.h"
#include "core/repositories/storedvalue.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace seatledger {

Result<AuditPlace> auditEnd(Session &session)
{
    return Query(session, u"SELECT position FROM seatledger.audit_head"_s).one([](const Row &row) {
        return AuditPlace{row.integer("position"), std::numeric_limits<int>::max()};
    });
}

Result<std::vector<PlacedEntry>> auditAfter(Session &session, AuditPlace place, int limit)
{
    // Of each statement no more than is asked for: how many events it has is not known beforehand, and where
    // it was thought to be thousands, as in a book that was just filled, helping processes were started for
    // one row.
    return Query(session, u"SELECT k.position, "_s + auditEntryColumns()
                              + u" FROM seatledger.audit_link k "
                                "JOIN seatledger.audit_statement s ON s.id = k.statement_id "
                                "JOIN seatledger.operation o ON o.id = s.operation_id "
                                "CROSS JOIN LATERAL (SELECT * FROM seatledger.audit_event x WHERE "
                                "x.statement_id = k.statement_id "
                                "AND (k.position > $1 OR x.ordinal > $2) ORDER BY x.ordinal LIMIT $3) e "
                                "WHERE k.position >= $1 ORDER BY k.position, e.ordinal LIMIT $3"_s)
        .bind(place.position)
        .bind(place.ordinal)
        .bind(std::clamp(limit, 1, 1000))
        .all([](const Row &row) {
            return PlacedEntry{{row.integer("position"), storedNumber(row, "ordinal")},
                               auditEntryFromRow(row)};
        });
}

} // namespace seatledger
