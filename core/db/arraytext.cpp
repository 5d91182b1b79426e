// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/arraytext.h"

#include <QByteArray>

namespace seatledger::detail {

namespace {

class ArrayReader final
{
public:
    explicit ArrayReader(QByteArrayView text) : m_text(text) {}

    std::optional<QStringList> read()
    {
        QStringList elements;
        if (!take('{'))
            return {};
        if (take('}'))
            return atEnd() ? std::optional(elements) : std::nullopt;
        do
            elements.append(peek() == '"' ? quoted() : bare());
        while (take(','));
        return take('}') && atEnd() ? std::optional(elements) : std::nullopt;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

    bool take(char expected)
    {
        if (peek() != expected || atEnd())
            return false;
        ++m_at;
        return true;
    }

    QString quoted()
    {
        QByteArray element(""); // an empty text is not a null one
        for (++m_at; !atEnd() && peek() != '"'; ++m_at) {
            if (peek() == '\\')
                ++m_at;
            element += peek();
        }
        ++m_at;
        return QString::fromUtf8(element);
    }

    QString bare()
    {
        const qsizetype from = m_at;
        while (!atEnd() && peek() != ',' && peek() != '}' && peek() != '{')
            ++m_at;
        const QByteArrayView element = m_text.sliced(from, m_at - from);
        return element == QByteArrayView("NULL") ? QString() : QString::fromUtf8(element);
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<QStringList> readArray(QByteArrayView text)
{
    return ArrayReader(text).read();
}

} // namespace seatledger::detail
