// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/csvwriter.h"
#include "core/formats/daytext.h"
#include "core/formats/numbertext.h"
#include "core/formats/tablereader.h"

#include <QBuffer>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace seatledger {

/// Gives its bytes a few at a time, as a slow pipe does.
class DrippingDevice final : public QIODevice
{
public:
    explicit DrippingDevice(QByteArrayView bytes) : m_bytes(bytes) { open(ReadOnly | Unbuffered); }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_bytes.isEmpty(); }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        constexpr qint64 drip = 3;
        const qsizetype taken = std::min<qint64>({size, drip, m_bytes.size()});
        std::copy_n(m_bytes.data(), taken, data);
        m_bytes = m_bytes.sliced(taken);
        return taken;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArrayView m_bytes;
};

/// What came of reading: rows, each with its line, or the error.
struct ReadTable {
    QList<std::pair<qint64, QByteArrayList>> rows;
    QString error;

    friend bool operator==(const ReadTable &, const ReadTable &) = default;
};

inline ReadTable readTable(QIODevice &device, const TableFileFormat &format)
{
    ReadTable table;
    const auto read = TableReader::read(device, format, [&](const TableRow &row) -> Result<void> {
        QByteArrayList cells;
        for (const QByteArrayView cell : row.cells)
            cells.append(cell.toByteArray());
        table.rows.append({row.line, cells});
        return {};
    });
    if (!read)
        table.error = read.error().message;
    return table;
}

inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Reads bytes as a table, in the way that the first of them says, and aborts if what is promised of that
/// does not hold: in pieces as at once, only whole characters, and the same again after it was written.
inline void readAnything(QByteArrayView input)
{
    if (input.isEmpty())
        return;
    const auto how = static_cast<unsigned char>(input.front());
    const QByteArray bytes = input.sliced(1).toByteArray();
    constexpr std::array encodings{TextEncoding::Utf8, TextEncoding::Utf16Le, TextEncoding::Utf16Be,
                                   TextEncoding::Windows1252};
    TableFileFormat format{.encoding = encodings.at(how & 3U),
                           .delimiter = tableDelimiters[static_cast<qsizetype>((how >> 2U) & 3U)],
                           .hasHeadings = (how & 16U) != 0};
    if ((how & 32U) != 0) {
        format.encoding = guessEncoding(bytes, true).encoding;
        format.delimiter = guessDelimiter(bytes);
    }

    QBuffer whole;
    whole.setData(bytes);
    whole.open(QIODevice::ReadOnly);
    const ReadTable table = readTable(whole, format);
    DrippingDevice dripping(bytes);
    require(readTable(dripping, format) == table);

    QByteArray written;
    QBuffer output(&written);
    output.open(QIODevice::WriteOnly);
    CsvWriter writer(output);
    require(writer.row({QStringLiteral("heading")}).has_value());
    for (const auto &[line, cells] : table.rows) {
        require(line > 0 && !cells.isEmpty());
        for (const QByteArray &cell : cells) {
            require(cell.isValidUtf8());
            writer.cell(cell, CsvCell::Text);
            const QString text = QString::fromUtf8(cell);
            for (const DayOrder order : {DayOrder::YearFirst, DayOrder::DayFirst, DayOrder::MonthFirst})
                require(dayOfText(text, order).value_or(QDate(2000, 1, 1)).isValid());
            for (const DecimalMark mark : {DecimalMark::Point, DecimalMark::Comma})
                (void)countOfText(text, mark);
        }
        require(writer.endRow().has_value());
    }
    require(writer.finish().has_value());
    output.close();
    output.open(QIODevice::ReadOnly);
    const ReadTable again = readTable(output, {});
    require(again.error.isEmpty() && again.rows.size() == table.rows.size());
    for (qsizetype i = 0; i < table.rows.size(); ++i)
        require(again.rows[i].second == table.rows[i].second);
}

} // namespace seatledger
