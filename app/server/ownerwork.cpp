// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/ownerwork.h"

#include "app/server/answerkeeper.h"
#include "app/server/serverlogin.h"
#include "core/db/senttogether.h"
#include "core/db/transactionlabel.h"
#include "core/services/refusalinwords.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr auto keyField = "Idempotency-Key";

/// What must be the same for a request to be the same: where to, and what.
QByteArray fingerprint(const Request &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(methodName(*request.method) + ' ' + request.path.toUtf8() + '\n');
    for (const auto &[name, value] : request.query)
        hash.addData(name.toUtf8() + '=' + value.toUtf8() + '\n');
    hash.addData(request.body);
    return hash.result();
}

KeptAnswer kept(const Response &response)
{
    KeptAnswer answer{.status = response.status, .body = QString::fromUtf8(response.body)};
    for (const auto &[name, value] : response.headers)
        answer.headers.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    return answer;
}

Response replayed(const KeptAnswer &answer)
{
    Response response{.status = answer.status, .body = answer.body.toUtf8()};
    for (auto field = answer.headers.begin(); field != answer.headers.end(); ++field)
        response.headers.set(field.key().toLatin1(), field->toString().toLatin1());
    response.headers.set("Idempotency-Replayed", "true");
    return response;
}

Problem keyRunning()
{
    return Problem(409, u"idempotency_key_running"_s,
                   u"A request with this Idempotency-Key is still at work."_s)
        .with("Retry-After", "1");
}

Problem keyMismatch()
{
    return {422, u"idempotency_key_reused"_s, u"Another request had this Idempotency-Key. Use a new key."_s};
}

bool isTokenFault(const Error &error)
{
    return error.details.value("reason"_L1).toString() == "token_not_valid"_L1;
}

/// Ends a transaction that has answered.
Error dryRun()
{
    return {ErrorCode::Cancelled, u"A dry run."_s, {}};
}

bool writes(const Route &route)
{
    return route.method != Method::Get && !route.isReading;
}

} // namespace

OwnerWork::OwnerWork(const Services &services, FeatureSwitches &switches, AnswerKeeper &keeper,
                     ChangeFeed &feed, const LicenseFileKeys &fileKeys)
    : m_services(services),
      m_switches(switches),
      m_keeper(keeper),
      m_feed(feed),
      m_fileKeys(fileKeys),
      m_bearers(services.tokens)
{}

std::optional<Response> OwnerWork::recall(const Asked &asked)
{
    if (!asked.route.kept)
        return std::nullopt;
    const auto owner = m_bearers.recall(asked.request);
    if (!owner || !owner->has(*asked.route.scope))
        return std::nullopt;
    auto known = m_keeper.find(asked, *owner);
    if (known)
        known->caller = owner->login;
    return known;
}

Answer OwnerWork::run(Session &session, const Asked &asked, const Inside &inside)
{
    const TransactionLabel label("seatledgerd " + asked.request.id);
    if (auto ready = prepareConnection(session, m_services); !ready)
        return std::unexpected(std::move(ready).error());
    const auto owner = m_bearers.authenticate(session, asked.request);
    if (!owner)
        return std::unexpected(owner.error());
    if (!owner->has(*asked.route.scope))
        return std::unexpected(outOfScope(toText(*asked.route.scope)));
    const auto ask = [&] { return act(session, *owner, asked, inside); };
    Answer answer = asked.route.kept ? m_keeper.answer(asked, *owner, ask) : ask();
    if (!answer && isTokenFault(answer.error())) {
        m_bearers.forget(asked.request);
        return std::unexpected(unauthorized(u"The bearer token is not valid."_s));
    }
    if (answer && writes(asked.route))
        m_keeper.takeWrite(*owner);
    if (answer)
        answer->caller = owner->login;
    return answer;
}

Answer OwnerWork::runOpen(Session &session, const Asked &asked) const
{
    if (auto ready = prepareConnection(session, m_services); !ready)
        return std::unexpected(std::move(ready).error());
    static const TokenOwner nobody{.token = *ApiTokenId::fromValue(1), .owner = *OperatorId::fromValue(1)};
    return asked.route.handler({asked.request, session, m_services, nobody, m_feed, m_fileKeys},
                               asked.values);
}

/// The core repeats and rolls back by its own errors, so the route's problem goes around it.
Answer OwnerWork::act(Session &session, const TokenOwner &owner, const Asked &asked,
                      const Inside &inside) const
{
    std::optional<Problem> problem;
    std::optional<Response> rolledBack;
    const TokenUse use = writes(asked.route) ? TokenUse::Writing : TokenUse::Reading;
    const SentTogether together(writes(asked.route) ? SentTogether::Use::Writing : SentTogether::Use::Reading,
                                owner.login.toUtf8());
    const auto work = [&](Session &acting) -> Result<Response> {
        problem.reset();
        rolledBack.reset();
        if (auto open = requireOpen(acting, owner, asked.route); !open)
            return std::unexpected(std::move(open).error());
        Answer answer = once({asked.request, acting, m_services, owner, m_feed, m_fileKeys}, asked);
        if (answer && inside) {
            if (auto done = inside(*answer); !done)
                return std::unexpected(std::move(done).error());
        }
        if (answer && answer->changesNothing)
            return rolledBack = *std::move(answer), std::unexpected(dryRun());
        if (answer)
            return *std::move(answer);
        problem = answer.error();
        return std::unexpected<Error>(answer.error());
    };
    auto response = m_services.tokens.as(session, owner, asked.route.pattern, use, work);
    if (response)
        return *std::move(response);
    if (together.failure())
        return std::unexpected(inWords(*together.failure()));
    if (rolledBack)
        return *std::move(rolledBack);
    if (problem)
        return std::unexpected(*std::move(problem));
    return std::unexpected(inWords(std::move(response).error()));
}

Result<void> OwnerWork::requireOpen(Session &acting, const TokenOwner &owner, const Route &route) const
{
    if (!writes(route) || route.isAlwaysOpen)
        return {};
    return m_switches.require(acting, Feature::ApiWrites, owner.role, owner.login);
}

/// With an Idempotency-Key the answer is kept in the same transaction, or given again.
Answer OwnerWork::once(const Call &call, const Asked &asked) const
{
    const auto route = [&] { return asked.route.handler(call, asked.values); };
    const QByteArray key = asked.request.headers.value(keyField);
    if (!asked.route.isIdempotent || key.isNull())
        return route();
    if (key.isEmpty() || key.size() > IdempotencyRepository::longestKey)
        return std::unexpected(malformed(u"An Idempotency-Key has 1 to 255 characters."_s));
    const QString name = QString::fromLatin1(key);
    auto claim = m_services.idempotency.claim(call.session, name, fingerprint(asked.request));
    if (!claim)
        return std::unexpected(std::move(claim).error());
    switch (claim->outcome) {
    case KeyClaim::Outcome::Replay:
        return replayed(claim->answer);
    case KeyClaim::Outcome::Running:
        return std::unexpected(keyRunning());
    case KeyClaim::Outcome::Mismatch:
        return std::unexpected(keyMismatch());
    case KeyClaim::Outcome::Claimed:
        break;
    }
    Answer answer = route();
    if (!answer || answer->changesNothing)
        return answer;
    if (auto done = m_services.idempotency.keep(call.session, name, kept(*answer)); !done)
        return std::unexpected(std::move(done).error());
    return answer;
}

} // namespace seatledger::server
