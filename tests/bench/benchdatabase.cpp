// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchdatabase.h"

#include "core/db/migrator.h"
#include "core/db/query.h"
#include "core/domain/enums.h"
#include "core/workspace/bookdatabase.h"
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

void fill(Session &session, const SampleSize &sample)
{
    const qint64 self = QCoreApplication::applicationPid();
    const double idle = residentMegabytes(self);
    SampleOutcome filled;
    const double seconds = secondsOf([&]() -> Result<void> {
        const auto outcome = SampleApplicationService().fill(session, sample, [](qint64 done, qint64 total) {
            if (done % 100'000 == 0)
                std::fprintf(stderr, "sample: %lld of %lld\n", done, total);
        });
        if (outcome)
            filled = *outcome;
        return outcome ? Result<void>() : std::unexpected(outcome.error());
    });
    // As the server does by itself within minutes.
    expected(session.connection().execScript(u"VACUUM ANALYZE"_s));
    printHeading(u"Sample of %1 members, %2 licences, %3 entitlements, %4 assignments"_s.arg(filled.members)
                     .arg(filled.licenses)
                     .arg(filled.entitlements)
                     .arg(filled.assignments));
    printLine(u"filled by COPY under all rules in"_s, u"%1 s"_s.arg(seconds, 0, 'f', 1));
    printLine(u"memory above idle at its peak"_s, u"%1 MB"_s.arg(peakMegabytes(self) - idle, 0, 'f', 1));
}

bool isEmpty(Connection &connection)
{
    return expected(Query(connection, u"SELECT NOT EXISTS (SELECT FROM seatledger.member) AS empty"_s)
                        .one([](const Row &row) { return row.boolean("empty"); }));
}

bool exists(Connection &connection, const QString &database)
{
    return expected(Query(connection, u"SELECT count(*) AS found FROM pg_database WHERE datname = $1"_s)
                        .bind(database)
                        .one([](const Row &row) { return row.integer("found") > 0; }));
}

} // namespace

BenchDatabase::BenchDatabase(const QString &folder, const SampleSize &sample)
{
    if (folder.isEmpty())
        fillOwn(sample);
    else
        copyKept(folder, sample);
}

BenchDatabase::~BenchDatabase()
{
    close();
    if (m_workspace)
        administer(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_settings.database));
}

std::unique_ptr<Connection> BenchDatabase::connect() const
{
    return expected(Connection::open(m_settings));
}

void BenchDatabase::fillOwn(const SampleSize &sample)
{
    m_cluster.emplace(TestCluster::Durability::Durable);
    m_own.emplace(TestDatabase::Content::Schema, *m_cluster);
    m_settings = m_own->settings();
    open();
    fill(*m_session, sample);
}

void BenchDatabase::copyKept(const QString &folder, const SampleSize &sample)
{
    m_workspace.emplace(expected(Workspace::openOrCreate(folder)));
    expected(m_workspace->start());
    const QString kept = u"bench_%1_%2_%3_%4"_s.arg(sample.members)
                             .arg(sample.licenses)
                             .arg(sample.assignments)
                             .arg(sample.seed);
    keepFilled(kept, sample);
    const QString copy = u"bench_run_%1"_s.arg(QCoreApplication::applicationPid());
    administer(u"CREATE DATABASE %1 TEMPLATE %2 STRATEGY file_copy"_s.arg(copy, kept));
    m_settings.database = copy;
    open();
    expected(m_connection->execScript(u"SELECT seatledger.admit_operators_only()"_s));
}

/// Sees to it that the kept book is there, of this program's version and up to the day. An interrupted fill
/// leaves it empty, to be filled the next time.
void BenchDatabase::keepFilled(const QString &name, const SampleSize &sample)
{
    m_settings = m_workspace->settings();
    open();
    if (!exists(*m_connection, name))
        expected(createBookDatabase(*m_connection, name));
    m_settings.database = name;
    open();
    const bool hasNewIndexes = !expected(Migrator(*m_connection).up()).empty();
    if (isEmpty(*m_connection))
        fill(*m_session, sample);
    else if (hasNewIndexes)
        expected(m_connection->execScript(u"VACUUM ANALYZE"_s));
    expected(m_connection->execScript(u"SELECT seatledger.advance_due()"_s));
    close();
}

void BenchDatabase::administer(const QString &sql) const
{
    expected(expected(Connection::open(m_workspace->settings()))->execScript(sql));
}

void BenchDatabase::open()
{
    close();
    m_connection = connect();
    m_session = std::make_unique<Session>(*m_connection, Actor{u"bench"_s, OperationSource::Command});
}

void BenchDatabase::close()
{
    m_session.reset();
    m_connection.reset();
}

} // namespace seatledger
