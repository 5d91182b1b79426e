// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "core/db/migrator.h"
#include "core/repositories/databaserepository.h"
#include "core/repositories/keptsums.h"
#include "core/workspace/workspaceupgrade.h"

#include <algorithm>
#include <iterator>
#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

QString stateName(ClusterState state)
{
    switch (state) {
    case ClusterState::Running:
        return u"running"_s;
    case ClusterState::Stopped:
        return u"stopped"_s;
    case ClusterState::Missing:
        break;
    }
    return u"missing"_s;
}

Result<void> startWorkspace(Context &context)
{
    if (auto session = context.session(); !session)
        return std::unexpected(std::move(session).error());
    context.keepRunning();
    Workspace *workspace = *context.workspace();
    context.output().result(u"The workspace %1 is running."_s.arg(workspace->location().name()),
                            {{u"name"_s, workspace->location().name()},
                             {u"state"_s, u"running"_s},
                             {u"uri"_s, workspace->uri()}});
    return {};
}

/// The workspace that is there; looking at one or stopping it does not make it.
Result<Workspace *> existingWorkspace(Context &context)
{
    const auto location = context.location();
    if (!location)
        return std::unexpected(location.error());
    if (location->clusterMajors().isEmpty())
        return failure(ErrorCode::NotFound,
                       u"There is no workspace in %1; `workspace start` makes one."_s.arg(location->folder()),
                       {{u"state"_s, u"missing"_s}, {u"folder"_s, location->folder()}});
    return context.workspace();
}

Result<void> stopWorkspace(Context &context)
{
    auto workspace = existingWorkspace(context);
    if (!workspace)
        return std::unexpected(std::move(workspace).error());
    if (auto stopped = (*workspace)->stop(); !stopped)
        return stopped;
    context.output().result(u"The workspace %1 is stopped."_s.arg((*workspace)->location().name()),
                            {{u"name"_s, (*workspace)->location().name()}, {u"state"_s, u"stopped"_s}});
    return {};
}

Result<void> showStatus(Context &context)
{
    auto workspace = existingWorkspace(context);
    if (!workspace)
        return std::unexpected(std::move(workspace).error());
    const auto status = (*workspace)->status();
    if (!status)
        return std::unexpected(status.error());
    const QString dump = status->newestDump ? status->newestDump->toString(Qt::ISODate) : u"none"_s;
    context.output().result(u"%1: %2, PostgreSQL %3\ndata    %4\nsocket  %5\ndump    %6"_s
                                .arg((*workspace)->location().name(), stateName(status->state))
                                .arg(status->postgresMajor)
                                .arg(status->dataFolder, status->socketFolder, dump),
                            {{u"name"_s, (*workspace)->location().name()},
                             {u"state"_s, stateName(status->state)},
                             {u"postgres"_s, status->postgresMajor},
                             {u"data_folder"_s, status->dataFolder},
                             {u"socket_folder"_s, status->socketFolder},
                             {u"newest_dump"_s, dump}});
    return {};
}

Result<void> discardOld(Context &context)
{
    const auto location = context.location();
    if (!location)
        return std::unexpected(location.error());
    const auto gone = discardOldClusters(location->folder());
    if (!gone)
        return std::unexpected(gone.error());
    context.output().result(gone->isEmpty() ? u"There is no old cluster."_s
                                            : u"Deleted "_s + gone->join(u", "_s),
                            {{u"deleted"_s, QJsonArray::fromStringList(*gone)}});
    return {};
}

/// What the doctor and the audit say of a book.
struct Examination {
    QString text; ///< the same for the same book
    bool isWhole = false;
    QJsonObject facts;
};

Result<Examination> examine(const Services &services, Session &session)
{
    const auto report = services.doctor.examine(session);
    if (!report)
        return std::unexpected(report.error());
    const auto audit = services.auditService.verify(session);
    if (!audit)
        return std::unexpected(audit.error());
    const QString head = QString::fromLatin1(audit->head.toHex());
    return Examination{
        .text = u"doctor %1, audit %2 links %3 %4"_s.arg(report->findings.size())
                    .arg(audit->links)
                    .arg(audit->isIntact() ? u"intact"_s : u"broken"_s, head),
        .isWhole = report->isClean() && audit->isIntact(),
        .facts = {{u"links"_s, audit->links}, {u"head"_s, head}, {u"doctor_clean"_s, report->isClean()}}};
}

