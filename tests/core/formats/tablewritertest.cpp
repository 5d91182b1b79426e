// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tablewriter.h"

#include "core/formats/celltext.h"
#include "core/formats/xlsxtablewriter.h"
#include "core/formats/ziplisting.h"
#include "tests/support/smalldisk.h"
#include "tests/support/verify.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// What all formats keep to: every value comes back, what cannot be held is refused with its place, and a
/// writer leaves nothing behind whatever becomes of it.
class TableWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void readsCells_data();
    void readsCells();
    void countsDaysAsSpreadsheetsDo_data();
    void countsDaysAsSpreadsheetsDo();
    void writesTypedJson();
    void writesJsonWithoutRows();
    void givesEveryTextBackFromJson();
    void writesCsv();
    void refusesTextsAWorkbookCannotHold();
    void takesTheLongestTextAWorkbookCanHold();
    void leavesNothingBehind_data();
    void leavesNothingBehind();
    void reportsAFullDisk_data();
    void reportsAFullDisk();
    void noticesARoomlessScratchFolder();
    void knowsWhatIsNoArchive();
    void staysSmall_data();
    void staysSmall();
};

namespace {

QByteArray written(TableFormat format, std::span<const WriterColumn> columns,
                   const std::vector<std::vector<WriterCell>> &rows)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto writer = makeTableWriter(format, {.device = buffer});
    bool fine = writer->begin(columns).has_value();
    for (const auto &row : rows)
        fine = fine && writer->row(row).has_value();
    fine = fine && writer->finish().has_value();
    return fine ? bytes : QByteArray();
}

const std::vector<WriterColumn> textColumn{{u"text"_s, ColumnKind::Text}};

/// Writes rows until it is enough or one fails.
Result<void> writeMany(TableWriter &writer, int rows)
{
    if (auto begun = writer.begin(textColumn); !begun)
        return begun;
    for (int i = 0; i < rows; ++i) {
        const QByteArray text = "row " + QByteArray::number(qint64(i) * 7919) + " of many";
        const std::array cells{WriterCell{.text = text}};
        if (auto row = writer.row(cells); !row)
            return row;
    }
    return writer.finish();
}

/// Kilobytes of memory of this program, at most since resetPeak().
qint64 peakKilobytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype from = text.indexOf("VmHWM:");
    return text.mid(from + 6, text.indexOf("kB", from) - from - 6).trimmed().toLongLong();
}

bool resetPeak()
{
    QFile clear(u"/proc/self/clear_refs"_s);
    return clear.open(QIODevice::WriteOnly) && clear.write("5") == 1;
}

qsizetype openFiles()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System).size();
}

void addFormats()
{
    QTest::addColumn<TableFormat>("format");
    for (const auto &entry : enumEntries<TableFormat>())
        QTest::newRow(entry.name.data()) << entry.value;
}

} // namespace

void TableWriterTest::readsCells_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isNumber");
    for (const char *number : {"0", "-1", "10", "12.50", "-0.5", "123456789012345678901234567890"})
        QTest::newRow(number) << QByteArray(number) << true;
    for (const char *other : {"", "-", "007", "1.", ".5", "1e5", "+1", "1,5", "unlimited", "1-2", "NaN"})
        QTest::newRow(*other ? other : "empty") << QByteArray(other) << false;
}

void TableWriterTest::readsCells()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isNumber);
    QCOMPARE(isPlainNumber(text), isNumber);
}

void TableWriterTest::countsDaysAsSpreadsheetsDo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("day"); // -1: none
    QTest::addColumn<QByteArray>("iso");
    QTest::newRow("first that agrees") << QByteArray("1900-03-01") << 61. << QByteArray("1900-03-01");
    QTest::newRow("before") << QByteArray("1900-02-28") << -1. << QByteArray("1900-02-28");
    QTest::newRow("day") << QByteArray("2026-03-02") << 46083. << QByteArray("2026-03-02");
    QTest::newRow("month") << QByteArray("2026-03") << 46082. << QByteArray("2026-03");
    QTest::newRow("noon") << QByteArray("2026-03-02 12:00:00+00") << 46083.5
                          << QByteArray("2026-03-02T12:00:00Z");
    QTest::newRow("elsewhere") << QByteArray("2026-03-02 01:30:00.25+05:30")
                               << 46082. + 20 / 24. + 0.25 / 86400 << QByteArray("2026-03-01T20:00:00.25Z");
    QTest::newRow("without an offset")
        << QByteArray("2026-03-02 00:00:00") << 46083. << QByteArray("2026-03-02T00:00:00Z");
    QTest::newRow("in the west") << QByteArray("2026-12-31 23:59:59-01") << 46388. + 3599 / 86400.
                                 << QByteArray("2027-01-01T00:59:59Z");
    QTest::newRow("no such day") << QByteArray("2026-02-30") << -1. << QByteArray("2026-02-30");
    QTest::newRow("infinity") << QByteArray("infinity") << -1. << QByteArray("infinity");
    QTest::newRow("empty") << QByteArray("") << -1. << QByteArray("");
}

