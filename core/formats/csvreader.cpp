// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csvreader.h"

#include "core/formats/tablereader.h"

#include <QIODevice>

namespace seatledger {

namespace {

constexpr qint64 startSize = 64 * 1024;

} // namespace

Result<qint64> CsvReader::read(QIODevice &device, const std::function<Result<void>(const CsvRow &)> &consume,
                               char delimiter)
{
    const EncodingGuess guess = guessEncoding(device.peek(startSize), false);
    const bool isUnicode = guess.encoding != TextEncoding::Windows1252; // anything could be that
    const TableFileFormat format{.encoding = isUnicode ? guess.encoding : TextEncoding::Utf8,
                                 .delimiter = delimiter,
                                 .hasHeadings = false};
    return TableReader::read(device, format, [&](const TableRow &row) {
        CsvRow texts{row.line, {}};
        for (const QByteArrayView cell : row.cells)
            texts.cells.append(QString::fromUtf8(cell));
        return consume(texts);
    });
}

char CsvReader::delimiterOf(QIODevice &device)
{
    return guessDelimiter(device.peek(startSize));
}

} // namespace seatledger
