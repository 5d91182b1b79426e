// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/textdecoder.h"

#include <algorithm>
#include <array>

namespace seatledger {

namespace {

// What Windows has where Latin-1 has control characters; the five it leaves open stay what they are there.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

QStringDecoder decoderOf(TextEncoding encoding)
{
    // The byte order mark is gone already; one inside a text is a character like others.
    const auto flags = QStringConverter::Flag::ConvertInitialBom;
    return encoding == TextEncoding::Utf16Be ? QStringDecoder(QStringConverter::Utf16BE, flags)
                                             : QStringDecoder(QStringConverter::Utf16LE, flags);
}

/// Where the first surrogate without its other half stands; a half at the end may still get it.
qsizetype firstLoneSurrogate(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        if (text[i].isLowSurrogate() || (i + 1 < text.size() && !text[i + 1].isLowSurrogate()))
            return i;
        ++i;
    }
    return -1;
}

} // namespace

TextDecoder::TextDecoder(TextEncoding encoding) : m_encoding(encoding), m_decoder(decoderOf(encoding)) {}

QByteArrayView TextDecoder::toUtf8(QByteArrayView piece)
{
    m_bytes += piece.size();
    switch (m_encoding) {
    case TextEncoding::Utf8:
        return piece;
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
        return fromUtf16(piece);
    case TextEncoding::Windows1252:
        break;
    }
    return fromWindows1252(piece);
}

bool TextDecoder::endsInside() const
{
    const bool isUtf16 = m_encoding == TextEncoding::Utf16Le || m_encoding == TextEncoding::Utf16Be;
    return isUtf16 && (m_half != 0 || m_bytes % 2 != 0);
}

QByteArrayView TextDecoder::fromUtf16(QByteArrayView piece)
{
    QString text;
    if (m_half != 0)
        text.append(QChar(m_half));
    text.append(m_decoder(piece));
    m_half = 0;
    if (const qsizetype lone = firstLoneSurrogate(text); lone >= 0) {
        m_isBroken = true;
        text.truncate(lone);
    } else if (!text.isEmpty() && text.back().isHighSurrogate()) {
        m_half = text.back().unicode();
        text.chop(1);
    }
    m_utf8 = text.toUtf8();
    return m_utf8;
}

QByteArrayView TextDecoder::fromWindows1252(QByteArrayView piece)
{
    if (std::ranges::all_of(piece, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return piece;
    QString text;
    text.reserve(piece.size());
    for (const char c : piece) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isWindows = byte >= 0x80 && byte < 0xA0;
        text.append(QChar(isWindows ? windows1252.at(byte - 0x80U) : static_cast<char16_t>(byte)));
    }
    m_utf8 = text.toUtf8();
    return m_utf8;
}

} // namespace seatledger
