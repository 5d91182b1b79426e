// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/replicafirst.h"

#include "app/server/requestlog.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger::server {

namespace {

// a try may take as long as connecting may
constexpr auto pause = 15s;

} // namespace

ReplicaFirst::ReplicaFirst(QString what, const ConnectionSettings &replica, WorkerSettings settings,
                           Workers &primary)
    : m_what(std::move(what)), m_primary(primary), m_workers(replica, settings)
{}

void ReplicaFirst::ask(const Workers::Work &work, const Workers::Done &done)
{
    if (isResting())
        return askPrimary(work, done);
    m_workers.ask(work, [this, work, done](Answer answer) {
        if (!answer && answer.error().code == ErrorCode::Offline) {
            rest(answer.error());
            return askPrimary(work, done);
        }
        noteReplica();
        done(std::move(answer));
    });
}

void ReplicaFirst::askPrimary(const Workers::Work &work, const Workers::Done &done)
{
    ++m_byPrimary;
    m_primary.ask(work, done);
}

void ReplicaFirst::rest(const Problem &reason)
{
    m_restsUntil = (Clock::now() + pause).time_since_epoch().count();
    if (!m_isAway.exchange(true))
        writeLog("warning"_L1, u"%1 are asked of the primary: the replica does not answer"_s.arg(m_what),
                 {{u"reason"_s, reason.message}});
}

void ReplicaFirst::noteReplica()
{
    ++m_byReplica;
    if (m_isAway.exchange(false))
        writeLog("info"_L1, u"%1 are asked of the replica again"_s.arg(m_what));
}

} // namespace seatledger::server
