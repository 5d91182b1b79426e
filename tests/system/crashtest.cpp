// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrator.h"
#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/ctl/ctlrunner.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int memberCount = 3000;
constexpr int serverRounds = 6;
constexpr int clientRounds = 6;

/// Through what the seats are given.
enum class Way { Service, Sql };

/// What is killed.
enum class Victim { WholeServer, Postmaster };

/// What the client of a bulk was told.
struct Told {
    std::optional<Error> error; ///< none: that it is committed
    [[nodiscard]] bool committed() const { return !error; }
};

} // namespace

/// The server or the client dies at a random moment of a bulk assign: all of it is there, or nothing, and the
/// book goes on.
class CrashTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void keepsAllOrNothingWhenTheServerIsKilled();
    void keepsAllOrNothingWhenTheClientIsKilled();

private:
    using Connected = Result<std::unique_ptr<Connection>>;

    [[nodiscard]] Connected connect() const { return Connection::open(m_database->settings()); }
    [[nodiscard]] static Result<qint64> number(Connection &connection, const QString &sql)
    {
        return Query(connection, sql).one([](const Row &row) { return row.integer("n"); });
    }
    [[nodiscard]] static Result<qint64> heldRows(Connection &connection, LicenseId license)
    {
        return number(connection, u"SELECT count(*) AS n FROM seatledger.license_assignment WHERE "
                                  "license_id = %1"_s.arg(license.value()));
    }

    /// A new licence with a seat for everybody.
    [[nodiscard]] Result<LicenseId> newLicense();
    [[nodiscard]] Told assignAll(Connection &connection, LicenseId license, Way way) const;

    /// Ends the server in the middle of a bulk, starts it again and verifies what is there.
    void killServerOnce(Way way, Victim victim);

    [[nodiscard]] std::unique_ptr<QProcess> startCommand(LicenseId license) const;
    void killClientOnce(std::chrono::milliseconds usualTime);
    void verifyThatTheClientIsGone();

    void verifyWholeOrNothing(LicenseId license, bool committed, const QString &what);
    void verifyBook(Connection &connection) const;

    /// Any moment of a bulk that takes so long, or shortly after it.
    [[nodiscard]] std::chrono::milliseconds anyMomentOf(std::chrono::milliseconds bulk)
    {
        return std::chrono::milliseconds(
            std::uniform_int_distribution<qint64>(0, bulk.count() * 6 / 5)(m_random));
    }

    const unsigned m_seed = qEnvironmentVariableIsSet("SEATLEDGER_SEED")
                                ? qEnvironmentVariable("SEATLEDGER_SEED").toUInt()
                                : std::random_device()();
    std::mt19937 m_random{m_seed};
    Services m_services;
    std::unique_ptr<TestCluster> m_cluster;
    std::unique_ptr<TestDatabase> m_database;
    QList<MemberId> m_members;
    QTemporaryDir m_folder;
    std::map<Way, std::chrono::milliseconds> m_usualTime;
    int m_licenses = 0;
};

