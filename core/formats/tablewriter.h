// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/result.h"

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <span>

class QIODevice;

namespace seatledger {

/// What the cells of a column are, and so how their plain text is spelled.
enum class ColumnKind {
    Text,    ///< any UTF-8
    Count,   ///< a whole number, or a word such as `unlimited`
    Number,  ///< with decimals and a point
    Percent, ///< a number: 12.5 is 12.5 %
    Money,   ///< an amount in major units, `1234.50`; the cell says the currency
    Day,     ///< `2026-03-02`
    Month,   ///< `2026-03`
    Instant, ///< `2026-03-02 10:11:12.123456+00`, as PostgreSQL writes it; without an offset it is UTC
    Flag,    ///< `t` or `f`
};

struct WriterColumn {
    QString name; ///< the heading, and the key in JSON: snake_case
    ColumnKind kind = ColumnKind::Text;
};

/// One value as plain text in the spelling of its column. A view, like what PostgreSQL streams: it is looked
/// at while it is written and never copied before.
struct WriterCell {
    QByteArrayView text = {};
    bool isNull = false;
    QByteArrayView currency = {}; ///< of money: its code
};

/// The formats in which tables are written; texts are what the files' names end in.
enum class TableFormat { Csv, Xlsx, Json };

template <>
std::span<const EnumEntry<TableFormat>> enumEntries();

/// Writes one table: `begin()`, any number of `row()`, `finish()`. Memory does not grow with the rows. What
/// is not finished is no file: throw away what the device got. Values stay typed as far as the format has
/// types, and no text can become a formula. For one thread.
///
/// Errors of all: StorageFull if there is no room, Forbidden if the device takes nothing for another reason;
/// InvalidInput, details naming `row` (from 1) and `column`, for a value that the format cannot hold.
class TableWriter
{
public:
    TableWriter() = default;
    virtual ~TableWriter() = default;
    TableWriter(const TableWriter &) = delete;
    TableWriter &operator=(const TableWriter &) = delete;

    [[nodiscard]] virtual Result<void> begin(std::span<const WriterColumn> columns) = 0;
    /// A cell for each column.
    [[nodiscard]] virtual Result<void> row(std::span<const WriterCell> cells) = 0;
    [[nodiscard]] virtual Result<void> finish() = 0;
};

/// Where a table is written to.
struct TableTarget {
    QIODevice &device;    ///< open for writing; outlives the writer
    QString title = {};   ///< what the table is called, for formats that have a place for it
    /// An existing folder for what must be written before it can be put together; what is put there is gone
    /// with the writer. Empty: the one for temporary files.
    QString scratch = {};
};

/// CSV: RFC 4180, UTF-8 with byte order mark; see CsvWriter. XLSX: a heading that stays in sight, a further
/// sheet wherever one is full; it is put together in finish(). JSON: an array of objects, one a line.
[[nodiscard]] std::unique_ptr<TableWriter> makeTableWriter(TableFormat format, const TableTarget &target);

} // namespace seatledger
