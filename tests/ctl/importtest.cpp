// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// `import` as people use it: files of other programs, trial runs, corrections.
class ImportTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void movesInFromSnipeIt();
    void movesInFromGlpi();
    void asksAboutColumnsThatAreOnlySimilar();
    void asksAboutDaysThatCanBeReadInTwoWays();
    void savesMappings();
    void saysProblemsAndTakesThemCorrected();
    void readsStandardInput();
    void refusesWrongUsage_data();
    void refusesWrongUsage();

private:
    [[nodiscard]] QString file(const QByteArray &text, const QString &name = u"file.csv"_s) const
    {
        QFile file(m_ctl.home() + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no room for a file");
        return file.fileName();
    }
    [[nodiscard]] CtlRun import(const QString &kind, const QByteArray &text,
                                const QStringList &options = {}) const
    {
        return m_ctl.json(QStringList{u"import"_s, kind, file(text)} + options);
    }
    [[nodiscard]] static int count(const CtlRun &run, const QString &what)
    {
        return run.object().value(what).toInt(-1);
    }

    CtlRunner m_ctl;
};

void ImportTest::initTestCase()
{
    const CtlRun run = m_ctl.shell(u"set -e; $CTL workspace start; $CTL migrate up"_s);
    QVERIFY2(run.exitCode == 0, run.err.constData());
}

void ImportTest::movesInFromSnipeIt()
{
    const QByteArray users(
        "id,Company,Title,Employee No.,Name,Username,Email,Manager,Location,Department,Assets,Notes,Active\n"
        "1,Acme,Engineer,E100,Ana Lima,alima,ana@example.org,,Berlin,Engineering,2,,Yes\n"
        "2,Acme,Tester,,Bo Ek,boek,bo@example.org,Ana Lima,Berlin,Engineering,1,\"quiet, good\",Yes\n");
    CtlRun run = import(u"members"_s, users, {u"--create-missing"_s});
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    QCOMPARE(run.object().value(u"mapping"_s).toString(), u"Snipe-IT users"_s);
    QCOMPARE(count(run, u"added"_s), 2);

    const QByteArray licenses(
        "ID,Company,Name,Product Key,Expiration Date,Licensed to Email,Licensed to "
        "Name,Manufacturer,Total,Avail,"
        "Purchase Date,Purchase Cost,Order Number,Supplier,Notes\n"
        "5,Acme,Photo Suite,KEY-1,2199-12-31,,,Pixels Inc,3,2,2024-02-01,\"1,200.00\",PO-77,Reseller,\n");
    run = import(u"licenses"_s, licenses, {u"--create-missing"_s});
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    QCOMPARE(run.object().value(u"mapping"_s).toString(), u"Snipe-IT licences"_s);
    QCOMPARE(count(run, u"added"_s), 1);
    QCOMPARE(count(run, u"created"_s), 2);

    const QByteArray seats("Seat,User,Email,Department,Asset,Location,Notes\n"
                           "Seat 1,Ana Lima,ana@example.org,Engineering,,Berlin,\n"
                           "Seat 2,Bo Ek,,Engineering,,Berlin,\n"
                           "Seat 3,,,,,,\n");
    const QStringList about{u"--set"_s, u"license=Photo Suite"_s};
    run = import(u"assignments"_s, seats, about);
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    QCOMPARE(run.object().value(u"mapping"_s).toString(), u"Snipe-IT licence seats"_s);
    QCOMPARE(count(run, u"added"_s), 2);
    QCOMPARE(count(run, u"skipped"_s), 1);
    for (const auto &[kind, text] : {std::pair{u"members"_s, users}, std::pair{u"licenses"_s, licenses}}) {
        run = import(kind, text, {u"--create-missing"_s});
        QVERIFY2(run.exitCode == 0 && run.object().value(u"operation"_s).isNull(),
                 (run.err + run.out).constData());
    }
    run = import(u"assignments"_s, seats, about);
    QCOMPARE(count(run, u"unchanged"_s), 2);
}

void ImportTest::movesInFromGlpi()
{
    const QByteArray users(
        "\xEF\xBB\xBF\"Login\";\"Last name\";\"First name\";\"Emails\";\"Phone\";\"Location\";\"Active\"\r\n"
        "\"cdoe\";\"Doe\";\"Carol\";\"carol@example.org\";\"\";\"Paris\";\"Yes\"\r\n");
    CtlRun run = import(u"members"_s, users);
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    QCOMPARE(run.object().value(u"mapping"_s).toString(), u"GLPI users"_s);
    const QByteArray licenses(
        "\"Name\";\"Entity\";\"Software\";\"Serial "
        "number\";\"Number\";\"Type\";\"Expiration\";\"Publisher\"\r\n"
        "\"Drawing 2024\";\"Root\";\"Drawing\";\"S-1\";\"Unlimited\";\"OEM\";\"\";\"Lines SA\"\r\n");
    run = import(u"licenses"_s, licenses, {u"--create-missing"_s, u"--dry-run"_s});
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    QCOMPARE(count(run, u"added"_s), 1);
    run = import(u"licenses"_s, licenses, {u"--create-missing"_s});
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    const QByteArray items("Item type;Name;Entity;Serial number;Inventory number;Location;Status;Group;User\n"
                           "Computer;PC-17;Root;;;Paris;;;Doe Carol\n"
                           "User;Doe Carol;;;;;;;\n");
    run = import(u"assignments"_s, items, {u"--set"_s, u"license=Drawing 2024"_s, u"--leave-out-problems"_s});
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    QCOMPARE(run.object().value(u"mapping"_s).toString(), u"GLPI licence items"_s);
    QCOMPARE(count(run, u"added"_s), 1);
    QCOMPARE(count(run, u"rejected"_s), 1);
}

