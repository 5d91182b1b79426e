// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/bookdatabase.h"

#include "core/db/connection.h"
#include "core/db/query.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Chinese tailors only Han characters; kn: figures count as numbers; kr: Han after all others.
constexpr auto icuLocale = "zh-u-kn-kr-zzzz-hani"_L1;

} // namespace

Result<void> createBookDatabase(Connection &server, const QString &name)
{
    const auto hasIcu = Query(server, u"SELECT EXISTS (SELECT FROM pg_collation WHERE collprovider = 'i')"_s)
                            .one([](const Row &row) { return row.boolean("exists"); });
    if (!hasIcu)
        return std::unexpected(hasIcu.error());
    const QString order = *hasIcu ? u" LOCALE_PROVIDER icu ICU_LOCALE '%1'"_s.arg(icuLocale) : QString();
    return server.execScript(u"CREATE DATABASE "_s + name + u" TEMPLATE template0"_s + order);
}

} // namespace seatledger
