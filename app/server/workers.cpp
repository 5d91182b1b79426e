// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/workers.h"

#include "app/server/counted.h"
#include "core/domain/enums.h"
#include "core/repositories/statementtimeout.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

/// Once for each connection.
Result<void> limit(Session &session, std::optional<std::chrono::seconds> statement)
{
    thread_local int limitedProcess = 0; // a worker is a thread with one connection
    const int process = session.connection().backendPid();
    if (!statement || limitedProcess == process)
        return {};
    auto limited = limitStatements(session, *statement);
    if (limited)
        limitedProcess = process;
    return limited;
}

} // namespace

Workers::Workers(const ConnectionSettings &database, WorkerSettings settings)
    : m_settings(settings),
      m_executor(database, {u"seatledgerd"_s, OperationSource::Api}, systemClock(), settings.threads)
{}

void Workers::ask(Work work, Done done)
{
    if (m_load.fetch_add(1) >= m_settings.threads + m_settings.waiting) {
        --m_load;
        done(std::unexpected(overloaded(u"The server has more to do than it can. Try again in a moment."_s)));
        return;
    }
    const auto end = std::chrono::steady_clock::now() + m_settings.patience;
    m_executor.runThen(
        [this, work = std::move(work), end](Session &session) -> Answer {
            const Counted running(m_running);
            if (std::chrono::steady_clock::now() > end)
                return std::unexpected(
                    overloaded(u"The server was too busy for too long. Try again in a moment."_s));
            return answerOf(work, session);
        },
        [this, done = std::move(done)](Answer answered) {
            --m_load;
            done(std::move(answered));
        });
}

/// Nothing of ours throws; running out of memory does.
Answer Workers::answerOf(const Work &work, Session &session) const
{
    try {
        if (auto limited = limit(session, m_settings.statement); !limited)
            return std::unexpected(std::move(limited).error());
        return work(session);
    } catch (const std::exception &) {
        return std::unexpected(defect());
    }
}

} // namespace seatledger::server