void ImportTest::asksAboutColumnsThatAreOnlySimilar()
{
    const QByteArray text("Personnel number,Name,Mail\nQ1,Quentin,q@example.org\n");
    CtlRun run = import(u"members"_s, text);
    QCOMPARE(run.exitCode, 2);
    const QString message = run.error().value(u"message"_s).toString();
    QVERIFY2(message.contains(u"--map 'number=Personnel number'"_s)
                 && message.contains(u"--map 'email=Mail'"_s),
             qPrintable(message));
    run = import(u"members"_s, text, {u"--map"_s, u"number=personnel number"_s, u"--map"_s, u"email=Mail"_s});
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    QCOMPARE(count(run, u"added"_s), 1);
}

void ImportTest::asksAboutDaysThatCanBeReadInTwoWays()
{
    const QByteArray text("number,name,email,joined_on\nQ2,Rita,r@example.org,03/04/2024\n");
    CtlRun run = import(u"members"_s, text);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.error().value(u"message"_s).toString().contains(u"--dates"_s));
    run = import(u"members"_s, text, {u"--dates"_s, u"month-first"_s});
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    run = m_ctl.json({u"member"_s, u"show"_s, u"Q2"_s});
    QVERIFY2(run.out.contains("2024-03-04"), run.out.constData());
}

void ImportTest::savesMappings()
{
    const QByteArray text("Nr;Who;Where to write\nS1;Sam;sam@example.org\n");
    CtlRun run = import(u"members"_s, text,
                        {u"--map"_s, u"number=Nr"_s, u"--map"_s, u"name=Who"_s, u"--map"_s,
                         u"email=Where to write"_s, u"--save-mapping"_s, u"Payroll"_s});
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    run = import(u"members"_s, "Nr;Who;Where to write\nS2;Sue;sue@example.org\n");
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    QCOMPARE(run.object().value(u"mapping"_s).toString(), u"Payroll"_s);
    QCOMPARE(count(run, u"added"_s), 1);
    run = m_ctl.json({u"import"_s, u"mappings"_s});
    QVERIFY2(run.out.contains("Payroll") && run.out.contains("Snipe-IT users")
                 && run.out.contains("GLPI licence items"),
             run.out.constData());
    run = import(u"members"_s, text, {u"--mapping"_s, u"Nothing"_s});
    QCOMPARE(run.exitCode, 2);
    run = import(u"members"_s, text, {u"--save-mapping"_s, u"GLPI users"_s});
    QCOMPARE(run.exitCode, 5);
}

void ImportTest::saysProblemsAndTakesThemCorrected()
{
    const QString errors = m_ctl.home() + u"/errors.csv"_s;
    CtlRun run = import(u"members"_s, "number,name,email\nC1,Cleo,cleo@example.org\nC2,Cid,nonsense\n",
                        {u"--errors"_s, errors});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(count(run, u"rejected"_s), 1);
    const QJsonObject problem = run.object().value(u"problems"_s).toArray().first().toObject();
    QCOMPARE(problem.value(u"row"_s).toInt(), 2);
    QCOMPARE(problem.value(u"line"_s).toInt(), 3);
    QCOMPARE(problem.value(u"column"_s).toString(), u"email"_s);
    QFile file(errors);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray corrected = file.readAll().replace("nonsense", "cid@example.org");
    run = import(u"members"_s, corrected);
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    QCOMPARE(count(run, u"added"_s), 1);
    run = m_ctl.json({u"undo"_s, QString::number(count(run, u"operation"_s))});
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
}

void ImportTest::readsStandardInput()
{
    const CtlRun run = m_ctl.run({u"--json"_s, u"import"_s, u"members"_s, u"-"_s, u"--dry-run"_s},
                                 "number,name,email\nI1,Ida,ida@example.org\n");
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    QCOMPARE(count(run, u"added"_s), 1);
}

void ImportTest::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("encoding") << QStringList{u"--encoding"_s, u"ebcdic"_s};
    QTest::newRow("delimiter") << QStringList{u"--delimiter"_s, u"x"_s};
    QTest::newRow("days") << QStringList{u"--dates"_s, u"backwards"_s};
    QTest::newRow("existing") << QStringList{u"--existing"_s, u"guess"_s};
    QTest::newRow("no such field") << QStringList{u"--map"_s, u"colour=name"_s};
    QTest::newRow("no such column") << QStringList{u"--map"_s, u"note=colour"_s};
    QTest::newRow("no mapping") << QStringList{u"--map"_s, u"note"_s};
    QTest::newRow("no such value") << QStringList{u"--set"_s, u"colour=red"_s};
}

void ImportTest::refusesWrongUsage()
{
    QFETCH(QStringList, options);
    const CtlRun run = import(u"members"_s, "number,name,email\nW1,Wim,wim@example.org\n", options);
    QVERIFY2(run.exitCode == 2, (run.err + run.out).constData());
    QVERIFY(!run.error().value(u"message"_s).toString().isEmpty());
}

QTEST_GUILESS_MAIN(ImportTest)
#include "importtest.moc"
