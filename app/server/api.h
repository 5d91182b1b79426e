// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/application.h"
#include "app/server/ownerwork.h"
#include "app/server/ratelimiter.h"
#include "app/server/replicafirst.h"
#include "app/server/router.h"
#include "app/server/serverconfig.h"
#include "app/server/workers.h"

#include <atomic>
#include <functional>
#include <memory>

namespace seatledger::server {

/// The API: takes requests from HttpServer, decides by their head what is refused, lets routes answer on
/// workers, and dresses what they answer (ids, quotas, tags, gzip). The one way from a request to a response.
class Api final : public Application
{
public:
    /// What it works with.
    struct Parts {
        const Services &services;
        FeatureSwitches &switches;
        const Router &router;
        AnswerKeeper &keeper;
        ChangeFeed &feed;
        RateLimiter &rates;
        const LicenseFileKeys &fileKeys;
    };

    /// Where the server signs in, and as whom.
    struct Databases {
        ConnectionSettings primary;
        std::optional<ConnectionSettings> replica = std::nullopt; ///< for reports and exports
    };

    /// The parts outlive it.
    Api(const ServerConfig &config, const Databases &databases, const Parts &parts);
    ~Api() override;

    [[nodiscard]] std::optional<Response> refuse(Request &head) override;
    [[nodiscard]] qint64 bodyLimit() const override { return m_limits.bodyBytes; }
    void answer(Request request, Reply reply) override;
    [[nodiscard]] Response unreadable(int status) override;
    void finished(const Exchange &exchange) override;

    /// From now on everything but /healthz is answered by 503.
    void drain() { m_isDraining = true; }

    /// Ends the workers: what they do is cancelled and answered. Before the server goes that waits for the
    /// answers.
    void stop();

    /// Tokens are looked at anew: what their owners may do may have changed.
    void forgetTokens() { m_ownerWork.forgetTokens(); }

    /// Told of each request that has ended; for the metrics. Set it before the server listens.
    void observe(std::function<void(const Exchange &)> observer) { m_observer = std::move(observer); }

    /// Those who work on what is short, and on what takes long. They are there until stop().
    [[nodiscard]] const Workers &workers() const { return *m_workers; }
    [[nodiscard]] const Workers &streamWorkers() const { return *m_streamWorkers; }

    /// Reports and exports done by the replica, and by the primary in its place.
    [[nodiscard]] qint64 reportsByReplica() const;
    [[nodiscard]] qint64 reportsByPrimary() const;

private:
    struct Job;
    [[nodiscard]] std::optional<Problem> objection(Request &head, const Match &match);
    [[nodiscard]] std::optional<Problem> overQuota(Request &head, const Route &route);
    void answerShort(const std::shared_ptr<Job> &job);
    void answerStreaming(const std::shared_ptr<Job> &job);
    void ask(const Route &route, const Workers::Work &work, const Workers::Done &done);
    void send(const Job &job, Answer answer) const;
    [[nodiscard]] Response dressed(const Request &request, const Route *route, Response response) const;

    RequestLimits m_limits;
    const Router &m_router;
    OwnerWork m_ownerWork;
    RateLimiter &m_rates;
    std::function<void(const Exchange &)> m_observer;
    std::atomic<bool> m_isDraining = false;
    std::unique_ptr<Workers> m_workers;
    std::unique_ptr<Workers> m_streamWorkers;
    std::unique_ptr<ReplicaFirst> m_reports; // null without a replica
    std::unique_ptr<ReplicaFirst> m_exports;
};

} // namespace seatledger::server
