// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sampleentitlements.h"

#include "core/services/sampleassignments.h"
#include "core/services/samplerandom.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr quint64 entitlementStream = 6;
constexpr DayNumber year = 365;

// Seats are sold in packs.
qint64 packed(qint64 seats)
{
    const qint64 pack = seats <= 10 ? 1 : seats <= 50 ? 5 : seats <= 200 ? 10 : seats <= 1000 ? 25 : 100;
    return (seats + pack - 1) / pack * pack;
}

std::optional<qint64> seatsFor(SampleProfile profile, qint64 demand, SampleRandom &random)
{
    const auto filledTo = [&](qint64 least, qint64 most) {
        const qint64 percent = random.between(least, most);
        return (demand * 100 + percent - 1) / percent;
    };
    if (profile == SampleProfile::Unlimited)
        return std::nullopt;
    if (demand == 0)
        return packed(random.skewed(2, 60));
    switch (profile) {
    case SampleProfile::NearlyFull:
        return std::max(demand, filledTo(90, 98));
    case SampleProfile::Idle:
        return packed(std::max(demand + 5, filledTo(5, 25)));
    case SampleProfile::Normal:
    case SampleProfile::Lapsed:
        return packed(std::max(demand, filledTo(45, 85)));
    default:
        return demand;
    }
}

class Buyer final
{
public:
    Buyer(const SampleBook &book, const SampleSize &size)
        : m_license(book.license),
          m_random(size.seed, entitlementStream, static_cast<quint64>(book.license.index)),
          m_seats(seatsFor(book.license.profile, sampleDemand(book), m_random))
    {}

    std::vector<SampleEntitlement> buy()
    {
        if (m_license.term == "subscription"_L1)
            subscribe();
        else
            buyInParts({m_license.firstDay, m_license.lapse});
        return std::move(m_bought);
    }

private:
    void subscribe()
    {
        for (int term = m_license.pastTerms; term > 0; --term) {
            const DayNumber end = m_license.lapse - year * term;
            renew(part(m_random.between(60, 95)), {end - year, end});
        }
        const DayRange present{m_license.lapse - year, m_license.lapse};
        buyInParts(present);
        if (m_license.profile == SampleProfile::Short)
            renew(part(m_random.between(60, 93)), {present.end, present.end + year});
        else if (!m_license.isWrittenInThePast() && m_license.lapse < m_license.asOf + 90
                 && m_random.chance(35))
            renew(m_seats, {present.end, present.end + year});
    }

    // At once, or some of it later; by the day on which the rows are written all of it counts.
    void buyInParts(const DayRange &days)
    {
        const DayNumber topUp = m_random.between(days.first + 1, m_license.asOf - 1);
        const bool inTwo = m_seats && *m_seats >= 10 && topUp < m_license.asOf && m_random.chance(20);
        const qint64 later = inTwo ? *m_seats / m_random.between(3, 6) : 0;
        renew(m_seats ? std::optional(*m_seats - later) : std::nullopt, days);
        if (inTwo)
            m_bought.push_back({.quantity = later, .days = {topUp, days.end}});
    }

    [[nodiscard]] std::optional<qint64> part(qint64 percent) const
    {
        return m_seats ? std::optional(std::max<qint64>(1, *m_seats * percent / 100)) : std::nullopt;
    }

    void renew(std::optional<qint64> seats, const DayRange &days)
    {
        m_bought.push_back({.quantity = seats, .days = days, .renews = m_newest});
        m_newest = m_bought.size() - 1;
    }

    const SampleLicense &m_license;
    SampleRandom m_random;
    const std::optional<qint64> m_seats;
    std::vector<SampleEntitlement> m_bought;
    std::optional<std::size_t> m_newest;
};

} // namespace

std::vector<SampleEntitlement> sampleEntitlements(const SampleBook &book, const SampleSize &size)
{
    return Buyer(book, size).buy();
}

} // namespace seatledger
