// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QFile>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// `assign --from FILE`: what files name members in, and how errors say where. Dry runs on one book.
class MemberFileTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void namesMembers_data();
    void namesMembers();
    void saysWhereItIsWrong_data();
    void saysWhereItIsWrong();
    void readsStandardInput();
    void readsALongFile();
    void cannotReadWhatIsNoFile();

private:
    [[nodiscard]] QString written(const QByteArray &contents) const;
    [[nodiscard]] CtlRun assign(const QString &file) const
    {
        return m_ctl.json({u"assign"_s, u"CAD"_s, u"--dry-run"_s, u"--from"_s, file});
    }

    CtlRunner m_ctl;
};

void MemberFileTest::initTestCase()
{
    const QString setUp =
        u"set -e; $CTL workspace start; "
        "for i in 1 2 3; do $CTL member add --number M$i --name P$i --email m$i@example.org; done; "
        "$CTL license add --vendor V --name CAD --unlimited"_s;
    const CtlRun run = m_ctl.shell(setUp);
    QVERIFY2(run.exitCode == 0, run.err.constData());
}

QString MemberFileTest::written(const QByteArray &contents) const
{
    QFile file(m_ctl.home() + u"/members.csv"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        QTest::qFail("the file could not be written", __FILE__, __LINE__);
    return file.fileName();
}

void MemberFileTest::namesMembers_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("plain list") << QByteArray("M1\nm2@example.org\n");
    QTest::newRow("no end of line, blank lines, blanks") << QByteArray("\n M1 \n\n\nM2");
    QTest::newRow("byte order mark, heading, CRLF, quoted")
        << QByteArray("\xEF\xBB\xBF"
                      "email,name\r\nM1@example.org,\"One, the first\"\r\n\"M2\",\"Two \"\"2\"\"\"\r\n");
    QTest::newRow("old line ends") << QByteArray("number\rM1\rM2\r");
    QTest::newRow("semicolons") << QByteArray("\"M1\";\"One, 1\"\n\"M2\";\"Two\"\n");
    QTest::newRow("tabs") << QByteArray("M1\tOne\nM2\tTwo\n");
    QTest::newRow("other column") << QByteArray("name,E-Mail\nOne,m1@example.org\nTwo,m2@example.org\n");
    QTest::newRow("an export of assignments")
        << QByteArray("assignment,license,member_number,member_name\n7,CAD,M1,One\n8,CAD,M2,Two\n");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEM\0001\0\n\0M\0002\0", 12);
    QTest::newRow("each once") << QByteArray("M1\nm1@example.org\nM2\nM2\n");
}

void MemberFileTest::namesMembers()
{
    QFETCH(QByteArray, contents);
    const CtlRun run = assign(written(contents));
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(run.object().value(u"granted"_s).toInt(), 2);
}

void MemberFileTest::saysWhereItIsWrong_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << QByteArray("M1\n\nM9\nM8\n") << 3 << 1
                             << u"\"M9\" (line 3), \"M8\" (line 4)"_s;
    QTest::newRow("unknown in another column")
        << QByteArray("name,number\n\"a\nb\",M1\nc,M9\n") << 4 << 2 << u"M9"_s;
    QTest::newRow("stray quote") << QByteArray("M1\nM\"2\n") << 2 << 1 << u"quotation mark"_s;
    QTest::newRow("open quote") << QByteArray("M1\n\"M2\n") << 2 << 1 << u"never closed"_s;
    QTest::newRow("Latin-1") << QByteArray("M1,Andr\xE9\n") << 1 << 2 << u"not UTF-8"_s;
    QTest::newRow("half of UTF-16") << QByteArray("\xFF\xFEM\0001", 5) << 1 << 1 << u"UTF-16"_s;
}

void MemberFileTest::saysWhereItIsWrong()
{
    QFETCH(QByteArray, contents);
    QFETCH(int, row);
    QFETCH(int, column);
    QFETCH(QString, named);
    const CtlRun run = assign(written(contents));
    QCOMPARE(run.exitCode, 2);
    const QString message = run.error().value(u"message"_s).toString();
    QVERIFY2(message.contains(named) && message.contains(u"members.csv"_s), qPrintable(message));
    const QJsonObject details = run.error().value(u"details"_s).toObject();
    QCOMPARE(details.value(u"row"_s).toInt(), row);
    QCOMPARE(details.value(u"column"_s).toInt(), column);
}

void MemberFileTest::readsStandardInput()
{
    const QStringList arguments{u"--json"_s, u"assign"_s, u"CAD"_s, u"--dry-run"_s, u"--from"_s, u"-"_s};
    QCOMPARE(m_ctl.run(arguments, "M1\nM2\nM3\n").object().value(u"granted"_s).toInt(), 3);
    const CtlRun unknown = m_ctl.run(arguments, "M1\nM9\n");
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY(unknown.error().value(u"message"_s).toString().startsWith(u"standard input"_s));
}

void MemberFileTest::readsALongFile()
{
    QByteArray lines;
    for (int i = 0; i < 50'000; ++i)
        lines += "M1,One\r\nm2@example.org,Two\r\n";
    const CtlRun run = assign(written(lines));
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(run.object().value(u"granted"_s).toInt(), 2);
    const CtlRun unknown = assign(written(lines + "M9,Nobody\r\n"));
    QCOMPARE(unknown.exitCode, 2);
    QCOMPARE(unknown.error().value(u"details"_s).toObject().value(u"row"_s).toInt(), 100'001);
}

void MemberFileTest::cannotReadWhatIsNoFile()
{
    const CtlRun folder = assign(m_ctl.home());
    QCOMPARE(folder.exitCode, 2);
    QVERIFY(folder.error().value(u"message"_s).toString().contains(u"is a folder"_s));
    QCOMPARE(assign(m_ctl.home() + u"/not-there.csv"_s).exitCode, 2);
    for (const QByteArray &nobody : {QByteArray(), QByteArray("\n\n"), QByteArray("number,name\n")}) {
        const CtlRun empty = assign(written(nobody));
        QCOMPARE(empty.exitCode, 2);
        QVERIFY(empty.error().value(u"message"_s).toString().contains(u"Nobody is named"_s));
    }
}

QTEST_GUILESS_MAIN(MemberFileTest)
#include "memberfiletest.moc"