void CrashTest::initTestCase()
{
    qInfo("seed %u (SEATLEDGER_SEED repeats it)", m_seed);
    m_cluster = std::make_unique<TestCluster>(TestCluster::Durability::Durable);
    // Migrated as people's books are, not copied from the template: until its first checkpoint, a crash sets
    // the sequences of a copied database back (CREATE DATABASE logs the pages, not the numbers logged ahead).
    m_database = std::make_unique<TestDatabase>(TestDatabase::Content::Empty, *m_cluster);
    VERIFY_RESULT(Migrator(m_database->connection()).up());
    m_database->sql(u"INSERT INTO seatledger.vendor (id, name) VALUES (1, 'V');"
                    "INSERT INTO seatledger.product (id, vendor_id, name) VALUES (1, 1, 'P');"
                    "INSERT INTO seatledger.member (number, name, email) SELECT n, 'Member ' || n, "
                    "'m' || n || '@example.org' FROM generate_series(1, %1) n;"_s.arg(memberCount));
    QFile file(m_folder.filePath(u"members.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("number\n");
    for (const QStringList &row : m_database->sql(u"SELECT id, number FROM seatledger.member"_s)) {
        m_members.append(*MemberId::fromValue(row[0].toLongLong()));
        file.write(row[1].toUtf8() + '\n');
    }
    QCOMPARE(m_members.size(), memberCount);
}

void CrashTest::cleanupTestCase()
{
    m_database.reset();
    m_cluster.reset();
}

Result<LicenseId> CrashTest::newLicense()
{
    const auto connection = connect();
    if (!connection)
        return std::unexpected(connection.error());
    const auto id = Query(**connection, u"INSERT INTO seatledger.license (product_id, name) VALUES (1, $1) "
                                        "RETURNING id AS n"_s)
                        .bind(u"Licence %1"_s.arg(++m_licenses))
                        .one([](const Row &row) { return LicenseId::fromValue(row.integer("n")).value(); });
    if (!id)
        return id;
    auto bought = Query(**connection, u"INSERT INTO seatledger.entitlement (license_id, quantity, period) "
                                      "VALUES ($1, $2, daterange(seatledger.today(), NULL))"_s)
                      .bind(*id)
                      .bind(memberCount)
                      .exec();
    if (!bought)
        return std::unexpected(std::move(bought).error());
    return id;
}

Told CrashTest::assignAll(Connection &connection, LicenseId license, Way way) const
{
    if (way == Way::Sql) {
        const auto done = Query(connection,
                                u"INSERT INTO seatledger.license_assignment (license_id, member_id) "
                                "SELECT $1, id FROM seatledger.member"_s)
                              .bind(license)
                              .exec();
        return {done ? std::nullopt : std::optional(done.error())};
    }
    Session session(connection, {u"tester"_s, OperationSource::Command});
    const auto today = m_services.operations.today(session);
    if (!today)
        return {today.error()};
    const AssignmentTerms terms{Quantity::fromStored(1), Period::create(*today).value(), {}};
    const std::vector<MemberId> members(m_members.begin(), m_members.end());
    const auto done = m_services.management.assign(session, {license, {members, terms}});
    return {done ? std::nullopt : std::optional(done.error())};
}

void CrashTest::verifyBook(Connection &connection) const
{
    Session session(connection, {u"tester"_s, OperationSource::Command});
    const auto report = m_services.doctor.examine(session);
    VERIFY_RESULT(report);
    QVERIFY(report->checks.size() > 10
            && std::ranges::find(report->checks, u"audit_chain"_s) != report->checks.end());
    for (const DoctorFinding &finding : report->findings)
        QFAIL(qPrintable(finding.check + u": "_s + finding.subject + u", "_s + finding.expected + u" but "_s
                         + finding.found));
}

void CrashTest::verifyWholeOrNothing(LicenseId license, bool committed, const QString &what)
{
    const auto connection = connect();
    VERIFY_RESULT(connection);
    const auto rows = heldRows(**connection, license);
    VERIFY_RESULT(rows);
    qInfo("%s: %s, %lld rows", qUtf8Printable(what), committed ? "told committed" : "told nothing",
          static_cast<long long>(*rows));
    QVERIFY2(*rows == 0 || *rows == memberCount, "a part of the bulk is there");
    QVERIFY2(!committed || *rows == memberCount, "what was committed is gone");
    verifyBook(**connection);
}

void CrashTest::killServerOnce(Way way, Victim victim)
{
    const auto license = newLicense();
    VERIFY_RESULT(license);
    const auto connection = connect();
    VERIFY_RESULT(connection);
    const auto moment = anyMomentOf(m_usualTime[way]);
    Told told;
    std::jthread bulk([&] { told = assignAll(**connection, *license, way); });
    std::this_thread::sleep_for(moment);
    victim == Victim::WholeServer ? m_cluster->killServer() : m_cluster->killPostmaster();
    const auto started = m_cluster->workspace().start();
    bulk.join();
    VERIFY_RESULT(started);
    if (told.error)
        QVERIFY2(told.error->code == ErrorCode::Offline, describe(*told.error).constData());
    verifyWholeOrNothing(
        *license, told.committed(),
        u"%1 killed after %2 ms of %3"_s.arg(victim == Victim::WholeServer ? u"server"_s : u"postmaster"_s)
            .arg(moment.count())
            .arg(way == Way::Service ? u"the service"_s : u"plain SQL"_s));
}

void CrashTest::keepsAllOrNothingWhenTheServerIsKilled()
{
    for (const Way way : {Way::Service, Way::Sql}) {
        const auto license = newLicense();
        VERIFY_RESULT(license);
        const auto connection = connect();
        VERIFY_RESULT(connection);
        QElapsedTimer timer;
        timer.start();
        const Told told = assignAll(**connection, *license, way);
        QVERIFY2(told.committed(), told.error ? describe(*told.error).constData() : "");
        m_usualTime[way] = std::chrono::milliseconds(timer.elapsed());
        verifyWholeOrNothing(*license, true, u"Nobody killed in %1 ms"_s.arg(timer.elapsed()));
    }
    for (int round = 0; round < serverRounds && !QTest::currentTestFailed(); ++round)
        killServerOnce(round % 3 == 2 ? Way::Sql : Way::Service,
                       round % 2 == 0 ? Victim::WholeServer : Victim::Postmaster);
}

std::unique_ptr<QProcess> CrashTest::startCommand(LicenseId license) const
{
    auto process = std::make_unique<QProcess>();
    process->start(CtlRunner::program(),
                   {u"--database"_s, m_database->settings().toUri(), u"assign"_s,
                    QString::number(license.value()), u"--from"_s, m_folder.filePath(u"members.csv"_s)});
    return process;
}

void CrashTest::verifyThatTheClientIsGone()
{
    const auto connection = connect();
    VERIFY_RESULT(connection);
    const auto left = [&] {
        return number(**connection,
                      u"SELECT count(*) AS n FROM pg_stat_activity a LEFT JOIN pg_locks l USING "
                      "(pid) WHERE application_name = 'seatledgerctl' OR l.database = (SELECT "
                      "oid FROM pg_database WHERE datname = current_database()) AND "
                      "pid <> pg_backend_pid()"_s);
    };
    VERIFY_RESULT(left());
    QTRY_COMPARE_WITH_TIMEOUT(left().value_or(-1), 0, 20'000);
}

void CrashTest::killClientOnce(std::chrono::milliseconds usualTime)
{
    const auto license = newLicense();
    VERIFY_RESULT(license);
    const auto command = startCommand(*license);
    QVERIFY(command->waitForStarted());
    const auto moment = anyMomentOf(usualTime);
    const bool ended = command->waitForFinished(static_cast<int>(moment.count()));
    if (!ended) {
        command->kill();
        QVERIFY(command->waitForFinished());
    }
    QCOMPARE(ended ? command->exitCode() : 0, 0);
    verifyThatTheClientIsGone();
    verifyWholeOrNothing(*license, ended, u"client killed after %1 ms"_s.arg(moment.count()));

    const auto connection = connect();
    VERIFY_RESULT(connection);
    const auto rows = heldRows(**connection, *license);
    VERIFY_RESULT(rows);
    const auto again = startCommand(*license);
    QVERIFY(again->waitForFinished());
    QVERIFY2(again->exitCode() == (*rows == 0 ? 0 : 1), again->readAllStandardError().constData());
    QCOMPARE(heldRows(**connection, *license).value_or(-1), memberCount);
}

void CrashTest::keepsAllOrNothingWhenTheClientIsKilled()
{
    const auto license = newLicense();
    VERIFY_RESULT(license);
    QElapsedTimer timer;
    timer.start();
    const auto command = startCommand(*license);
    QVERIFY(command->waitForFinished());
    QVERIFY2(command->exitCode() == 0, command->readAllStandardError().constData());
    const std::chrono::milliseconds usualTime(timer.elapsed());
    verifyWholeOrNothing(*license, true, u"Nobody killed in %1 ms"_s.arg(usualTime.count()));
    for (int round = 0; round < clientRounds && !QTest::currentTestFailed(); ++round)
        killClientOnce(usualTime);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::CrashTest)
#include "crashtest.moc"
