// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/bearer.h"
#include "app/server/router.h"
#include "core/repositories/idempotencyrepository.h"

#include <optional>

namespace seatledger::server {

class AnswerKeeper;
class LicenseFileKeys;

/// One request of a route, on its worker.
struct Asked {
    const Request &request;
    const Route &route;
    const QStringList &values; ///< of the parameters of the path
};

/// Lets a route work as the owner of the request's token: authentication, scope, one transaction with the
/// owner's grants and policies, the Idempotency-Key in it. What changes the book is refused to whom that is
/// switched off for (Feature::ApiWrites). Thread-safe.
class OwnerWork final
{
public:
    /// All outlive it.
    OwnerWork(const Services &services, FeatureSwitches &switches, AnswerKeeper &keeper, ChangeFeed &feed,
              const LicenseFileKeys &fileKeys);

    /// What the route answers, committed; or why not, rolled back. `inside` runs in the transaction with what
    /// it answers: where a body is streamed.
    using Inside = std::function<Result<void>(Response &)>;
    [[nodiscard]] Answer run(Session &session, const Asked &asked, const Inside &inside = {});

    /// The same if it is known without waiting: for a token that was seen lately, of a route that keeps its
    /// answers.
    [[nodiscard]] std::optional<Response> recall(const Asked &asked);

    /// Tokens are looked at anew: what their owners may do may have changed.
    void forgetTokens() { m_bearers.forgetAll(); }

    /// A route without a token, by the server's own login.
    [[nodiscard]] Answer runOpen(Session &session, const Asked &asked) const;

private:
    [[nodiscard]] Answer act(Session &session, const TokenOwner &owner, const Asked &asked,
                             const Inside &inside) const;
    [[nodiscard]] Result<void> requireOpen(Session &acting, const TokenOwner &owner,
                                           const Route &route) const;
    [[nodiscard]] Answer once(const Call &call, const Asked &asked) const;

    const Services &m_services;
    FeatureSwitches &m_switches;
    AnswerKeeper &m_keeper;
    ChangeFeed &m_feed;
    const LicenseFileKeys &m_fileKeys;
    BearerAuthentication m_bearers;
};

} // namespace seatledger::server
