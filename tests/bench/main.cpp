// SPDX-License-Identifier: GPL-3.0-or-later
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

// Memory before the lists have used any; reading before what leaves rows behind.
const QList<Measure> measures{
    {u"export"_s, measureExport},       {u"lists"_s, measureLists},     {u"finding"_s, measureFinding},
    {u"roles"_s, measureRoles},         {u"reports"_s, measureReports}, {u"guides"_s, measureGuides},
    {u"trust"_s, measureTrust},         {u"window"_s, measureWindow},   {u"bulk"_s, measureBulkAssign},
    {u"single"_s, measureSingleAssign}, {u"import"_s, measureImport}};

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
        u"Measures Seatledger on a book of sample data, in a cluster of its own or one that is kept."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"members"_s, u"Members of the sample."_s, u"N"_s, u"10000"_s},
         {u"licenses"_s, u"Licences of the sample."_s, u"N"_s, u"200000"_s},
         {u"assignments"_s, u"Assignments of the sample."_s, u"N"_s, u"1000000"_s},
         {u"seed"_s, u"Seed of the sample."_s, u"N"_s, u"7"_s},
         {u"bulk"_s,
          u"Seats of the larger bulk, and members to import; a tenth and ten times as many beside."_s, u"N"_s,
          u"100000"_s},
         {u"repeats"_s, u"Runs of what takes seconds."_s, u"N"_s, u"5"_s},
         {u"queries"_s, u"Runs of each kind of query."_s, u"N"_s, u"60"_s},
         {u"seconds"_s, u"Seconds of each run of single assigns."_s, u"N"_s, u"8"_s},
         {u"work"_s,
          u"Of lists and reports, measure the time the server works: for a machine that is busy."_s},
         {u"keep"_s, u"Keep the filled book in this workspace, or measure a copy of the one kept there."_s,
          u"FOLDER"_s},
         {u"window"_s, u"Measure this executable of the window, too."_s, u"FILE"_s},
         {u"only"_s,
          u"Measure only this: export, lists, finding, roles, reports, guides, trust, window, bulk, single, import. May be repeated."_s,
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
    choice.plan.countsWork = parser.isSet(u"work"_s);
    choice.plan.keep = parser.value(u"keep"_s);
    choice.plan.window = parser.value(u"window"_s);
    choice.only = parser.values(u"only"_s);
    return choice;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Choice choice = choose(application);
    const BenchDatabase database(choice.plan.keep, choice.plan.sample);
    const Services services;
    const BenchBook book{choice.plan, database, services};
    printLine(u"size of the database"_s,
              u"%1 MB"_s.arg(book.number(u"SELECT pg_database_size(current_database())"_s) / 1'048'576));
    for (const Measure &measure : measures) {
        if (choice.only.isEmpty() || choice.only.contains(measure.name))
            measure.run(book);
    }
    return 0;
}
