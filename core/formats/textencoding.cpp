// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/textencoding.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <optional>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<TextEncoding>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{TextEncoding::Utf8, "utf-8"_L1, QT_TRANSLATE_NOOP("domain", "UTF-8")},
        EnumEntry{TextEncoding::Utf16Le, "utf-16le"_L1,
                  QT_TRANSLATE_NOOP("domain", "UTF-16 (little endian)")},
        EnumEntry{TextEncoding::Utf16Be, "utf-16be"_L1, QT_TRANSLATE_NOOP("domain", "UTF-16 (big endian)")},
        EnumEntry{TextEncoding::Windows1252, "windows-1252"_L1,
                  QT_TRANSLATE_NOOP("domain", "Windows-1252 (Western European)")},
    };
    return entries;
}

namespace {

constexpr QByteArrayView utf8Mark = "\xEF\xBB\xBF";
constexpr QByteArrayView utf16LeMark = "\xFF\xFE";
constexpr QByteArrayView utf16BeMark = "\xFE\xFF";

/// UTF-16 has NULs in every other place, wherever a character is of ASCII: delimiters and line ends at least.
std::optional<EncodingGuess> byNuls(QByteArrayView start)
{
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < start.size(); ++i)
        (i % 2 == 0 ? even : odd) += start[i] == '\0' ? 1 : 0;
    constexpr qsizetype fewestPerCent = 2;
    const qsizetype most = std::max(even, odd);
    const qsizetype units = start.size() / 2;
    if (most == 0 || most * 100 < units * fewestPerCent || std::min(even, odd) * 20 > most)
        return std::nullopt;
    return EncodingGuess{odd > even ? TextEncoding::Utf16Le : TextEncoding::Utf16Be, 0, most * 2 > units};
}

/// Without the beginning of a character that is cut off at the end.
QByteArrayView wholeCharacters(QByteArrayView text)
{
    constexpr qsizetype longestPart = 3;
    for (qsizetype cut = 1; cut <= std::min(longestPart, text.size()); ++cut) {
        const auto byte = static_cast<unsigned char>(text[text.size() - cut]);
        if (byte >= 0xC0)
            return text.chopped(cut);
        if (byte < 0x80)
            break;
    }
    return text;
}

} // namespace

EncodingGuess guessEncoding(QByteArrayView start, bool isWhole)
{
    if (start.startsWith(utf8Mark))
        return {TextEncoding::Utf8, utf8Mark.size(), true};
    if (start.startsWith(utf16LeMark))
        return {TextEncoding::Utf16Le, utf16LeMark.size(), true};
    if (start.startsWith(utf16BeMark))
        return {TextEncoding::Utf16Be, utf16BeMark.size(), true};
    if (const auto guess = byNuls(start))
        return *guess;
    if (start.isValidUtf8() || (!isWhole && wholeCharacters(start).isValidUtf8()))
        return {TextEncoding::Utf8, 0, true};
    return {TextEncoding::Windows1252, 0, false};
}

qsizetype byteOrderMarkSize(QByteArrayView start, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return start.startsWith(utf8Mark) ? utf8Mark.size() : 0;
    case TextEncoding::Utf16Le:
        return start.startsWith(utf16LeMark) ? utf16LeMark.size() : 0;
    case TextEncoding::Utf16Be:
        return start.startsWith(utf16BeMark) ? utf16BeMark.size() : 0;
    case TextEncoding::Windows1252:
        break;
    }
    return 0;
}

} // namespace seatledger
