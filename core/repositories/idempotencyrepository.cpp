// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/idempotencyrepository.h"

#include "core/db/prepared.h"
#include "core/db/query.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

KeyClaim::Outcome outcomeOf(const QString &name)
{
    if (name == "claimed"_L1)
        return KeyClaim::Outcome::Claimed;
    if (name == "replay"_L1)
        return KeyClaim::Outcome::Replay;
    return name == "mismatch"_L1 ? KeyClaim::Outcome::Mismatch : KeyClaim::Outcome::Running;
}

KeyClaim claimFromRow(const Row &row)
{
    const QJsonObject kept = row.jsonObject("response");
    return {.outcome = outcomeOf(row.text("outcome")),
            .answer = {.status = static_cast<int>(row.optionalInteger("status").value_or(0)),
                       .headers = kept.value("headers"_L1).toObject(),
                       .body = kept.value("body"_L1).toString()}};
}

} // namespace

Result<KeyClaim> IdempotencyRepository::claim(Session &session, const QString &key,
                                              const QByteArray &requestHash) const
{
    return Query(session, prepared(u"SELECT * FROM seatledger.claim_idempotency_key($1, $2)"_s))
        .bind(key)
        .bind(requestHash)
        .one(claimFromRow);
}

Result<void> IdempotencyRepository::keep(Session &session, const QString &key, const KeptAnswer &answer) const
{
    // the body as a text: as JSON its spaces and the order of its keys would be lost
    const auto kept = Query(session,
                            prepared(u"SELECT seatledger.keep_idempotent_answer($1, $2, $3) AS kept"_s))
                          .bind(key)
                          .bind(answer.status)
                          .bind(QJsonObject{{u"headers"_s, answer.headers}, {u"body"_s, answer.body}})
                          .one([](const Row &row) { return row.boolean("kept"); });
    if (!kept)
        return std::unexpected(kept.error());
    if (!*kept)
        return failure(ErrorCode::Internal, u"An answer was kept for a key that was not claimed."_s);
    return {};
}

Result<qint64> IdempotencyRepository::removeOld(Session &session) const
{
    return Query(session, u"SELECT seatledger.remove_old_idempotency_keys() AS removed"_s)
        .one([](const Row &row) { return row.integer("removed"); });
}

} // namespace seatledger
