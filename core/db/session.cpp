// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/session.h"

#include <utility>

namespace seatledger {

Clock systemClock()
{
    return [] { return QDateTime::currentDateTimeUtc(); };
}

Session::Session(Connection &connection, Actor actor, Clock clock)
    : m_connection(connection), m_actor(std::move(actor)), m_clock(std::move(clock))
{}

Connection &Session::connection() const
{
    return m_connection;
}

const Actor &Session::actor() const
{
    return m_actor;
}

QDateTime Session::now() const
{
    return m_clock();
}

} // namespace seatledger
