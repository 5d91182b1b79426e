// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QHash>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace seatledger {

/// Lets those who ask the same at the same time wait for one answer, so that a thousand askers are one query.
/// Thread-safe.
class SingleFlight final
{
public:
    using Work = std::function<Result<QByteArray>()>;

    /// Runs `work` in this thread, or waits for somebody who runs it under this name and takes that answer,
    /// failures too. An answer that was called off (ErrorCode::Cancelled) concerns only who called it off:
    /// one of the waiting runs `work` anew.
    [[nodiscard]] Result<QByteArray> run(const QByteArray &name, const Work &work);

    /// How many took somebody else's answer.
    [[nodiscard]] quint64 joined() const;

private:
    struct Flight {
        std::optional<Result<QByteArray>> answer;
    };
    [[nodiscard]] Result<QByteArray> lead(const QByteArray &name, const std::shared_ptr<Flight> &flight,
                                          const Work &work);

    mutable std::mutex m_mutex;
    std::condition_variable m_landed;
    QHash<QByteArray, std::shared_ptr<Flight>> m_flights;
    quint64 m_joined = 0;
};

} // namespace seatledger