void TableWriterTest::countsDaysAsSpreadsheetsDo()
{
    QFETCH(QByteArray, text);
    QFETCH(double, day);
    QFETCH(QByteArray, iso);
    QVERIFY(qAbs(spreadsheetDay(text).value_or(-1) - day) < 1e-8);
    QCOMPARE(text.size() > 10 ? isoInstant(text) : text, iso);
}

void TableWriterTest::writesTypedJson()
{
    const std::vector<WriterColumn> columns{
        {u"name"_s, ColumnKind::Text},   {u"held"_s, ColumnKind::Count}, {u"share"_s, ColumnKind::Percent},
        {u"price"_s, ColumnKind::Money}, {u"day"_s, ColumnKind::Day},    {u"at"_s, ColumnKind::Instant},
        {u"flag"_s, ColumnKind::Flag}};
    const QByteArray bytes = written(TableFormat::Json, columns,
                                     {{{"=1+\"王\"\\\n\t\x01"},
                                       {"12"},
                                       {"12.5"},
                                       {.text = "1234.50", .currency = "EUR"},
                                       {"2026-03-02"},
                                       {"2026-03-02 10:11:12.5+01"},
                                       {"t"}},
                                      {{.isNull = true},
                                       {"unlimited"},
                                       {.isNull = true},
                                       {.isNull = true},
                                       {.isNull = true},
                                       {.isNull = true},
                                       {"f"}}});
    QVERIFY(bytes.contains("\"price\":1234.50,")); // not through a double
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonArray expected{QJsonObject{{u"name"_s, u"=1+\"王\"\\\n\t\x01"_s},
                                          {u"held"_s, 12},
                                          {u"share"_s, 12.5},
                                          {u"price"_s, 1234.5},
                                          {u"day"_s, u"2026-03-02"_s},
                                          {u"at"_s, u"2026-03-02T09:11:12.5Z"_s},
                                          {u"flag"_s, true}},
                              QJsonObject{{u"name"_s, QJsonValue()},
                                          {u"held"_s, u"unlimited"_s},
                                          {u"share"_s, QJsonValue()},
                                          {u"price"_s, QJsonValue()},
                                          {u"day"_s, QJsonValue()},
                                          {u"at"_s, QJsonValue()},
                                          {u"flag"_s, false}}};
    QCOMPARE(document.array(), expected);
    QCOMPARE(bytes.count('\n'), 4); // a line for each object
}

void TableWriterTest::writesJsonWithoutRows()
{
    QCOMPARE(written(TableFormat::Json, textColumn, {}), QByteArray("[]\n"));
}

void TableWriterTest::givesEveryTextBackFromJson()
{
    QVERIFY(rc::check("every text survives", [] {
        const auto code = rc::gen::inRange<char16_t>(1, 0xD800);
        const auto text = *rc::gen::container<std::vector<char16_t>>(code);
        const QString expected = QStringView(text.data(), static_cast<qsizetype>(text.size())).toString();
        const QByteArray utf8 = expected.toUtf8();
        const QByteArray bytes = written(TableFormat::Json, textColumn, {{{.text = utf8}}});
        const QJsonDocument document = QJsonDocument::fromJson(bytes);
        RC_ASSERT(document.array().at(0).toObject().value(u"text"_s).toString() == expected);
    }));
}

void TableWriterTest::writesCsv()
{
    const std::vector<WriterColumn> columns{
        {u"name"_s, ColumnKind::Text}, {u"held"_s, ColumnKind::Count}, {u"flag"_s, ColumnKind::Flag}};
    QCOMPARE(
        written(TableFormat::Csv, columns, {{{"=1"}, {"-12"}, {"t"}}, {{"007"}, {.isNull = true}, {"f"}}}),
        QByteArray("\xEF\xBB\xBFname,held,flag\r\n'=1,-12,true\r\n\"007\",,false\r\n"));
}

