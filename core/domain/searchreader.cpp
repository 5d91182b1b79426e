// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchreader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 8; ///< of the values that are possible

bool canCompare(const QueryField &field)
{
    return field.kind == SearchKind::Number || field.kind == SearchKind::Day;
}

QString namesOf(const QList<SearchChoice> &choices)
{
    QStringList names;
    for (const SearchChoice &choice : choices.first(std::min(choices.size(), mostNamed)))
        names.append(choice.name);
    return names.join(u", "_s) + (choices.size() > mostNamed ? u", …"_s : QString());
}

} // namespace

std::unexpected<Error> SearchReader::refusal(const QString &message, qsizetype position, qsizetype length,
                                             bool isIncomplete) const
{
    return failure(ErrorCode::InvalidInput, message,
                   {{u"field"_s, u"search"_s},
                    {u"position"_s, position},
                    {u"length"_s, length},
                    {u"incomplete"_s, isIncomplete}});
}

Result<SearchQuery> SearchReader::read()
{
    SearchQuery query;
    while (true) {
        while (!isAtEnd() && next().isSpace())
            ++m_at;
        if (isAtEnd())
            return query;
        if (auto read = readTerm(query); !read)
            return std::unexpected(std::move(read).error());
    }
}

/// The name before a sign of comparison; empty if there is none. Does not move on.
QString SearchReader::readFieldName() const
{
    qsizetype end = m_at;
    while (end < m_text.size() && (m_text.at(end).isLetter() || m_text.at(end) == u'_'))
        ++end;
    const bool isField = end > m_at && end < m_text.size() && u":<>="_s.contains(m_text.at(end));
    return isField ? m_text.mid(m_at, end - m_at) : QString();
}

SearchCompare SearchReader::readCompare()
{
    if (next() == u':')
        ++m_at;
    const QChar sign = next();
    if (sign == u'=') {
        ++m_at;
        return SearchCompare::Equal;
    }
    if (sign != u'<' && sign != u'>')
        return SearchCompare::Has;
    ++m_at;
    const bool orEqual = next() == u'=';
    if (orEqual)
        ++m_at;
    if (sign == u'<')
        return orEqual ? SearchCompare::LessOrEqual : SearchCompare::Less;
    return orEqual ? SearchCompare::GreaterOrEqual : SearchCompare::Greater;
}

Result<SearchReader::Value> SearchReader::readValue(bool endsAtComma)
{
    Value value{.text = {}, .position = m_at};
    if (next() != u'"') {
        while (!isAtEnd() && !next().isSpace() && !(endsAtComma && next() == u','))
            value.text.append(m_text.at(m_at++));
        value.length = m_at - value.position;
        return value;
    }
    value.isQuoted = true;
    ++m_at;
    while (!isAtEnd()) {
        if (next() == u'"') {
            ++m_at;
            if (next() != u'"') {
                value.length = m_at - value.position;
                return value;
            }
        }
        value.text.append(m_text.at(m_at++));
    }
    return refusal(QCoreApplication::translate("domain", "The quote that begins here does not end."),
                   value.position, m_text.size() - value.position, true);
}

Result<void> SearchReader::readTerm(SearchQuery &query)
{
    const qsizetype begin = m_at;
    const bool isNegated = next() == u'-' && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace();
    if (isNegated)
        ++m_at;
    const QString name = readFieldName();
    return name.isEmpty() ? readWords(query, begin, isNegated) : readFieldTerm(query, begin, isNegated, name);
}

Result<void> SearchReader::readWords(SearchQuery &query, qsizetype begin, bool isNegated)
{
    auto value = readValue(false);
    if (!value)
        return std::unexpected(std::move(value).error());
    if (value->text.trimmed().isEmpty())
        return {};
    if (isNegated) {
        query.terms.push_back({.field = {},
                               .isNegated = true,
                               .values = {value->text},
                               .position = begin,
                               .length = m_at - begin});
        return {};
    }
    const QString word = value->isQuoted ? u'"' + value->text.replace(u'"', u"\"\""_s) + u'"' : value->text;
    query.words += (query.words.isEmpty() ? QString() : u" "_s) + word;
    return {};
}

Result<void> SearchReader::readFieldTerm(SearchQuery &query, qsizetype begin, bool isNegated,
                                         const QString &name)
{
    const QueryField *field = m_grammar.find(name);
    if (!field)
        return refusal(
            QCoreApplication::translate(
                "domain",
                "There is no field “%1” here. Possible are: %2. To search for a text with such a sign "
                "in it, put it in quotes.")
                .arg(name, m_grammar.fieldNames()),
            m_at, name.size());
    m_at += name.size();
    SearchTerm term{.field = field->name, .isNegated = isNegated, .values = {}, .position = begin};
    term.compare = readCompare();
    if (term.compare > SearchCompare::Equal && !canCompare(*field))
        return refusal(QCoreApplication::translate("domain", "“%1” cannot be compared; write %1:… instead.")
                           .arg(field->name),
                       begin, m_at - begin);
    do {
        if (!term.values.isEmpty())
            ++m_at; // the comma
        auto value = readValue(true);
        if (!value)
            return std::unexpected(std::move(value).error());
        if (value->text.trimmed().isEmpty())
            return refusal(QCoreApplication::translate("domain", "Say what to look for after “%1”.")
                               .arg(m_text.mid(begin, m_at - begin)),
                           begin, m_at - begin, isAtEnd());
        if (!term.values.isEmpty() && term.compare > SearchCompare::Equal)
            return refusal(QCoreApplication::translate("domain", "Only one value can be compared with."),
                           value->position, value->length);
        if (auto taken = takeValue(term, *field, *value); !taken)
            return taken;
    } while (next() == u',');
    term.length = m_at - begin;
    query.terms.push_back(std::move(term));
    return {};
}

