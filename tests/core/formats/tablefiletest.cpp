// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tablefile.h"

#include "core/formats/csvparser.h"
#include "core/formats/csvwriter.h"
#include "tests/support/verify.h"

#include <QBuffer>
#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encoder(encoding,
                           hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

/// Bytes of memory that the process has had at most.
qint64 peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1024;
}

} // namespace

class TableFileTest : public QObject
{
    Q_OBJECT

private slots:
    void tellsEncodings_data();
    void tellsEncodings();
    void takesTheEncodingThatIsChosen();
    void looksForUmlautsBehindTheStart();
    void tellsDelimiters_data();
    void tellsDelimiters();
    void tellsHeadings_data();
    void tellsHeadings();
    void previewsNoMoreThanAskedFor();
    void readsBadFilesRightOrSaysWhere_data();
    void readsBadFilesRightOrSaysWhere();
    void readsCharactersAcrossPieces_data();
    void readsCharactersAcrossPieces();
    void takesTheGuardOffOnce();
    void numbersRowsAndLines();
    void saysHowFarItIs();
    void readsTwoGigabytesInLittleMemory();
    void refusesWhatIsNoFile();

private:
    [[nodiscard]] QString file(const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(u"table.csv"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for a file");
        return path;
    }
    [[nodiscard]] static Result<QList<QStringList>> rows(const QString &path, const TableFileFormat &format)
    {
        QList<QStringList> rows;
        auto read = TableFile::read(path, format, [&](const TableRow &row) -> Result<void> {
            QStringList cells;
            for (const QByteArrayView cell : row.cells)
                cells.append(QString::fromUtf8(cell));
            rows.append(cells);
            return {};
        });
        if (!read)
            return std::unexpected(std::move(read).error());
        return rows;
    }

    QTemporaryDir m_folder;
};

void TableFileTest::tellsEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<bool>("isSure");
    using enum TextEncoding;
    const QString text = u"Name,Ort\nMüller,Köln\n"_s;
    const QString chinese = u"姓名,部门\n王小明,研发部\n"_s;
    QTest::newRow("ASCII") << QByteArray("name,town\nAna,Rome\n") << Utf8 << true;
    QTest::newRow("UTF-8") << text.toUtf8() << Utf8 << true;
    QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8() << Utf8 << true;
    QTest::newRow("UTF-16LE with mark") << utf16(text, QStringConverter::Utf16LE, true) << Utf16Le << true;
    QTest::newRow("UTF-16BE with mark") << utf16(text, QStringConverter::Utf16BE, true) << Utf16Be << true;
    QTest::newRow("UTF-16LE") << utf16(text, QStringConverter::Utf16LE, false) << Utf16Le << true;
    QTest::newRow("UTF-16BE") << utf16(text, QStringConverter::Utf16BE, false) << Utf16Be << true;
    QTest::newRow("UTF-16LE, Chinese")
        << utf16(chinese, QStringConverter::Utf16LE, false) << Utf16Le << false;
    QTest::newRow("Windows-1252") << "Name,Ort\nM\xFCller,K\xF6ln\x80\n"_ba << Windows1252 << false;
}

void TableFileTest::tellsEncodings()
{
    QFETCH(QByteArray, bytes);
    const auto preview = TableFile::preview(file(bytes));
    VERIFY_RESULT(preview);
    QTEST(preview->format.encoding, "encoding");
    QTEST(preview->encodingIsSure, "isSure");
    QCOMPARE(preview->headings.size(), 2);
    QVERIFY(!preview->headings.front().isEmpty());
    QVERIFY2(preview->headings.front().front().isLetter(), qPrintable(preview->headings.front()));
    QCOMPARE(preview->rows.size(), 1u);
    if (preview->headings.back() == u"Ort"_s)
        QVERIFY(preview->rows.front().front() == u"Müller"_s);
    QVERIFY(preview->isWhole);
    QCOMPARE(preview->bytes, bytes.size());
}

