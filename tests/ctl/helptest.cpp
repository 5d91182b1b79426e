// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// What the command says without a database: help, version, wrong usage.
class HelpTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCommandTeaches_data();
    void everyCommandTeaches();
    void everyCommandIsInTheManual_data();
    void everyCommandIsInTheManual();
    void wrongUsage_data();
    void wrongUsage();
    void aMisspelledCommandIsNamed();
    void wrongUsageIsJsonWhereAsked();
    void whatIsNoUtf8IsRefused();
    void versionIsPrinted();
    void noDatabase_data();
    void noDatabase();

private:
    [[nodiscard]] QStringList commandsBelow(const QStringList &command);

    CtlRunner m_ctl;
    QStringList m_commands;
    QHash<QString, CtlRun> m_help; ///< what each said about itself
};

/// The commands below one, as its help lists them, and those below these.
QStringList HelpTest::commandsBelow(const QStringList &command)
{
    static const QRegularExpression line(u"^  ([a-z-]+)"_s, QRegularExpression::MultilineOption);
    const CtlRun run = m_ctl.run(command + QStringList{u"--help"_s});
    m_help.insert(command.join(u' '), run);
    const QString help = QString::fromUtf8(run.out);
    const qsizetype list = help.indexOf(u"\nSubcommands:\n"_s);
    if (list < 0)
        return {};
    const qsizetype end = help.indexOf(u"\n\n"_s, list + 1);
    QStringList found;
    for (const QRegularExpressionMatch &match : line.globalMatch(help.mid(list, end - list))) {
        const QStringList below = command + QStringList{match.captured(1)};
        found += below.join(u' ');
        found += commandsBelow(below);
    }
    return found;
}

void HelpTest::initTestCase()
{
    m_commands = commandsBelow({});
    QVERIFY(m_commands.contains(u"member list"_s));
    QVERIFY(m_commands.contains(u"assign"_s));
}

void HelpTest::everyCommandTeaches_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &command : std::as_const(m_commands))
        QTest::newRow(qPrintable(command)) << command;
}

void HelpTest::everyCommandTeaches()
{
    QFETCH(QString, command);
    const CtlRun help = m_help.value(command);
    QCOMPARE(help.exitCode, 0);
    QVERIFY2(help.out.contains("Example:\n  seatledgerctl "), help.out.constData());
    QVERIFY(help.err.isEmpty());
}

void HelpTest::everyCommandIsInTheManual_data()
{
    everyCommandTeaches_data();
}

void HelpTest::everyCommandIsInTheManual()
{
    QFETCH(QString, command);
    for (const char *page :
         {SEATLEDGER_MANUAL "/en/command-line.md", SEATLEDGER_MANUAL "/zh_CN/command-line.md"}) {
        QFile file(QString::fromUtf8(page));
        QVERIFY(file.open(QIODevice::ReadOnly));
        // `member add|list` and `member add`, `list` name both
        const QString text = QString::fromUtf8(file.readAll());
        for (const QString &word : command.split(u' ')) {
            const QRegularExpression named(u"\\b%1\\b"_s.arg(word));
            QVERIFY2(text.contains(named), qPrintable(u"%1 does not name %2"_s.arg(file.fileName(), word)));
        }
    }
}

void HelpTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no command") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
    QTest::newRow("unknown option") << QStringList{u"member"_s, u"list"_s, u"--colour"_s};
    QTest::newRow("missing argument") << QStringList{u"assign"_s};
    QTest::newRow("no number") << QStringList{u"sample"_s, u"--members"_s, u"many"_s};
    QTest::newRow("out of range") << QStringList{u"member"_s, u"list"_s, u"--limit"_s, u"0"_s};
    QTest::newRow("unknown list") << QStringList{u"export"_s, u"everything"_s};
    QTest::newRow("resize to nothing") << QStringList{u"resize"_s, u"1"_s};
    QTest::newRow("two places") << QStringList{u"department"_s, u"update"_s,   u"a"_s,
                                               u"--top"_s,      u"--parent"_s, u"b"_s};
    QTest::newRow("two books") << QStringList{u"--database"_s, u"x"_s, u"--workspace"_s, u"y"_s, u"doctor"_s};
    QTest::newRow("revoke without reason") << QStringList{u"revoke"_s, u"1"_s};
    QTest::newRow("bad workspace name") << QStringList{u"--workspace"_s, u"a b"_s, u"workspace"_s, u"uri"_s};
    QTest::newRow("bad address") << QStringList{u"--database"_s, u"http://x"_s, u"doctor"_s};
    QTest::newRow("workspace of a server")
        << QStringList{u"--database"_s, u"postgresql://h/d"_s, u"workspace"_s, u"status"_s};
}

void HelpTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const CtlRun run = m_ctl.run(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.out.isEmpty());
    QVERIFY(!run.err.isEmpty());
}

void HelpTest::aMisspelledCommandIsNamed()
{
    QVERIFY(m_ctl.run({u"memebr"_s, u"list"_s}).err.contains("memebr"));
    QVERIFY(m_ctl.run({u"member"_s, u"lsit"_s}).err.contains("lsit"));
    QVERIFY(m_ctl.run({u"member"_s}).err.contains("subcommand is required"));
}

void HelpTest::wrongUsageIsJsonWhereAsked()
{
    const CtlRun run = m_ctl.run({u"member"_s, u"list"_s, u"--colour"_s, u"--json"_s});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.error().value(u"code"_s).toString(), u"invalid_input"_s);
    QVERIFY(!run.error().value(u"message"_s).toString().isEmpty());
}

void HelpTest::whatIsNoUtf8IsRefused()
{
    const CtlRun run = m_ctl.shell(
        u"$CTL member add --number 1 --email a@b.org --name \"$(printf 'Andr\\351')\""_s);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("not UTF-8"), run.err.constData());
}

void HelpTest::versionIsPrinted()
{
    const CtlRun run = m_ctl.run({u"--version"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(!run.out.trimmed().isEmpty());
}

void HelpTest::noDatabase_data()
{
    QTest::addColumn<QString>("uri");
    QTest::newRow("no socket") << u"postgresql://nobody@/seatledger?host=/tmp/not-there"_s;
    QTest::newRow("no port") << u"postgresql://nobody@127.0.0.1:1/seatledger"_s;
}

void HelpTest::noDatabase()
{
    QFETCH(QString, uri);
    const CtlRun run = m_ctl.json({u"--database"_s, uri, u"member"_s, u"list"_s});
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(run.error().value(u"code"_s).toString(), u"offline"_s);
    QVERIFY(run.out.isEmpty());
}

QTEST_GUILESS_MAIN(HelpTest)
#include "helptest.moc"
