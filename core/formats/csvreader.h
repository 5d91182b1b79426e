// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/formats/csvparser.h"

#include <QStringList>

#include <functional>

class QIODevice;

namespace seatledger {

/// One row of a CSV file.
struct CsvRow {
    qint64 line = 0; ///< where in the file it begins, from 1
    QStringList cells;
};

/// Reads CSV in Unicode, with or without byte order mark, from a device: for lists on standard input and for
/// what exports wrote. Files of unknown make are for TableFile.
class CsvReader final
{
public:
    static constexpr qsizetype longestRow = CsvParser::longestRow; ///< bytes

    /// Reads `device`, open for reading, to its end and hands over each row; a failure of `consume` ends it
    /// and is the answer. Answers the number of rows. InvalidInput, details naming `row` (the line, from 1)
    /// and `column` (the cell, from 1), for what is no CSV, no Unicode or too long.
    [[nodiscard]] static Result<qint64> read(QIODevice &device,
                                             const std::function<Result<void>(const CsvRow &)> &consume,
                                             char delimiter = ',');

    /// What parts the cells; see guessDelimiter(). Looks ahead and takes nothing from `device`, which must be
    /// open for reading.
    [[nodiscard]] static char delimiterOf(QIODevice &device);
};

} // namespace seatledger
