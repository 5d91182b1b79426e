// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/searchwords.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

SearchWord searchWord(const QString &text)
{
    QString pattern = text;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    const auto characters = text.toUcs4();
    return {.text = text,
            .pattern = u'%' + pattern + u'%',
            .isShort = characters.size() <= 2
                       && std::ranges::any_of(characters, [](char32_t c) { return c > 0x7f; })};
}

} // namespace

std::vector<SearchWord> searchWordsOf(const QString &search)
{
    std::vector<SearchWord> words;
    for (const QString &word : search.simplified().split(u' ', Qt::SkipEmptyParts))
        words.push_back(searchWord(word));
    return words;
}

} // namespace seatledger
