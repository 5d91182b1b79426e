// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/searchquery.h"

namespace seatledger {

/// Reads one search; parseSearch() is how it is used.
class SearchReader final
{
public:
    SearchReader(const QString &text, const SearchGrammar &grammar, QDate today)
        : m_text(text), m_grammar(grammar), m_today(today)
    {}

    [[nodiscard]] Result<SearchQuery> read();

private:
    struct Value {
        QString text;
        qsizetype position = 0;
        qsizetype length = 0;
        bool isQuoted = false;
    };

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar next() const { return isAtEnd() ? QChar() : m_text.at(m_at); }
    [[nodiscard]] QString readFieldName() const;
    [[nodiscard]] SearchCompare readCompare();
    [[nodiscard]] Result<Value> readValue(bool endsAtComma);
    [[nodiscard]] Result<void> readTerm(SearchQuery &query);
    [[nodiscard]] Result<void> readWords(SearchQuery &query, qsizetype begin, bool isNegated);
    [[nodiscard]] Result<void> readFieldTerm(SearchQuery &query, qsizetype begin, bool isNegated,
                                             const QString &name);
    [[nodiscard]] Result<void> takeValue(SearchTerm &term, const QueryField &field, const Value &value) const;
    [[nodiscard]] Result<void> takeRange(SearchTerm &term, const QueryField &field, const Value &value,
                                         qsizetype dots) const;
    [[nodiscard]] Result<QString> checked(const QueryField &field, SearchCompare compare,
                                          const Value &value) const;
    [[nodiscard]] Result<QString> checkedNumber(const QueryField &field, const Value &value) const;
    [[nodiscard]] Result<QString> checkedDay(const QueryField &field, const Value &value) const;
    [[nodiscard]] Result<QString> checkedChoice(const QueryField &field, const Value &value) const;
    [[nodiscard]] Result<QString> checkedName(const QueryField &field, SearchCompare compare,
                                              const Value &value) const;
    [[nodiscard]] std::optional<QDate> dayOf(const QString &text) const;
    [[nodiscard]] std::unexpected<Error> refusal(const QString &message, qsizetype position, qsizetype length,
                                                 bool isIncomplete = false) const;

    QString m_text;
    const SearchGrammar &m_grammar;
    QDate m_today;
    qsizetype m_at = 0;
};

} // namespace seatledger
