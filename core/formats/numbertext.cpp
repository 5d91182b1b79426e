// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/numbertext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

bool isGroupingBlank(QChar c)
{
    return c.isSpace() || c == u'\'' || c == u'’';
}

bool isCurrency(QChar c)
{
    return c.category() == QChar::Symbol_Currency || (c.isUpper() && c.unicode() < 0x80);
}

QStringView withoutCurrency(QStringView text)
{
    const auto isOutside = [](QChar c) { return isCurrency(c) || c.isSpace(); };
    while (!text.isEmpty() && isOutside(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isOutside(text.back()))
        text.chop(1);
    return text;
}

/// Whether the groups before the decimals are none, by threes, or as in India; `digits` gets them joined.
bool joinGroups(QStringView whole, QChar mark, QString &digits)
{
    QList<qsizetype> sizes{0};
    QChar used;
    for (const QChar c : whole) {
        if (c.isDigit()) {
            digits.append(QChar(u'0' + c.digitValue()));
            ++sizes.back();
            continue;
        }
        const bool isSeparator = c == mark || isGroupingBlank(c);
        if (!isSeparator || (!used.isNull() && used != c))
            return false;
        used = c;
        sizes.append(0);
    }
    if (sizes.size() == 1)
        return sizes.front() > 0;
    const auto isInner = [](qsizetype size) { return size == 2 || size == 3; };
    return sizes.front() >= 1 && sizes.front() <= 3 && sizes.back() == 3
           && std::ranges::all_of(sizes.sliced(1), isInner);
}

} // namespace

std::optional<QString> numberOfText(QStringView text, DecimalMark mark)
{
    constexpr qsizetype longest = 60;
    text = text.trimmed();
    if (text.size() > longest)
        return std::nullopt;
    bool isNegative = text.startsWith(u'-') || text.startsWith(u'−');
    text = withoutCurrency(isNegative ? text.sliced(1) : text);
    if (!isNegative && (text.startsWith(u'-') || text.startsWith(u'−'))) {
        isNegative = true;
        text = text.sliced(1);
    }
    const QChar decimal = mark == DecimalMark::Point ? u'.' : u',';
    const QChar grouping = mark == DecimalMark::Point ? u',' : u'.';
    const qsizetype at = text.indexOf(decimal);
    const QStringView fraction = at < 0 ? QStringView() : text.sliced(at + 1);
    QString number;
    const bool isWhole = joinGroups(at < 0 ? text : text.first(at), grouping, number);
    const bool isFraction = at < 0
                            || (!fraction.isEmpty()
                                && std::ranges::all_of(fraction, [](QChar c) { return c.isDigit(); }));
    if (!isWhole || !isFraction)
        return std::nullopt;
    if (at >= 0)
        number.append(u'.');
    for (const QChar c : fraction)
        number.append(QChar(u'0' + c.digitValue()));
    return isNegative ? QString(u'-' + number) : number;
}

std::optional<qint64> countOfText(QStringView text, DecimalMark mark)
{
    const auto number = numberOfText(text, mark);
    if (!number)
        return std::nullopt;
    const qsizetype point = number->indexOf(u'.');
    const QStringView whole = point < 0 ? QStringView(*number) : QStringView(*number).first(point);
    const QStringView fraction = point < 0 ? QStringView() : QStringView(*number).sliced(point + 1);
    bool isNumber = false;
    const qint64 count = whole.toLongLong(&isNumber);
    const bool isCount = isNumber && std::ranges::all_of(fraction, [](QChar c) { return c == u'0'; });
    return isCount ? std::optional(count) : std::nullopt;
}

namespace {

std::optional<QString> readAs(const QString &text, DecimalMark mark, bool isCount)
{
    if (!isCount)
        return numberOfText(text, mark);
    return countOfText(text, mark).transform([](qint64 count) { return QString::number(count); });
}

NumberGuess judged(const QStringList &texts, DecimalMark mark, bool areCounts)
{
    NumberGuess guess{.mark = mark};
    for (const QString &text : texts) {
        if (text.trimmed().isEmpty() || readAs(text, mark, areCounts))
            continue;
        if (guess.refused++ == 0)
            guess.firstRefused = text;
    }
    return guess;
}

} // namespace

NumberGuess guessNumbers(const QStringList &texts, bool areCounts)
{
    NumberGuess point = judged(texts, DecimalMark::Point, areCounts);
    const NumberGuess comma = judged(texts, DecimalMark::Comma, areCounts);
    if (comma.refused != point.refused)
        return comma.refused < point.refused ? comma : point;
    const auto differs = std::ranges::find_if(texts, [&](const QString &text) {
        const auto one = readAs(text, DecimalMark::Point, areCounts);
        const auto other = readAs(text, DecimalMark::Comma, areCounts);
        return one && other && one != other;
    });
    if (differs != texts.end())
        point.ambiguous = *differs;
    return point;
}

} // namespace seatledger
