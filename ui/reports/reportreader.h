// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"

#include <optional>

namespace seatledger {

/// Reads the cells of a report by the names of their columns. Refers to the table.
class ReportReader final
{
public:
    explicit ReportReader(const ReportTable &table) : m_table(table) {}

    [[nodiscard]] int rows() const { return static_cast<int>(m_table.rows.size()); }
    /// -1: there is none, such as a column of money for who may not see costs.
    [[nodiscard]] int column(QStringView name) const;
    [[nodiscard]] bool has(QStringView name) const { return column(name) >= 0; }

    /// Of another type or none: empty.
    [[nodiscard]] QString text(int row, QStringView name) const;
    [[nodiscard]] std::optional<qint64> count(int row, QStringView name) const;
    [[nodiscard]] std::optional<QDate> day(int row, QStringView name) const;
    [[nodiscard]] std::optional<Money> money(int row, QStringView name) const;
    [[nodiscard]] const std::optional<ReportTarget> &target(int row) const
    {
        return m_table.rows[row].target;
    }

private:
    template <typename T>
    [[nodiscard]] const T *value(int row, QStringView name) const;

    const ReportTable &m_table;
};

/// The first cell as people read it: what a row is called.
[[nodiscard]] QString rowName(const ReportTable &table, int row);

} // namespace seatledger
