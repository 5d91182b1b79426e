// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sampleassignments.h"

#include "core/services/samplemembers.h"
#include "core/services/samplemoments.h"
#include "core/services/samplerandom.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr quint64 assignmentStream = 5;
constexpr DayNumber soon = 45;

/// Makes the rows of one licence.
class Maker final
{
public:
    Maker(const SampleLicense &license, const SampleSize &size, DayNumber today,
          const SampleCatalogue &catalogue)
        : m_license(license),
          m_size(size),
          m_today(today),
          m_catalogue(catalogue),
          m_random(size.seed, assignmentStream, static_cast<quint64>(license.index)),
          m_isCounted(catalogue.productOf(license.index).metric != "named_user"_L1)
    {
        m_open = license.profile == SampleProfile::Retired
                     ? 0
                     : (license.assignments * m_random.between(60, 92) + 50) / 100;
        m_ended = license.assignments - m_open;
    }

    std::vector<SampleAssignment> make()
    {
        const SampleShuffle order(m_random, std::max<qint64>(1, m_size.members));
        m_rows.reserve(static_cast<std::size_t>(m_license.assignments));
        qint64 departedUsed = 0;
        for (qint64 turn = 0; turn < m_size.members && m_open + m_ended > 0; ++turn)
            departedUsed += give(order.at(turn));
        // Too few are there to hold: the rest once was held by those who left.
        m_ended += std::exchange(m_open, 0);
        for (qint64 turn = 0; turn < m_size.members && m_ended > 0; ++turn) {
            const qint64 index = order.at(turn);
            const SampleMember member = SampleMember::at(m_size.seed, m_today, index);
            if (member.isDeparted() && departedUsed-- <= 0)
                end(index, member);
        }
        if (m_license.profile == SampleProfile::Relay)
            relay();
        return std::move(m_rows);
    }

private:
    bool give(qint64 index)
    {
        const SampleMember member = SampleMember::at(m_size.seed, m_today, index);
        if (member.isDeparted()) {
            if (m_ended == 0)
                return false;
            end(index, member);
            return true;
        }
        if (m_random.below(m_open + m_ended) < m_open)
            open(index, member);
        else
            end(index, member);
        return false;
    }

    DayNumber startOf(const SampleMember &member, DayNumber last)
    {
        const DayNumber first = std::max(m_license.firstDay, member.joined);
        return last - m_random.skewed(0, std::max<DayNumber>(0, last - first));
    }

    qint64 quantity() { return m_isCounted && m_random.chance(15) ? m_random.skewed(2, 6) : 1; }

    void open(qint64 index, const SampleMember &member)
    {
        --m_open;
        SampleAssignment row{.member = index, .quantity = quantity(), .days = {}, .state = "active"_L1};
        row.days = {startOf(member, m_license.asOf), endOfDays};
        const qint64 kind = m_random.below(100);
        if (kind < 4 && mayReserve())
            reserve(row);
        else if (kind < 8)
            suspend(row);
        else if (kind < 30)
            row.days.end = m_license.asOf + m_random.between(1, 500);
        m_rows.push_back(row);
    }

    [[nodiscard]] bool mayReserve() const
    {
        return !m_license.isWrittenInThePast() && m_license.lapse > m_license.asOf + 2;
    }

    void reserve(SampleAssignment &row)
    {
        const DayNumber last = std::min(m_license.asOf + soon, m_license.lapse - 1);
        row.state = "reserved"_L1;
        row.days.first = m_random.between(m_license.asOf + 1, last);
        if (m_random.chance(30))
            row.days.end = row.days.first + m_random.between(30, 400);
    }

    void suspend(SampleAssignment &row)
    {
        row.state = "suspended"_L1;
        row.isReleased = m_random.chance(50);
        if (m_random.chance(50))
            row.suspendedUntil = m_license.asOf + m_random.between(1, samplePast);
    }

    void end(qint64 index, const SampleMember &member)
    {
        --m_ended;
        const DayNumber last = std::min(m_license.asOf, member.left.value_or(m_license.asOf));
        SampleAssignment row{.member = index, .quantity = quantity(), .days = {}, .state = "expired"_L1};
        row.days.first = std::min(startOf(member, last - 1), last - 1);
        row.endedOn = m_random.between(row.days.first + 1, last);
        row.days.end = *row.endedOn;
        const DayNumber office = officeDay(*row.endedOn, row.days.first + 1);
        if (m_random.chance(45) && office < m_today) {
            row.state = "revoked"_L1;
            row.days.end = m_random.chance(70) ? endOfDays : *row.endedOn + m_random.between(10, 300);
            row.endReason = m_random.pick(m_catalogue.endReasons);
            row.endedOn = office;
        }
        m_rows.push_back(row);
    }

    // People revoke on working days, and today's are not over.
    [[nodiscard]] DayNumber officeDay(DayNumber day, DayNumber first) const
    {
        while (day > first && (day >= m_today || !isWorkday(day)))
            --day;
        return day;
    }

    // The first and the last open seats are handed on: these end on the day on which those begin.
    void relay()
    {
        const auto isActive = [](const SampleAssignment &row) { return row.state == "active"_L1; };
        const auto giver = std::ranges::find_if(m_rows, isActive);
        const auto taker = std::ranges::find_if(m_rows | std::views::reverse, isActive);
        if (giver == m_rows.end() || &*giver == &*taker || !mayReserve())
            return;
        const DayNumber day = m_random.between(m_license.asOf + 1,
                                               std::min(m_license.asOf + soon, m_license.lapse - 1));
        giver->quantity = taker->quantity = 1;
        giver->days.end = day;
        taker->state = "reserved"_L1;
        taker->days = {day, endOfDays};
    }

    const SampleLicense &m_license;
    const SampleSize &m_size;
    const DayNumber m_today;
    const SampleCatalogue &m_catalogue;
    SampleRandom m_random;
    const bool m_isCounted;
    qint64 m_open = 0;
    qint64 m_ended = 0;
    std::vector<SampleAssignment> m_rows;
};

struct Edge {
    DayNumber day;
    qint64 seats;
};

} // namespace

std::vector<SampleAssignment> sampleAssignments(const SampleLicense &license, const SampleSize &size,
                                                DayNumber today, const SampleCatalogue &catalogue)
{
    return license.assignments > 0 ? Maker(license, size, today, catalogue).make()
                                   : std::vector<SampleAssignment>();
}

qint64 sampleDemand(const SampleBook &book)
{
    std::vector<Edge> edges;
    for (const SampleAssignment &row : book.assignments) {
        if (row.endedOn || (row.isReleased && !row.suspendedUntil))
            continue;
        const DayNumber first = std::max(book.license.asOf,
                                         row.isReleased ? *row.suspendedUntil : row.days.first);
        edges.push_back({first, row.quantity});
        if (row.days.end != endOfDays)
            edges.push_back({row.days.end, -row.quantity});
    }
    std::ranges::sort(edges, [](const Edge &a, const Edge &b) {
        return std::pair(a.day, a.seats) < std::pair(b.day, b.seats);
    });
    qint64 seats = 0;
    qint64 most = 0;
    for (const Edge &edge : edges)
        most = std::max(most, seats += edge.seats);
    return most;
}

} // namespace seatledger
