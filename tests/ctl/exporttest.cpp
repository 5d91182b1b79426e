// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QFile>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// `export`: lists and reports in every format, to files and to standard output.
class ExportTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void writesJsonWithTheColumnsWanted();
    void writesReports();
    void takesTheFormatOfTheFile();
    void writesWorkbooksToStandardOutput();
    void refusesColumnsThatAreNotThere();
    void writesAllThatThereIs_data();
    void writesAllThatThereIs();

private:
    CtlRunner m_ctl;
};

void ExportTest::initTestCase()
{
    const CtlRun run = m_ctl.shell(
        u"set -e; $CTL workspace start; "
        "$CTL member add --number M1 --name =A1 --email a@example.org; "
        "$CTL license add --vendor V --name CAD --state active --seats 4 --price 10 "
        "--currency EUR; $CTL assign CAD --member M1"_s);
    QVERIFY2(run.exitCode == 0, run.err.constData());
}

void ExportTest::writesJsonWithTheColumnsWanted()
{
    const CtlRun run = m_ctl.run(
        {u"export"_s, u"members"_s, u"--format"_s, u"json"_s, u"--columns"_s, u"name,number"_s});
    QCOMPARE(run.out, QByteArray("[\n{\"name\":\"=A1\",\"number\":\"M1\"}\n]\n"));
}

void ExportTest::writesReports()
{
    const CtlRun run = m_ctl.run({u"export"_s, u"report:utilisation"_s, u"--format"_s, u"json"_s});
    QCOMPARE(run.array().size(), 1);
    QCOMPARE(run.array().at(0).toObject().value(u"held"_s).toInt(), 1);
    QCOMPARE(run.array().at(0).toObject().value(u"used_percent"_s).toDouble(), 25.);
}

void ExportTest::takesTheFormatOfTheFile()
{
    const QString path = m_ctl.home() + u"/seats.xlsx"_s;
    const CtlRun run = m_ctl.json({u"export"_s, u"entitlements"_s, u"--output"_s, path});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(run.object().value(u"rows"_s).toInt(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("PK"));
}

void ExportTest::writesWorkbooksToStandardOutput()
{
    const CtlRun run = m_ctl.run({u"export"_s, u"members"_s, u"--format"_s, u"xlsx"_s});
    QVERIFY(run.out.startsWith("PK") && run.out.contains("xl/worksheets/sheet1.xml"));
}

void ExportTest::refusesColumnsThatAreNotThere()
{
    const CtlRun run = m_ctl.json({u"export"_s, u"members"_s, u"--columns"_s, u"shoe_size"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.err.contains("shoe_size"));
    QVERIFY(run.out.isEmpty());
}

void ExportTest::writesAllThatThereIs_data()
{
    QTest::addColumn<QString>("list");
    for (const QString &list :
         {u"members"_s, u"licenses"_s, u"assignments"_s, u"devices"_s, u"departments"_s, u"entitlements"_s,
          u"operators"_s, u"tokens"_s, u"audit"_s, u"report:holders"_s, u"report:cost-by-vendor"_s})
        QTest::newRow(qPrintable(list)) << list;
}

void ExportTest::writesAllThatThereIs()
{
    QFETCH(QString, list);
    const CtlRun run = m_ctl.run({u"export"_s, list});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY(run.out.startsWith("\xEF\xBB\xBF"));
}

QTEST_GUILESS_MAIN(ExportTest)
#include "exporttest.moc"
