// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/csvwriter.h"
#include "core/formats/tablewriter.h"

#include <vector>

namespace seatledger {

/// A table as CSV: texts guarded against being read as formulas, everything else bare, flags as `true` and
/// `false`.
class CsvTableWriter final : public TableWriter
{
public:
    explicit CsvTableWriter(QIODevice &device) : m_writer(device) {}

    [[nodiscard]] Result<void> begin(std::span<const WriterColumn> columns) override;
    [[nodiscard]] Result<void> row(std::span<const WriterCell> cells) override;
    [[nodiscard]] Result<void> finish() override { return m_writer.finish(); }

private:
    CsvWriter m_writer;
    std::vector<ColumnKind> m_kinds;
};

} // namespace seatledger
