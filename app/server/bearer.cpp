// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/bearer.h"

#include "app/server/requestlog.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr std::chrono::seconds trust{10};
constexpr qsizetype mostKnown = 20'000;

QByteArray digestOf(const QByteArray &bearer)
{
    return QCryptographicHash::hash(bearer, QCryptographicHash::Sha256);
}

Problem invalidToken()
{
    return unauthorized(u"The bearer token is not valid."_s)
        .with("WWW-Authenticate", "Bearer realm=\"seatledger\", error=\"invalid_token\"");
}

} // namespace

QByteArray bearerOf(const Request &request)
{
    constexpr QByteArrayView scheme = "Bearer ";
    const QByteArray field = request.headers.value("Authorization");
    const bool isBearer = field.size() > scheme.size()
                          && QByteArrayView(field).first(scheme.size()).compare(scheme, Qt::CaseInsensitive)
                                 == 0;
    return isBearer ? field.sliced(scheme.size()).trimmed() : QByteArray();
}

std::expected<TokenOwner, Problem> BearerAuthentication::authenticate(Session &session,
                                                                      const Request &request)
{
    const QByteArray bearer = bearerOf(request);
    const QByteArray digest = digestOf(bearer);
    if (auto known = recall(digest))
        return *std::move(known);
    auto answer = m_tokens.authenticate(session, QString::fromLatin1(bearer));
    if (!answer)
        return std::unexpected(std::move(answer).error());
    if (!*answer) {
        writeLog("warning"_L1, u"token refused"_s,
                 {{u"fault"_s, toText(answer->error())},
                  {u"address"_s, request.address},
                  {u"request_id"_s, QString::fromLatin1(request.id)}});
        return std::unexpected(invalidToken());
    }
    const std::scoped_lock lock(m_mutex);
    if (m_known.size() >= mostKnown)
        m_known.clear();
    m_known.insert(digest, {**answer, std::chrono::steady_clock::now() + trust});
    return **std::move(answer);
}

std::optional<TokenOwner> BearerAuthentication::recall(const Request &request)
{
    return recall(digestOf(bearerOf(request)));
}

void BearerAuthentication::forgetAll()
{
    const std::scoped_lock lock(m_mutex);
    m_known.clear();
}

void BearerAuthentication::forget(const Request &request)
{
    const std::scoped_lock lock(m_mutex);
    m_known.remove(digestOf(bearerOf(request)));
}

std::optional<TokenOwner> BearerAuthentication::recall(const QByteArray &digest)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_known.constFind(digest);
    if (found == m_known.cend() || found->until < std::chrono::steady_clock::now())
        return std::nullopt;
    return found->owner;
}

} // namespace seatledger::server
