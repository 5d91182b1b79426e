// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/changefeed.h"
#include "app/server/fields.h"
#include "app/server/routes/routes.h"
#include "core/repositories/auditfeed.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

/// Behind what the client has seen last; behind everything where it does not say.
std::expected<AuditPlace, Problem> placeOf(const Call &call)
{
    const QByteArray last = call.request.headers.value("Last-Event-ID");
    if (last.isEmpty()) {
        const auto end = auditEnd(call.session);
        if (!end)
            return std::unexpected(end.error());
        return *end;
    }
    const auto place = placeFromText(last);
    if (!place)
        return std::unexpected(malformed(u"Last-Event-ID is no id of an event of this stream."_s));
    return *place;
}

Answer listen(const Call &call)
{
    QueryFields fields(call.request);
    if (auto problem = fields.problem())
        return std::unexpected(*std::move(problem));
    const auto place = placeOf(call);
    if (!place)
        return std::unexpected(place.error());
    const auto pipe = std::make_shared<BodyPipe>();
    if (!call.feed.follow(call.caller, *place, pipe))
        return std::unexpected(overloaded(u"As many clients listen as may."_s));
    return Response{.headers = {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}},
                    .pipe = pipe};
}

} // namespace

void addEventRoutes(Router &router)
{
    router.get("/api/v1/events", TokenScope::Audit, listen).as({"text/event-stream"});
}

} // namespace seatledger::server
