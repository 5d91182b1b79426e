// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csvtablewriter.h"

#include "core/formats/celltext.h"

namespace seatledger {

Result<void> CsvTableWriter::begin(std::span<const WriterColumn> columns)
{
    m_kinds.clear();
    for (const WriterColumn &column : columns) {
        m_kinds.push_back(column.kind);
        m_writer.cell(column.name.toUtf8(), CsvCell::Text);
    }
    return m_writer.endRow();
}

Result<void> CsvTableWriter::row(std::span<const WriterCell> cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].isNull)
            m_writer.emptyCell();
        else if (m_kinds[i] == ColumnKind::Text)
            m_writer.cell(cells[i].text, CsvCell::Text);
        else
            m_writer.cell(m_kinds[i] == ColumnKind::Flag ? flagWord(cells[i].text) : cells[i].text,
                          CsvCell::Value);
    }
    return m_writer.endRow();
}

} // namespace seatledger
