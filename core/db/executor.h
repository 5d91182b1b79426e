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
/// order it was given, from any thread.
///
///     whenDone(m_executor.run([filter](Session &session) { return queries.members(session, filter); },
///                             m_latest.renew()),
///              this, [this](Result<MemberPage> page) { show(std::move(page)); });
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
    /// answer is ErrorCode::Cancelled. Wait for the future or watch it (QFutureWatcher, the window's
    /// whenDone), but give it no continuation by `then`: Qt 6.4 runs one twice that is handed over just when
    /// the answer comes, and crashes. runThen is for that.
    template <typename Work>
    auto run(Work &&work, CancelToken token = {}) -> QFuture<std::invoke_result_t<Work &, Session &>>
    {
        return runAs(m_actor, std::forward<Work>(work), std::move(token));
    }

    /// Runs `work` (Session & -> Result<T>) and gives its answer to `done` (Result<T> -> void): exactly once,
    /// on the worker's thread, or on the one that destroys the executor if the work was not begun by then.
    template <typename Work, typename Done>
    void runThen(Work &&work, Done &&done, CancelToken token = {});

    /// `run`, acting as somebody else.
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
    template <typename Work, typename Done>
    class TypedJob;
    template <typename Answer>
    class Promise;
    struct Queue;

    void enqueue(std::unique_ptr<Job> job);

    Actor m_actor;
    std::unique_ptr<Queue> m_queue;
};

template <typename Work, typename Done>
class Executor::TypedJob final : public Executor::Job
{
public:
    TypedJob(Actor who, CancelToken cancel, Work work, Done done)
        : Job(std::move(who), std::move(cancel)), m_work(std::move(work)), m_done(std::move(done))
    {}

    void run(Session &session) override { m_done(m_work(session)); }
    void fail(Error error) override { m_done(Answer(std::unexpected(std::move(error)))); }

private:
    using Answer = std::invoke_result_t<Work &, Session &>;

    Work m_work;
    Done m_done;
};

/// Gives the answer to a future.
template <typename Answer>
class Executor::Promise final
{
public:
    Promise() { m_promise.start(); }

    [[nodiscard]] QFuture<Answer> future() const { return m_promise.future(); }
    void operator()(Answer answer)
    {
        m_promise.addResult(std::move(answer));
        m_promise.finish();
    }

private:
    QPromise<Answer> m_promise;
};

template <typename Work, typename Done>
void Executor::runThen(Work &&work, Done &&done, CancelToken token)
{
    enqueue(std::make_unique<TypedJob<std::decay_t<Work>, std::decay_t<Done>>>(
        m_actor, std::move(token), std::forward<Work>(work), std::forward<Done>(done)));
}

template <typename Work>
auto Executor::runAs(Actor actor, Work &&work, CancelToken token)
    -> QFuture<std::invoke_result_t<Work &, Session &>>
{
    using Answer = std::invoke_result_t<Work &, Session &>;
    Promise<Answer> promise;
    auto future = promise.future();
    enqueue(std::make_unique<TypedJob<std::decay_t<Work>, Promise<Answer>>>(
        std::move(actor), std::move(token), std::forward<Work>(work), std::move(promise)));
    return future;
}

} // namespace seatledger
