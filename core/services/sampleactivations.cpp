// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sampleactivations.h"

#include "core/services/samplerandom.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr quint64 activationStream = 11;
constexpr int bitsOfMember = 23; // of five millions
constexpr int endOfWork = 18 * 3600;

/// Makes the activations of one assignment.
class Runner final
{
public:
    Runner(qint64 license, const SampleAssignment &row, quint32 seed, DayNumber today)
        : m_row(row),
          m_today(today),
          m_random(seed, activationStream, static_cast<quint64>(license << bitsOfMember | row.member))
    {}

    std::vector<SampleActivation> live(qint64 machines)
    {
        if (m_row.days.first >= m_today || m_random.chance(10))
            return {};
        const qint64 count = machines > 1 && m_random.chance(30) ? 2 : 1;
        const SampleMoment seen = lastUse();
        for (qint64 device = 0; device < count; ++device)
            run(device, seen);
        return std::move(m_made);
    }

    std::vector<SampleActivation> ended(DayNumber end, QLatin1StringView reason)
    {
        if (m_row.days.first >= end || m_random.chance(40))
            return {};
        const SampleMoment seen{m_random.between(m_row.days.first, end - 1), endOfWork};
        run(0, seen);
        m_made.back().releasedAt = SampleMoment{end, 0};
        m_made.back().releaseReason = reason;
        return std::move(m_made);
    }

private:
    SampleMoment lastUse()
    {
        const qint64 kind = m_random.below(100);
        const DayNumber ago = kind < 66   ? m_random.skewed(0, 2)
                              : kind < 80 ? m_random.between(3, 30)
                              : kind < 89 ? m_random.between(31, 90)
                              : kind < 97 ? m_random.between(91, 400)
                                          : m_today;
        return sampleMoment(m_today - ago, m_random);
    }

    void run(qint64 device, const SampleMoment &seen)
    {
        const DayNumber first = m_row.days.first;
        const DayNumber last = std::max(first, std::min(m_today - 1, seen.day));
        DayNumber day = std::min(first + m_random.skewed(0, 15 + 40 * device), last);
        while (day > first && !isWorkday(day))
            --day;
        const SampleMoment activated = sampleMoment(day, m_random);
        m_made.push_back({.device = device, .activatedAt = activated, .lastSeen = std::max(activated, seen)});
    }

    const SampleAssignment &m_row;
    const DayNumber m_today;
    SampleRandom m_random;
    std::vector<SampleActivation> m_made;
};

// As the calendar leaves it that goes on after rows were written in the past.
bool isActive(const SampleLicense &license, const SampleAssignment &row, DayNumber today)
{
    const bool isResumed = row.state == "suspended"_L1 && row.suspendedUntil && *row.suspendedUntil <= today;
    return license.profile != SampleProfile::Lapsed && (row.state == "active"_L1 || isResumed)
           && row.days.first <= today && row.days.end > today;
}

} // namespace

std::vector<SampleActivation> sampleActivations(const SampleLicense &license, const SampleLicenseTerms &terms,
                                                const SampleAssignment &row, qint64 machines, quint32 seed,
                                                DayNumber today)
{
    if (terms.metric != "named_user"_L1 && terms.metric != "device"_L1)
        return {};
    Runner runner(license.index, row, seed, today);
    if (isActive(license, row, today))
        return runner.live(std::min(machines, row.quantity * terms.devicesPerSeat));
    if (row.endedOn)
        return runner.ended(*row.endedOn, row.state == "revoked"_L1 ? "The assignment is revoked"_L1
                                                                    : "The assignment is expired"_L1);
    if (license.profile == SampleProfile::Lapsed)
        return runner.ended(license.lapse, "The assignment is suspended"_L1);
    return {};
}

} // namespace seatledger
