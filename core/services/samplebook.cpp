// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplebook.h"

#include "core/services/sampleassignments.h"
#include "core/services/sampleentitlements.h"
#include "core/services/samplerandom.h"
#include "core/services/samplesizes.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr quint64 licenseStream = 4;
constexpr qint64 smallest = 6;  // below, a shortage would not be seen
constexpr qint64 trialMost = 25;

SampleProfile fittingProfile(SampleProfile profile, qint64 assignments)
{
    const bool needsHolders = profile == SampleProfile::Lapsed || profile == SampleProfile::Short
                              || profile == SampleProfile::Relay;
    return needsHolders && assignments < smallest ? SampleProfile::Normal : profile;
}

QLatin1StringView termOf(const SampleLicense &license, SampleRandom &random)
{
    const qint64 point = random.below(100);
    if (license.isWrittenInThePast())
        return "subscription"_L1;
    if (point < 6 && license.assignments <= trialMost && license.profile == SampleProfile::Normal)
        return "trial"_L1;
    return point < 30 ? "perpetual"_L1 : "subscription"_L1;
}

void setDays(SampleLicense &license, DayNumber today, SampleRandom &random)
{
    if (license.term == "perpetual"_L1) {
        license.firstDay = today - random.between(200, 2500);
    } else if (license.term == "trial"_L1) {
        license.firstDay = today - random.between(5, 40);
        license.lapse = today + random.between(4, 50);
    } else {
        license.lapse = license.isWrittenInThePast() ? today - random.between(2, 45)
                        : random.chance(22)          ? today + random.between(3, 45)
                                                     : today + random.between(46, 364);
        license.pastTerms = static_cast<int>(random.skewed(0, 2));
        license.firstDay = license.lapse - 365 * (1 + license.pastTerms);
    }
}

} // namespace

SampleBooks::SampleBooks(const SampleSize &size, DayNumber today, const SampleCatalogue &catalogue)
    : m_size(size), m_today(today), m_catalogue(catalogue), m_sizes(sampleSizes(size))
{}

SampleLicense SampleBooks::license(qint64 index) const
{
    SampleRandom random(m_size.seed, licenseStream, static_cast<quint64>(index));
    SampleLicense license{
        .index = index, .assignments = m_sizes[static_cast<std::size_t>(index)], .term = {}};
    license.profile = fittingProfile(sampleProfile(m_size, index), license.assignments);
    license.term = termOf(license, random);
    setDays(license, m_today, random);
    license.asOf = license.isWrittenInThePast() ? m_today - samplePast : m_today;
    return license;
}

SampleBook SampleBooks::book(qint64 index) const
{
    SampleBook book{.license = license(index), .assignments = {}, .entitlements = {}};
    book.assignments = sampleAssignments(book.license, m_size, m_today, m_catalogue);
    book.entitlements = sampleEntitlements(book, m_size);
    return book;
}

} // namespace seatledger