void TableFileTest::takesTheEncodingThatIsChosen()
{
    const QString path = file("Name\nM\xC3\xBCller\n"_ba);
    const auto preview = TableFile::preview(path, {.encoding = TextEncoding::Windows1252});
    VERIFY_RESULT(preview);
    QCOMPARE(preview->rows.front().front(), u"MÃ¼ller"_s);
    QVERIFY(preview->encodingIsSure);
}

void TableFileTest::looksForUmlautsBehindTheStart()
{
    QByteArray bytes("name,town\n");
    while (bytes.size() < 700'000)
        bytes += "Ana,Rome\n";
    bytes += "M\xFCller,Bonn\n";
    const auto preview = TableFile::preview(file(bytes));
    VERIFY_RESULT(preview);
    QCOMPARE(preview->format.encoding, TextEncoding::Windows1252);
    const auto read = rows(m_folder.filePath(u"table.csv"_s), preview->format);
    VERIFY_RESULT(read);
    QCOMPARE(read->back().front(), u"Müller"_s);
}

void TableFileTest::tellsDelimiters_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << ',';
    QTest::newRow("semicolon, decimals with comma") << QByteArray("a;b\n1,5;2,5\n") << ';';
    QTest::newRow("tab") << QByteArray("a\tb\n1,2\t3\n") << '\t';
    QTest::newRow("bar") << QByteArray("a|b\n1|2\n") << '|';
    QTest::newRow("commas in headings") << QByteArray("Name, first;Town\nAna;Rome\nBo;Oslo\n") << ';';
    QTest::newRow("one column") << QByteArray("name\nAna\n") << ',';
    QTest::newRow("said by the file") << QByteArray("sep=|\r\na|b,c\r\n") << '|';
    QTest::newRow("said by the file in quotes") << QByteArray("\"sep=;\"\na;b\n") << ';';
}

void TableFileTest::tellsDelimiters()
{
    QFETCH(QByteArray, bytes);
    const auto preview = TableFile::preview(file(bytes));
    VERIFY_RESULT(preview);
    QTEST(preview->format.delimiter, "delimiter");
    QVERIFY(!preview->headings.front().contains(u"sep="_s));
}

void TableFileTest::tellsHeadings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("headings");
    QTest::newRow("words") << QByteArray("Number,E-mail\n7,a@b.example\n")
                           << QStringList{u"Number"_s, u"E-mail"_s};
    QTest::newRow("a number") << QByteArray("7,Ana\n8,Bo,x\n")
                              << QStringList{u"Column 1"_s, u"Column 2"_s, u"Column 3"_s};
    QTest::newRow("an address") << QByteArray("Ana,a@b.example\n")
                                << QStringList{u"Column 1"_s, u"Column 2"_s};
}

void TableFileTest::tellsHeadings()
{
    QFETCH(QByteArray, bytes);
    const auto preview = TableFile::preview(file(bytes));
    VERIFY_RESULT(preview);
    QTEST(preview->headings, "headings");
    QCOMPARE(preview->rows.size(), size_t(bytes.count('\n') - (preview->format.hasHeadings ? 1 : 0)));
}

void TableFileTest::previewsNoMoreThanAskedFor()
{
    const auto preview = TableFile::preview(file("a\nb\nc\nd\n"_ba), {.hasHeadings = false}, 2);
    VERIFY_RESULT(preview);
    QCOMPARE(preview->rows.size(), 2u);
    QVERIFY(!preview->isWhole);
}

