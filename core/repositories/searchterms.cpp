// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/searchterms.h"

#include "core/db/query.h"
#include "core/domain/enumtext.h"
#include "core/repositories/listday.h"
#include "core/repositories/searchwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString openStates = u"('reserved', 'active', 'suspended')"_s;

/// Some departments with all below them; `t` has each with its path.
const QString departmentsBelow =
    u"WITH RECURSIVE t(id, name, path) AS (SELECT d.id, d.name, d.name FROM seatledger.department d WHERE "
    u"NOT "
    "EXISTS (SELECT FROM seatledger.department u WHERE u.id = d.parent_id) UNION ALL SELECT d.id, d.name, "
    "t.path "
    "|| ' / ' || d.name FROM seatledger.department d JOIN t ON d.parent_id = t.id), below(id) AS (SELECT id "
    "FROM t "
    "WHERE %1 UNION SELECT d.id FROM seatledger.department d JOIN below b ON d.parent_id = b.id) "
    "SELECT ARRAY(SELECT id FROM below) AS ids"_s;

const QString productsOfProduct = u"SELECT ARRAY(SELECT p.id FROM seatledger.product p WHERE %1) AS ids"_s;
const QString productsOfVendor = u"SELECT ARRAY(SELECT p.id FROM seatledger.product p JOIN seatledger.vendor "
                                 u"v ON v.id = p.vendor_id WHERE %1) "
                                 "AS ids"_s;

QString either(const QStringList &conditions)
{
    return u'(' + conditions.join(u" OR "_s) + u')';
}

/// One of the values is in the text of the expression, or is it.
QString textCondition(BoundValues &values, const SearchTerm &term, const QString &expression)
{
    QStringList conditions;
    for (const QString &value : term.values)
        conditions.append(
            term.compare == SearchCompare::Equal
                ? u"lower(%1) = lower(%2)"_s.arg(expression, values.bound(value))
                : u"lower(%1) LIKE lower(%2)"_s.arg(expression, values.bound(searchPattern(value))));
    return either(conditions);
}

/// The same of a column whose text is part of `search`, which an index serves.
TermCondition searchedCondition(BoundValues &values, const SearchTerm &term, const QString &alias,
                                const QString &column)
{
    const QString expression = alias + u'.' + column;
    const QString exact = textCondition(values, term, expression);
    if (term.compare == SearchCompare::Equal)
        return {exact};
    SearchTerm anywhere = term;
    return {textCondition(values, anywhere, alias + u".search"_s) + u" AND "_s + exact, true};
}

QString comparison(BoundValues &values, const SearchTerm &term, const QString &expression,
                   const QString &type)
{
    const auto value = [&](const QString &text) { return u"%1::text::%2"_s.arg(values.bound(text), type); };
    switch (term.compare) {
    case SearchCompare::Less:
        return expression + u" < "_s + value(term.values.first());
    case SearchCompare::LessOrEqual:
        return expression + u" <= "_s + value(term.values.first());
    case SearchCompare::Greater:
        return expression + u" > "_s + value(term.values.first());
    case SearchCompare::GreaterOrEqual:
        return expression + u" >= "_s + value(term.values.first());
    case SearchCompare::Between:
        return u"%1 BETWEEN %2 AND %3"_s.arg(expression, value(term.values.first()),
                                             value(term.values.last()));
    case SearchCompare::Has:
    case SearchCompare::Equal:
        break;
    }
    QStringList wanted;
    for (const QString &text : term.values)
        wanted.append(value(text));
    return u"%1 IN (%2)"_s.arg(expression, wanted.join(u", "_s));
}

/// How many rows `matching` gives, compared. It counts no further than the comparison needs: that there is
/// one, or none, is seen at the first.
QString countCondition(BoundValues &values, const SearchTerm &term, const QString &matching)
{
    const auto hasAtLeast = [&](const QString &rows) {
        return u"EXISTS (SELECT FROM %1 OFFSET greatest(%2, 1) - 1 LIMIT 1) OR %2 <= 0"_s.arg(matching, rows);
    };
    const QString first = values.bound(term.values.first()) + u"::text::bigint"_s;
    switch (term.compare) {
    case SearchCompare::GreaterOrEqual:
        return hasAtLeast(first);
    case SearchCompare::Greater:
        return hasAtLeast(u"(%1 + 1)"_s.arg(first));
    case SearchCompare::Less:
        return u"NOT ("_s + hasAtLeast(first) + u')';
    case SearchCompare::LessOrEqual:
        return u"NOT ("_s + hasAtLeast(u"(%1 + 1)"_s.arg(first)) + u')';
    default:
        break;
    }
    if (term.compare != SearchCompare::Between && term.values == QStringList{u"0"_s})
        return u"NOT EXISTS (SELECT FROM %1 OFFSET 0 LIMIT 1)"_s.arg(matching);
    return comparison(values, term, u"(SELECT count(*) FROM %1)"_s.arg(matching), u"bigint"_s);
}

