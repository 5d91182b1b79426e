// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/singleflight.h"

namespace seatledger {

Result<QByteArray> SingleFlight::run(const QByteArray &name, const Work &work)
{
    std::unique_lock lock(m_mutex);
    while (const std::shared_ptr<Flight> flight = m_flights.value(name)) {
        m_landed.wait(lock, [&] { return flight->answer.has_value(); });
        const Result<QByteArray> &answer = *flight->answer;
        if (answer || answer.error().code != ErrorCode::Cancelled) {
            ++m_joined;
            return answer;
        }
    }
    const auto flight = std::make_shared<Flight>();
    m_flights.insert(name, flight);
    lock.unlock();
    return lead(name, flight, work);
}

quint64 SingleFlight::joined() const
{
    const std::scoped_lock lock(m_mutex);
    return m_joined;
}

Result<QByteArray> SingleFlight::lead(const QByteArray &name, const std::shared_ptr<Flight> &flight,
                                      const Work &work)
{
    Result<QByteArray> answer = work();
    const std::scoped_lock lock(m_mutex);
    flight->answer = answer;
    m_flights.remove(name);
    m_landed.notify_all();
    return answer;
}

} // namespace seatledger
