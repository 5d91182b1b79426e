// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/formats/tableformat.h"
#include "core/formats/tablerow.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace seatledger {

/// The beginning of a file, as it is read.
struct TableFilePreview {
    TableFileFormat format;
    bool encodingIsSure = true;       ///< see EncodingGuess
    QStringList headings = {};             ///< "Column 1", ... for a file that has none
    std::vector<QStringList> rows = {}; ///< the first ones, as many as were asked for
    bool isWhole = false;             ///< there are no more
    qint64 bytes = 0;                 ///< the size of the file
};

/// Reads files of rows and columns (CSV, tab separated and the like) of any size in constant memory: any
/// encoding of TextEncoding, any line ends, RFC 4180 quotes. Blank lines are passed over. What cannot be read
/// as it stands is refused with the line and the column, and never guessed: stray and missing quotes, bytes
/// that are no characters, rows beyond CsvParser::longestRow and CsvParser::mostColumns. Stateless; any
/// thread.
///
/// Errors: NotFound or Forbidden if the file cannot be opened; InvalidInput, details naming `row` (the line,
/// from 1) and `column` (the cell, from 1) where it is about one, for what is no such file.
class TableFile final
{
public:
    /// Guesses what `choice` leaves open and reads the first rows. InvalidInput for a file without any.
    [[nodiscard]] static Result<TableFilePreview> preview(const QString &path,
                                                          const TableFileChoice &choice = {},
                                                          int rows = 1'000);

    /// Hands over each row but the headings; a failure of `consume` ends it and is the answer. `progress`
    /// gets the bytes read now and then. Answers the number of rows.
    [[nodiscard]] static Result<qint64> read(const QString &path, const TableFileFormat &format,
                                             const std::function<Result<void>(const TableRow &)> &consume,
                                             const std::function<void(qint64)> &progress = {});
};

} // namespace seatledger
