// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/ctl/ctlrunner.h"
#include "tests/support/testdatabase.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <random>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Ctrl+C, and the signals of who ends programs, while the command is at work: it stops, says so, and has
/// done nothing; one that is killed has done nothing either.
class InterruptTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_db.reset(); }
    void endsWhatWaits_data();
    void endsWhatWaits();
    void endsAnImportAtAnyMoment();
    void endsAnExport_data();
    void endsAnExport();
    void waitsForNobodyWhoTypes_data();
    void waitsForNobodyWhoTypes();

private:
    static constexpr int memberCount = 8'000;
    static constexpr int rounds = 4;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] std::unique_ptr<QProcess> started(const QStringList &arguments) const;
    /// What the book holds, in a word.
    [[nodiscard]] QString book()
    {
        return m_db->value(
            u"SELECT concat_ws(' ', (SELECT count(*) FROM seatledger.member), (SELECT count(*) "
            "FROM seatledger.license_assignment), (SELECT count(*) FROM seatledger.operation), "
            "(SELECT count(*) FROM seatledger.audit_statement), (SELECT count(*) FROM "
            "seatledger.department), (SELECT sum(promised) FROM seatledger.license_seats))"_s);
    }
    void verifyThatItIsGone();
    /// Has somebody else's transaction lock `table MODE`.
    static void hold(Connection &somebody, const QString &table)
    {
        VERIFY_RESULT(Query(somebody, u"BEGIN"_s).exec());
        VERIFY_RESULT(Query(somebody, u"LOCK TABLE seatledger.%1 IN %2 MODE"_s.arg(table.section(u' ', 0, 0),
                                                                                   table.section(u' ', 1)))
                          .exec());
    }
    void stopOnceItWaits(QProcess &process, int signal);
    static void verifyInterrupted(QProcess &process);

    std::unique_ptr<TestDatabase> m_db;
    QTemporaryDir m_folder;
};

void InterruptTest::initTestCase()
{
    m_db = std::make_unique<TestDatabase>();
    m_db->sql(
        u"INSERT INTO seatledger.vendor (id, name) VALUES (1, 'Acme'); INSERT INTO seatledger.product "
        "(id, vendor_id, name) VALUES (1, 1, 'Studio'); INSERT INTO seatledger.license (id, product_id, "
        "name, metric, term, state) VALUES (1, 1, 'IDE', 'named_user', 'perpetual', 'active'); INSERT "
        "INTO seatledger.entitlement (license_id, quantity, period) VALUES (1, NULL, '[2020-01-01,)'); "
        "INSERT INTO seatledger.member (number, name, email) SELECT 'A' || i, 'Member ' || i, 'a' || i "
        "|| '@example.org' FROM generate_series(1, %1) i"_s.arg(memberCount));
    QFile members(path(u"members.csv"_s));
    QFile seats(path(u"seats.csv"_s));
    QVERIFY(members.open(QIODevice::WriteOnly) && seats.open(QIODevice::WriteOnly));
    members.write("number,name,email,department\n");
    seats.write("member_number,license\n");
    for (int i = 1; i <= memberCount; ++i) {
        const QByteArray number = QByteArray::number(i);
        members.write('B' + number + ",New " + number + ",b" + number + "@example.org,Sales\n");
        seats.write('A' + number + ",IDE\n");
    }
}

std::unique_ptr<QProcess> InterruptTest::started(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->start(CtlRunner::program(), QStringList{u"--database"_s, m_db->settings().toUri()} + arguments);
    return process;
}

void InterruptTest::verifyInterrupted(QProcess &process)
{
    QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(20'000));
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 130, said.constData());
    QCOMPARE(said.trimmed(), "seatledgerctl: Cancelled; nothing was done."_ba);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

void InterruptTest::verifyThatItIsGone()
{
    QTRY_COMPARE_WITH_TIMEOUT(
        m_db->value(u"SELECT count(*) FROM pg_stat_activity WHERE application_name = 'seatledgerctl' AND "
                    "datname = current_database()"_s),
        u"0"_s, 20'000);
}

void InterruptTest::stopOnceItWaits(QProcess &process, int signal)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_db->value(u"SELECT count(*) FROM pg_stat_activity WHERE application_name = "
                                         "'seatledgerctl' AND wait_event_type = 'Lock' AND datname = "
                                         "current_database()"_s)
                                     == u"1"
                                 || process.state() == QProcess::NotRunning,
                             30'000);
    QVERIFY2(process.state() == QProcess::Running, process.readAllStandardError().constData());
    ::kill(static_cast<pid_t>(process.processId()), signal);
}

void InterruptTest::endsWhatWaits_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("table"); // that it writes, and which somebody else holds
    const QString file = path(u"members.csv"_s);
    const QStringList members{u"import"_s, u"members"_s, file, u"--create-missing"_s};
    const QStringList seats{u"import"_s, u"assignments"_s, path(u"seats.csv"_s)};
    const QStringList assign{u"assign"_s, u"IDE"_s, u"--from"_s, path(u"seats.csv"_s)};
    for (const auto &[name, signal] :
         {std::pair{"interrupt", SIGINT}, std::pair{"terminate", SIGTERM}, std::pair{"kill", SIGKILL}}) {
        QTest::addRow("members, %s", name) << signal << members << u"member"_s;
        QTest::addRow("assignments, %s", name) << signal << seats << u"license_assignment"_s;
    }
    QTest::addRow("assign, interrupt") << SIGINT << assign << u"license_assignment"_s;
}

