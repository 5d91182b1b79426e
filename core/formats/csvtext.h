// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace seatledger {

/// What a CSV file begins with, so that spreadsheets read it as UTF-8.
inline constexpr QByteArrayView csvByteOrderMark = "\xEF\xBB\xBF";

/// Whether a cell is a text, which must be kept from being read as a formula, or a number, a date and the
/// like, which stays bare.
enum class CsvCell { Text, Value };

/// Appends one cell (UTF-8) as RFC 4180 has it: quoted only where it must be, and texts that begin with a
/// digit, by which spreadsheets that care keep `007` from being a number. A text that a spreadsheet would
/// take for a formula (it begins with `= + - @`, tab, CR, LF or NUL) or that begins with an apostrophe before
/// such a character gets one more apostrophe in front; csvTextOf() takes exactly that one off again.
void appendCsvCell(QByteArray &line, QByteArrayView cell, CsvCell kind);

/// The text of a cell that appendCsvCell() wrote.
[[nodiscard]] QByteArrayView csvTextOf(QByteArrayView cell);

} // namespace seatledger
