// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tablereader.h"

#include "core/formats/csvparser.h"
#include "core/formats/textdecoder.h"

#include <QCoreApplication>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qint64 pieceSize = 64 * 1024;

std::unexpected<Error> notReadable(const QIODevice &device)
{
    return failure(
        ErrorCode::Internal,
        QCoreApplication::translate("formats", "The file cannot be read: %1").arg(device.errorString()));
}

/// One reading of one device.
class Reading final
{
public:
    Reading(const TableFileFormat &format, const std::function<Result<void>(const TableRow &)> &consume)
        : m_format(format),
          m_consume(consume),
          m_decoder(format.encoding),
          m_parser([this](const TableRow &row) { return take(row); }, format.delimiter)
    {}

    Result<void> take(QByteArrayView piece)
    {
        if (std::exchange(m_isFirst, false))
            piece = piece.sliced(byteOrderMarkSize(piece, m_format.encoding));
        if (auto parsed = m_parser.take(m_decoder.toUtf8(piece)); !parsed)
            return parsed;
        return m_decoder.isBroken() ? std::unexpected(broken()) : Result<void>();
    }

    Result<qint64> finish()
    {
        if (m_decoder.endsInside())
            return std::unexpected(broken());
        if (auto rows = m_parser.finish(); !rows)
            return rows;
        return m_rows;
    }

private:
    Error broken() const
    {
        return m_parser.errorHere(
            QCoreApplication::translate("formats", "This is not UTF-16. Choose another encoding."));
    }

    Result<void> take(const TableRow &row)
    {
        if (row.row == 1 && namesDelimiter(row.cells))
            return {};
        if (m_format.hasHeadings && !std::exchange(m_headingsRead, true))
            return {};
        return m_consume({++m_rows, row.line, row.cells});
    }

    const TableFileFormat &m_format;
    const std::function<Result<void>(const TableRow &)> &m_consume;
    TextDecoder m_decoder;
    CsvParser m_parser;
    qint64 m_rows = 0;
    bool m_isFirst = true;
    bool m_headingsRead = false;
};

} // namespace

bool namesDelimiter(std::span<const QByteArrayView> cells)
{
    constexpr QByteArrayView mark = "sep=";
    const bool apart = cells.size() == 2 && cells[0] == mark && cells[1].isEmpty();
    return apart
           || (cells.size() == 1 && cells[0].size() == mark.size() + 1 && cells[0].startsWith(mark)
               && tableDelimiters.contains(cells[0].back()));
}

Result<qint64> TableReader::read(QIODevice &device, const TableFileFormat &format,
                                 const std::function<Result<void>(const TableRow &)> &consume,
                                 const std::function<void(qint64)> &progress)
{
    constexpr int piecesPerReport = 16;
    Reading reading(format, consume);
    QByteArray buffer(pieceSize, Qt::Uninitialized);
    qint64 bytes = 0;
    for (qint64 pieces = 1;; ++pieces) {
        const qint64 size = device.read(buffer.data(), buffer.size());
        if (size < 0 && !device.atEnd())
            return notReadable(device);
        if (size <= 0)
            return reading.finish();
        bytes += size;
        if (auto taken = reading.take(QByteArrayView(buffer).first(size)); !taken)
            return std::unexpected(std::move(taken).error());
        if (progress && pieces % piecesPerReport == 0)
            progress(bytes);
    }
}

} // namespace seatledger
