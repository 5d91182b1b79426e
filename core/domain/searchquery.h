// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/department.h"
#include "core/domain/product.h"
#include "core/domain/result.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace seatledger {

/// What stands behind the name of a field in a search.
enum class SearchKind {
    Text,   ///< letters that are somewhere in it
    Named,  ///< the same, of something there is a list of: a department, a product
    Choice, ///< one of a few words
    Number, ///< whole numbers, which can be compared
    Day,    ///< days, which can be compared: 2027-01-31, 2027-01, today, today+30, today-7
};

/// A value that can be chosen, and how people call it.
struct SearchChoice {
    QString name;
    QString title;

    friend bool operator==(const SearchChoice &, const SearchChoice &) = default;
};

/// One field by which a list can be searched.
struct QueryField {
    QString name;  ///< as it is typed: `department`
    QString title; ///< in the language of the moment; can be typed as well
    SearchKind kind = SearchKind::Text;
    QList<SearchChoice> choices = {}; ///< of Choice, all; of Named, those there are, empty: not known
    QString example = {};             ///< a term: `seats>=2`
    QString help = {};                ///< what it means, in a few words

    friend bool operator==(const QueryField &, const QueryField &) = default;
};

/// The fields of a list. A plain value.
struct SearchGrammar {
    QList<QueryField> fields;

    [[nodiscard]] const QueryField *find(const QString &nameOrTitle) const;
    /// Tells what there is to choose from; a value that is in none of them is refused from then on.
    void setChoices(const QString &field, const QStringList &names);
    /// The same for what a book has; fields that the list does not have are left out.
    void setChoices(const std::vector<Department> &departments, const std::vector<Product> &products,
                    const std::vector<Vendor> &vendors);
    [[nodiscard]] QString fieldNames() const;
};

enum class SearchCompare { Has, Equal, Less, LessOrEqual, Greater, GreaterOrEqual, Between };

/// One condition of a search. Its values are checked: names of choices, numbers, days in ISO form; of Between
/// the first and the last one.
struct SearchTerm {
    QString field; ///< a name of the grammar; empty: words, looked for in all texts of the list
    bool isNegated = false;
    SearchCompare compare = SearchCompare::Has;
    QStringList values; ///< never empty; one of them suffices
    qsizetype position = 0; ///< in the text, the minus included
    qsizetype length = 0;

    friend bool operator==(const SearchTerm &, const SearchTerm &) = default;
};

/// A search, understood. A plain value.
struct SearchQuery {
    /// Words and exact words ("in quotes") that must all be found, as a filter's `search` takes them.
    QString words;
    /// All the rest, in the order of the text.
    std::vector<SearchTerm> terms;

    friend bool operator==(const SearchQuery &, const SearchQuery &) = default;
};

/// Reads a search: `ana department:Sales -state:ended seats>=2 until:<2027-01-01 "exact words"`. Conditions
/// are parted by blanks and must all hold; several values by commas, of which one must; a minus turns a
/// condition round; values with blanks or commas stand in quotes, where "" is a quote.
///
/// InvalidInput says what is wrong and what is possible. Its details name the place (`position`, `length`),
/// and `incomplete` is true if it may become right by typing on.
[[nodiscard]] Result<SearchQuery> parseSearch(const QString &text, const SearchGrammar &grammar, QDate today);

/// A term as parseSearch() reads it, for a text or name exactly like this: `number=M-12`,
/// `department="Research / Optics"`.
[[nodiscard]] QString searchTermText(const QString &field, const QString &value);

/// Plain words as a search that looks for just them, whatever signs they have in them.
[[nodiscard]] QString searchWordsText(const QString &words);

/// A value in quotes where it needs them.
[[nodiscard]] QString searchValueText(const QString &value);

/// The text without the term that stands there, and without the blanks that it leaves.
[[nodiscard]] QString withoutTerm(const QString &text, qsizetype position, qsizetype length);

/// A term in the words of the person: "Department: Sales", "not State: Ended".
[[nodiscard]] QString searchTermTitle(const SearchTerm &term, const SearchGrammar &grammar);

} // namespace seatledger
