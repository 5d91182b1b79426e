// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csvreader.h"

#include "core/formats/csvtext.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QStringDecoder>

#include <csv.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qint64 pieceSize = 64 * 1024;

Error badCell(const QString &what, qint64 line, qsizetype column)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("formats", "Line %1, column %2: %3").arg(line).arg(column).arg(what),
            {{u"row"_s, line}, {u"column"_s, static_cast<qint64>(column)}}};
}

int neverSpace(unsigned char)
{
    return 0;
}

/// One reading of one device.
class Reading final
{
public:
    Reading(const std::function<Result<void>(const CsvRow &)> &consume, char delimiter) : m_consume(consume)
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
        csv_set_space_func(&m_parser, neverSpace); // by itself it would trim the cells
    }
    ~Reading() { csv_free(&m_parser); }
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

    Result<void> take(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const auto end = std::ranges::find_if(bytes, [](char c) { return c == '\n' || c == '\r'; });
            const qsizetype size = end == bytes.end() ? bytes.size() : end - bytes.begin() + 1;
            if (auto taken = takeSegment(bytes.first(size)); !taken)
                return taken;
            bytes = bytes.sliced(size);
        }
        return {};
    }

    Result<qint64> finish()
    {
        if (csv_fini(&m_parser, cellRead, rowRead, this) != 0)
            return std::unexpected(
                badCell(QCoreApplication::translate(
                            "formats", "The quotation mark that opens this cell is never closed."),
                        m_row.line, m_row.cells.size() + 1));
        if (m_error)
            return std::unexpected(*m_error);
        return m_rows;
    }

private:
    /// At most one line of the file, so that rows know on which one they begin.
    Result<void> takeSegment(QByteArrayView segment)
    {
        m_rowSize += segment.size();
        const auto size = static_cast<std::size_t>(segment.size());
        if (csv_parse(&m_parser, segment.data(), size, cellRead, rowRead, this) != size)
            return std::unexpected(
                badCell(QCoreApplication::translate("formats",
                                                    "A quotation mark inside a cell must be doubled and the "
                                                    "cell be put in quotation marks."),
                        m_row.line, m_row.cells.size() + 1));
        if (m_error)
            return std::unexpected(*m_error);
        if (m_rowSize > CsvReader::longestRow)
            return std::unexpected(badCell(QCoreApplication::translate("formats", "This row is too long."),
                                           m_row.line, m_row.cells.size() + 1));
        countLine(segment.back());
        return {};
    }

    void countLine(char last)
    {
        const bool endsLine = last == '\r' || (last == '\n' && !m_afterReturn);
        const bool rowNotBegun = m_row.cells.isEmpty() && m_parser.entry_pos == 0;
        m_line += endsLine ? 1 : 0;
        m_afterReturn = last == '\r';
        if (rowNotBegun && !m_parser.quoted) {
            m_row.line = m_line;
            m_rowSize = 0;
        }
    }

    static void cellRead(void *bytes, std::size_t size, void *self)
    {
        static_cast<Reading *>(self)->takeCell(
            QByteArrayView(static_cast<const char *>(bytes), static_cast<qsizetype>(size)));
    }

    static void rowRead(int, void *self) { static_cast<Reading *>(self)->takeRow(); }

    void takeCell(QByteArrayView cell)
    {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(csvTextOf(cell));
        if (decoder.hasError() && !m_error)
            m_error = badCell(QCoreApplication::translate("formats", "This is not UTF-8. Save the file as "
                                                                     "\"CSV UTF-8\"."),
                              m_row.line, m_row.cells.size() + 1);
        m_row.cells.append(text);
    }

    void takeRow()
    {
        if (!m_error) {
            ++m_rows;
            if (auto consumed = m_consume(m_row); !consumed)
                m_error = consumed.error();
        }
        m_row.cells.clear();
    }

    const std::function<Result<void>(const CsvRow &)> &m_consume;
    csv_parser m_parser{};
    CsvRow m_row{1, {}};
    std::optional<Error> m_error;
    qint64 m_rows = 0;
    qint64 m_line = 1;
    qsizetype m_rowSize = 0;
    bool m_afterReturn = false;
};

Result<void> refuseUtf16(QByteArrayView start)
{
    if (start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF"))
        return std::unexpected(badCell(
            QCoreApplication::translate("formats", "This is UTF-16. Save the file as \"CSV UTF-8\"."), 1, 1));
    return {};
}

Error notReadable(const QIODevice &device)
{
    return {ErrorCode::Internal,
            QCoreApplication::translate("formats", "The file cannot be read: %1").arg(device.errorString()),
            {}};
}

} // namespace

Result<qint64> CsvReader::read(QIODevice &device, const std::function<Result<void>(const CsvRow &)> &consume,
                               char delimiter)
{
    QByteArray piece = device.read(pieceSize);
    if (auto fine = refuseUtf16(piece); !fine)
        return std::unexpected(std::move(fine).error());
    if (piece.startsWith(csvByteOrderMark))
        piece.remove(0, csvByteOrderMark.size());
    Reading reading(consume, delimiter);
    QByteArray buffer(pieceSize, Qt::Uninitialized);
    for (QByteArrayView bytes = piece;;) {
        if (auto taken = reading.take(bytes); !taken)
            return std::unexpected(std::move(taken).error());
        const qint64 size = device.read(buffer.data(), buffer.size());
        if (size < 0 && !device.atEnd())
            return std::unexpected(notReadable(device));
        if (size <= 0)
            return reading.finish();
        bytes = QByteArrayView(buffer).first(size);
    }
}

char CsvReader::delimiterOf(QIODevice &device)
{
    constexpr std::array candidates{',', ';', '\t'};
    std::array<int, candidates.size()> counts{};
    bool quoted = false;
    for (const char c : device.peek(pieceSize)) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        const auto *found = std::ranges::find(candidates, c);
        if (!quoted && found != candidates.end())
            ++counts[static_cast<std::size_t>(found - candidates.begin())];
    }
    return candidates[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

} // namespace seatledger
