// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/textencoding.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

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

EncodingGuess guessEncoding(QByteArrayView, bool)
{
    return {};
}

} // namespace seatledger
