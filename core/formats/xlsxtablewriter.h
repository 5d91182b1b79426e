// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/tablewriter.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>
#include <vector>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace seatledger {

/// A table as an Excel workbook. Texts are texts whatever they begin with; days and instants (in UTC) are
/// dates, amounts are numbers in the format of their currency. Numbers that a spreadsheet would round stay
/// texts, flags the words true and false. The rows wait in unnamed files of the scratch folder, the workbook
/// in a folder of its own there, both gone with the writer.
///
/// Refuses texts of more than longestText characters; a workbook beyond 4 GB.
class XlsxTableWriter final : public TableWriter
{
public:
    static constexpr qsizetype longestText = 32'767; ///< UTF-16 units
    static constexpr int rowsPerSheet = 1'048'576;

    /// `sheetRows`: how many rows a sheet takes, the heading included.
    explicit XlsxTableWriter(const TableTarget &target, int sheetRows = rowsPerSheet);
    ~XlsxTableWriter() override;

    [[nodiscard]] Result<void> begin(std::span<const WriterColumn> columns) override;
    [[nodiscard]] Result<void> row(std::span<const WriterCell> cells) override;
    [[nodiscard]] Result<void> finish() override;

private:
    struct Column {
        QByteArray heading;
        ColumnKind kind;
        lxw_format *format;
        qsizetype width; ///< characters
    };
    struct WorkbookDeleter {
        void operator()(lxw_workbook *workbook) const;
    };

    [[nodiscard]] QString workbookPath() const;
    [[nodiscard]] Result<void> openWorkbook();
    [[nodiscard]] Result<void> addSheet();
    [[nodiscard]] Result<void> writeCell(const WriterCell &cell, std::size_t column);
    [[nodiscard]] Result<void> writeText(QByteArrayView text, std::size_t column);
    [[nodiscard]] Result<void> writeNumber(QByteArrayView text, std::size_t column, lxw_format *format);
    [[nodiscard]] Result<void> checkWritten() const;
    [[nodiscard]] Result<void> closeWorkbook();
    [[nodiscard]] Result<void> checkWorkbook(const std::vector<qint64> &sheetSizes) const;
    [[nodiscard]] Result<void> handOver();
    [[nodiscard]] lxw_format *makeFormat(const char *numberFormat);
    [[nodiscard]] lxw_format *formatOf(ColumnKind kind);
    [[nodiscard]] lxw_format *moneyFormat(QByteArrayView currency);
    void noteWidth(Column &column, qsizetype characters) const;
    [[nodiscard]] Result<void> refused(const QString &what, std::size_t column) const;

    QIODevice &m_device;
    QString m_title;
    QTemporaryDir m_folder;
    int m_sheetRows;
    std::unique_ptr<lxw_workbook, WorkbookDeleter> m_workbook;
    std::vector<lxw_worksheet *> m_sheets;
    lxw_worksheet *m_sheet = nullptr; ///< the last one
    lxw_format *m_bold = nullptr;
    QHash<QByteArray, lxw_format *> m_moneyFormats;
    std::vector<Column> m_columns;
    QByteArray m_text; ///< what is handed to the library must end in a NUL
    int m_sheetRow = 0; ///< the next one of the sheet
    qint64 m_sheetBytes = 0;
    qint64 m_rows = 0;
};

} // namespace seatledger
