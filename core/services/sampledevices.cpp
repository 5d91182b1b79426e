// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sampledevices.h"

#include "core/services/samplemembers.h"
#include "core/services/samplerandom.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr quint64 countStream = 9;
constexpr quint64 deviceStream = 10;

constexpr std::array platforms{"Windows 11 24H2"_L1, "Windows 11 23H2"_L1, "Windows 10 22H2"_L1,
                               "macOS 15.1"_L1,      "macOS 14.7"_L1,      "Ubuntu 24.04"_L1,
                               "Debian 12"_L1};

qint32 someMachines(quint32 seed, qint64 member)
{
    const qint64 point = SampleRandom(seed, countStream, static_cast<quint64>(member)).below(100);
    return point < 55 ? 1 : point < 90 ? 2 : 3;
}

} // namespace

SampleDevices::SampleDevices(const SampleSize &size, DayNumber today) : m_seed(size.seed), m_today(today)
{
    m_first.reserve(placeOf(size.members) + 1);
    m_first.push_back(0);
    for (qint64 member = 0; member < size.members; ++member)
        m_first.push_back(m_first.back() + someMachines(m_seed, member));
}

qint64 SampleDevices::countOf(qint64 member) const
{
    return m_first[placeOf(member) + 1] - m_first[placeOf(member)];
}

qint64 SampleDevices::idOf(qint64 member, qint64 ordinal) const
{
    return m_first[placeOf(member)] + ordinal + 1;
}

SampleDevice SampleDevices::at(qint64 member, qint64 ordinal) const
{
    const qint64 id = idOf(member, ordinal);
    SampleRandom random(m_seed, deviceStream, static_cast<quint64>(id));
    SampleDevice device{.fingerprint = u"%1-%2"_s.arg(random.next(), 16, 16, QChar(u'0')).arg(id, 0, 16),
                        .name = (ordinal == 0 ? u"MER-LT-%1"_s : u"MER-WS-%1"_s).arg(id, 6, 10, QChar(u'0')),
                        .platform = random.pick(platforms)};
    const SampleMember owner = SampleMember::at(m_seed, m_today, member);
    if (owner.isDeparted())
        device.retiredOn = owner.left;
    else if (ordinal == 2)
        device.retiredOn = std::max(owner.joined, m_today - random.between(10, 700));
    return device;
}

} // namespace seatledger
