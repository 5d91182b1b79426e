// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/circuitbreaker.h"

namespace seatledger {

CircuitBreaker::CircuitBreaker(Limits limits, Now now) : m_limits(limits), m_now(std::move(now)) {}

bool CircuitBreaker::permits()
{
    const std::scoped_lock lock(m_mutex);
    if (m_failures < m_limits.failures)
        return true;
    if (m_now() < m_openUntil)
        return false;
    m_openUntil = m_now() + m_limits.pause; // this caller tries; the others go on waiting
    return true;
}

void CircuitBreaker::tellSuccess()
{
    const std::scoped_lock lock(m_mutex);
    m_failures = 0;
}

void CircuitBreaker::tellFailure()
{
    const std::scoped_lock lock(m_mutex);
    if (++m_failures >= m_limits.failures)
        m_openUntil = m_now() + m_limits.pause;
}

bool CircuitBreaker::isOpen() const
{
    const std::scoped_lock lock(m_mutex);
    return m_failures >= m_limits.failures && m_now() < m_openUntil;
}

} // namespace seatledger
