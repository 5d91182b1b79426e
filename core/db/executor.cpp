// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/executor.h"

#include "core/db/connection.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

Error cancelled()
{
    return {ErrorCode::Cancelled, QCoreApplication::translate("Database", "Cancelled."), {}};
}

} // namespace

Executor::Job::Job(Actor who, CancelToken cancel)
    : actor(std::move(who)), token(cancel.canBeCancelled() ? std::move(cancel) : CancelToken::create())
{}

/// The jobs that wait and those that run, and the threads that take them.
struct Executor::Queue {
    Queue(ConnectionSettings where, Clock nowClock) : settings(std::move(where)), clock(std::move(nowClock))
    {}

    void add(std::unique_ptr<Job> job);
    std::unique_ptr<Job> take();
    void forget(const Job &job);
    void stop();

    void work();
    void run(Job &job, std::unique_ptr<Connection> &connection) const;

    const ConnectionSettings settings;
    const Clock clock;
    std::vector<std::unique_ptr<QThread>> threads;

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<Job>> m_waiting;
    std::vector<const Job *> m_running;
    bool m_isStopping = false;
};

void Executor::Queue::add(std::unique_ptr<Job> job)
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back(std::move(job));
    m_changed.notify_one();
}

/// The next job, once there is one; nothing when it is time to end.
std::unique_ptr<Executor::Job> Executor::Queue::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isStopping || !m_waiting.empty(); });
    if (m_isStopping)
        return nullptr;
    std::unique_ptr<Job> job = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_running.push_back(job.get());
    return job;
}

void Executor::Queue::forget(const Job &job)
{
    const std::scoped_lock lock(m_mutex);
    std::erase(m_running, &job);
}

void Executor::Queue::stop()
{
    std::deque<std::unique_ptr<Job>> abandoned;
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
        abandoned.swap(m_waiting);
        for (const Job *job : m_running)
            job->token.cancel();
        m_changed.notify_all();
    }
    for (const auto &job : abandoned)
        job->fail(cancelled());
    for (const auto &thread : threads)
        thread->wait();
}

void Executor::Queue::work()
{
    std::unique_ptr<Connection> connection;
    while (const auto job = take()) {
        run(*job, connection);
        forget(*job);
    }
}

void Executor::Queue::run(Job &job, std::unique_ptr<Connection> &connection) const
{
    if (job.token.isCancelled()) {
        job.fail(cancelled());
        return;
    }
    if (connection && !connection->isAlive())
        connection.reset();
    if (!connection) {
        auto opened = Connection::open(settings);
        if (!opened) {
            job.fail(std::move(opened).error());
            return;
        }
        connection = *std::move(opened);
    }
    connection->setCancelToken(job.token);
    Session session(*connection, job.actor, clock);
    job.run(session);
    connection->setCancelToken({});
    if (!connection->isAlive() || connection->inTransaction())
        connection.reset();
}

Executor::Executor(ConnectionSettings settings, Actor actor, Clock clock, int threads)
    : m_actor(std::move(actor)), m_queue(std::make_unique<Queue>(std::move(settings), std::move(clock)))
{
    for (int i = 0; i < threads; ++i) {
        std::unique_ptr<QThread> thread(QThread::create([queue = m_queue.get()] { queue->work(); }));
        thread->setObjectName(u"database %1"_s.arg(i + 1));
        thread->start();
        m_queue->threads.push_back(std::move(thread));
    }
}

Executor::~Executor()
{
    m_queue->stop();
}

void Executor::enqueue(std::unique_ptr<Job> job)
{
    m_queue->add(std::move(job));
}

} // namespace seatledger
