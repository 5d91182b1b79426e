// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tablewriter.h"

#include "core/formats/csvtablewriter.h"
#include "core/formats/jsontablewriter.h"
#include "core/formats/xlsxtablewriter.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

template <>
std::span<const EnumEntry<TableFormat>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry<TableFormat>{TableFormat::Csv, "csv"_L1, QT_TRANSLATE_NOOP("domain", "CSV")},
        EnumEntry<TableFormat>{TableFormat::Xlsx, "xlsx"_L1, QT_TRANSLATE_NOOP("domain", "Excel workbook")},
        EnumEntry<TableFormat>{TableFormat::Json, "json"_L1, QT_TRANSLATE_NOOP("domain", "JSON")}};
    return entries;
}

std::unique_ptr<TableWriter> makeTableWriter(TableFormat format, const TableTarget &target)
{
    switch (format) {
    case TableFormat::Xlsx:
        return std::make_unique<XlsxTableWriter>(target);
    case TableFormat::Json:
        return std::make_unique<JsonTableWriter>(target.device);
    case TableFormat::Csv:
        break;
    }
    return std::make_unique<CsvTableWriter>(target.device);
}

} // namespace seatledger
