// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/spreadsheet.h"

#include "core/formats/csvtext.h"
#include "core/formats/tablewriter.h"
#include "core/formats/xlsxtablewriter.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// What LibreOffice makes of the files: the same cells, of the same kinds, and no formula.
class SpreadsheetTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsNastyTexts_data();
    void keepsNastyTexts();
    void keepsKinds_data();
    void keepsKinds();
    void fillsSheetAfterSheet();
    void marksTheHeading();

private:
    QTemporaryDir m_folder;
};

namespace {

const QStringList nasty{u"=1+1"_s,
                        u"=cmd|' /C calc'!A0"_s,
                        u"+1"_s,
                        u"-1"_s,
                        u"@SUM(A1)"_s,
                        u"\t=1"_s,
                        u"\n=1"_s,
                        u"\r=1"_s,
                        u"old\rMac"_s,
                        u"Windows\r\nlines"_s,
                        u"'=1"_s,
                        u"'s-Hertogenbosch"_s,
                        u"says \"hi\", twice"_s,
                        u"two\nlines"_s,
                        u"a;b"_s,
                        u"王小明，研发部"_s,
                        u"Müller & <Söhne>"_s,
                        u"007"_s,
                        u"12345678901234567890"_s,
                        u"1E5"_s,
                        u"2026-03-02"_s,
                        u"3/4"_s,
                        u"  blanks  "_s,
                        u"_x000D_"_s,
                        u"😀"_s};

/// Cells of LibreOffice know only one.
QString withOneLineEnd(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
}

Result<void> writeFile(const QString &path, TableFormat format, std::span<const WriterColumn> columns,
                       const QList<QList<QByteArray>> &rows, QByteArrayView currency = {})
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Forbidden, file.errorString());
    const auto writer = makeTableWriter(format, {.device = file, .title = u"members"_s});
    if (auto begun = writer->begin(columns); !begun)
        return begun;
    for (const auto &row : rows) {
        std::vector<WriterCell> cells;
        for (const QByteArray &cell : row)
            cells.push_back({.text = cell, .isNull = cell.isNull(), .currency = currency});
        if (auto written = writer->row(cells); !written)
            return written;
    }
    return writer->finish();
}

} // namespace

void SpreadsheetTest::initTestCase()
{
    if (!Spreadsheet::isThere())
        QSKIP("LibreOffice is not installed");
}

void SpreadsheetTest::keepsNastyTexts_data()
{
    QTest::addColumn<TableFormat>("format");
    QTest::newRow("csv") << TableFormat::Csv;
    QTest::newRow("xlsx") << TableFormat::Xlsx;
}

void SpreadsheetTest::keepsNastyTexts()
{
    QFETCH(TableFormat, format);
    const std::vector<WriterColumn> columns{{u"number"_s, ColumnKind::Count}, {u"text"_s, ColumnKind::Text}};
    QList<QList<QByteArray>> rows;
    for (const QString &text : nasty)
        rows.append({QByteArray::number(rows.size()), text.toUtf8()});
    const QString path = m_folder.filePath(u"nasty."_s + toText(format));
    VERIFY_RESULT(writeFile(path, format, columns, rows));

    const auto opened = Spreadsheet::open(path);
    QVERIFY(opened);
    QVERIFY(!opened->hasFormulas());
    const QList<SheetRow> &shown = opened->sheets.constFirst().rows;
    QCOMPARE(shown.size(), nasty.size() + 1);
    for (qsizetype i = 0; i < nasty.size(); ++i) {
        const SheetRow &row = shown[i + 1];
        QCOMPARE(row.size(), 2);
        QCOMPARE(row[0].type, u"float"_s);
        QCOMPARE(row[1].type, u"string"_s);
        const QString text = format == TableFormat::Csv
                                 ? QString::fromUtf8(csvTextOf(row[1].text.toUtf8()).toByteArray())
                                 : row[1].text;
        QCOMPARE(withOneLineEnd(text), withOneLineEnd(nasty[i]));
    }
}

void SpreadsheetTest::keepsKinds_data()
{
    keepsNastyTexts_data();
}

