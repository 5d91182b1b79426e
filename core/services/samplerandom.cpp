// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplerandom.h"

#include <numeric>

namespace seatledger {

namespace {

constexpr quint64 golden = 0x9E3779B97F4A7C15ULL;

quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

} // namespace

SampleRandom::SampleRandom(quint32 seed, quint64 stream, quint64 index)
    : m_state(mixed(mixed(seed + golden) ^ (stream * golden)) + mixed(index * golden + 1))
{}

quint64 SampleRandom::next()
{
    m_state += golden;
    return mixed(m_state);
}

qint64 SampleRandom::below(qint64 end)
{
    return static_cast<qint64>(next() % static_cast<quint64>(end));
}

qint64 SampleRandom::between(qint64 first, qint64 last)
{
    return last <= first ? first : first + below(last - first + 1);
}

qint64 SampleRandom::skewed(qint64 first, qint64 last)
{
    return between(first, between(first, last));
}

bool SampleRandom::chance(int percent)
{
    return below(100) < percent;
}

SampleShuffle::SampleShuffle(SampleRandom &random, qint64 count)
    : m_count(count), m_start(random.below(count)), m_step(1 + random.below(count))
{
    while (std::gcd(m_step, m_count) != 1)
        ++m_step;
}

qint64 SampleShuffle::at(qint64 index) const
{
    return (m_start + (index % m_count) * m_step) % m_count;
}

} // namespace seatledger
