// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csvreader.h"
#include "core/formats/csvwriter.h"
#include "tests/support/verify.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

#include <rapidcheck.h>

#include <vector>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

Result<std::vector<CsvRow>> readAll(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    std::vector<CsvRow> rows;
    auto read = CsvReader::read(buffer, [&](const CsvRow &row) -> Result<void> {
        rows.push_back(row);
        return {};
    });
    if (!read)
        return std::unexpected(std::move(read).error());
    return rows;
}

QByteArray written(const QList<QStringList> &rows)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    for (const QStringList &row : rows)
        (void)writer.row(row);
    (void)writer.finish();
    return bytes;
}

/// A text of the characters that make CSV hard, and some that do not.
rc::Gen<QString> hardText()
{
    const auto character = rc::gen::element(u',', u'"', u'\'', u'\r', u'\n', u'\t', u' ', u'=', u'+', u'-',
                                            u'@', u'\0', u'a', u'é', u'王', u';');
    return rc::gen::map(rc::gen::container<std::vector<char16_t>>(character),
                        [](const std::vector<char16_t> &text) {
                            return QStringView(text.data(), static_cast<qsizetype>(text.size())).toString();
                        });
}

} // namespace

class CsvTest : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItWrote();
    void writesAsTheStandardSays();
    void guardsFormulas_data();
    void guardsFormulas();
    void leavesValuesBare();
    void readsAnyLineEnds();
    void keepsBlanksAroundCells();
    void saysWhereAnErrorIs_data();
    void saysWhereAnErrorIs();
    void countsLinesInsideQuotes();
    void findsTheDelimiter_data();
    void findsTheDelimiter();
    void refusesAnEndlessRow();
    void endsWhenTheConsumerFails();
    void readsInPieces();
    void reportsAFullDisk();
    void reportsADeviceThatCannotBeRead();
};

void CsvTest::readsWhatItWrote()
{
    QVERIFY(rc::check("every table of texts survives", [] {
        const auto table = *rc::gen::scale(
            0.4, rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<QString>>>(
                     rc::gen::nonEmpty(rc::gen::container<std::vector<QString>>(hardText())))));
        QList<QStringList> rows;
        for (const auto &row : table)
            rows.append(QStringList(row.begin(), row.end()));
        const auto read = readAll(written(rows));
        RC_ASSERT(read.has_value());
        RC_ASSERT(static_cast<qsizetype>(read->size()) == rows.size());
        for (std::size_t i = 0; i < read->size(); ++i)
            RC_ASSERT((*read)[i].cells == rows[static_cast<qsizetype>(i)]);
    }));
}

void CsvTest::writesAsTheStandardSays()
{
    QCOMPARE(written({{u"name"_s, u"note"_s}, {u"Ana"_s, u"says \"hi\", twice"_s}, {u""_s}}),
             QByteArray("\xEF\xBB\xBFname,note\r\nAna,\"says \"\"hi\"\", twice\"\r\n\"\"\r\n"));
}

void CsvTest::guardsFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("equals") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
    QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
    QTest::newRow("at") << u"@A1"_s << QByteArray("'@A1");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("line feed") << u"\n=1"_s << QByteArray("\"'\n=1\"");
    QTest::newRow("guarded already") << u"'=1"_s << QByteArray("''=1");
    QTest::newRow("an apostrophe") << u"'s-Hertogenbosch"_s << QByteArray("'s-Hertogenbosch");
    QTest::newRow("inside") << u"a=1"_s << QByteArray("a=1");
}

void CsvTest::guardsFormulas()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QByteArray line;
    appendCsvCell(line, text.toUtf8(), CsvCell::Text);
    QCOMPARE(line, cell);
}

void CsvTest::leavesValuesBare()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    writer.cell("-5", CsvCell::Value);
    writer.emptyCell();
    writer.cell("2026-03-02", CsvCell::Value);
    VERIFY_RESULT(writer.endRow());
    VERIFY_RESULT(writer.finish());
    QCOMPARE(bytes, QByteArray("\xEF\xBB\xBF-5,,2026-03-02\r\n"));
}

