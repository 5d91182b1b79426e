// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/transaction.h"
#include "core/domain/enums.h"
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

struct Measure {
    QString name;
    void (*run)(const BenchBook &);
};

// Reading first: what writes afterwards leaves rows behind.
const QList<Measure> measures{{u"lists"_s, measureLists},
                              {u"export"_s, measureExport},
                              {u"window"_s, measureWindow},
                              {u"bulk"_s, measureBulkAssign},
                              {u"single"_s, measureSingleAssign}};

struct Choice {
    BenchPlan plan;
    QStringList only;
};

qint64 numberOf(const QCommandLineParser &parser, const QString &option)
{
    bool isNumber = false;
    const qint64 number = parser.value(option).toLongLong(&isNumber);
    if (!isNumber || number < 0)
        giveUp({ErrorCode::InvalidInput, u"--%1 takes a number"_s.arg(option), {}});
    return number;
}

Choice choose(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures Seatledger on a book of sample data, in a cluster of its own."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"members"_s, u"Members of the sample."_s, u"N"_s, u"10000"_s},
         {u"licenses"_s, u"Licences of the sample."_s, u"N"_s, u"200000"_s},
         {u"assignments"_s, u"Assignments of the sample."_s, u"N"_s, u"1000000"_s},
         {u"seed"_s, u"Seed of the sample."_s, u"N"_s, u"7"_s},
         {u"bulk"_s, u"Seats of the larger bulk; the smaller is a tenth."_s, u"N"_s, u"100000"_s},
         {u"repeats"_s, u"Runs of what takes seconds."_s, u"N"_s, u"5"_s},
         {u"queries"_s, u"Runs of each kind of query."_s, u"N"_s, u"60"_s},
         {u"seconds"_s, u"Seconds of each run of single assigns."_s, u"N"_s, u"8"_s},
         {u"window"_s, u"Measure this executable of the window, too."_s, u"FILE"_s},
         {u"only"_s, u"Measure only this: lists, export, window, bulk, single. May be repeated."_s,
          u"NAME"_s}});
    parser.process(application);
    Choice choice;
    choice.plan.sample = {numberOf(parser, u"members"_s), numberOf(parser, u"licenses"_s),
                          numberOf(parser, u"assignments"_s),
                          static_cast<quint32>(numberOf(parser, u"seed"_s))};
    choice.plan.bulkRows = static_cast<int>(numberOf(parser, u"bulk"_s));
    choice.plan.repeats = static_cast<int>(numberOf(parser, u"repeats"_s));
    choice.plan.queries = static_cast<int>(numberOf(parser, u"queries"_s));
    choice.plan.seconds = static_cast<int>(numberOf(parser, u"seconds"_s));
    choice.plan.window = parser.value(u"window"_s);
    choice.only = parser.values(u"only"_s);
    return choice;
}

void fill(const BenchBook &book)
{
    const qint64 self = QCoreApplication::applicationPid();
    const double idle = residentMegabytes(self);
    SampleOutcome filled;
    const double seconds = secondsOf([&]() -> Result<void> {
        const auto outcome = book.services.sample.fill(
            book.session(), book.plan.sample, [](qint64 done, qint64 total) {
                if (done % 100'000 == 0)
                    std::fprintf(stderr, "sample: %lld of %lld\n", done, total);
            });
        if (outcome)
            filled = *outcome;
        return outcome ? Result<void>() : std::unexpected(outcome.error());
    });
    book.run(u"VACUUM ANALYZE"_s); // as the server does by itself within minutes
    printHeading(u"Sample of %1 members, %2 licences, %3 entitlements, %4 assignments"_s.arg(filled.members)
                     .arg(filled.licenses)
                     .arg(filled.entitlements)
                     .arg(filled.assignments));
    printLine(u"filled by COPY under all rules in"_s, u"%1 s"_s.arg(seconds, 0, 'f', 1));
    printLine(u"memory above idle at its peak"_s, u"%1 MB"_s.arg(peakMegabytes(self) - idle, 0, 'f', 1));
    printLine(u"size of the database"_s,
              u"%1 MB"_s.arg(book.number(u"SELECT pg_database_size(current_database())"_s) / 1'048'576));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Choice choice = choose(application);
    TestCluster cluster(TestCluster::Durability::Durable);
    TestDatabase database(TestDatabase::Content::Schema, cluster);
    const Services services;
    const BenchBook book{choice.plan, database, services};
    fill(book);
    for (const Measure &measure : measures) {
        if (choice.only.isEmpty() || choice.only.contains(measure.name))
            measure.run(book);
    }
    return 0;
}
