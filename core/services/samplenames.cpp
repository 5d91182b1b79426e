// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplenames.h"

#include "core/services/sampletext.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr quint64 peopleStream = 1;

SampleNameGroup groupOf(const QString &header)
{
    const QStringList words = header.split(u' ');
    return {.country = words.value(0),
            .weight = words.value(1).toInt(),
            .familyFirst = words.value(2) == "family"_L1,
            .isSpaced = words.value(3) == "space"_L1};
}

QList<SampleNamePart> partsOf(const QString &line)
{
    QList<SampleNamePart> parts;
    for (const QString &word : line.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype slash = word.indexOf(u'/');
        parts.append(slash < 0 ? SampleNamePart{word, word.toLower()}
                               : SampleNamePart{word.first(slash), word.sliced(slash + 1)});
    }
    return parts;
}

std::vector<SampleNameGroup> readGroups()
{
    std::vector<SampleNameGroup> groups;
    for (const QString &line : sampleLines(u"names.txt"_s)) {
        if (line.startsWith(u'['))
            groups.push_back(groupOf(line.sliced(1, line.size() - 2)));
        else if (line.startsWith(u'='))
            groups.back().given += partsOf(line.sliced(1));
        else
            groups.back().family += partsOf(line.sliced(1));
    }
    return groups;
}

} // namespace

SampleNames::SampleNames(quint32 seed) : m_groups(readGroups()), m_random(seed, peopleStream, 0)
{
    m_used.resize(m_groups.size());
    for (const SampleNameGroup &group : m_groups) {
        m_weights += group.weight;
        m_orders.emplace_back(m_random, group.combinations());
    }
}

std::size_t SampleNames::pickGroup()
{
    qint64 point = m_random.below(m_weights);
    std::size_t index = 0;
    while (point >= m_groups[index].weight)
        point -= m_groups[index++].weight;
    return index;
}

SamplePerson SampleNames::next()
{
    const std::size_t index = pickGroup();
    const SampleNameGroup &group = m_groups[index];
    const qint64 used = m_used[index]++;
    const qint64 combination = m_orders[index].at(used);
    const qint64 round = used / group.combinations();

    const SampleNamePart &given = group.given[combination % group.given.size()];
    const SampleNamePart &family = group.family[combination / group.given.size()];
    const QString joint = group.isSpaced ? u" "_s : QString();
    const QString number = round > 0 ? QString::number(round + 1) : QString();
    return {.name = group.familyFirst ? family.written + joint + given.written
                                      : given.written + joint + family.written,
            .email = given.ascii + u'.' + family.ascii + number + u'@' + group.country
                     + u".meridian.example"_s};
}

} // namespace seatledger
