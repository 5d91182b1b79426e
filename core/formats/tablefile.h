// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/formats/textencoding.h"

#include <QByteArrayView>
#include <QStringList>

#include <functional>
#include <optional>
#include <span>
#include <vector>

class QIODevice;

namespace seatledger {

/// How a file of rows and columns is written.
struct TableFileFormat {
    TextEncoding encoding = TextEncoding::Utf8;
    char delimiter = ',';    ///< comma, semicolon, tab or vertical bar
    bool hasHeadings = true; ///< the first row names the columns

    friend bool operator==(const TableFileFormat &, const TableFileFormat &) = default;
};

/// What a person says about a file; the rest is guessed.
struct TableFileChoice {
    std::optional<TextEncoding> encoding = std::nullopt;
    std::optional<char> delimiter = std::nullopt;
    std::optional<bool> hasHeadings = std::nullopt;
};

/// The beginning of a file, as it is read.
struct TableFilePreview {
    TableFileFormat format;
    bool encodingIsSure = true;          ///< see EncodingGuess
    QStringList headings;                ///< "Column 1", ... for a file that has none
    std::vector<QStringList> rows;       ///< the first ones, as many as were asked for
    bool isWhole = false;                ///< there are no more
    qint64 bytes = 0;                    ///< the size of the file
};

/// One row of a file. The cells are UTF-8 and valid only during the call that hands them over; texts that
/// were guarded against being read as formulas have lost exactly that apostrophe.
struct TableRow {
    qint64 row = 0;  ///< from 1, headings not counted
    qint64 line = 0; ///< where in the file it begins, from 1
    std::span<const QByteArrayView> cells;
};

/// Reads files of rows and columns (CSV, tab separated and the like) of any size in constant memory: any
/// encoding of TextEncoding, any line ends, RFC 4180 quotes. Blank lines are passed over. What cannot be read
/// as it stands is refused with the line and the column, and never guessed. Stateless; any thread.
///
/// Errors: NotFound or Forbidden if the file cannot be opened; InvalidInput, details naming `row` (the line,
/// from 1) and `column` (the cell, from 1) where it is about one, for what is no such file.
class TableFile final
{
public:
    static constexpr qsizetype longestRow = 4 * 1024 * 1024; ///< bytes, as UTF-8
    static constexpr qsizetype mostColumns = 1'000;

    /// Guesses what `choice` leaves open and reads the first rows.
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