/// Whether at least so many of what somebody holds have not ended, by what is kept of everybody.
QString keptCondition(BoundValues &values, const SearchTerm &term, const QString &alias)
{
    const bool isBeyond = term.compare == SearchCompare::Greater
                          || term.compare == SearchCompare::LessOrEqual;
    const bool isBelow = term.compare == SearchCompare::Less || term.compare == SearchCompare::LessOrEqual;
    const QString least = u"(%1::text::bigint + %2)"_s.arg(values.bound(term.values.first()))
                              .arg(isBeyond ? 1 : 0);
    return u"%1(%2.id IN (SELECT h.member_id FROM seatledger.member_held h WHERE h.open >= %3) OR %3 <= 0)"_s
        .arg(isBelow ? u"NOT "_s : QString(), alias, least);
}

/// What is kept of everybody may read who sees everybody; others are counted one by one.
Result<bool> isKept(Session &session, const SearchTerm &term, std::optional<QDate> asOf)
{
    static const QList<SearchCompare> halves{SearchCompare::Less, SearchCompare::LessOrEqual,
                                             SearchCompare::Greater, SearchCompare::GreaterOrEqual};
    if (asOf || !halves.contains(term.compare))
        return false;
    return Query(session, u"SELECT seatledger.sees_everybody() AS everybody"_s).one([](const Row &row) {
        return row.boolean("everybody");
    });
}

QString choiceCondition(BoundValues &values, const SearchTerm &term, const QString &expression)
{
    return u"%1 = ANY (%2::text[])"_s.arg(expression, values.bound(term.values));
}

QString wordCondition(const SearchTerm &term, const std::vector<std::pair<QString, QString>> &words)
{
    QStringList conditions;
    for (const auto &[word, condition] : words) {
        if (term.values.contains(word))
            conditions.append(condition);
    }
    return either(conditions);
}

/// The ids that a query answers which `%1` of it narrows.
Result<QString> idsCondition(Session &session, BoundValues &values, const SearchTerm &term,
                             const QString &query, const QStringList &texts, const QString &column)
{
    BoundValues own;
    QStringList conditions;
    for (const QString &text : texts)
        conditions.append(textCondition(own, term, text));
    const QString text = query.arg(either(conditions));
    Query asked(session, text);
    own.bindTo(asked, text);
    const auto ids = asked.one([](const Row &row) { return row.integers("ids"); });
    if (!ids)
        return std::unexpected(ids.error());
    return u"%1 = ANY (%2::bigint[])"_s.arg(column, values.bound(*ids));
}

std::unexpected<Error> unknownField(const SearchTerm &term)
{
    return failure(
        ErrorCode::InvalidInput,
        QCoreApplication::translate("repositories", "This list cannot be searched by “%1”.").arg(term.field),
        {{u"field"_s, u"search"_s}});
}

Result<TermCondition> plain(Result<QString> condition)
{
    if (!condition)
        return std::unexpected(std::move(condition).error());
    return TermCondition{*std::move(condition)};
}

} // namespace

QString asWritten(const SearchTerm &term, const QString &condition)
{
    return term.isNegated ? u"(%1) IS NOT TRUE"_s.arg(condition) : condition;
}

bool isAboutMember(const SearchTerm &term)
{
    static const QStringList fields{u"member"_s, u"number"_s, u"email"_s, u"department"_s};
    return fields.contains(term.field);
}

bool isAboutLicense(const SearchTerm &term)
{
    static const QStringList fields{u"license"_s, u"product"_s, u"vendor"_s};
    return fields.contains(term.field);
}

bool needsSeats(const SearchTerm &term)
{
    static const QStringList fields{u"seats"_s, u"held"_s, u"free"_s, u"lapse"_s, u"is"_s};
    return fields.contains(term.field);
}