void TableWriterTest::refusesTextsAWorkbookCannotHold()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto writer = makeTableWriter(TableFormat::Xlsx, {.device = buffer});
    VERIFY_RESULT(writer->begin(textColumn));
    const std::array fine{WriterCell{.text = "x"}};
    VERIFY_RESULT(writer->row(fine));
    const QByteArray tooLong = QString(XlsxTableWriter::longestText + 1, u'é').toUtf8();
    const std::array cells{WriterCell{.text = tooLong}};
    const auto refused = writer->row(cells);
    VERIFY_ERROR(refused, ErrorCode::InvalidInput);
    QCOMPARE(refused.error().details.value(u"row"_s).toInt(), 2);
    QCOMPARE(refused.error().details.value(u"column"_s).toString(), u"text"_s);
}

void TableWriterTest::takesTheLongestTextAWorkbookCanHold()
{
    const QByteArray longest = QString(XlsxTableWriter::longestText, u'王').toUtf8();
    QByteArray bytes = written(TableFormat::Xlsx, textColumn, {{{.text = longest}}});
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto parts = zipListing(buffer);
    QVERIFY(parts);
    QVERIFY(parts->value("xl/worksheets/sheet1.xml") > longest.size());
}

void TableWriterTest::leavesNothingBehind_data()
{
    addFormats();
}

void TableWriterTest::leavesNothingBehind()
{
    QFETCH(TableFormat, format);
    const QTemporaryDir scratch;
    const qsizetype before = openFiles();
    for (const bool isFinished : {true, false}) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto writer = makeTableWriter(format, {.device = buffer, .scratch = scratch.path()});
        VERIFY_RESULT(writer->begin(textColumn));
        const std::array cells{WriterCell{.text = "x"}};
        VERIFY_RESULT(writer->row(cells));
        if (isFinished)
            VERIFY_RESULT(writer->finish());
    }
    QCOMPARE(openFiles(), before);
    QVERIFY(QDir(scratch.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TableWriterTest::reportsAFullDisk_data()
{
    addFormats();
}

void TableWriterTest::reportsAFullDisk()
{
    QFETCH(TableFormat, format);
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto writer = makeTableWriter(format, {.device = full});
    VERIFY_ERROR(writeMany(*writer, 10), ErrorCode::StorageFull);
}

/// The library that writes workbooks does not say when its own files are cut short; whatever the room is, the
/// outcome must be an error or the whole workbook.
void TableWriterTest::noticesARoomlessScratchFolder()
{
    constexpr int rows = 20'000;
    QHash<QByteArray, qint64> whole; // not the bytes: the time in it packs to more or fewer
    int full = 0;
    for (int kilobytes = 4'096; kilobytes > 0; kilobytes -= kilobytes > 512 ? 256 : 32) {
        const SmallDisk disk(kilobytes);
        if (!disk.isThere())
            QSKIP("no right to mount a small disk");
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        XlsxTableWriter writer({.device = buffer, .scratch = disk.path()});
        const auto outcome = writeMany(writer, rows);
        if (!outcome) {
            VERIFY_ERROR(outcome, ErrorCode::StorageFull);
            ++full;
            continue;
        }
        buffer.close();
        buffer.open(QIODevice::ReadOnly);
        const auto parts = zipListing(buffer);
        QVERIFY(parts);
        if (whole.isEmpty())
            whole = *parts;
        QCOMPARE(*parts, whole);
    }
    QVERIFY(!whole.isEmpty());
    QVERIFY(full > 5);
}

void TableWriterTest::knowsWhatIsNoArchive()
{
    for (QByteArray bytes : {QByteArray(), QByteArray("PK"), QByteArray(100, 'x'),
                             written(TableFormat::Xlsx, textColumn, {}).chopped(1)}) {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        QVERIFY(!zipListing(buffer));
    }
}

void TableWriterTest::staysSmall_data()
{
    addFormats();
}

void TableWriterTest::staysSmall()
{
#ifdef SEATLEDGER_SANITIZED
    QSKIP("the sanitizer holds on to what was freed");
#endif
    constexpr int rows = 400'000;
    constexpr qint64 allowedKilobytes = 8 * 1024;
    QFETCH(TableFormat, format);
    QFile sink(u"/dev/null"_s);
    QVERIFY(sink.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    {
        const auto first = makeTableWriter(format, {.device = sink});
        VERIFY_RESULT(writeMany(*first, 1'000)); // what is there once
    }
    if (!resetPeak())
        QSKIP("the system does not tell a peak of memory");
    const qint64 before = peakKilobytes();
    const auto writer = makeTableWriter(format, {.device = sink});
    VERIFY_RESULT(writeMany(*writer, rows));
    QVERIFY2(peakKilobytes() - before < allowedKilobytes,
             QByteArray::number(peakKilobytes() - before).constData());
}

QTEST_GUILESS_MAIN(TableWriterTest)
#include "tablewritertest.moc"