/// What has to be the same before and after a move.
BookSummary summaryBy(Context &context)
{
    return [&context](Connection &book) -> Result<QString> {
        if (const auto current = Migrator(book).requireCurrent(); !current)
            return std::unexpected(current.error());
        book.setCancelToken(context.cancelToken());
        Session session(book, Actor{context.actorName(), OperationSource::Command});
        const auto counts = DatabaseRepository().summary(book);
        const auto found = counts ? examine(context.services(), session)
                                  : Result<Examination>(std::unexpected(counts.error()));
        if (!found)
            return std::unexpected(found.error());
        return *counts + u"; "_s + found->text;
    };
}

void tell(Context &context, const Examination &found, const QString &done, const QJsonObject &facts)
{
    QJsonObject all = found.facts;
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        all.insert(fact.key(), fact.value());
    const QString whole =
        found.isWhole ? u"The doctor finds nothing, and %1 links of the audit are intact."_s.arg(
                            found.facts.value(u"links"_s).toInteger())
                      : u"The doctor or the audit finds it damaged, as it was before: see `doctor`."_s;
    context.output().result(done + u' ' + whole, all);
}

Result<Examination> examineNew(Context &context)
{
    const auto book = context.book();
    if (!book)
        return std::unexpected(book.error());
    context.keepRunning();
    return examine(book->services, book->session);
}

Result<void> upgrade(Context &context)
{
    const auto location = context.location();
    if (!location)
        return std::unexpected(location.error());
    if (location->clusterMajors().isEmpty())
        return failure(ErrorCode::NotFound, u"There is no workspace in %1."_s.arg(location->folder()));
    const auto done = seatledger::upgradeWorkspace(location->folder(), summaryBy(context));
    if (!done)
        return std::unexpected(done.error());
    const auto found = examineNew(context);
    if (!found)
        return std::unexpected(found.error());
    tell(
        context, *found,
        u"PostgreSQL %1 -> %2. The old data is in %3, read-only; workspace upgrade --discard-old deletes it.\n"_s
            .arg(done->from)
            .arg(done->to)
            .arg(done->oldFolder),
        {{u"from"_s, done->from},
         {u"to"_s, done->to},
         {u"old_folder"_s, done->oldFolder},
         {u"new_folder"_s, done->newFolder}});
    return {};
}

Result<void> revive(Context &context)
{
    const auto location = context.location();
    if (!location)
        return std::unexpected(location.error());
    const auto done = seatledger::reviveWorkspace(location->folder());
    if (!done)
        return std::unexpected(done.error());
    if (auto connected = context.connection(); !connected)
        return std::unexpected(connected.error());
    if (auto migrated = Migrator(**context.connection()).up(); !migrated)
        return std::unexpected(migrated.error());
    const auto found = examineNew(context);
    if (!found)
        return std::unexpected(found.error());
    const QString written = done->writtenAt.isValid() ? done->writtenAt.toString(Qt::ISODate) : u"unknown"_s;
    tell(context, *found,
         u"PostgreSQL %1 -> %2, from the dump of %3. What was entered after that is not in it: the old data, "
         u"last "
         "written %4, is kept in %5.\n"_s.arg(done->from)
             .arg(done->to)
             .arg(done->takenAt.toString(Qt::ISODate), written, done->keptFolder),
         {{u"from"_s, done->from},
          {u"to"_s, done->to},
          {u"dump"_s, done->takenAt.toString(Qt::ISODate)},
          {u"written_at"_s, written},
          {u"kept_folder"_s, done->keptFolder}});
    return {};
}

Result<void> showUri(Context &context)
{
    auto workspace = context.workspace();
    if (!workspace)
        return std::unexpected(std::move(workspace).error());
    context.output().result((*workspace)->uri(), {{u"uri"_s, (*workspace)->uri()}});
    return {};
}

QString versionList(const std::vector<int> &versions)
{
    QStringList texts;
    for (int version : versions)
        texts.append(QString::number(version));
    return texts.join(u", "_s);
}

void reportVersions(Context &context, const QString &done, const std::vector<int> &versions)
{
    QJsonArray array;
    for (int version : versions)
        array.append(version);
    context.output().result(versions.empty() ? u"Nothing to do."_s : done.arg(versionList(versions)),
                            {{u"versions"_s, array}});
}

/// A verified dump before a book with data is changed; a server is backed up by its own means.
Result<void> dumpFirst(Context &context, Migrator &migrator)
{
    const auto states = migrator.status();
    if (!states)
        return std::unexpected(states.error());
    const auto applied = std::ranges::count_if(
        *states, [](const MigrationState &state) { return state.appliedAt.has_value(); });
    auto workspace = context.workspace();
    if (!workspace || applied == 0 || applied == std::ssize(*states))
        return {};
    if (auto dump = (*workspace)->dumps().take(); !dump)
        return std::unexpected(std::move(dump).error());
    return {};
}

