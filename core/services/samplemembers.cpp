// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplemembers.h"

#include "core/services/samplerandom.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr quint64 memberStream = 2;
constexpr DayNumber newcomerDays = 120; // older than anything that is written in the past
constexpr DayNumber careerDays = 7000;

} // namespace

SampleMember SampleMember::at(quint32 seed, DayNumber today, qint64 index)
{
    SampleRandom random(seed, memberStream, static_cast<quint64>(index));
    SampleMember member{.status = "active"_L1,
                        .joined = today - random.skewed(newcomerDays, careerDays),
                        .department = random.next() >> 1};
    const qint64 fate = random.below(100);
    if (fate < 5 && index > 0) {
        member.status = "departed"_L1;
        member.left = random.between(std::max(member.joined + 30, today - 900), today - 1);
    } else if (fate < 8) {
        member.status = "on_leave"_L1;
    }
    return member;
}

} // namespace seatledger
