// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tablefile.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Reads what csv-spectrum (npm) knows of CSV, and gets the cells that it says; or refuses it where it is.
class CsvSpectrumTest : public QObject
{
    Q_OBJECT

private slots:
    void readsTheSpectrum_data();
    void readsTheSpectrum();

private:
    QDir m_folder{QStringLiteral(SEATLEDGER_NPM "/node_modules/csv-spectrum")};
};

void CsvSpectrumTest::readsTheSpectrum_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(m_folder.filePath(u"csvs"_s)).entryList({u"*.csv"_s}, QDir::Files);
    if (files.isEmpty() && !qEnvironmentVariableIsSet("CI"))
        QSKIP("./dev setup installs csv-spectrum where npm is");
    QVERIFY(files.size() >= 12);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void CsvSpectrumTest::readsTheSpectrum()
{
    QFETCH(QString, name);
    const QString path = m_folder.filePath(u"csvs/"_s + name + u".csv"_s);
    if (name == u"location_coordinates"_s) { // a bare quotation mark inside a cell is no RFC 4180
        const auto refused = TableFile::preview(path);
        VERIFY_ERROR(refused, ErrorCode::InvalidInput);
        QCOMPARE(refused.error().details.value(u"row"_s).toInt(), 2);
        QCOMPARE(refused.error().details.value(u"column"_s).toInt(), 2);
        return;
    }
    QFile expectedFile(m_folder.filePath(u"json/"_s + name + u".json"_s));
    QVERIFY(expectedFile.open(QIODevice::ReadOnly));
    const QJsonArray expected = QJsonDocument::fromJson(expectedFile.readAll()).array();
    QVERIFY(!expected.isEmpty());

    const auto preview = TableFile::preview(path, {.hasHeadings = true});
    VERIFY_RESULT(preview);
    QCOMPARE(preview->format.encoding, TextEncoding::Utf8);
    QCOMPARE(preview->format.delimiter, ',');
    QCOMPARE(preview->rows.size(), size_t(expected.size()));
    for (qsizetype row = 0; row < expected.size(); ++row) {
        const QJsonObject cells = expected[row].toObject();
        const QStringList read = preview->rows[static_cast<std::size_t>(row)];
        QCOMPARE(read.size(), cells.size());
        for (qsizetype column = 0; column < read.size(); ++column)
            QCOMPARE(read[column], cells.value(preview->headings[column]).toString());
    }
}

QTEST_GUILESS_MAIN(CsvSpectrumTest)
#include "csvspectrumtest.moc"
