// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enums.h"
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qint64 licenseCount = 64;

// The same steps as the service sends for one member, plain.
QString scriptOf(const BenchGround &ground)
{
    return u"BEGIN;\n"
           "SELECT nextval('bench.turn') AS turn \\gset\n"
           "SELECT seatledger.begin_operation('assign', 'Bench', 'sql');\n"
           "INSERT INTO seatledger.license_assignment (license_id, member_id) "
           "VALUES (%1 + :turn % %2, %3 + :turn / %2 % %4);\n"
           "COMMIT;\n"_s.arg(ground.firstLicense)
               .arg(ground.licenses)
               .arg(ground.firstMember)
               .arg(ground.members);
}

double pgbenchRate(const BenchBook &book, const BenchGround &ground, int clients)
{
    const QTemporaryDir folder;
    QFile script(folder.filePath(u"assign.sql"_s));
    if (script.open(QIODevice::WriteOnly))
        script.write(scriptOf(ground).toUtf8());
    script.close();
    QProcess pgbench;
    const ConnectionSettings &to = book.database.settings();
    pgbench.start(book.program(u"pgbench"_s),
                  {u"-n"_s, u"-h"_s, to.host, u"-p"_s, QString::number(to.port), u"-U"_s, to.user, u"-f"_s,
                   script.fileName(), u"-c"_s, QString::number(clients), u"-j"_s, u"2"_s, u"-T"_s,
                   QString::number(book.plan.seconds), to.database});
    pgbench.waitForFinished(-1);
    static const QRegularExpression rate(u"tps = ([0-9.]+)"_s);
    const auto match = rate.match(QString::fromUtf8(pgbench.readAllStandardOutput()));
    if (!match.hasMatch())
        giveUp({ErrorCode::Internal, u"pgbench: "_s + QString::fromUtf8(pgbench.readAllStandardError()), {}});
    return match.captured(1).toDouble();
}

void assignOn(const BenchBook &book, const BenchGround &ground, std::atomic<qint64> &turn,
              std::atomic<qint64> &done, const std::atomic<bool> &isOver)
{
    const auto connection = book.database.connect();
    Session session(*connection, {u"bench"_s, OperationSource::Command});
    const QDate today = expected(book.services.operations.today(session));
    while (!isOver) {
        const qint64 mine = turn++;
        const AssignCommand command{
            .license = *LicenseId::fromValue(ground.firstLicense + mine % ground.licenses),
            .request = {
                .members = {*MemberId::fromValue(ground.firstMember
                                                 + mine / ground.licenses % ground.members)},
                .terms = {.quantity = Quantity::fromStored(1), .period = expected(Period::create(today))}}};
        expected(book.services.management.assign(session, command));
        ++done;
    }
}

double serviceRate(const BenchBook &book, const BenchGround &ground, int clients, std::atomic<qint64> &turn)
{
    std::atomic<qint64> done = 0;
    std::atomic<bool> isOver = false;
    std::vector<std::jthread> threads;
    QElapsedTimer timer;
    timer.start();
    for (int client = 0; client < clients; ++client)
        threads.emplace_back([&] { assignOn(book, ground, turn, done, isOver); });
    std::this_thread::sleep_for(std::chrono::seconds(book.plan.seconds));
    isOver = true;
    threads.clear();
    return static_cast<double>(done) * 1000 / static_cast<double>(timer.elapsed());
}

QString rangeOf(const Series &rates)
{
    return u"%1 a second (%2 to %3)"_s.arg(rates.median(), 8, 'f', 0)
        .arg(rates.minimum(), 0, 'f', 0)
        .arg(rates.maximum(), 0, 'f', 0);
}

} // namespace

void measureSingleAssign(const BenchBook &book)
{
    book.run(u"CREATE SCHEMA IF NOT EXISTS bench; CREATE SEQUENCE bench.turn MINVALUE 0"_s);
    const BenchGround forService = BenchGround::prepare(book, licenseCount, 20'000);
    const BenchGround forPgbench = BenchGround::prepare(book, licenseCount, 20'000);
    std::atomic<qint64> turn = 0;
    for (const int clients : {1, 16}) {
        Series service;
        Series pgbench;
        for (int repeat = 0; repeat < std::min(3, book.plan.repeats); ++repeat) {
            pgbench.add(pgbenchRate(book, forPgbench, clients));
            service.add(serviceRate(book, forService, clients, turn));
        }
        printHeading(u"Single assigns, %1 client(s), over %2 licences"_s.arg(clients).arg(licenseCount));
        printLine(u"pgbench: operation and INSERT"_s, rangeOf(pgbench));
        printLine(u"service: planned, explained, the same"_s, rangeOf(service));
        printLine(u"service / pgbench"_s, u"%1"_s.arg(service.median() / pgbench.median(), 0, 'f', 2));
    }
}

} // namespace seatledger
