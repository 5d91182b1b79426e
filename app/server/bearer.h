// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/request.h"
#include "app/server/problem.h"
#include "core/domain/apitoken.h"
#include "core/services/tokenapplicationservice.h"

#include <QHash>

#include <chrono>
#include <mutex>

namespace seatledger::server {

/// What follows `Authorization: Bearer`; empty if there is nothing of the kind.
[[nodiscard]] QByteArray bearerOf(const Request &request);

/// Says whose tokens are. What it learnt it believes for some seconds, which saves a round trip a request and
/// costs no safety: the database looks at the token again in every transaction that acts by it. Thread-safe.
class BearerAuthentication final
{
public:
    explicit BearerAuthentication(const TokenApplicationService &tokens) : m_tokens(tokens) {}

    /// 401 for what is no valid token; the fault is logged, not told.
    [[nodiscard]] std::expected<TokenOwner, Problem> authenticate(Session &session, const Request &request);

    /// What is known of the request's token, at once.
    [[nodiscard]] std::optional<TokenOwner> recall(const Request &request);

    /// It turned out not to be valid any more.
    void forget(const Request &request);
    /// Nothing is known any more of any token.
    void forgetAll();

private:
    struct Known {
        TokenOwner owner;
        std::chrono::steady_clock::time_point until;
    };

    [[nodiscard]] std::optional<TokenOwner> recall(const QByteArray &digest);

    const TokenApplicationService &m_tokens;
    std::mutex m_mutex;
    QHash<QByteArray, Known> m_known;
};

} // namespace seatledger::server
