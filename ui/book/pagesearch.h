// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/searchquery.h"
#include "ui/book/bookaccess.h"

#include <QObject>

namespace seatledger {

/// The search of a page: its text, what it means, and which fields and values it may name. Departments,
/// products and vendors are learnt from the book when they are first needed. GUI thread.
class PageSearch final : public QObject
{
    Q_OBJECT

public:
    PageSearch(BookAccess access, QObject *parent);

    /// Without fields, which is how it begins, a search is words.
    void setGrammar(SearchGrammar grammar) { m_grammar = std::move(grammar); }
    [[nodiscard]] const SearchGrammar &grammar() const { return m_grammar; }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const SearchQuery &query() const { return m_query; }
    /// Searches for another text; if it cannot be understood all stays as it was.
    [[nodiscard]] Result<void> take(const QString &text);
    void clear();

    /// Asks which values there are, unless it knows; learnt() tells when it does.
    void learn();
    /// They may be others now.
    void forget() { m_isKnown = false; }

signals:
    /// The grammar knows the values now: what was taken before may name some that there are not.
    void learnt();

private:
    BookAccess m_book;
    SearchGrammar m_grammar;
    QString m_text;
    SearchQuery m_query;
    bool m_isKnown = false;
};

} // namespace seatledger
