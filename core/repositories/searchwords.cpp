// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/searchwords.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

SearchWord searchWord(const QString &text)
{
    const auto characters = text.toUcs4();
    return {.text = text,
            .pattern = searchPattern(text),
            .isShort = characters.size() <= 2
                       && std::ranges::any_of(characters, [](char32_t c) { return c > 0x7f; })};
}

/// The text between quotes that begins at `at`; moves on behind it. None if it does not end.
std::optional<QString> quoted(const QString &search, qsizetype &at)
{
    QString text;
    for (qsizetype i = at + 1; i < search.size(); ++i) {
        if (search.at(i) == u'"' && search.mid(i + 1, 1) != u"\""_s) {
            at = i + 1;
            return text.simplified();
        }
        if (search.at(i) == u'"')
            ++i;
        text.append(search.at(i));
    }
    return std::nullopt;
}

} // namespace

QString searchPattern(const QString &text)
{
    QString pattern = text;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + pattern + u'%';
}

std::vector<SearchWord> searchWordsOf(const QString &search)
{
    std::vector<SearchWord> words;
    const QString text = search.simplified();
    qsizetype at = 0;
    while (at < text.size()) {
        const auto exact = text.at(at) == u'"' ? quoted(text, at) : std::nullopt;
        const qsizetype end = text.indexOf(u' ', at) < 0 ? text.size() : text.indexOf(u' ', at);
        const QString word = exact ? *exact : text.mid(at, end - at);
        if (!exact)
            at = end;
        if (!word.isEmpty())
            words.push_back(searchWord(word));
        while (at < text.size() && text.at(at) == u' ')
            ++at;
    }
    return words;
}

} // namespace seatledger
