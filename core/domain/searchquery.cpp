// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchquery.h"

#include "core/domain/departmenttree.h"
#include "core/domain/searchreader.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString compareSign(SearchCompare compare)
{
    switch (compare) {
    case SearchCompare::Equal:
        return u" = "_s;
    case SearchCompare::Less:
        return u" < "_s;
    case SearchCompare::LessOrEqual:
        return u" ≤ "_s;
    case SearchCompare::Greater:
        return u" > "_s;
    case SearchCompare::GreaterOrEqual:
        return u" ≥ "_s;
    case SearchCompare::Has:
    case SearchCompare::Between:
        break;
    }
    return QCoreApplication::translate("domain", ": ", "between a condition's field and its value");
}

bool needsQuotes(const QString &value)
{
    return value.isEmpty() || value.startsWith(u'-') || std::ranges::any_of(value, [](QChar c) {
               return c.isSpace() || c == u',' || c == u'"' || c == u':' || c == u'<' || c == u'>'
                      || c == u'=';
           });
}

} // namespace

const QueryField *SearchGrammar::find(const QString &nameOrTitle) const
{
    const auto found = std::ranges::find_if(fields, [&](const QueryField &field) {
        return field.name.compare(nameOrTitle, Qt::CaseInsensitive) == 0
               || field.title.compare(nameOrTitle, Qt::CaseInsensitive) == 0;
    });
    return found == fields.end() ? nullptr : &*found;
}

void SearchGrammar::setChoices(const QString &field, const QStringList &names)
{
    for (QueryField &known : fields) {
        if (known.name != field)
            continue;
        known.choices.clear();
        for (const QString &name : names)
            known.choices.append({name, name});
    }
}

void SearchGrammar::setChoices(const std::vector<Department> &departments,
                               const std::vector<Product> &products, const std::vector<Vendor> &vendors)
{
    QStringList names;
    for (const Department &department : departments)
        names.append(pathOf(departments, department.id));
    names.sort(Qt::CaseInsensitive);
    setChoices(u"department"_s, names);
    names.clear();
    for (const Product &product : products)
        names.append(product.name.text());
    names.removeDuplicates();
    setChoices(u"product"_s, names);
    names.clear();
    for (const Vendor &vendor : vendors)
        names.append(vendor.name.text());
    setChoices(u"vendor"_s, names);
}

QString SearchGrammar::fieldNames() const
{
    QStringList names;
    for (const QueryField &field : fields)
        names.append(field.name);
    return names.join(u", "_s);
}

Result<SearchQuery> parseSearch(const QString &text, const SearchGrammar &grammar, QDate today)
{
    return SearchReader(text, grammar, today).read();
}

QString searchValueText(const QString &value)
{
    if (!needsQuotes(value))
        return value;
    return u'"' + QString(value).replace(u'"', u"\"\""_s) + u'"';
}

QString searchWordsText(const QString &words)
{
    QStringList texts;
    for (const QString &word : words.simplified().split(u' ', Qt::SkipEmptyParts))
        texts.append(searchValueText(word));
    return texts.join(u' ');
}

QString searchTermText(const QString &field, const QString &value)
{
    return field + u'=' + searchValueText(value);
}

QString withoutTerm(const QString &text, qsizetype position, qsizetype length)
{
    const QString before = text.left(position).trimmed();
    const QString after = text.mid(position + length).trimmed();
    return before.isEmpty() || after.isEmpty() ? before + after : before + u' ' + after;
}

QString searchTermTitle(const SearchTerm &term, const SearchGrammar &grammar)
{
    const QueryField *field = grammar.find(term.field);
    QStringList values;
    for (const QString &value : term.values) {
        const SearchChoice *choice = nullptr;
        if (field && field->kind == SearchKind::Choice) {
            const auto known = std::ranges::find(field->choices, value, &SearchChoice::name);
            choice = known == field->choices.end() ? nullptr : &*known;
        }
        values.append(choice ? choice->title : value);
    }
    const bool isBetween = term.compare == SearchCompare::Between;
    QString title = values.join(
        isBetween ? u" – "_s : QCoreApplication::translate("domain", ", ", "between values of a condition"));
    if (field)
        title = field->title + compareSign(term.compare) + title;
    else
        title = u'“' + title + u'”';
    return term.isNegated
               ? QCoreApplication::translate("domain", "not %1", "a condition of a search").arg(title)
               : title;
}

} // namespace seatledger