/// Migrations mark what they change of what is kept; the book can be used meanwhile, or if that is cancelled.
void countForReports(Context &context, Connection &connection)
{
    Session session(connection, Actor{context.actorName(), OperationSource::Command});
    KeptSums().settle(session, [&context](qint64 done, qint64 all) {
        context.output().progress(u"counting for reports: %1 of %2 licences"_s.arg(done).arg(all));
    });
    context.output().endProgress();
}

Result<void> migrateUp(Context &context)
{
    auto connection = context.connection();
    if (!connection)
        return std::unexpected(std::move(connection).error());
    Migrator migrator(**connection);
    if (auto dumped = dumpFirst(context, migrator); !dumped)
        return dumped;
    const auto versions = migrator.up();
    if (!versions)
        return std::unexpected(versions.error());
    reportVersions(context, u"Applied migrations %1."_s, *versions);
    if (!versions->empty())
        countForReports(context, **connection);
    return {};
}

Result<void> migrateDown(Context &context, int steps)
{
    auto connection = context.connection();
    if (!connection)
        return std::unexpected(std::move(connection).error());
    const auto versions = Migrator(**connection).down(steps);
    if (!versions)
        return std::unexpected(versions.error());
    reportVersions(context, u"Took back migrations %1."_s, *versions);
    return {};
}

Result<void> migrateStatus(Context &context)
{
    auto connection = context.connection();
    if (!connection)
        return std::unexpected(std::move(connection).error());
    const auto states = Migrator(**connection).status();
    if (!states)
        return std::unexpected(states.error());
    QList<QJsonObject> rows;
    for (const MigrationState &state : *states) {
        rows.append({{u"version"_s, state.version},
                     {u"name"_s, state.name},
                     {u"applied_at"_s,
                      state.appliedAt ? QJsonValue(state.appliedAt->toString(Qt::ISODate)) : QJsonValue()},
                     {u"expands"_s, state.expands}});
    }
    context.output().table({u"version"_s, u"name"_s, u"applied_at"_s, u"expands"_s}, rows);
    return {};
}

} // namespace

void addWorkspaceCommands(CommandLine &line)
{
    CLI::App &workspace = addFamily(line, "workspace", "The private PostgreSQL cluster", "workspace status");
    const auto add = [&line, &workspace](const char *name, const char *description, const char *example,
                                         Action action) {
        addCommand(workspace, name, description, example).callback([&line, action] { line.action = action; });
    };
    add("start", "Create it if it is new, start it and leave it running", "workspace start", startWorkspace);
    add("stop", "Stop it for everybody", "workspace stop", stopWorkspace);
    add("status", "Whether it runs, and where it is", "--workspace sample workspace status", showStatus);
    add("uri", "What psql takes to reach it", "workspace uri | xargs psql", showUri);

    CLI::App &moving = addCommand(workspace, "upgrade",
                                  "Move it to the newest PostgreSQL that is installed; the old data stays",
                                  "workspace upgrade");
    auto discards = std::make_shared<bool>(false);
    auto revives = std::make_shared<bool>(false);
    CLI::Option *discard = moving.add_flag("--discard-old", *discards,
                                           "Delete what an earlier upgrade left instead");
    moving
        .add_flag(
            "--from-dump", *revives,
            "Its PostgreSQL is gone for good: make the book anew from the last dump, keep the old data aside")
        ->excludes(discard);
    moving.callback([&line, discards, revives] {
        line.action = *discards ? discardOld : *revives ? revive : upgrade;
    });

    CLI::App &migrate = addFamily(line, "migrate", "The schema of the book", "migrate status");
    addCommand(migrate, "up", "Bring it to this program's version; a private book with data is dumped first",
               "migrate up")
        .callback([&line] { line.action = migrateUp; });
    addCommand(migrate, "status", "Every migration and when it was applied", "migrate status")
        .callback([&line] { line.action = migrateStatus; });
    CLI::App &down = addCommand(migrate, "down", "Take the last migrations back", "migrate down 2");
    auto steps = std::make_shared<int>(1);
    down.add_option("N", *steps, "How many (1)")->check(CLI::PositiveNumber);
    down.callback(
        [&line, steps] { line.action = [steps](Context &context) { return migrateDown(context, *steps); }; });
}

} // namespace seatledger::ctl
