// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/xlsxtablewriter.h"

#include "core/domain/currency.h"
#include "core/formats/celltext.h"
#include "core/formats/wholefile.h"
#include "core/formats/xlsxtext.h"
#include "core/formats/ziplisting.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStorageInfo>

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int rowsPerCheck = 1'000;
constexpr int rowsMeasured = 1'000; ///< for the widths of the columns
constexpr qsizetype narrowest = 8;
constexpr qsizetype widest = 60;
/// A part of the archive must stay below 4 GB. Tags come to less than a cell's own text and this.
constexpr qint64 largestSheet = 3'000'000'000;
constexpr qint64 tagBytes = 48;
/// More than the parts beside the sheets take together.
constexpr qint64 roomForParts = 256 * 1024;
constexpr qsizetype exactDigits = 15;

QString folderTemplate(const QString &scratch)
{
    return QDir(scratch.isEmpty() ? QDir::tempPath() : scratch).filePath(u".seatledger-XXXXXX"_s);
}

std::unexpected<Error> noRoom(const QString &where)
{
    return failure(ErrorCode::StorageFull,
                   QCoreApplication::translate("formats", "There is no room left in %1 to put the workbook "
                                                          "together.")
                       .arg(where),
                   {{u"path"_s, where}});
}

lxw_col_t columnNumber(std::size_t column)
{
    return static_cast<lxw_col_t>(column);
}

/// Whether a spreadsheet, which computes with 15 digits, keeps all of its digits.
bool isExact(QByteArrayView number)
{
    return std::ranges::count_if(number, [](char c) { return c >= '0' && c <= '9'; }) <= exactDigits;
}

} // namespace

void XlsxTableWriter::WorkbookDeleter::operator()(lxw_workbook *workbook) const
{
    lxw_workbook_free(workbook);
}

XlsxTableWriter::XlsxTableWriter(const TableTarget &target, int sheetRows)
    : m_device(target.device),
      m_title(target.title),
      m_folder(folderTemplate(target.scratch)),
      m_sheetRows(sheetRows)
{}

/// The library closes these files only while it puts the workbook together.
XlsxTableWriter::~XlsxTableWriter()
{
    if (!m_workbook)
        return;
    for (lxw_worksheet *sheet : m_sheets) {
        if (std::FILE *file = std::exchange(sheet->optimize_tmpfile, nullptr))
            std::fclose(file);
    }
}

QString XlsxTableWriter::workbookPath() const
{
    return m_folder.filePath(u"table.xlsx"_s);
}

Result<void> XlsxTableWriter::openWorkbook()
{
    errno = 0;
    if (!m_folder.isValid())
        return failure(fileErrorCode(errno),
                       QCoreApplication::translate("formats", "The workbook cannot be put together: %1")
                           .arg(m_folder.errorString()));
    QByteArray folder = QFile::encodeName(m_folder.path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    m_workbook.reset(workbook_new_opt(QFile::encodeName(workbookPath()).constData(), &options));
    return m_workbook ? Result<void>() : noRoom(m_folder.path());
}

Result<void> XlsxTableWriter::begin(std::span<const WriterColumn> columns)
{
    if (auto opened = openWorkbook(); !opened)
        return opened;
    m_bold = workbook_add_format(m_workbook.get());
    format_set_bold(m_bold);
    for (const WriterColumn &column : columns) {
        m_columns.push_back({column.name.toUtf8(), column.kind, formatOf(column.kind), narrowest});
        noteWidth(m_columns.back(), column.name.size() + 2);
    }
    return addSheet();
}

Result<void> XlsxTableWriter::addSheet()
{
    if (auto written = checkWritten(); !written)
        return written;
    m_sheet = workbook_add_worksheet(m_workbook.get(), sheetName(m_title, m_sheets.size()).constData());
    if (!m_sheet || !m_sheet->optimize_tmpfile)
        return noRoom(m_folder.path());
    m_sheets.push_back(m_sheet);
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        worksheet_write_string(m_sheet, 0, columnNumber(i), m_columns[i].heading.constData(), m_bold);
    worksheet_freeze_panes(m_sheet, 1, 0);
    m_sheetRow = 1;
    m_sheetBytes = 0;
    return {};
}

Result<void> XlsxTableWriter::row(std::span<const WriterCell> cells)
{
    if (m_sheetRow >= m_sheetRows || m_sheetBytes > largestSheet) {
        if (auto added = addSheet(); !added)
            return added;
    }
    ++m_rows;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].isNull)
            continue;
        if (auto written = writeCell(cells[i], i); !written)
            return written;
        m_sheetBytes += cells[i].text.size() + tagBytes;
        if (m_rows <= rowsMeasured)
            noteWidth(m_columns[i], shownWidth(cells[i].text));
    }
    ++m_sheetRow;
    return m_rows % rowsPerCheck == 0 ? checkWritten() : Result<void>();
}

Result<void> XlsxTableWriter::writeCell(const WriterCell &cell, std::size_t column)
{
    const auto row = static_cast<lxw_row_t>(m_sheetRow);
    lxw_format *format = m_columns[column].format;
    switch (m_columns[column].kind) {
    case ColumnKind::Money:
        return writeNumber(cell.text, column, moneyFormat(cell.currency));
    case ColumnKind::Count:
    case ColumnKind::Number:
    case ColumnKind::Percent:
        return writeNumber(cell.text, column, format);
    case ColumnKind::Flag:
        return writeText(flagWord(cell.text), column); // LibreOffice reads truth values as formulas
    case ColumnKind::Day:
    case ColumnKind::Month:
    case ColumnKind::Instant:
        if (const auto day = spreadsheetDay(cell.text)) {
            worksheet_write_number(m_sheet, row, columnNumber(column), *day, format);
            return {};
        }
        break;
    case ColumnKind::Text:
        break;
    }
    return writeText(cell.text, column);
}

