// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/bearer.h"
#include "app/server/router.h"
#include "core/repositories/idempotencyrepository.h"

namespace seatledger::server {

/// One request of a route, on its worker.
struct Asked {
    const Request &request;
    const Route &route;
    const QStringList &values; ///< of the parameters of the path
};

/// Lets a route work as the owner of the request's token: authentication, scope, one transaction with the
/// owner's grants and policies, the Idempotency-Key in it. Thread-safe.
class OwnerWork final
{
public:
    explicit OwnerWork(const Services &services);

    /// What the route answers, committed; or why not, rolled back. `inside` runs in the transaction with what
    /// it answers: where a body is streamed.
    using Inside = std::function<Result<void>(Response &)>;
    [[nodiscard]] Answer run(Session &session, const Asked &asked, const Inside &inside = {});

    /// A route without a token, by the server's own login.
    [[nodiscard]] Answer runOpen(Session &session, const Asked &asked) const;

private:
    [[nodiscard]] Result<void> prepare(Session &session) const;
    [[nodiscard]] Answer act(Session &session, const TokenOwner &owner, const Asked &asked,
                             const Inside &inside) const;
    [[nodiscard]] Answer once(const Call &call, const Asked &asked) const;

    const Services &m_services;
    BearerAuthentication m_bearers;
};

} // namespace seatledger::server
