// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqltext.h"

#include <QLatin1StringView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

bool isWordStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWord(char c)
{
    return isWordStart(c) || isDigit(c);
}

/// Whether anything but plain text may begin here.
bool isSpecial(char c)
{
    return c == ':' || c == '$' || c == '\'' || c == '"' || c == '-' || c == '/';
}

/// Walks over SQL and tells which parts can hold placeholders.
class Scanner final
{
public:
    explicit Scanner(QByteArrayView sql) : m_sql(sql) {}

    bool atEnd() const { return m_at >= m_sql.size(); }

    /// The next piece: a placeholder (`:name`, `$1`), or a stretch of anything else.
    QByteArrayView next(bool &isPlaceholder)
    {
        isPlaceholder = false;
        const qsizetype from = m_at;
        if (isPlaceholder = takePlaceholder(); !isPlaceholder)
            takeOther();
        m_at = std::min(m_at, m_sql.size());
        return m_sql.sliced(from, m_at - from);
    }

private:
    char at(qsizetype offset) const { return m_at + offset < m_sql.size() ? m_sql[m_at + offset] : '\0'; }
    char before() const { return m_at > 0 ? m_sql[m_at - 1] : '\0'; }

    bool takePlaceholder()
    {
        const bool named = at(0) == ':' && before() != ':' && isWordStart(at(1));
        const bool numbered = at(0) == '$' && !isWord(before()) && isDigit(at(1));
        if (!named && !numbered)
            return false;
        ++m_at;
        while (!atEnd() && (named ? isWord(at(0)) : isDigit(at(0))))
            ++m_at;
        return true;
    }

    void takeOther()
    {
        if (at(0) == '\'' || at(0) == '"')
            takeQuoted(at(0));
        else if (at(0) == '-' && at(1) == '-')
            takeUntil("\n", 2);
        else if (at(0) == '/' && at(1) == '*')
            takeBlockComment();
        else if (at(0) == '$' && !isWord(before()))
            takeDollarQuoted();
        else
            takePlain();
    }

    void takePlain()
    {
        do
            ++m_at;
        while (!atEnd() && !isSpecial(at(0)));
    }

    void takeQuoted(char quote)
    {
        const bool hasEscapes = quote == '\'' && (before() == 'E' || before() == 'e');
        for (++m_at; !atEnd() && at(0) != quote; ++m_at) {
            if (hasEscapes && at(0) == '\\')
                ++m_at;
        }
        ++m_at; // a doubled quote simply begins the next quoted piece
    }

    void takeBlockComment()
    {
        int depth = 0;
        do {
            if (at(0) == '/' && at(1) == '*') {
                ++depth;
                ++m_at;
            } else if (at(0) == '*' && at(1) == '/') {
                --depth;
                ++m_at;
            }
            ++m_at;
        } while (depth > 0 && !atEnd());
    }

    void takeDollarQuoted()
    {
        qsizetype length = 1;
        while (isWord(at(length)))
            ++length;
        if (at(length) != '$') {
            ++m_at;
            return;
        }
        const QByteArrayView tag = m_sql.sliced(m_at, length + 1);
        takeUntil(tag, tag.size());
    }

    /// Moves behind the next `end`, looking from `skip` bytes ahead.
    void takeUntil(QByteArrayView end, qsizetype skip)
    {
        const qsizetype found = m_sql.indexOf(end, m_at + skip);
        m_at = found < 0 ? m_sql.size() : found + end.size();
    }

    QByteArrayView m_sql;
    qsizetype m_at = 0;
};

std::unexpected<Error> defect(const QString &what, QByteArrayView sql)
{
    return failure(ErrorCode::Internal, u"%1 in: %2"_s.arg(what, QString::fromUtf8(sql)));
}

} // namespace

SqlText::SqlText(const QString &sql) : m_sql(sql.toUtf8()) {}

void SqlText::bind(SqlValue value)
{
    m_isMixed |= !m_names.isEmpty();
    m_values.append(std::move(value));
}

void SqlText::bind(const char *name, SqlValue value)
{
    if (const qsizetype known = indexOf(name); known >= 0) {
        m_values[known] = std::move(value);
        return;
    }
    m_isMixed |= m_names.size() != m_values.size();
    m_names.append(name);
    m_values.append(std::move(value));
}

Result<SqlText::Numbered> SqlText::numbered() const
{
    auto sql = rewritten([this](QByteArrayView placeholder) -> Result<QByteArray> {
        if (placeholder.front() == '$')
            return placeholder.toByteArray();
        const qsizetype index = indexOf(placeholder.sliced(1));
        if (index < 0)
            return defect(u"no value for %1"_s.arg(QString::fromUtf8(placeholder)), m_sql);
        return '$' + QByteArray::number(index + 1);
    });
    if (!sql)
        return std::unexpected(std::move(sql).error());
    return Numbered{*std::move(sql), m_values};
}

Result<QByteArray> SqlText::inlined(const std::function<QByteArray(const SqlValue &)> &literal) const
{
    return rewritten([&](QByteArrayView placeholder) -> Result<QByteArray> {
        const auto value = valueOf(placeholder);
        if (!value)
            return std::unexpected(value.error());
        return value->isNull() ? QByteArray("NULL") : literal(*value);
    });
}

Result<QByteArray> SqlText::rewritten(const Replace &replace) const
{
    if (m_isMixed)
        return defect(u"values bound by name and by position"_s, m_sql);
    QByteArray text;
    text.reserve(m_sql.size() + 16);
    for (Scanner scanner(m_sql); !scanner.atEnd();) {
        bool isPlaceholder = false;
        const QByteArrayView piece = scanner.next(isPlaceholder);
        if (!isPlaceholder) {
            text.append(piece);
            continue;
        }
        auto replacement = replace(piece);
        if (!replacement)
            return replacement;
        text.append(*replacement);
    }
    return text;
}

Result<SqlValue> SqlText::valueOf(QByteArrayView placeholder) const
{
    const QByteArrayView word = placeholder.sliced(1);
    const qsizetype index = placeholder.front() == '$' ? word.toByteArray().toInt() - 1 : indexOf(word);
    if (index < 0 || index >= m_values.size())
        return defect(u"no value for %1"_s.arg(QString::fromUtf8(placeholder)), m_sql);
    return m_values[index];
}

qsizetype SqlText::indexOf(QByteArrayView name) const
{
    return m_names.indexOf(name);
}

} // namespace seatledger