Result<void> XlsxTableWriter::writeNumber(QByteArrayView text, std::size_t column, lxw_format *format)
{
    if (!isPlainNumber(text) || !isExact(text))
        return writeText(text, column);
    worksheet_write_number(m_sheet, static_cast<lxw_row_t>(m_sheetRow), columnNumber(column), text.toDouble(),
                           format);
    return {};
}

Result<void> XlsxTableWriter::writeText(QByteArrayView text, std::size_t column)
{
    if (text.size() > longestText && utf16Size(text) > longestText)
        return refused(QCoreApplication::translate("formats",
                                                   "This text is longer than the %1 characters that "
                                                   "a cell of a workbook can hold; CSV and JSON "
                                                   "have no such limit.")
                           .arg(longestText),
                       column);
    setXlsxText(m_text, text);
    const lxw_error error = worksheet_write_string(m_sheet, static_cast<lxw_row_t>(m_sheetRow),
                                                   columnNumber(column), m_text.constData(), nullptr);
    if (error != LXW_NO_ERROR)
        return refused(QString::fromUtf8(lxw_strerror(error)), column);
    return {};
}

Result<void> XlsxTableWriter::refused(const QString &what, std::size_t column) const
{
    const QString name = QString::fromUtf8(m_columns[column].heading);
    return failure(ErrorCode::InvalidInput,
                   QCoreApplication::translate("formats", "Row %1, column %2: %3")
                       .arg(QString::number(m_rows), name, what),
                   {{u"row"_s, m_rows}, {u"column"_s, name}});
}

/// The library does not ask what became of what it writes.
Result<void> XlsxTableWriter::checkWritten() const
{
    if (!m_sheet)
        return {};
    if (std::fflush(m_sheet->optimize_tmpfile) != 0 || std::ferror(m_sheet->optimize_tmpfile) != 0)
        return noRoom(m_folder.path());
    return {};
}

Result<void> XlsxTableWriter::finish()
{
    if (auto closed = closeWorkbook(); !closed)
        return closed;
    return handOver();
}

Result<void> XlsxTableWriter::closeWorkbook()
{
    if (auto written = checkWritten(); !written)
        return written;
    std::vector<qint64> sizes;
    for (lxw_worksheet *sheet : m_sheets) {
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            worksheet_set_column(sheet, columnNumber(i), columnNumber(i),
                                 static_cast<double>(m_columns[i].width), nullptr);
        sizes.push_back(std::ftell(sheet->optimize_tmpfile));
    }
    if (workbook_close(m_workbook.release()) != LXW_NO_ERROR)
        return noRoom(m_folder.path());
    return checkWorkbook(sizes);
}

/// Finds out by what is there whether all that the library wrote got into the archive: a sheet that was cut
/// short, or, if no room is left now, another part.
Result<void> XlsxTableWriter::checkWorkbook(const std::vector<qint64> &sheetSizes) const
{
    QFile file(workbookPath());
    if (!file.open(QIODevice::ReadOnly))
        return noRoom(m_folder.path());
    if (file.size() > std::numeric_limits<quint32>::max())
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("formats",
                                                   "The table is too large for a workbook; CSV and "
                                                   "JSON have no limit."));
    const auto parts = zipListing(file);
    if (!parts || QStorageInfo(m_folder.path()).bytesAvailable() < roomForParts)
        return noRoom(m_folder.path());
    for (std::size_t i = 0; i < sheetSizes.size(); ++i) {
        if (parts->value("xl/worksheets/sheet" + QByteArray::number(i + 1) + ".xml") <= sheetSizes[i])
            return noRoom(m_folder.path());
    }
    return {};
}

Result<void> XlsxTableWriter::handOver()
{
    constexpr qint64 pieceSize = 256 * 1024;
    QFile file(workbookPath());
    if (!file.open(QIODevice::ReadOnly))
        return noRoom(m_folder.path());
    while (!file.atEnd()) {
        if (auto written = writeAll(m_device, file.read(pieceSize)); !written)
            return written;
    }
    return {};
}

lxw_format *XlsxTableWriter::makeFormat(const char *numberFormat)
{
    lxw_format *format = workbook_add_format(m_workbook.get());
    format_set_num_format(format, numberFormat);
    return format;
}

lxw_format *XlsxTableWriter::formatOf(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Count:
        return makeFormat("0");
    case ColumnKind::Percent:
        return makeFormat("0.0\"%\"");
    case ColumnKind::Day:
        return makeFormat("yyyy-mm-dd");
    case ColumnKind::Month:
        return makeFormat("yyyy-mm");
    case ColumnKind::Instant:
        return makeFormat("yyyy-mm-dd hh:mm:ss");
    case ColumnKind::Text:
    case ColumnKind::Number:
    case ColumnKind::Money:
    case ColumnKind::Flag:
        break;
    }
    return nullptr;
}

lxw_format *XlsxTableWriter::moneyFormat(QByteArrayView currency)
{
    const QByteArray code = currency.toByteArray();
    if (lxw_format *known = m_moneyFormats.value(code))
        return known;
    const int decimals = code.size() == 3 ? Currency::fromStored(QString::fromLatin1(code)).decimals() : 2;
    QByteArray text = "#,##0";
    if (decimals > 0)
        text += '.' + QByteArray(decimals, '0');
    if (!code.isEmpty())
        text += " \"" + code + '"';
    return *m_moneyFormats.insert(code, makeFormat(text.constData()));
}

void XlsxTableWriter::noteWidth(Column &column, qsizetype characters) const
{
    column.width = std::clamp(characters + 1, column.width, widest);
}

} // namespace seatledger
