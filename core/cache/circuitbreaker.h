// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <mutex>

namespace seatledger {

/// Keeps callers from a helper that does not answer: after some failures in a row nobody asks it for a while,
/// then one caller tries, and its luck decides for all. Thread-safe.
class CircuitBreaker final
{
public:
    using Now = std::function<std::chrono::steady_clock::time_point()>;

    struct Limits {
        int failures = 3; ///< so many in a row open it
        std::chrono::milliseconds pause{1000}; ///< so long nobody asks
    };

    explicit CircuitBreaker(Limits limits, Now now = std::chrono::steady_clock::now);

    /// Whether the caller may ask; who may, must tell afterwards how it went.
    [[nodiscard]] bool permits();

    void tellSuccess();
    void tellFailure();

    /// Whether it keeps callers away at this moment.
    [[nodiscard]] bool isOpen() const;

private:
    const Limits m_limits;
    const Now m_now;
    mutable std::mutex m_mutex;
    int m_failures = 0;
    std::chrono::steady_clock::time_point m_openUntil;
};

} // namespace seatledger
