// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/formats/tablerow.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

struct csv_parser; // NOLINT(readability-identifier-naming): libcsv's

namespace seatledger {

/// Takes CSV (RFC 4180, any line ends) apart that comes in pieces of UTF-8, in memory for one row. Blank
/// lines are passed over; blanks around a cell belong to it. Strict: a stray or missing quote, and bytes that
/// are no UTF-8, are errors and no guess. Lives in one thread.
class CsvParser final
{
public:
    static constexpr qsizetype longestRow = 4 * 1024 * 1024; ///< bytes
    static constexpr qsizetype mostColumns = 1'000;

    using Consume = std::function<Result<void>(const TableRow &)>;

    /// `consume` gets each row; its failure ends the parsing and is the answer.
    CsvParser(Consume consume, char delimiter);
    ~CsvParser();
    CsvParser(const CsvParser &) = delete;
    CsvParser &operator=(const CsvParser &) = delete;

    /// The next bytes. After a failure there is nothing more to take.
    [[nodiscard]] Result<void> take(QByteArrayView bytes);

    /// The end; answers the number of rows.
    [[nodiscard]] Result<qint64> finish();

    /// InvalidInput that names where the parser is: details `row` (the line, from 1) and `column` (the cell).
    [[nodiscard]] Error errorHere(const QString &what) const;

private:
    struct ParserDeleter {
        void operator()(csv_parser *parser) const;
    };

    [[nodiscard]] Result<void> takeLine(QByteArrayView line);
    [[nodiscard]] Result<void> checkSize() const;
    void countLine(QByteArrayView line);
    void takeCell(QByteArrayView cell);
    void takeRow();
    [[nodiscard]] std::optional<Error> refusedBytes() const;

    Consume m_consume;
    std::unique_ptr<csv_parser, ParserDeleter> m_parser;
    QByteArray m_bytes; ///< the cells of the current row, each with a NUL behind it
    std::vector<qsizetype> m_ends; ///< of each cell in it
    std::vector<QByteArrayView> m_cells;
    std::optional<Error> m_error;
    qint64 m_rows = 0;
    qint64 m_line = 1;
    qint64 m_rowLine = 1;
    qsizetype m_rowSize = 0;
    bool m_afterReturn = false;
};

} // namespace seatledger
