// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csvparser.h"

#include "core/formats/csvtext.h"

#include <QCoreApplication>

#include <csv.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

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

} // namespace

void CsvParser::ParserDeleter::operator()(csv_parser *parser) const
{
    csv_free(parser);
    delete parser;
}

CsvParser::CsvParser(Consume consume, char delimiter)
    : m_consume(std::move(consume)), m_parser(new csv_parser{})
{
    csv_init(m_parser.get(), CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(m_parser.get(), static_cast<unsigned char>(delimiter));
    csv_set_space_func(m_parser.get(), neverSpace); // by itself it would trim the cells
}

CsvParser::~CsvParser() = default;

Error CsvParser::errorHere(const QString &what) const
{
    return badCell(what, m_rowLine, static_cast<qsizetype>(m_ends.size()) + 1);
}

Result<void> CsvParser::take(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto end = std::ranges::find_if(bytes, [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype size = end == bytes.end() ? bytes.size() : end - bytes.begin() + 1;
        if (auto taken = takeLine(bytes.first(size)); !taken)
            return taken;
        bytes = bytes.sliced(size);
    }
    return {};
}

// At most one line of the file, so that rows know on which one they begin.
Result<void> CsvParser::takeLine(QByteArrayView line)
{
    static constexpr auto cellRead = [](void *bytes, std::size_t size, void *self) {
        static_cast<CsvParser *>(self)->takeCell(
            QByteArrayView(static_cast<const char *>(bytes), static_cast<qsizetype>(size)));
    };
    static constexpr auto rowRead = [](int, void *self) { static_cast<CsvParser *>(self)->takeRow(); };
    m_rowSize += line.size();
    const auto size = static_cast<std::size_t>(line.size());
    const std::size_t parsed = csv_parse(m_parser.get(), line.data(), size, cellRead, rowRead, this);
    if (m_error)
        return std::unexpected(*m_error);
    if (parsed != size)
        return std::unexpected(errorHere(QCoreApplication::translate(
            "formats", "A quotation mark inside a cell must be doubled and the cell be put "
                       "in quotation marks.")));
    if (auto fine = checkSize(); !fine)
        return fine;
    countLine(line);
    return {};
}

Result<void> CsvParser::checkSize() const
{
    if (m_rowSize <= longestRow)
        return {};
    return std::unexpected(errorHere(
        m_parser->quoted ? QCoreApplication::translate(
                               "formats", "This row is too long. The quotation mark that opens this cell "
                                          "seems never to be closed.")
                         : QCoreApplication::translate("formats", "This row is too long.")));
}

void CsvParser::countLine(QByteArrayView line)
{
    const char last = line.back();
    const bool isSecondHalf = m_afterReturn && line == QByteArrayView("\n");
    const bool endsLine = last == '\r' || (last == '\n' && !isSecondHalf);
    const bool rowNotBegun = m_ends.empty() && m_parser->entry_pos == 0;
    m_line += endsLine ? 1 : 0;
    m_afterReturn = last == '\r';
    if (rowNotBegun && !m_parser->quoted) {
        m_rowLine = m_line;
        m_rowSize = 0;
    }
}

void CsvParser::takeCell(QByteArrayView cell)
{
    if (m_error)
        return;
    if (static_cast<qsizetype>(m_ends.size()) == mostColumns) {
        m_error = errorHere(
            QCoreApplication::translate(
                "formats", "There are more than %1 columns. Choose another delimiter, or take out columns.")
                .arg(mostColumns));
        return;
    }
    m_bytes.append(cell);
    m_ends.push_back(m_bytes.size());
    m_bytes.append('\0'); // keeps halves of characters in neighbouring cells apart
}

void CsvParser::takeRow()
{
    if (!m_error)
        m_error = refusedBytes();
    if (!m_error) {
        m_cells.clear();
        qsizetype begin = 0;
        for (const qsizetype end : m_ends) {
            m_cells.push_back(csvTextOf(QByteArrayView(m_bytes).sliced(begin, end - begin)));
            begin = end + 1;
        }
        if (auto consumed = m_consume({++m_rows, m_rowLine, m_cells}); !consumed)
            m_error = consumed.error();
    }
    m_bytes.resize(0);
    m_ends.clear();
}

std::optional<Error> CsvParser::refusedBytes() const
{
    if (QByteArrayView(m_bytes).isValidUtf8())
        return std::nullopt;
    qsizetype begin = 0;
    qsizetype column = 1;
    for (const qsizetype end : m_ends) {
        if (!QByteArrayView(m_bytes).sliced(begin, end - begin).isValidUtf8())
            break;
        begin = end + 1;
        ++column;
    }
    return badCell(
        QCoreApplication::translate(
            "formats", "This is not UTF-8. Choose another encoding, or save the file as \"CSV UTF-8\"."),
        m_rowLine, column);
}

Result<qint64> CsvParser::finish()
{
    static constexpr auto cellRead = [](void *bytes, std::size_t size, void *self) {
        static_cast<CsvParser *>(self)->takeCell(
            QByteArrayView(static_cast<const char *>(bytes), static_cast<qsizetype>(size)));
    };
    static constexpr auto rowRead = [](int, void *self) { static_cast<CsvParser *>(self)->takeRow(); };
    if (csv_fini(m_parser.get(), cellRead, rowRead, this) != 0)
        return std::unexpected(errorHere(QCoreApplication::translate(
            "formats", "The quotation mark that opens this cell is never closed.")));
    if (m_error)
        return std::unexpected(*m_error);
    return m_rows;
}

} // namespace seatledger
