// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/daytext.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Figures or letters that stand together.
struct Part {
    QString word = {}; ///< empty: figures
    int number = 0;
    int figures = 0;
};

QString plainWord(QStringView word)
{
    const QString folded = word.toString().normalized(QString::NormalizationForm_D).toCaseFolded();
    QString plain;
    std::ranges::copy_if(folded, std::back_inserter(plain), [](QChar c) { return c.isLetter(); });
    return plain;
}

QHash<QString, int> monthsOfLanguages()
{
    constexpr std::array languages{QLocale::English, QLocale::German,     QLocale::French, QLocale::Spanish,
                                   QLocale::Italian, QLocale::Portuguese, QLocale::Dutch,  QLocale::Polish};
    QHash<QString, int> months;
    for (const QLocale::Language language : languages) {
        const QLocale locale(language);
        for (int month = 1; month <= 12; ++month) {
            for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                for (const QString &name :
                     {locale.monthName(month, format), locale.standaloneMonthName(month, format)}) {
                    const QString word = plainWord(name);
                    if (word.size() >= 3 && !months.contains(word))
                        months.insert(word, month);
                }
            }
        }
    }
    months.insert(u"sept"_s, 9);
    return months;
}

int monthOfWord(const QString &word)
{
    static const QHash<QString, int> months = monthsOfLanguages();
    return months.value(word, 0);
}

/// Without the time behind the day: `2026-11-26T10:20:30Z`, `26.11.2026 10:20`.
QStringView withoutTime(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 1)
        return text;
    const qsizetype blank = std::max(text.first(colon).lastIndexOf(u' '),
                                     text.first(colon).lastIndexOf(u'T'));
    return blank > 0 ? text.first(blank) : text;
}

/// The figures or letters that `text` begins with, which are taken off.
Part takePart(QStringView &text)
{
    constexpr int mostFigures = 9;
    Part part;
    qsizetype end = 0;
    if (text.front().isDigit()) {
        for (; end < text.size() && text[end].isDigit() && part.figures < mostFigures; ++end, ++part.figures)
            part.number = part.number * 10 + text[end].digitValue();
    } else {
        while (end < text.size() && (text[end].isLetter() || text[end].isMark()))
            ++end;
        part.word = plainWord(text.first(end));
    }
    text = text.sliced(end);
    return part;
}

// What Chinese and Japanese write behind the figures, and Spanish between them, says nothing new.
bool isFiller(const Part &part)
{
    return part.word == u"年" || part.word == u"月" || part.word == u"日" || part.word == u"de";
}

std::optional<std::vector<Part>> partsOf(QStringView text)
{
    constexpr qsizetype longest = 40;
    constexpr std::size_t most = 4;
    if (text.size() > longest)
        return std::nullopt;
    std::vector<Part> parts;
    while (!text.isEmpty()) {
        const QChar c = text.front();
        if (c.isDigit() || c.isLetter())
            parts.push_back(takePart(text));
        else if (u"./-, "_s.contains(c) || c == QChar::Nbsp)
            text = text.sliced(1);
        else
            return std::nullopt;
    }
    std::erase_if(parts, isFiller);
    const bool hasWeekday = parts.size() == most && !parts.front().word.isEmpty()
                            && monthOfWord(parts.front().word) == 0;
    if (hasWeekday)
        parts.erase(parts.begin());
    return parts.size() < most ? std::optional(parts) : std::nullopt;
}

std::optional<QDate> dayOf(int year, int figures, int month, int day)
{
    constexpr int firstOfCentury = 70;
    if (figures == 2)
        year += year < firstOfCentury ? 2000 : 1900;
    else if (figures != 4)
        return std::nullopt;
    const QDate date(year, month, day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QDate> fromCompact(const Part &part)
{
    constexpr int yearPlace = 10'000;
    return part.figures == 8 ? dayOf(part.number / yearPlace, 4, part.number / 100 % 100, part.number % 100)
                             : std::nullopt;
}

std::optional<QDate> fromWords(const std::vector<Part> &parts)
{
    const auto named = std::ranges::find_if(parts, [](const Part &part) { return !part.word.isEmpty(); });
    const int month = monthOfWord(named->word);
    std::vector<Part> numbers;
    std::ranges::copy_if(parts, std::back_inserter(numbers),
                         [](const Part &part) { return part.word.isEmpty(); });
    if (month == 0 || numbers.size() != 2)
        return std::nullopt;
    const bool yearFirst = numbers[0].figures == 4;
    const Part &year = numbers[yearFirst ? 0 : 1];
    return dayOf(year.number, year.figures, month, numbers[yearFirst ? 1 : 0].number);
}

std::optional<QDate> fromFigures(const std::vector<Part> &parts, DayOrder order)
{
    const Part &first = parts[0];
    const Part &second = parts[1];
    const Part &third = parts[2];
    if (second.figures > 2 || std::min(first.figures, third.figures) > 2)
        return std::nullopt;
    if (first.figures == 4 || (order == DayOrder::YearFirst && third.figures <= 2))
        return dayOf(first.number, first.figures, second.number, third.number);
    if (order == DayOrder::DayFirst)
        return dayOf(third.number, third.figures, second.number, first.number);
    if (order == DayOrder::MonthFirst)
        return dayOf(third.number, third.figures, first.number, second.number);
    return std::nullopt;
}

} // namespace

std::optional<QDate> dayOfText(QStringView text, DayOrder order)
{
    const auto parts = partsOf(withoutTime(text.trimmed()).trimmed());
    if (!parts)
        return std::nullopt;
    if (parts->size() == 1)
        return fromCompact(parts->front());
    if (parts->size() != 3)
        return std::nullopt;
    const bool hasWord = std::ranges::any_of(*parts, [](const Part &part) { return !part.word.isEmpty(); });
    return hasWord ? fromWords(*parts) : fromFigures(*parts, order);
}

namespace {

DayGuess judged(const QStringList &texts, DayOrder order)
{
    DayGuess guess{.order = order};
    for (const QString &text : texts) {
        if (text.trimmed().isEmpty() || dayOfText(text, order))
            continue;
        if (guess.refused++ == 0)
            guess.firstRefused = text;
    }
    return guess;
}

/// A text that is another day in the other order. Nobody puts months first and points between.
QString ambiguousText(const QStringList &texts)
{
    const auto found = std::ranges::find_if(texts, [](const QString &text) {
        const auto one = dayOfText(text, DayOrder::DayFirst);
        const auto other = dayOfText(text, DayOrder::MonthFirst);
        return one && other && one != other && !text.contains(u'.');
    });
    return found == texts.end() ? QString() : *found;
}

} // namespace

DayGuess guessDays(const QStringList &texts)
{
    DayGuess best = judged(texts, DayOrder::YearFirst);
    for (const DayOrder order : {DayOrder::DayFirst, DayOrder::MonthFirst}) {
        const DayGuess guess = judged(texts, order);
        if (guess.refused < best.refused)
            best = guess;
    }
    if (best.order == DayOrder::DayFirst && judged(texts, DayOrder::MonthFirst).refused == best.refused)
        best.ambiguous = ambiguousText(texts);
    return best;
}

} // namespace seatledger