void CsvTest::readsAnyLineEnds()
{
    const auto rows = readAll("\xEF\xBB\xBF"
                              "a,b\r\n\r\nc,d\n\n\ne\rf"_ba);
    VERIFY_RESULT(rows);
    QCOMPARE(rows->size(), 4u);
    QCOMPARE((*rows)[0].cells, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE((*rows)[0].line, 1);
    QCOMPARE((*rows)[1].cells, (QStringList{u"c"_s, u"d"_s}));
    QCOMPARE((*rows)[1].line, 3);
    QCOMPARE((*rows)[2].line, 6);
    QCOMPARE((*rows)[3].cells, QStringList{u"f"_s});
    QCOMPARE((*rows)[3].line, 7);
    QVERIFY(readAll({})->empty());
}

void CsvTest::keepsBlanksAroundCells()
{
    const auto rows = readAll(" a , b\n"_ba);
    VERIFY_RESULT(rows);
    QCOMPARE(rows->front().cells, (QStringList{u" a "_s, u" b"_s}));
}

void CsvTest::saysWhereAnErrorIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::newRow("stray quote") << "a,b\nc,d\"e\n"_ba << 2 << 2;
    QTest::newRow("text after a quote") << "a,b\n\"c\"x,d\n"_ba << 2 << 1;
    QTest::newRow("quote never closed") << "a,b\n\nc,\"d\ne\n"_ba << 3 << 2;
    QTest::newRow("not UTF-8") << "a,b\nc,\xFC\n"_ba << 2 << 2;
    QTest::newRow("not UTF-8 at the end") << "\xFC"_ba << 1 << 1;
}

void CsvTest::saysWhereAnErrorIs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, row);
    QFETCH(int, column);
    const auto rows = readAll(bytes);
    VERIFY_ERROR(rows, ErrorCode::InvalidInput);
    QCOMPARE(rows.error().details.value(u"row"_s).toInt(), row);
    QCOMPARE(rows.error().details.value(u"column"_s).toInt(), column);
}

void CsvTest::countsLinesInsideQuotes()
{
    const auto rows = readAll("\"a\nb\r\nc\",d\ne\n"_ba);
    VERIFY_RESULT(rows);
    QCOMPARE(rows->size(), 2u);
    QCOMPARE((*rows)[0].line, 1);
    QCOMPARE((*rows)[0].cells.front(), u"a\nb\r\nc"_s);
    QCOMPARE((*rows)[1].line, 4);
}

void CsvTest::findsTheDelimiter_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << QByteArray("a,b;c\n") << ',';
    QTest::newRow("semicolon") << QByteArray("a;b;c,d\r\n1,2,3\r\n") << ';';
    QTest::newRow("tab") << QByteArray("a\tb") << '\t';
    QTest::newRow("inside quotes") << QByteArray("\"a;b;\n;c\",d\n") << ',';
    QTest::newRow("none") << QByteArray("a\nb;c\n") << ',';
    QTest::newRow("empty") << QByteArray() << ',';
}

void CsvTest::findsTheDelimiter()
{
    QFETCH(QByteArray, file);
    QFETCH(char, delimiter);
    QBuffer buffer(&file);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    QCOMPARE(CsvReader::delimiterOf(buffer), delimiter);
    QList<QStringList> rows;
    VERIFY_RESULT(CsvReader::read(
        buffer,
        [&rows](const CsvRow &row) -> Result<void> {
            rows.append(row.cells);
            return {};
        },
        delimiter));
    QCOMPARE(rows.isEmpty(), file.isEmpty());
    if (delimiter == ';')
        QCOMPARE(rows.first(), (QStringList{u"a"_s, u"b"_s, u"c,d"_s}));
}

void CsvTest::refusesAnEndlessRow()
{
    VERIFY_ERROR(readAll('"' + QByteArray(CsvReader::longestRow + 10, 'x')), ErrorCode::InvalidInput);
    QByteArray many;
    while (many.size() <= CsvReader::longestRow)
        many += "some,short,lines\n";
    VERIFY_RESULT(readAll(many));
}

void CsvTest::endsWhenTheConsumerFails()
{
    QByteArray bytes("a\nb\nc\n");
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    int rows = 0;
    const auto read = CsvReader::read(buffer, [&](const CsvRow &) -> Result<void> {
        return ++rows < 2 ? Result<void>() : failure(ErrorCode::Conflict, u"enough"_s);
    });
    VERIFY_ERROR(read, ErrorCode::Conflict);
    QCOMPARE(rows, 2);
}

void CsvTest::readsInPieces()
{
    QList<QStringList> rows;
    for (int i = 0; i < 20000; ++i)
        rows.append({QString::number(i), u"Müller, \"王\""_s});
    const auto read = readAll(written(rows));
    VERIFY_RESULT(read);
    QCOMPARE(read->size(), 20000u);
    QCOMPARE(read->back().cells, rows.back());
    QCOMPARE(read->back().line, 20000);
}

void CsvTest::reportsAFullDisk()
{
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    CsvWriter writer(full);
    VERIFY_RESULT(writer.row({u"a"_s}));
    VERIFY_ERROR(writer.finish(), ErrorCode::StorageFull);
}

void CsvTest::reportsADeviceThatCannotBeRead()
{
    QBuffer closed;
    const auto read = CsvReader::read(closed, [](const CsvRow &) { return Result<void>(); });
    QVERIFY(!read || *read == 0);
}

QTEST_GUILESS_MAIN(CsvTest)
#include "csvtest.moc"
