// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/textencoding.h"

#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <QStringEncoder>

#include <memory>

namespace seatledger {

/// Turns bytes of some encoding, which come in pieces, into UTF-8. UTF-8 itself passes through unchecked.
/// Lives in one thread.
class TextDecoder final
{
public:
    explicit TextDecoder(TextEncoding encoding);

    /// The piece as UTF-8, up to the first bytes that are no character; valid until the next call.
    [[nodiscard]] QByteArrayView toUtf8(QByteArrayView piece);

    /// Whether something was no character, or is half of one after the last piece.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    [[nodiscard]] bool endsInside() const;

private:
    [[nodiscard]] QByteArrayView fromUtf16(QByteArrayView piece);
    [[nodiscard]] QByteArrayView fromWindows1252(QByteArrayView piece);

    TextEncoding m_encoding;
    QStringDecoder m_decoder;
    QByteArray m_utf8;
    char16_t m_half = 0; ///< the first of a pair of surrogates whose second is still to come
    qint64 m_bytes = 0;
    bool m_isBroken = false;
};

} // namespace seatledger
