// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QStringList>

#include <functional>

class QIODevice;

namespace seatledger {

/// One row of a CSV file.
struct CsvRow {
    qint64 line = 0; ///< where in the file it begins, from 1
    QStringList cells;
};

/// Reads CSV (RFC 4180, UTF-8 with or without byte order mark, any line ends) row by row, in memory for one
/// row. Blank lines are passed over; blanks around a cell belong to it. Texts that were guarded against being
/// read as formulas lose exactly that apostrophe. Strict: a stray or missing quote is an error and no guess.
class CsvReader final
{
public:
    static constexpr qsizetype longestRow = 4 * 1024 * 1024; ///< bytes

    /// Reads `device`, open for reading, to its end and hands over each row; a failure of `consume` ends it
    /// and is the answer. Answers the number of rows. InvalidInput, details naming `row` (the line, from 1)
    /// and `column` (the cell, from 1), for what is no CSV, no UTF-8 or too long.
    [[nodiscard]] static Result<qint64> read(QIODevice &device,
                                             const std::function<Result<void>(const CsvRow &)> &consume,
                                             char delimiter = ',');

    /// What parts the cells of the first line: comma, semicolon (as spreadsheets write where the comma is for
    /// decimals) or tab, whichever stands there most often outside of quotation marks; a comma if none does.
    /// Looks ahead and takes nothing from `device`, which must be open for reading.
    [[nodiscard]] static char delimiterOf(QIODevice &device);
};

} // namespace seatledger