void InterruptTest::endsWhatWaits()
{
    QFETCH(const int, signal);
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, table);
    const QString before = book();
    const auto somebody = m_db->connect();
    hold(*somebody, table + u" SHARE ROW EXCLUSIVE"_s);
    const auto process = started(arguments);
    stopOnceItWaits(*process, signal);
    if (signal == SIGKILL)
        QVERIFY(process->waitForFinished());
    else
        verifyInterrupted(*process);
    VERIFY_RESULT(Query(*somebody, u"ROLLBACK"_s).exec());
    verifyThatItIsGone();
    QCOMPARE(book(), before);
}

void InterruptTest::endsAnImportAtAnyMoment()
{
    const QStringList arguments{u"import"_s, u"assignments"_s, path(u"seats.csv"_s)};
    QElapsedTimer timer;
    timer.start();
    const auto trial = started(QStringList{arguments} << u"--dry-run"_s);
    QVERIFY(trial->waitForFinished(120'000));
    QVERIFY2(trial->exitCode() == 0, trial->readAllStandardError().constData());
    const auto usual = static_cast<int>(timer.elapsed());
    std::mt19937 random(20261127);
    const QString before = book();
    for (int round = 0; round < rounds; ++round) {
        const auto process = started(arguments);
        // not while it is still being loaded, when SIGINT just ends it
        const int moment = usual / 4 + static_cast<int>(random() % static_cast<unsigned>(usual / 2));
        const bool ended = process->waitForFinished(moment);
        QVERIFY2(!ended, "it was quicker than the trial");
        const bool kills = round % 2 == 1;
        ::kill(static_cast<pid_t>(process->processId()), kills ? SIGKILL : SIGINT);
        QVERIFY(process->waitForFinished(20'000));
        verifyThatItIsGone();
        if (book() != before) { // the rows were in the book, and it counted for reports
            QVERIFY(kills || process->exitCode() == 0);
            break;
        }
        if (!kills)
            verifyInterrupted(*process);
    }
    const auto whole = started(arguments);
    QVERIFY(whole->waitForFinished(120'000));
    QVERIFY2(whole->exitCode() == 0, whole->readAllStandardError().constData());
    QCOMPARE(m_db->value(u"SELECT count(*) FROM seatledger.license_assignment"_s),
             QString::number(memberCount));
}

void InterruptTest::endsAnExport_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("signal");
    QTest::addRow("csv") << u"csv"_s << SIGINT;
    QTest::addRow("xlsx") << u"xlsx"_s << SIGTERM;
    QTest::addRow("json") << u"json"_s << SIGINT;
}

void InterruptTest::endsAnExport()
{
    QFETCH(const QString, format);
    QFETCH(const int, signal);
    const QDir folder(path(format));
    QVERIFY(QDir().mkpath(folder.path()));
    const QString file = folder.filePath(u"list."_s + format);
    QFile old(file);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("what was there") > 0);
    old.close();
    const auto somebody = m_db->connect();
    hold(*somebody, u"audit_event ACCESS EXCLUSIVE"_s);
    const auto process = started({u"export"_s, u"audit"_s, u"--output"_s, file, u"--format"_s, format});
    stopOnceItWaits(*process, signal);
    verifyInterrupted(*process);
    QCOMPARE(folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList(u"list."_s + format));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), "what was there"_ba);
}

void InterruptTest::waitsForNobodyWhoTypes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addRow("import") << QStringList{u"import"_s, u"members"_s, u"-"_s};
    QTest::addRow("assign") << QStringList{u"assign"_s, u"IDE"_s, u"--from"_s, u"-"_s};
}

void InterruptTest::waitsForNobodyWhoTypes()
{
    QFETCH(const QStringList, arguments);
    const auto process = started(arguments); // whose standard input stays open
    QVERIFY(process->waitForStarted());
    QVERIFY(process->write("number\n") > 0);
    // between two statements it is idle, too, but not for long
    QTRY_COMPARE_WITH_TIMEOUT(
        m_db->value(
            u"SELECT count(*) FROM pg_stat_activity WHERE application_name = 'seatledgerctl' AND "
            "state = 'idle' AND state_change < clock_timestamp() - interval '0.5 s' AND datname = current_database()"_s),
        u"1"_s, 30'000);
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    verifyInterrupted(*process);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::InterruptTest)
#include "interrupttest.moc"
