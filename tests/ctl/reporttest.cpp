// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Reports by command: as a table, as JSON, by filters, and the figures of the dashboard.
class ReportTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void namesAllReports();
    void printsEveryReport();
    void printsATable();
    void takesFilters();
    void isOrderedAndCut();
    void printsTheFigures();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    CtlRunner m_ctl;
};

void ReportTest::initTestCase()
{
    QVERIFY(m_ctl.startWithSample(30, 20, 150));
}

void ReportTest::namesAllReports()
{
    const QJsonArray all = m_ctl.json({u"report"_s, u"--list"_s}).array();
    QVERIFY(all.size() > 8);
    QCOMPARE(all.first().toObject().value(u"report"_s).toString(), u"utilisation"_s);
    QCOMPARE(all.last().toObject().value(u"report"_s).toString(), u"dashboard"_s);
    QVERIFY(m_ctl.run({u"report"_s}).out.simplified().contains("seats-over-time Seats over time"));
}

void ReportTest::printsEveryReport()
{
    for (const QJsonValue &report : m_ctl.json({u"report"_s, u"--list"_s}).array()) {
        const QString name = report.toObject().value(u"report"_s).toString();
        const CtlRun text = m_ctl.run({u"report"_s, name});
        QVERIFY2(text.exitCode == 0, text.err.constData());
        QVERIFY2(text.err.isEmpty(), text.err.constData());
        QVERIFY(text.out.contains("as of 20"));
        const CtlRun json = m_ctl.json({u"report"_s, name, u"--limit"_s, u"0"_s});
        QVERIFY2(json.exitCode == 0, json.err.constData());
        QVERIFY(!json.object().value(u"as_of"_s).toString().isEmpty());
    }
}

void ReportTest::printsATable()
{
    const CtlRun run = m_ctl.run({u"report"_s, u"utilisation"_s, u"--limit"_s, u"3"_s});
    QCOMPARE(run.exitCode, 0);
    const QList<QByteArray> lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 3 + 3); // heading, rows, an empty line, as of when, the chain's end
    QVERIFY(lines.first().startsWith("LICENSE"));
    QVERIFY(lines.at(5).startsWith("3 of "));
    QVERIFY(lines.at(6).startsWith("audit head "));
}

void ReportTest::takesFilters()
{
    const auto rows = [this](const QStringList &filters) {
        return m_ctl.json(QStringList{u"report"_s, u"utilisation"_s, u"--limit"_s, u"0"_s} + filters)
            .object()
            .value(u"rows"_s)
            .toArray();
    };
    const QJsonArray all = rows({});
    const QJsonObject first = all.first().toObject();
    const QString license = first.value(u"license"_s).toString();
    QVERIFY(all.size() > 3);
    QCOMPARE(rows({u"--license"_s, license}).size(), 1);
    QCOMPARE(rows({u"--license"_s, u'#' + QString::number(first.value(u"license_id"_s).toInteger())}).size(),
             1);
    for (const QString &column : {u"vendor"_s, u"product"_s}) {
        const QString wanted = first.value(column).toString();
        const QJsonArray some = rows({u"--"_s + column, wanted.toUpper()});
        QVERIFY(!some.isEmpty() && some.size() < all.size());
        for (const QJsonValue &row : some)
            QCOMPARE(row.toObject().value(column).toString(), wanted);
    }
    QVERIFY(rows({u"--search"_s, license}).size() < all.size());
    const QJsonArray departments =
        m_ctl.json({u"report"_s, u"utilisation-by-department"_s}).object().value(u"rows"_s).toArray();
    const QString department = departments.last().toObject().value(u"department"_s).toString();
    QVERIFY(rows({u"--department"_s, department}).size() < all.size());
    const CtlRun day = m_ctl.json({u"report"_s, u"utilisation"_s, u"--as-of"_s, u"2020-02-29"_s});
    QCOMPARE(day.object().value(u"as_of"_s).toString(), u"2020-02-29"_s);
}

void ReportTest::isOrderedAndCut()
{
    const QJsonObject report = m_ctl
                                   .json({u"report"_s, u"utilisation"_s, u"--order"_s, u"free"_s,
                                          u"--descending"_s, u"--limit"_s, u"2"_s})
                                   .object();
    const QJsonArray rows = report.value(u"rows"_s).toArray();
    QCOMPARE(rows.size(), 2);
    QVERIFY(report.value(u"total"_s).toInteger() > 2);
    QVERIFY(rows[0].toObject().value(u"free"_s).toInteger()
            >= rows[1].toObject().value(u"free"_s).toInteger());
}

void ReportTest::printsTheFigures()
{
    const QJsonObject figures = m_ctl.json({u"report"_s, u"dashboard"_s}).object();
    QVERIFY(figures.value(u"seats"_s).toInteger() > figures.value(u"held"_s).toInteger());
    QVERIFY(!figures.value(u"cost_per_month"_s).toArray().isEmpty());
    QCOMPARE(figures.value(u"audit_head"_s).toString().size(), 64);
    QVERIFY(m_ctl.run({u"report"_s, u"dashboard"_s}).out.contains("cost a month: "));
}

void ReportTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("report") << QStringList{u"utilization"_s}
                            << QByteArray("There is no report \"utilization\"");
    QTest::newRow("column") << QStringList{u"utilisation"_s, u"--order"_s, u"price"_s}
                            << QByteArray("they are license, vendor");
    QTest::newRow("vendor") << QStringList{u"utilisation"_s, u"--vendor"_s, u"Nobody"_s}
                            << QByteArray("There is no vendor \"Nobody\"");
    QTest::newRow("day") << QStringList{u"utilisation"_s, u"--as-of"_s, u"31.12.2026"_s}
                         << QByteArray("is not a day");
    QTest::newRow("period") << QStringList{u"seats-over-time"_s, u"--from"_s, u"2026-02-01"_s, u"--until"_s,
                                           u"2026-01-01"_s}
                            << QByteArray("until: The period ends before it begins");
    QTest::newRow("limit") << QStringList{u"utilisation"_s, u"--limit"_s, u"-1"_s} << QByteArray("limit: ");
}

void ReportTest::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    const CtlRun run = m_ctl.run(QStringList{u"report"_s} + arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(message), run.err.constData());
}

QTEST_GUILESS_MAIN(ReportTest)
#include "reporttest.moc"
