// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/fuzzymatch.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int wholeScore = 120;  ///< the word is the whole text
constexpr int firstScore = 100;  ///< the text begins with it
constexpr int wordScore = 80;    ///< a word of the text begins with it
constexpr int insideScore = 50;
constexpr int lettersScore = 30; ///< letters apart from each other
constexpr int mostJumps = 1;       ///< into the middle of a word
constexpr int lettersForJump = 4;  ///< fewer letters would be found everywhere

bool beginsWord(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    return !before.isLetterOrNumber() || (before.isLower() && text.at(at).isUpper());
}

FuzzyMatch run(int score, qsizetype from, qsizetype length)
{
    FuzzyMatch match{score, {}};
    for (qsizetype i = 0; i < length; ++i)
        match.letters.append(from + i);
    return match;
}

std::optional<FuzzyMatch> matchTogether(const QString &word, const QString &text)
{
    std::optional<FuzzyMatch> best;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        const int score = at == 0                ? (word.size() == text.size() ? wholeScore : firstScore)
                          : beginsWord(text, at) ? wordScore
                                                 : insideScore;
        if (!best || score > best->score)
            best = run(score, at, word.size());
    }
    return best;
}

/// Letter by letter; the next one of the text if it fits, else at the next beginning of a word, else a jump.
std::optional<FuzzyMatch> matchApart(const QString &word, const QString &text)
{
    FuzzyMatch match{lettersScore, {}};
    int jumps = 0;
    qsizetype from = 0;
    const auto fits = [&](qsizetype at, QChar letter) { return text.at(at).toCaseFolded() == letter; };
    for (const QChar typed : word) {
        const QChar letter = typed.toCaseFolded();
        qsizetype found = -1;
        for (qsizetype at = from; at < text.size() && found < 0; ++at) {
            if (fits(at, letter) && (beginsWord(text, at) || (at == from && !match.letters.isEmpty())))
                found = at;
        }
        for (qsizetype at = from; at < text.size() && found < 0; ++at) {
            if (!fits(at, letter))
                continue;
            found = at;
            ++jumps;
        }
        if (found < 0 || jumps > (word.size() < lettersForJump ? 0 : mostJumps))
            return std::nullopt;
        match.letters.append(found);
        from = found + 1;
    }
    match.score -= 5 * jumps;
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &text)
{
    FuzzyMatch all;
    QSet<qsizetype> letters;
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        auto match = matchTogether(word, text);
        if (!match)
            match = matchApart(word, text);
        if (!match)
            return std::nullopt;
        all.score += match->score;
        letters.unite(QSet<qsizetype>(match->letters.cbegin(), match->letters.cend()));
    }
    if (words.isEmpty())
        return all;
    all.letters = letters.values();
    std::ranges::sort(all.letters);
    all.score = all.score / static_cast<int>(words.size()) * 10
                - static_cast<int>(std::min<qsizetype>(text.size(), 60));
    return all;
}

} // namespace seatledger