void TableFileTest::readsBadFilesRightOrSaysWhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<QList<QStringList>>("rows");
    QTest::addColumn<int>("line"); // 0: read right
    QTest::addColumn<int>("column");
    using enum TextEncoding;
    const QList<QStringList> two{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
    const QList<QStringList> none;
    QTest::newRow("LF") << "a,b\nc,d\n"_ba << Utf8 << two << 0 << 0;
    QTest::newRow("CRLF") << "a,b\r\nc,d\r\n"_ba << Utf8 << two << 0 << 0;
    QTest::newRow("CR") << "a,b\rc,d\r"_ba << Utf8 << two << 0 << 0;
    QTest::newRow("mixed, blank lines, no end") << "\n\na,b\r\n\r\r\nc,d"_ba << Utf8 << two << 0 << 0;
    QTest::newRow("quotes and line ends in cells")
        << "\"a \"\"x\"\"\",\"b\r\nb\"\n"_ba << Utf8 << QList<QStringList>{{u"a \"x\""_s, u"b\r\nb"_s}} << 0
        << 0;
    QTest::newRow("unterminated quote") << "a,b\nc,\"d\ne,f\n"_ba << Utf8 << none << 2 << 2;
    QTest::newRow("stray quote") << "a,b\"c\n"_ba << Utf8 << none << 1 << 2;
    QTest::newRow("NUL in a cell") << "a,b\0c\n"_ba << Utf8 << QList<QStringList>{{u"a"_s, u"b\0c"_s}} << 0
                                   << 0;
    QTest::newRow("a million columns") << QByteArray(1'000'000, ',') + '\n' << Utf8 << none << 1 << 1001;
    QTest::newRow("a million columns below")
        << "a\n" + QByteArray(1'000'000, ',') << Utf8 << none << 2 << 1001;
    QTest::newRow("an endless cell") << "a\n" + QByteArray(5'000'000, 'x') << Utf8 << none << 2 << 1;
    QTest::newRow("half a character between cells") << "a,\xC3,\xA9\n"_ba << Utf8 << none << 1 << 2;
    QTest::newRow("Windows-1252 read as UTF-8") << "a\nM\xFCller\n"_ba << Utf8 << none << 2 << 1;
    QTest::newRow("lone surrogate") << "a\0\n\0b\0,\0\0\xD8x\0"_ba << Utf16Le << none << 2 << 2;
    QTest::newRow("half a surrogate at the end") << "a\0\n\0\x3D\xD8"_ba << Utf16Le << none << 2 << 1;
    QTest::newRow("odd number of bytes") << "a\0\n\0b"_ba << Utf16Le << none << 2 << 1;
    QTest::newRow("a byte order mark alone") << "\xEF\xBB\xBF"_ba << Utf8 << none << 0 << 0;
    QTest::newRow("empty") << QByteArray() << Utf8 << none << 0 << 0;
}

void TableFileTest::readsBadFilesRightOrSaysWhere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(TextEncoding, encoding);
    QFETCH(QList<QStringList>, rows);
    QFETCH(int, line);
    QFETCH(int, column);
    const QString path = file(bytes);
    const auto read = TableFileTest::rows(path, {.encoding = encoding, .hasHeadings = false});
    if (line == 0) {
        VERIFY_RESULT(read);
        QCOMPARE(*read, rows);
        return;
    }
    VERIFY_ERROR(read, ErrorCode::InvalidInput);
    QCOMPARE(read.error().details.value(u"row"_s).toInt(), line);
    QCOMPARE(read.error().details.value(u"column"_s).toInt(), column);
    QVERIFY(read.error().message.contains(QString::number(line)));
    QCOMPARE(read.error().details.value(u"path"_s).toString(), path);
}

void TableFileTest::readsCharactersAcrossPieces_data()
{
    QTest::addColumn<TextEncoding>("encoding");
    QTest::newRow("UTF-8") << TextEncoding::Utf8;
    QTest::newRow("UTF-16LE") << TextEncoding::Utf16Le;
    QTest::newRow("UTF-16BE") << TextEncoding::Utf16Be;
}

