// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"
#include "core/db/connectionsettings.h"
#include "core/db/session.h"
#include "core/domain/result.h"

#include <QFuture>
#include <QPromise>

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

namespace seatledger {

/// Runs work in the database on threads of its own, so that the caller's never waits.
///
/// Each worker owns one connection, opened with its first piece of work and opened again after a loss (the
/// work that notices the loss fails with Offline; the next one finds a new connection). Work is begun in the
/// order it was given. `run` may be called from any thread; the future's continuation runs where
/// `.then(context, ...)` says, so in the GUI give it `this`.
///
///     m_executor.run([filter](Session &session) { return queries.members(session, filter); },
///     m_latest.renew())
///         .then(this, [this](Result<MemberPage> page) { show(std::move(page)); });
///
/// Destroying it cancels what runs, answers what waits with Cancelled, and returns when the threads ended.
class Executor final
{
public:
    /// Work acts as `actor` unless given another. Connects to nothing yet.
    Executor(ConnectionSettings settings, Actor actor, Clock clock = systemClock(), int threads = 2);
    ~Executor();
    Executor(const Executor &) = delete;
    Executor &operator=(const Executor &) = delete;

    /// Runs `work` (Session & -> Result<T>) on a worker. The future always gets exactly one answer. To call
    /// it off, cancel the token, not the future: the running statement is stopped on the server and the
    /// answer is ErrorCode::Cancelled.
    template <typename Work>
    auto run(Work &&work, CancelToken token = {}) -> QFuture<std::invoke_result_t<Work &, Session &>>
    {
        return runAs(m_actor, std::forward<Work>(work), std::move(token));
    }

    /// The same, acting as somebody else.
    template <typename Work>
    auto runAs(Actor actor, Work &&work, CancelToken token = {})
        -> QFuture<std::invoke_result_t<Work &, Session &>>;

private:
    /// A piece of work whose type has been forgotten.
    class Job
    {
    public:
        Job(Actor who, CancelToken cancel);
        virtual ~Job() = default;
        Job(const Job &) = delete;
        Job &operator=(const Job &) = delete;
        virtual void run(Session &session) = 0;
        virtual void fail(Error error) = 0;

        Actor actor;
        CancelToken token;
    };
    template <typename Work>
    class TypedJob;
    struct Queue;

    void enqueue(std::unique_ptr<Job> job);

    Actor m_actor;
    std::unique_ptr<Queue> m_queue;
};

template <typename Work>
class Executor::TypedJob final : public Executor::Job
{
public:
    using Answer = std::invoke_result_t<Work &, Session &>;

    TypedJob(Actor who, CancelToken cancel, Work work)
        : Job(std::move(who), std::move(cancel)), m_work(std::move(work))
    {
        m_promise.start();
    }

    QFuture<Answer> future() { return m_promise.future(); }
    void run(Session &session) override { finish(m_work(session)); }
    void fail(Error error) override { finish(std::unexpected(std::move(error))); }

private:
    void finish(Answer answer)
    {
        m_promise.addResult(std::move(answer));
        m_promise.finish();
    }

    Work m_work;
    QPromise<Answer> m_promise;
};

template <typename Work>
auto Executor::runAs(Actor actor, Work &&work, CancelToken token)
    -> QFuture<std::invoke_result_t<Work &, Session &>>
{
    auto job = std::make_unique<TypedJob<std::decay_t<Work>>>(std::move(actor), std::move(token),
                                                              std::forward<Work>(work));
    auto future = job->future();
    enqueue(std::move(job));
    return future;
}

} // namespace seatledger
