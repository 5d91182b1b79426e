// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplesizes.h"

#include "core/services/samplerandom.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr quint64 sizeStream = 3;
constexpr qint64 membersMost = 5'000'000;
constexpr qint64 licensesMost = 5'000'000;
constexpr qint64 assignmentsMost = 100'000'000;
constexpr qint64 neverDraft = 10; // so that the smallest samples have a licence to give

struct Share {
    int upTo;
    SampleProfile profile;
};

constexpr Share shares[] = {
    {2, SampleProfile::Draft},    {5, SampleProfile::Retired},     {8, SampleProfile::Lapsed},
    {14, SampleProfile::Short},   {20, SampleProfile::Unlimited},  {23, SampleProfile::Relay},
    {33, SampleProfile::Full},    {58, SampleProfile::NearlyFull}, {70, SampleProfile::Idle},
    {100, SampleProfile::Normal},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("SampleApplicationService", text);
}

qint64 roomOf(const SampleSize &size, qint64 index)
{
    return sampleProfile(size, index) == SampleProfile::Draft ? 0 : size.members;
}

qint64 roomInAll(const SampleSize &size)
{
    qint64 room = 0;
    for (qint64 index = 0; index < size.licenses; ++index)
        room += roomOf(size, index);
    return room;
}

// The power -3/4, of operations that IEEE 754 makes the same on every machine.
double weightOf(qint64 rank)
{
    const double shifted = static_cast<double>(rank + 4);
    return 1.0 / (shifted * std::sqrt(std::sqrt(1.0 / shifted)));
}

Result<void> checkRange(const char *field, qint64 value, qint64 most)
{
    if (value >= 0 && value <= most)
        return {};
    return failure(ErrorCode::InvalidInput,
                   tr("The number of %1 must be from 0 to %2, not %3")
                       .arg(QLatin1StringView(field))
                       .arg(most)
                       .arg(value),
                   {{u"field"_s, QLatin1StringView(field)}, {u"value"_s, value}, {u"most"_s, most}});
}

} // namespace

SampleProfile sampleProfile(const SampleSize &size, qint64 index)
{
    const qint64 position = (index * 61 + size.seed) % 100;
    const auto *share = std::ranges::find_if(shares, [&](const Share &s) { return position < s.upTo; });
    return share->profile == SampleProfile::Draft && index < neverDraft ? SampleProfile::Normal
                                                                        : share->profile;
}

std::vector<qint32> sampleSizes(const SampleSize &size)
{
    std::vector<qint32> sizes(static_cast<std::size_t>(size.licenses));
    if (sizes.empty())
        return sizes;
    SampleRandom random(size.seed, sizeStream, 0);
    const SampleShuffle ranks(random, size.licenses);
    double weights = 0;
    for (qint64 index = 0; index < size.licenses; ++index)
        weights += weightOf(ranks.at(index));

    qint64 left = size.assignments;
    for (qint64 index = 0; index < size.licenses; ++index) {
        const double share = static_cast<double>(size.assignments) * weightOf(ranks.at(index)) / weights;
        const qint64 given = std::min({static_cast<qint64>(share), roomOf(size, index), left});
        sizes[static_cast<std::size_t>(index)] = static_cast<qint32>(given);
        left -= given;
    }
    for (qint64 index = 0; left > 0; index = (index + 1) % size.licenses) {
        auto &given = sizes[static_cast<std::size_t>(index)];
        const qint64 more = std::min<qint64>({roomOf(size, index) - given, left, 1 + left / size.licenses});
        given += static_cast<qint32>(more);
        left -= more;
    }
    return sizes;
}

Result<void> checkSampleSize(const SampleSize &size)
{
    if (auto members = checkRange("members", size.members, membersMost); !members)
        return members;
    if (auto licenses = checkRange("licenses", size.licenses, licensesMost); !licenses)
        return licenses;
    if (auto assignments = checkRange("assignments", size.assignments, assignmentsMost); !assignments)
        return assignments;
    const qint64 most = roomInAll(size);
    if (size.assignments <= most)
        return {};
    return failure(ErrorCode::InvalidInput,
                   tr("%1 members and %2 licences can have at most %3 assignments, not %4: nobody gets a "
                      "licence twice")
                       .arg(size.members)
                       .arg(size.licenses)
                       .arg(most)
                       .arg(size.assignments),
                   {{u"field"_s, u"assignments"_s}, {u"value"_s, size.assignments}, {u"most"_s, most}});
}

} // namespace seatledger
