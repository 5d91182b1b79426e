// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"

#include <QByteArrayView>

namespace seatledger {

/// How the bytes of a text file are to be read.
enum class TextEncoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252, ///< what spreadsheets of western Europe and America write; every byte is some character
};

template <>
std::span<const EnumEntry<TextEncoding>> enumEntries();

/// What a file seems to be written in.
struct EncodingGuess {
    TextEncoding encoding = TextEncoding::Utf8;
    qsizetype markSize = 0; ///< bytes of the byte order mark that it begins with
    bool isSure = true;     ///< false where nothing but probability speaks for it: let a person look
};

/// Guesses by the beginning of a file: its byte order mark; UTF-16 without one by where its NULs stand; UTF-8
/// if it is valid as that; Windows-1252 otherwise. `isWhole` says that `start` is the whole file, so that a
/// character cut off at its end is an error. Plain ASCII is UTF-8, and sure.
[[nodiscard]] EncodingGuess guessEncoding(QByteArrayView start, bool isWhole);

/// How many bytes of byte order mark a file of this encoding begins with.
[[nodiscard]] qsizetype byteOrderMarkSize(QByteArrayView start, TextEncoding encoding);

} // namespace seatledger
