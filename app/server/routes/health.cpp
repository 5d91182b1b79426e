// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/routes.h"
#include "core/db/migrator.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

/// The process is there. It says nothing of the database, so that nobody restarts the server for it.
Answer isAlive(const Request & /*request*/, const QStringList & /*values*/)
{
    return jsonResponse({{u"status"_s, u"ok"_s}});
}

/// The database answers and has the schema of this program: send requests here.
Answer isReady(const Call &call)
{
    Migrator migrator(call.session.connection());
    if (auto current = migrator.requireCurrent(); !current)
        return std::unexpected(std::move(current).error());
    return jsonResponse({{u"status"_s, u"ok"_s}});
}

} // namespace

void addHealthRoutes(Router &router)
{
    router.open("/healthz", isAlive);
    router.book("/readyz", isReady);
}

} // namespace seatledger::server
