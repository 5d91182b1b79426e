// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csvreader.h"

#include "core/formats/tablereader.h"

#include <QIODevice>

namespace seatledger {

Result<qint64> CsvReader::read(QIODevice &device, const std::function<Result<void>(const CsvRow &)> &consume,
                               char delimiter)
{
    const TableFileFormat format{.delimiter = delimiter, .hasHeadings = false};
    return TableReader::read(device, format, [&](const TableRow &row) {
        CsvRow texts{row.line, {}};
        for (const QByteArrayView cell : row.cells)
            texts.cells.append(QString::fromUtf8(cell));
        return consume(texts);
    });
}

char CsvReader::delimiterOf(QIODevice &device)
{
    constexpr qint64 startSize = 64 * 1024;
    return guessDelimiter(device.peek(startSize));
}

} // namespace seatledger
