// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <utility>
#include <vector>

namespace seatledger {

/// Consecutive rows of a list whose type only the model at the end knows. Immutable, shared.
class RowBlock
{
public:
    virtual ~RowBlock() = default;
    [[nodiscard]] virtual int size() const = 0;
    /// The id of the entity in a row of this block.
    [[nodiscard]] virtual qint64 idAt(int index) const = 0;
};

/// The rows of one type. `Row` has a member `id` with `value()`, or a member function `rowId()`.
template <typename Row>
class TypedRowBlock final : public RowBlock
{
public:
    explicit TypedRowBlock(std::vector<Row> rows) : m_rows(std::move(rows)) {}

    [[nodiscard]] int size() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] qint64 idAt(int index) const override { return idOf(row(index)); }
    [[nodiscard]] const Row &row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }

    static qint64 idOf(const Row &row)
    {
        if constexpr (requires { row.rowId(); })
            return row.rowId();
        else
            return row.id.value();
    }

private:
    std::vector<Row> m_rows;
};

using RowBlockPtr = std::shared_ptr<const RowBlock>;

} // namespace seatledger
