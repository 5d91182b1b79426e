// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/textencoding.h"

#include <QByteArrayView>

#include <optional>
#include <span>

namespace seatledger {

/// How a file of rows and columns is written.
struct TableFileFormat {
    TextEncoding encoding = TextEncoding::Utf8;
    char delimiter = ',';    ///< one of tableDelimiters
    bool hasHeadings = true; ///< the first row names the columns

    friend bool operator==(const TableFileFormat &, const TableFileFormat &) = default;
};

inline constexpr QByteArrayView tableDelimiters = ",;\t|";

/// What a person says about a file; the rest is guessed.
struct TableFileChoice {
    std::optional<TextEncoding> encoding = std::nullopt;
    std::optional<char> delimiter = std::nullopt;
    std::optional<bool> hasHeadings = std::nullopt;
};

/// What parts the cells, by the beginning of a file in UTF-8: what its first line names as spreadsheets do
/// (`sep=;`), or else the one of tableDelimiters that stands as often in most rows as in the first, outside
/// of quotation marks; a comma if none does.
[[nodiscard]] char guessDelimiter(QByteArrayView start);

/// Whether the first row only names the delimiter.
[[nodiscard]] bool namesDelimiter(std::span<const QByteArrayView> cells);

} // namespace seatledger