Result<TermCondition> memberCondition(Session &session, BoundValues &values, const SearchTerm &term,
                                      const QString &alias, std::optional<QDate> asOf)
{
    const QString holding = asOf ? u"x.holds"_s : u"x.state IN "_s + openStates;
    const QString &field = term.field;
    if (field.isEmpty())
        return TermCondition{textCondition(values, term, alias + u".search"_s), true};
    if (field == "name"_L1 || field == "member"_L1)
        return searchedCondition(values, term, alias, u"name"_s);
    if (field == "number"_L1 || field == "email"_L1)
        return searchedCondition(values, term, alias, field);
    if (field == "department"_L1) {
        // just the name of one below another is enough, its path leaves no doubt
        const QStringList texts = term.compare == SearchCompare::Equal ? QStringList{u"path"_s, u"name"_s}
                                                                       : QStringList{u"path"_s};
        return plain(
            idsCondition(session, values, term, departmentsBelow, texts, alias + u".department_id"_s));
    }
    if (field == "status"_L1)
        return TermCondition{choiceCondition(values, term, alias + u".status"_s)};
    if (field == "seats"_L1) {
        const auto kept = isKept(session, term, asOf);
        if (!kept)
            return std::unexpected(kept.error());
        if (*kept)
            return TermCondition{keptCondition(values, term, alias)};
        return TermCondition{countCondition(
            values, term,
            u"%3 x WHERE x.member_id = %1.id AND (%2) IS TRUE"_s.arg(alias, holding, assignmentsAsOf(asOf)))};
    }
    if (field == "holds"_L1) {
        const QString table = assignmentsAsOf(asOf);
        const QString named = searchedCondition(values, term, u"y"_s, u"name"_s).text;
        // One by one: left to itself, the planner would read what everybody holds for each of them. IS TRUE
        // keeps it from the index of what must not overlap, which is by licence first.
        return TermCondition{
            .text =
                u"%1.id IN (SELECT x.member_id FROM %2 x JOIN seatledger.license y ON y.id = x.license_id "
                "WHERE %3 AND %4)"_s.arg(alias, table, holding, named),
            .walking =
                u"EXISTS (SELECT FROM %2 x CROSS JOIN LATERAL (SELECT FROM seatledger.license y WHERE y.id "
                "= x.license_id AND %4 OFFSET 0) y WHERE x.member_id = %1.id AND (%3) IS TRUE OFFSET 0 LIMIT 1)"_s
                    .arg(alias, table, holding, named)};
    }
    if (field == "joined"_L1 || field == "left"_L1)
        return TermCondition{comparison(values, term, alias + u'.' + field + u"_on"_s, u"date"_s)};
    return unknownField(term);
}

Result<TermCondition> licenseCondition(Session &session, BoundValues &values, const SearchTerm &term,
                                       const QString &alias)
{
    static const QString unlimited = u"9223372036854775807"_s;
    const QString &field = term.field;
    if (field.isEmpty())
        return TermCondition{textCondition(values, term, alias + u".search"_s), true};
    if (field == "license"_L1)
        return searchedCondition(values, term, alias, u"name"_s);
    if (field == "product"_L1)
        return plain(
            idsCondition(session, values, term, productsOfProduct, {u"p.name"_s}, alias + u".product_id"_s));
    if (field == "vendor"_L1)
        return plain(
            idsCondition(session, values, term, productsOfVendor, {u"v.name"_s}, alias + u".product_id"_s));
    if (field == "state"_L1 || field == "term"_L1 || field == "metric"_L1)
        return TermCondition{choiceCondition(values, term, alias + u'.' + field)};
    if (field == "seats"_L1)
        return TermCondition{
            comparison(values, term, u"coalesce(c.capacity, %1)"_s.arg(unlimited), u"bigint"_s)};
    if (field == "held"_L1)
        return TermCondition{comparison(values, term, u"c.held"_s, u"bigint"_s)};
    if (field == "free"_L1)
        return TermCondition{
            comparison(values, term, u"coalesce(c.capacity - c.promised, %1)"_s.arg(unlimited), u"bigint"_s)};
    if (field == "lapse"_L1)
        return TermCondition{comparison(values, term, u"c.lapses_on"_s, u"date"_s)};
    if (field == "is"_L1)
        return TermCondition{wordCondition(term, {{u"short"_s, u"c.short > 0"_s},
                                                  {u"full"_s, u"c.capacity <= c.promised"_s},
                                                  {u"unlimited"_s, u"c.capacity IS NULL"_s}})};
    return unknownField(term);
}

Result<TermCondition> assignmentCondition(BoundValues &values, const SearchTerm &term)
{
    const QString &field = term.field;
    if (field == "state"_L1)
        return TermCondition{choiceCondition(values, term, u"a.state"_s)};
    if (field == "seats"_L1)
        return TermCondition{comparison(values, term, u"a.quantity"_s, u"bigint"_s)};
    if (field == "from"_L1)
        return TermCondition{comparison(values, term, u"a.first_day"_s, u"date"_s)};
    if (field == "until"_L1) {
        // Last days have an index of what is open and one of what has ended, so that a row is in one of them.
        const QString days = comparison(values, term, u"upper(a.period)"_s, u"date + 1"_s);
        return TermCondition{
            .text = u"a.state IN %1 AND %2 OR a.state IN ('expired', 'revoked') AND %2"_s.arg(openStates,
                                                                                              days),
            .walking = days};
    }
    if (field == "is"_L1)
        return TermCondition{wordCondition(term, {{u"current"_s, u"a.state IN "_s + openStates},
                                                  {u"ended"_s, u"a.state IN ('expired', 'revoked')"_s},
                                                  {u"endless"_s, u"upper_inf(a.period)"_s}})};
    return unknownField(term);
}

} // namespace seatledger