void TableFileTest::readsCharactersAcrossPieces()
{
    QFETCH(TextEncoding, encoding);
    const QString cell = QString(1, u'x') + u"😀ü王"_s.repeated(40'000); // of 65,536 bytes each a piece
    QByteArray bytes = cell.toUtf8();
    if (encoding != TextEncoding::Utf8)
        bytes = utf16(
            cell, encoding == TextEncoding::Utf16Le ? QStringConverter::Utf16LE : QStringConverter::Utf16BE,
            true);
    const auto read = rows(file(bytes), {.encoding = encoding, .hasHeadings = false});
    VERIFY_RESULT(read);
    QCOMPARE(read->size(), 1);
    QVERIFY(read->front().front() == cell);
}

void TableFileTest::takesTheGuardOffOnce()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    const QStringList texts{u"=1+1"_s, u"'=1"_s, u"''@"_s, u"'s-Hertogenbosch"_s,
                            u"\tx"_s,  u"-5"_s,  u"\nx"_s};
    VERIFY_RESULT(writer.row(texts));
    VERIFY_RESULT(writer.finish());
    QVERIFY(bytes.contains("'=1+1"));
    const auto read = rows(file(bytes), {.hasHeadings = false});
    VERIFY_RESULT(read);
    QCOMPARE(read->front(), texts);
}

void TableFileTest::numbersRowsAndLines()
{
    QList<std::pair<qint64, qint64>> places;
    VERIFY_RESULT(TableFile::read(file("h\n\na\n\"b\nb\"\nc\rd\ne\r\nf"_ba), {}, [&](const TableRow &row) {
        places.append({row.row, row.line});
        return Result<void>();
    }));
    QCOMPARE(places, (QList<std::pair<qint64, qint64>>{{1, 3}, {2, 4}, {3, 6}, {4, 7}, {5, 8}, {6, 9}}));
}

void TableFileTest::saysHowFarItIs()
{
    const QByteArray bytes = QByteArray("some,words\n").repeated(300'000);
    qint64 last = 0;
    const auto read = TableFile::read(
        file(bytes), {}, [](const TableRow &) { return Result<void>(); },
        [&](qint64 done) {
            QVERIFY(done > last && done <= bytes.size());
            last = done;
        });
    VERIFY_RESULT(read);
    QVERIFY(last > bytes.size() / 2);
}

// The file has a hole: 2 GB of NULs, which is one cell without an end, behind many good rows.
void TableFileTest::readsTwoGigabytesInLittleMemory()
{
#ifdef SEATLEDGER_SANITIZED
    QSKIP("the sanitizer has a memory of its own, and takes minutes");
#endif
    const QByteArray start = QByteArray("some,words,and,more\n").repeated(100'000);
    const QString path = file(start);
    QFile sparse(path);
    QVERIFY(sparse.resize(qint64(2) * 1024 * 1024 * 1024 + 1));
    const qint64 before = peakMemory();
    const auto read = rows(path, {.hasHeadings = false});
    VERIFY_ERROR(read, ErrorCode::InvalidInput);
    QCOMPARE(read.error().details.value(u"row"_s).toInt(), 100'001);
    const auto preview = TableFile::preview(path);
    VERIFY_RESULT(preview);
    QCOMPARE(preview->rows.size(), 1000u);
    constexpr qint64 forCells = 60 * 1024 * 1024; // that the test itself keeps
    QVERIFY2(peakMemory() - before < forCells + 40 * 1024 * 1024,
             qPrintable(QString::number(peakMemory() - before)));
    sparse.remove();
}

void TableFileTest::refusesWhatIsNoFile()
{
    VERIFY_ERROR(TableFile::preview(m_folder.path()), ErrorCode::InvalidInput);
    VERIFY_ERROR(TableFile::preview(m_folder.filePath(u"missing"_s)), ErrorCode::NotFound);
    VERIFY_ERROR(TableFile::preview(file({})), ErrorCode::InvalidInput);
    VERIFY_ERROR(TableFile::preview(file("\n\r\n\n"_ba)), ErrorCode::InvalidInput);
    VERIFY_ERROR(
        TableFile::read(m_folder.filePath(u"missing"_s), {}, [](const TableRow &) { return Result<void>(); }),
        ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TableFileTest)
#include "tablefiletest.moc"
