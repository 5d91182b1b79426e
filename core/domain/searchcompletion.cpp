// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchcompletion.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t most = 50;
constexpr qsizetype lettersOfField = 2; ///< fewer are most often a word

/// Where the condition begins in which the text ends: behind the last blank that is in no quotes.
qsizetype beginOfTerm(const QString &text)
{
    qsizetype begin = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'"')
            isQuoted = !isQuoted;
        else if (text.at(i).isSpace() && !isQuoted)
            begin = i + 1;
    }
    return begin;
}

/// Where the last value of a term begins: behind the sign of comparison, or the last comma in no quotes.
qsizetype beginOfValue(const QString &term, qsizetype afterField)
{
    qsizetype begin = afterField;
    while (begin < term.size() && u":<>="_s.contains(term.at(begin)))
        ++begin;
    bool isQuoted = false;
    for (qsizetype i = begin; i < term.size(); ++i) {
        if (term.at(i) == u'"')
            isQuoted = !isQuoted;
        else if (term.at(i) == u',' && !isQuoted)
            begin = i + 1;
    }
    return begin;
}

std::vector<SearchSuggestion> fieldsLike(const QString &typed, const SearchGrammar &grammar)
{
    std::vector<SearchSuggestion> suggestions;
    for (const QueryField &field : grammar.fields) {
        if (field.name.startsWith(typed, Qt::CaseInsensitive)
            || field.title.startsWith(typed, Qt::CaseInsensitive))
            suggestions.push_back({field.name + u':', field.title, field.example, true});
    }
    return suggestions;
}

std::vector<SearchSuggestion> sayings(const QueryField &field, const QString &typed)
{
    std::vector<SearchSuggestion> all;
    if (field.kind == SearchKind::Day)
        all = {{u"today"_s, QCoreApplication::translate("domain", "Today")},
               {u"<today"_s, QCoreApplication::translate("domain", "Before today")},
               {u"<=today+30"_s, QCoreApplication::translate("domain", "Within 30 days, or gone by")},
               {u"today..today+90"_s, QCoreApplication::translate("domain", "Within the next 90 days")},
               {u">=today-30"_s, QCoreApplication::translate("domain", "In the last 30 days, or later")}};
    else if (field.kind == SearchKind::Number)
        all = {{u"0"_s, QCoreApplication::translate("domain", "None")},
               {u">=1"_s, QCoreApplication::translate("domain", "At least one")},
               {u"<5"_s, QCoreApplication::translate("domain", "Fewer than five")},
               {u"2..10"_s, QCoreApplication::translate("domain", "From two to ten")}};
    std::erase_if(all, [&](const SearchSuggestion &saying) {
        return !saying.text.startsWith(typed, Qt::CaseInsensitive) || saying.text == typed;
    });
    return all;
}

std::vector<SearchSuggestion> valuesLike(const QString &typed, const QueryField &field)
{
    QString letters = typed;
    letters.remove(u'"');
    std::vector<SearchSuggestion> suggestions = sayings(field, typed);
    for (const bool begins : {true, false}) {
        for (const SearchChoice &choice : field.choices) {
            const bool isBegun = choice.name.startsWith(letters, Qt::CaseInsensitive)
                                 || choice.title.startsWith(letters, Qt::CaseInsensitive);
            const bool isIn = isBegun || choice.name.contains(letters, Qt::CaseInsensitive)
                              || choice.title.contains(letters, Qt::CaseInsensitive);
            if ((begins ? isBegun : isIn && !isBegun) && suggestions.size() < most)
                suggestions.push_back({searchValueText(choice.name), choice.title});
        }
    }
    return suggestions;
}

} // namespace

SearchCompletion completeSearch(const QString &text, qsizetype cursor, const SearchGrammar &grammar,
                                bool always)
{
    const QString before = text.left(cursor);
    qsizetype begin = beginOfTerm(before);
    if (before.mid(begin).startsWith(u'-'))
        ++begin;
    const QString term = before.mid(begin);
    qsizetype name = 0;
    while (name < term.size() && (term.at(name).isLetter() || term.at(name) == u'_'))
        ++name;
    SearchCompletion completion{.position = begin, .length = term.size(), .suggestions = {}};
    if (name == term.size()) {
        if (always || name >= lettersOfField || (name > 0 && term.at(0).unicode() > 0x7f))
            completion.suggestions = fieldsLike(term, grammar);
        return completion;
    }
    const QueryField *field = u":<>="_s.contains(term.at(name)) ? grammar.find(term.left(name)) : nullptr;
    if (!field)
        return completion;
    // a day or a number is compared: its sign is part of what is suggested
    const bool isCompared = field->kind == SearchKind::Day || field->kind == SearchKind::Number;
    const qsizetype value = isCompared ? name + (term.at(name) == u':' ? 1 : 0) : beginOfValue(term, name);
    completion.position = begin + value;
    completion.length = term.size() - value;
    completion.suggestions = valuesLike(term.mid(value), *field);
    // what is there already whole needs no suggestion
    if (completion.suggestions.size() == 1
        && completion.suggestions.front().text.compare(term.mid(value), Qt::CaseInsensitive) == 0)
        completion.suggestions.clear();
    return completion;
}

QString withSuggestion(const QString &text, const SearchCompletion &completion,
                       const SearchSuggestion &suggestion, qsizetype &cursor)
{
    QString result = text.left(completion.position) + suggestion.text;
    const QString after = text.mid(completion.position + completion.length);
    if (!suggestion.isField && !after.startsWith(u' ') && !after.startsWith(u','))
        result += u' ';
    cursor = result.size();
    return result + after;
}

} // namespace seatledger
