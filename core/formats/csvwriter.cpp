// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csvwriter.h"

#include "core/formats/wholefile.h"

#include <utility>

namespace seatledger {

namespace {

constexpr qsizetype pieceSize = 256 * 1024;

} // namespace

CsvWriter::CsvWriter(QIODevice &device) : m_device(device)
{
    m_buffer.reserve(pieceSize + 4096);
    m_buffer.append(csvByteOrderMark);
    m_rowStart = m_buffer.size();
}

Result<void> CsvWriter::row(const QStringList &texts)
{
    for (const QString &text : texts)
        cell(text.toUtf8(), CsvCell::Text);
    return endRow();
}

void CsvWriter::cell(QByteArrayView text, CsvCell kind)
{
    separate();
    appendCsvCell(m_buffer, text, kind);
}

void CsvWriter::emptyCell()
{
    separate();
}

void CsvWriter::separate()
{
    if (std::exchange(m_rowBegun, true))
        m_buffer.append(',');
}

Result<void> CsvWriter::endRow()
{
    if (m_buffer.size() == m_rowStart)
        m_buffer.append("\"\""); // a row of one empty cell would be a blank line
    m_buffer.append("\r\n");
    m_rowBegun = false;
    m_rowStart = m_buffer.size();
    return m_buffer.size() < pieceSize ? Result<void>() : finish();
}

Result<void> CsvWriter::finish()
{
    auto written = writeAll(m_device, m_buffer);
    m_buffer.resize(0);
    m_rowStart = 0;
    return written;
}

} // namespace seatledger
