// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsontablewriter.h"

#include "core/formats/celltext.h"
#include "core/formats/wholefile.h"

#include <QIODevice>

#include <utility>

namespace seatledger {

namespace {

constexpr qsizetype pieceSize = 256 * 1024;

} // namespace

JsonTableWriter::JsonTableWriter(QIODevice &device) : m_device(device)
{
    m_buffer.reserve(pieceSize + 4096);
}

Result<void> JsonTableWriter::begin(std::span<const WriterColumn> columns)
{
    for (const WriterColumn &column : columns) {
        m_buffer.resize(0);
        appendText(column.name.toUtf8());
        m_columns.push_back({m_buffer + ':', column.kind});
    }
    m_buffer.resize(0);
    m_buffer.append('[');
    return {};
}

Result<void> JsonTableWriter::row(std::span<const WriterCell> cells)
{
    m_buffer.append(std::exchange(m_isFirst, false) ? "\n{" : ",\n{");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_buffer.append(',');
        m_buffer.append(m_columns[i].key);
        appendValue(cells[i], m_columns[i].kind);
    }
    m_buffer.append('}');
    return m_buffer.size() < pieceSize ? Result<void>() : flush();
}

Result<void> JsonTableWriter::finish()
{
    m_buffer.append(m_isFirst ? "]\n" : "\n]\n");
    return flush();
}

void JsonTableWriter::appendValue(const WriterCell &cell, ColumnKind kind)
{
    if (cell.isNull) {
        m_buffer.append("null");
        return;
    }
    switch (kind) {
    case ColumnKind::Count:
    case ColumnKind::Number:
    case ColumnKind::Percent:
    case ColumnKind::Money:
        if (isPlainNumber(cell.text))
            m_buffer.append(cell.text);
        else
            appendText(cell.text);
        return;
    case ColumnKind::Flag:
        m_buffer.append(flagWord(cell.text));
        return;
    case ColumnKind::Instant:
        appendText(isoInstant(cell.text));
        return;
    case ColumnKind::Text:
    case ColumnKind::Day:
    case ColumnKind::Month:
        appendText(cell.text);
    }
}

void JsonTableWriter::appendText(QByteArrayView text)
{
    constexpr unsigned char firstPrintable = 0x20;
    constexpr QByteArrayView hex = "0123456789abcdef";
    m_buffer.append('"');
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            m_buffer.append('\\').append(c);
        else if (c == '\n')
            m_buffer.append("\\n");
        else if (code < firstPrintable)
            m_buffer.append("\\u00").append(hex[code >> 4]).append(hex[code & 0xF]);
        else
            m_buffer.append(c);
    }
    m_buffer.append('"');
}

Result<void> JsonTableWriter::flush()
{
    auto written = writeAll(m_device, m_buffer);
    m_buffer.resize(0);
    return written;
}

} // namespace seatledger
