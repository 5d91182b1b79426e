// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString tool = u"/usr/lib/postgresql/15/lib/pgxs/src/test/isolation/isolationtester"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString keywordValue(const ConnectionSettings &settings)
{
    return u"host=%1 dbname=%2 user=%3"_s.arg(settings.host, settings.database, settings.user);
}

} // namespace

/// The specs of tests/isolation: two sessions, every named interleaving, the answers as checked in.
class IsolationTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QFile::exists(tool))
            QSKIP("PostgreSQL's isolationtester is not installed.");
        QVERIFY(folder().exists());
    }

    void answersWhatIsWrittenDown_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &file : folder().entryList({u"*.spec"_s}))
            QTest::newRow(qPrintable(file)) << file.chopped(5);
    }

    void answersWhatIsWrittenDown()
    {
        QFETCH(QString, name);
        TestDatabase database;
        database.sql(QString::fromUtf8(contentOf(folder().filePath(u"words.sql"_s))));
        QProcess process;
        process.setStandardInputFile(folder().filePath(name + u".spec"_s));
        process.start(tool, {keywordValue(database.settings())});
        QVERIFY(process.waitForFinished());
        const QByteArray answer = process.readAllStandardOutput();
        QVERIFY2(process.exitCode() == 0, (process.readAllStandardError() + answer).constData());
        const QString expected = folder().filePath(u"expected/"_s + name + u".out"_s);
        if (qEnvironmentVariableIsSet("SEATLEDGER_WRITE_EXPECTED")) {
            QFile file(expected);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(answer);
        }
        QCOMPARE(QString::fromUtf8(answer), QString::fromUtf8(contentOf(expected)));
    }

private:
    [[nodiscard]] static QDir folder()
    {
        return QFileInfo(QString::fromUtf8(SEATLEDGER_ISOLATION_FOLDER "/words.sql")).dir();
    }
};

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::IsolationTest)
#include "isolationtest.moc"
