// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/preparedstatements.h"

#include "core/db/prepared.h"

namespace seatledger::detail {

namespace {

constexpr qsizetype most = 300; // PostgreSQL keeps some ten kilobytes of each

} // namespace

void PreparedStatements::use(const PGconn *handle, const QByteArray &reader)
{
    const int process = PQbackendPID(handle);
    if (handle != m_handle || process != m_process)
        forget();
    m_handle = handle;
    m_process = process;
    m_reader = reader;
}

bool PreparedStatements::mayHave(const QByteArray &sql) const
{
    return sql.startsWith(preparedMark) && (m_names.size() < most || m_names.contains(key(sql)));
}

} // namespace seatledger::detail
