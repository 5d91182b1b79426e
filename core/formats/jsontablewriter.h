// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/tablewriter.h"

#include <QByteArray>

#include <vector>

namespace seatledger {

/// A table as a JSON array with an object for each row, a line each. Numbers and amounts are numbers, flags
/// true and false, days ISO 8601, instants in UTC, what is not there null.
class JsonTableWriter final : public TableWriter
{
public:
    explicit JsonTableWriter(QIODevice &device);

    [[nodiscard]] Result<void> begin(std::span<const WriterColumn> columns) override;
    [[nodiscard]] Result<void> row(std::span<const WriterCell> cells) override;
    [[nodiscard]] Result<void> finish() override;

private:
    struct Column {
        QByteArray key; ///< with quotation marks and colon
        ColumnKind kind;
    };

    void appendValue(const WriterCell &cell, ColumnKind kind);
    void appendText(QByteArrayView text);
    [[nodiscard]] Result<void> flush();

    QIODevice &m_device;
    std::vector<Column> m_columns;
    QByteArray m_buffer;
    bool m_isFirst = true;
};

} // namespace seatledger