Result<void> SearchReader::takeValue(SearchTerm &term, const QueryField &field, const Value &value) const
{
    const qsizetype dots = canCompare(field) ? value.text.indexOf(u".."_s) : -1;
    if (dots >= 0)
        return takeRange(term, field, value, dots);
    static const QRegularExpression month(u"^\\d{4}-\\d{2}$"_s);
    if (field.kind == SearchKind::Day && term.compare <= SearchCompare::Equal
        && month.match(value.text).hasMatch()) {
        const QDate first = QDate::fromString(value.text + u"-01"_s, Qt::ISODate);
        if (first.isValid() && term.values.isEmpty()) {
            term.compare = SearchCompare::Between;
            term.values = {first.toString(Qt::ISODate), first.addMonths(1).addDays(-1).toString(Qt::ISODate)};
            return {};
        }
    }
    auto text = checked(field, term.compare, value);
    if (!text)
        return std::unexpected(std::move(text).error());
    term.values.append(*std::move(text));
    return {};
}

Result<void> SearchReader::takeRange(SearchTerm &term, const QueryField &field, const Value &value,
                                     qsizetype dots) const
{
    if (!term.values.isEmpty() || term.compare > SearchCompare::Equal)
        return refusal(
            QCoreApplication::translate("domain", "A range stands alone: %1:a..b.").arg(field.name),
            value.position, value.length);
    for (const QString &end : {value.text.left(dots), value.text.mid(dots + 2)}) {
        auto text = checked(field, SearchCompare::Has, {end, value.position, value.length, false});
        if (!text)
            return std::unexpected(std::move(text).error());
        term.values.append(*std::move(text));
    }
    term.compare = SearchCompare::Between;
    return {};
}

Result<QString> SearchReader::checked(const QueryField &field, SearchCompare compare,
                                      const Value &value) const
{
    switch (field.kind) {
    case SearchKind::Number:
        return checkedNumber(field, value);
    case SearchKind::Day:
        return checkedDay(field, value);
    case SearchKind::Choice:
        return checkedChoice(field, value);
    case SearchKind::Named:
        return checkedName(field, compare, value);
    case SearchKind::Text:
        break;
    }
    return value.text;
}

Result<QString> SearchReader::checkedNumber(const QueryField &field, const Value &value) const
{
    bool ok = false;
    const qlonglong number = value.text.toLongLong(&ok);
    if (!ok)
        return refusal(QCoreApplication::translate("domain", "“%1” is no whole number. Write for example %2.")
                           .arg(value.text, field.example),
                       value.position, value.length, value.position + value.length == m_text.size());
    return QString::number(number);
}

std::optional<QDate> SearchReader::dayOf(const QString &text) const
{
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == 10)
        return day;
    static const QRegularExpression relative(u"^today(?:([+-])(\\d{1,5}))?$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const auto match = relative.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int days = match.captured(2).toInt();
    return m_today.addDays(match.captured(1) == u"-"_s ? -days : days);
}

Result<QString> SearchReader::checkedDay(const QueryField &field, const Value &value) const
{
    if (const auto day = dayOf(value.text))
        return day->toString(Qt::ISODate);
    return refusal(
        QCoreApplication::translate(
            "domain",
            "“%1” is no day. Write %2:2027-01-31, %2:2027-01, %2:<today+30 or %2:2027-01-01..2027-06-30.")
            .arg(value.text, field.name),
        value.position, value.length, value.position + value.length == m_text.size());
}

Result<QString> SearchReader::checkedChoice(const QueryField &field, const Value &value) const
{
    const auto isIt = [&](const SearchChoice &choice) {
        return choice.name.compare(value.text, Qt::CaseInsensitive) == 0
               || choice.title.compare(value.text, Qt::CaseInsensitive) == 0;
    };
    if (const auto found = std::ranges::find_if(field.choices, isIt); found != field.choices.end())
        return found->name;
    const bool mayBecome = std::ranges::any_of(field.choices, [&](const SearchChoice &choice) {
        return choice.name.startsWith(value.text, Qt::CaseInsensitive)
               || choice.title.startsWith(value.text, Qt::CaseInsensitive);
    });
    return refusal(QCoreApplication::translate("domain", "“%1” is no value of %2. Possible are: %3.")
                       .arg(value.text, field.name, namesOf(field.choices)),
                   value.position, value.length, mayBecome && value.position + value.length == m_text.size());
}

Result<QString> SearchReader::checkedName(const QueryField &field, SearchCompare compare,
                                          const Value &value) const
{
    const auto isIt = [&](const SearchChoice &choice) {
        return compare == SearchCompare::Equal ? choice.name.compare(value.text, Qt::CaseInsensitive) == 0
                                               : choice.name.contains(value.text, Qt::CaseInsensitive);
    };
    if (field.choices.isEmpty() || std::ranges::any_of(field.choices, isIt))
        return value.text;
    return refusal(QCoreApplication::translate("domain", "“%1” is in no value of %2. There are: %3.")
                       .arg(value.text, field.name, namesOf(field.choices)),
                   value.position, value.length, false);
}

} // namespace seatledger
