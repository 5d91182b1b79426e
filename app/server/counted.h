// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace seatledger::server {

/// Counts while it lives.
class Counted final
{
public:
    explicit Counted(std::atomic<int> &counter) : m_counter(counter) { ++m_counter; }
    ~Counted() { --m_counter; }
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;

private:
    std::atomic<int> &m_counter;
};

} // namespace seatledger::server