void SpreadsheetTest::keepsKinds()
{
    QFETCH(TableFormat, format);
    const std::vector<WriterColumn> columns{
        {u"count"_s, ColumnKind::Count},     {u"number"_s, ColumnKind::Number},
        {u"percent"_s, ColumnKind::Percent}, {u"money"_s, ColumnKind::Money},
        {u"day"_s, ColumnKind::Day},         {u"month"_s, ColumnKind::Month},
        {u"instant"_s, ColumnKind::Instant}, {u"flag"_s, ColumnKind::Flag},
        {u"unlimited"_s, ColumnKind::Count}};
    const QString path = m_folder.filePath(u"kinds."_s + toText(format));
    VERIFY_RESULT(writeFile(path, format, columns,
                            {{"1234567", "-2.5", "12.5", "1234.50", "2026-03-02", "2026-03",
                              "2026-03-02 10:11:12.5+02", "t", "unlimited"},
                             {QByteArray(), QByteArray(), QByteArray(), QByteArray(), QByteArray(),
                              QByteArray(), QByteArray(), QByteArray(), "3"}},
                            "EUR"));

    const auto opened = Spreadsheet::open(path);
    QVERIFY(opened);
    QVERIFY(!opened->hasFormulas());
    const SheetRow row = opened->sheets.constFirst().rows[1];
    QCOMPARE(row[0].value, u"1234567"_s);
    QCOMPARE(row[1].value, u"-2.5"_s);
    QCOMPARE(row[2].value, u"12.5"_s);
    QCOMPARE(row[3].value, u"1234.5"_s);
    QCOMPARE(row[4].value, u"2026-03-02"_s);
    QCOMPARE(row[8].text, u"unlimited"_s);
    const SheetRow empty = opened->sheets.constFirst().rows[2];
    QVERIFY(empty[3].type.isEmpty());
    QCOMPARE(empty[8].value, u"3"_s);
    if (format == TableFormat::Csv)
        return; // months, instants and flags have no form that every spreadsheet knows
    QCOMPARE(row[0].text, u"1234567"_s);
    QCOMPARE(row[2].text, u"12.5%"_s);
    QCOMPARE(row[3].text, u"1,234.50 EUR"_s);
    QCOMPARE(row[5].type, u"date"_s);
    QCOMPARE(row[5].value, u"2026-03-01"_s);
    QCOMPARE(row[5].text, u"2026-03"_s);
    QCOMPARE(row[6].type, u"date"_s);
    QVERIFY2(row[6].value.startsWith(u"2026-03-02T08:11:12"_s), qPrintable(row[6].value));
    QCOMPARE(row[7].text, u"true"_s);
}

void SpreadsheetTest::fillsSheetAfterSheet()
{
    const QString path = m_folder.filePath(u"sheets.xlsx"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    XlsxTableWriter writer({.device = file, .title = u"members"_s}, 4);
    const std::vector<WriterColumn> columns{{u"number"_s, ColumnKind::Count}};
    VERIFY_RESULT(writer.begin(columns));
    for (int i = 1; i <= 7; ++i) {
        const QByteArray number = QByteArray::number(i);
        const std::array cells{WriterCell{.text = number}};
        VERIFY_RESULT(writer.row(cells));
    }
    VERIFY_RESULT(writer.finish());
    file.close();

    const auto opened = Spreadsheet::open(path);
    QVERIFY(opened);
    QStringList found;
    for (const Sheet &sheet : opened->sheets) {
        found.append(sheet.name);
        for (const SheetRow &row : sheet.rows)
            found.append(row.constFirst().text);
    }
    QCOMPARE(found.join(u' '), u"members number 1 2 3 members 2 number 4 5 6 members 3 number 7"_s);
}

void SpreadsheetTest::marksTheHeading()
{
    const QString path = m_folder.filePath(u"heading.xlsx"_s);
    const std::vector<WriterColumn> columns{{u"a_rather_long_heading"_s, ColumnKind::Text}};
    VERIFY_RESULT(writeFile(path, TableFormat::Xlsx, columns, {{"x"}}));
    const auto opened = Spreadsheet::open(path);
    QVERIFY(opened);
    QVERIFY(opened->source.contains(R"(fo:font-weight="bold")"));
}

QTEST_GUILESS_MAIN(SpreadsheetTest)
#include "spreadsheettest.moc"
