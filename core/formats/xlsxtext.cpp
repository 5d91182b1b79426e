// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/xlsxtext.h"

#include <QString>

#include <algorithm>
#include <cctype>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr QByteArrayView notCharacterFFFE = "\xEF\xBF\xBE";
constexpr QByteArrayView notCharacterFFFF = "\xEF\xBF\xBF";
constexpr qsizetype escapeSize = 7; ///< _x000D_

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n';
}

/// Whether it begins with what a workbook reads as an escaped character.
bool looksEscaped(QByteArrayView text)
{
    return text.size() >= escapeSize && text[0] == '_' && text[1] == 'x' && text[escapeSize - 1] == '_'
           && std::ranges::all_of(text.sliced(2, 4),
                                  [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
}

void appendEscape(QByteArray &cell, unsigned code)
{
    cell.append("_x").append(QByteArray::number(code, 16).toUpper().rightJustified(4, '0')).append('_');
}

bool isPlain(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char c) { return isControl(c) || c == '_' || c == '\xEF'; });
}

bool continuesCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

} // namespace

void setXlsxText(QByteArray &cell, QByteArrayView text)
{
    cell.resize(0);
    if (isPlain(text)) {
        cell.append(text);
        return;
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QByteArrayView rest = text.sliced(i);
        if (isControl(text[i])) {
            appendEscape(cell, static_cast<unsigned char>(text[i]));
        } else if (rest.startsWith(notCharacterFFFE) || rest.startsWith(notCharacterFFFF)) {
            appendEscape(cell, rest.startsWith(notCharacterFFFE) ? 0xFFFE : 0xFFFF);
            i += notCharacterFFFE.size() - 1;
        } else if (looksEscaped(rest)) {
            appendEscape(cell, '_');
        } else {
            cell.append(text[i]);
        }
    }
}

qsizetype utf16Size(QByteArrayView text)
{
    qsizetype size = 0;
    for (const char c : text) {
        if (!continuesCharacter(c))
            size += static_cast<unsigned char>(c) >= 0xF0 ? 2 : 1;
    }
    return size;
}

qsizetype shownWidth(QByteArrayView text)
{
    qsizetype width = 0;
    for (const char c : text) {
        if (c == '\n' || c == '\r')
            break;
        if (!continuesCharacter(c))
            width += static_cast<unsigned char>(c) >= 0xE0 ? 2 : 1;
    }
    return width;
}

QByteArray sheetName(const QString &title, std::size_t number)
{
    constexpr qsizetype longest = 31;
    QString name = title.isEmpty() ? u"Sheet"_s : title;
    for (const QChar forbidden : u"[]:*?/\\'"_s)
        name.replace(forbidden, u'-');
    const QString suffix = number > 0 ? u' ' + QString::number(number + 1) : QString();
    return (name.first(std::min(name.size(), longest - suffix.size())) + suffix).toUtf8();
}

} // namespace seatledger
