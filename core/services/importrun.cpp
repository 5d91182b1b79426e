// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importrun.h"

#include "core/db/query.h"
#include "core/domain/seatplanner.h"
#include "core/services/importproblemfile.h"
#include "core/services/importreasons.h"
#include "core/services/importrowstager.h"
#include "core/services/importsecrets.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString summaryOf(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Members:
        return QCoreApplication::translate("import", "Import members from %1");
    case ImportKind::Licenses:
        return QCoreApplication::translate("import", "Import licences from %1");
    case ImportKind::Assignments:
        break;
    }
    return QCoreApplication::translate("import", "Import assignments from %1");
}

} // namespace

ImportMapping mappingOfFile(const ImportMapping &mapping, const QStringList &headings)
{
    ImportMapping kept = mapping;
    std::erase_if(kept.columns, [&](const ColumnMatch &column) {
        return !column.field.isEmpty() && !headings.contains(column.heading);
    });
    return kept;
}

QString headingOf(const ImportMapping &mapping, const QString &field)
{
    const QStringList parts = field == u"name"_s     ? QStringList{field, u"last_name"_s, u"first_name"_s}
                              : field == u"number"_s ? QStringList{field, u"username"_s}
                                                     : QStringList{field};
    for (const QString &part : parts) {
        const auto column = std::ranges::find(mapping.columns, part, &ColumnMatch::field);
        if (column != mapping.columns.end())
            return column->heading;
    }
    return importFieldTitle(mapping.kind, field);
}

ImportRun::ImportRun(Session &session, const ImportRequest &request, const PlanFactsReader &facts,
                     const OperationRepository &operations, const ImportProgressReport &progress)
    : m_session(session), m_request(request), m_facts(facts), m_operations(operations), m_progress(progress)
{}

Result<ImportOutcome> ImportRun::run()
{
    for (const Step each :
         {&ImportRun::begin, &ImportRun::read, &ImportRun::check, &ImportRun::summarise, &ImportRun::write}) {
        if (auto done = (this->*each)(); !done)
            return std::unexpected(std::move(done).error());
    }
    return std::move(m_outcome);
}

Result<void> ImportRun::begin()
{
    const TableFileFormat &format = m_request.format;
    const auto preview = TableFile::preview(
        m_request.path,
        {.encoding = format.encoding, .delimiter = format.delimiter, .hasHeadings = format.hasHeadings}, 1);
    if (!preview)
        return std::unexpected(preview.error());
    m_headings = preview->headings;
    m_bytes = preview->bytes;
    m_mapping = mappingOfFile(m_request.mapping, m_headings);
    if (auto fine = m_mapping.check(); !fine)
        return fine;
    m_terms.skipsExisting = m_request.onExisting == OnExisting::Skip;
    return m_repository.begin(m_session, m_request.kind);
}

Result<void> ImportRun::read()
{
    const auto currency = m_repository.currency(m_session);
    if (!currency)
        return std::unexpected(currency.error());
    ImportRowStager stager(m_mapping, m_headings, *currency);
    m_terms.fields = stager.fields();
    CopyIn copy(m_session, ImportRepository::target(m_request.kind));
    const auto take = [&](const TableRow &row) -> Result<void> {
        const auto staged = stager.stage(row);
        m_outcome.rows = row.row;
        m_passedOver += staged ? 0 : 1;
        return staged ? copy.fields(*staged) : Result<void>();
    };
    tell(ImportPhase::Reading, 0, m_bytes);
    const auto rows = TableFile::read(m_request.path, m_request.format, take,
                                      [this](qint64 bytes) { tell(ImportPhase::Reading, bytes, m_bytes); });
    if (!rows)
        return std::unexpected(rows.error());
    if (auto copied = copy.finish(); !copied)
        return std::unexpected(std::move(copied).error());
    tell(ImportPhase::Reading, m_bytes, m_bytes);
    return {};
}

Result<void> ImportRun::check()
{
    tell(ImportPhase::Checking, 0, m_outcome.rows);
    if (auto done = steps({"bad_values"_L1, "gather"_L1}); !done)
        return done;
    if (auto done = m_request.createMissing ? createMissing() : Result<void>(); !done)
        return done;
    if (auto done = steps({"resolve"_L1, "decide"_L1}); !done)
        return done;
    tell(ImportPhase::Checking, m_outcome.rows / 2, m_outcome.rows);
    if (m_request.onExisting == OnExisting::Stop) {
        if (auto done = step("stop"_L1); !done)
            return std::unexpected(std::move(done).error());
    }
    if (auto done = steps({"rules"_L1, "reject"_L1}); !done)
        return done;
    if (m_request.kind == ImportKind::Assignments) {
        if (auto done = steps({"overlaps"_L1, "reject"_L1}); !done)
            return done;
        if (auto done = checkSeats(); !done)
            return done;
    }
    tell(ImportPhase::Checking, m_outcome.rows, m_outcome.rows);
    return {};
}

Result<void> ImportRun::createMissing()
{
    if (m_request.kind == ImportKind::Members)
        return createDepartments();
    if (m_request.kind != ImportKind::Licenses)
        return {};
    if (auto opened = openOperation(); !opened)
        return opened;
    for (const QLatin1StringView name : {"add_vendors"_L1, "add_products"_L1}) {
        const auto made = step(name);
        if (!made)
            return std::unexpected(made.error());
        m_outcome.created += *made;
    }
    return {};
}

Result<void> ImportRun::createDepartments()
{
    const auto paths = m_repository.newDepartments(m_session);
    if (!paths)
        return std::unexpected(paths.error());
    for (const QString &path : *paths) {
        if (auto opened = openOperation(); !opened)
            return opened;
        std::optional<DepartmentId> parent;
        for (const QString &name : path.split(u" / "_s)) {
            const auto department = m_repository.ensureDepartment(m_session, parent, name);
            if (!department)
                return std::unexpected(department.error());
            parent = department->first;
            m_outcome.created += department->second ? 1 : 0;
        }
    }
    return {};
}

// Only of licences whose counters cannot say yes is it asked day by day, in the order of the file.
Result<void> ImportRun::checkSeats()
{
    const auto doubtful = m_repository.doubtfulLicenses(m_session);
    if (!doubtful || doubtful->isEmpty())
        return doubtful ? Result<void>() : std::unexpected(doubtful.error());
    const auto today = m_operations.today(m_session);
    if (!today)
        return std::unexpected(today.error());
    const auto facts = m_facts.read(m_session, *today, *doubtful, {});
    if (!facts)
        return std::unexpected(facts.error());
    const auto rows = m_repository.holdingsOf(m_session, *doubtful);
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<StagedProblem> problems;
    for (auto first = rows->begin(); first != rows->end();) {
        const auto end = std::find_if(
            first, rows->end(), [&](const StagedHolding &row) { return row.license != first->license; });
        std::vector<HoldingChange> changes;
        std::transform(first, end, std::back_inserter(changes),
                       [](const StagedHolding &row) { return row.change; });
        SeatPlanner planner(facts->at(first->license).facts.calendar, changes);
        for (std::size_t i = 0; i < changes.size(); ++i, ++first) {
            if (const auto refusal = planner.take(std::span(&changes[i], 1)))
                problems.push_back({.row = first->row,
                                    .line = first->line,
                                    .field = u"license"_s,
                                    .code = u"text"_s,
                                    .detail = refusal->sentence()});
        }
    }
    if (auto added = m_repository.addProblems(m_session, problems); !added)
        return added;
    return problems.empty() ? Result<void>() : steps({"reject"_L1});
}

Result<void> ImportRun::summarise()
{
    constexpr std::size_t mostProblems = 1'000;
    const auto counts = m_repository.counts(m_session, m_request.kind);
    if (!counts)
        return std::unexpected(counts.error());
    const auto problemCount = m_repository.problemCount(m_session);
    if (!problemCount)
        return std::unexpected(problemCount.error());
    const auto problems = m_repository.problems(m_session, 0, mostProblems);
    if (!problems)
        return std::unexpected(problems.error());
    m_outcome.added = counts->added;
    m_outcome.updated = counts->updated;
    m_outcome.unchanged = counts->unchanged;
    m_outcome.rejected = m_outcome.rows - m_passedOver - counts->added - counts->updated - counts->unchanged
                         - counts->skipped;
    m_outcome.problemCount = *problemCount;
    m_outcome.problems.clear();
    for (const StagedProblem &staged : std::span(*problems).first(std::min(mostProblems, problems->size())))
        m_outcome.problems.push_back(problemOf(staged));
    m_outcome.skipped = m_passedOver + counts->skipped;
    return {};
}

ImportProblem ImportRun::problemOf(const StagedProblem &staged) const
{
    const QString heading = headingOf(m_mapping, staged.field);
    const bool isSecret = isSecretField(m_mapping.kind, staged.field) || isSecretHeading(heading);
    return {.row = staged.row,
            .line = staged.line,
            .column = heading,
            .value = isSecret ? maskedSecret() : staged.value,
            .reason = importReason(staged)};
}

bool ImportRun::mayWrite() const
{
    return m_outcome.problemCount == 0 || m_request.leaveOutProblems;
}

// What only the writing shows (a cut of seats that are promised) is a problem of the row it came with; the
// rest is written again without it.
Result<void> ImportRun::write()
{
    constexpr int mostAttempts = 50;
    for (int left = mostAttempts; mayWrite() && m_outcome.added + m_outcome.updated > 0; --left) {
        auto written = attempt();
        if (written)
            break;
        const auto isOfRow = left > 1 ? refusedRow(written.error()) : Result<bool>(false);
        if (!isOfRow)
            return std::unexpected(isOfRow.error());
        if (!*isOfRow)
            return written;
        if (auto done = steps({"reject"_L1}); !done)
            return done;
        if (auto done = summarise(); !done)
            return done;
    }
    if (!m_request.problemsPath.isEmpty() && m_outcome.problemCount > 0) {
        const ImportProblemFile file(m_session, m_repository, m_mapping, m_headings);
        if (auto done = file.write(m_request, m_request.problemsPath); !done)
            return std::unexpected(std::move(done).error());
    }
    m_outcome.operation = mayWrite() && m_outcome.changesAnything() ? m_terms.operation : std::nullopt;
    return {};
}

Result<void> ImportRun::attempt()
{
    tell(ImportPhase::Writing, 0, m_outcome.added + m_outcome.updated);
    if (auto opened = openOperation(); !opened)
        return opened;
    const auto expected = m_repository.expectedRows(m_session, m_request.kind);
    if (!expected)
        return std::unexpected(expected.error());
    if (auto saved = Query(m_session, u"SAVEPOINT import_write"_s).exec(); !saved)
        return saved;
    const auto written = step("write"_L1);
    if (!written)
        return std::unexpected(written.error());
    if (*written != *expected)
        return failure(
            ErrorCode::Conflict,
            QCoreApplication::translate(
                "import", "Somebody else changed what the file is about in the meantime. Import it again."));
    tell(ImportPhase::Writing, *written, *written);
    return {};
}

Result<bool> ImportRun::refusedRow(const Error &error)
{
    const auto license = LicenseId::fromValue(error.details.value("license"_L1).toInteger());
    if (error.code != ErrorCode::RuleBroken || !license)
        return false;
    if (auto back = Query(m_session, u"ROLLBACK TO SAVEPOINT import_write"_s).exec(); !back)
        return std::unexpected(std::move(back).error());
    const auto row = m_repository.firstRowOf(m_session, m_request.kind, *license);
    if (!row || !*row)
        return row ? Result<bool>(false) : std::unexpected(row.error());
    StagedProblem problem = **row;
    problem.detail = inWords(error).message;
    if (auto added = m_repository.addProblems(m_session, {problem}); !added)
        return std::unexpected(std::move(added).error());
    return true;
}

Result<qint64> ImportRun::step(QLatin1StringView name)
{
    return m_repository.run(m_session, m_request.kind, name, m_terms);
}

Result<void> ImportRun::steps(std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (auto done = step(name); !done)
            return std::unexpected(std::move(done).error());
    }
    return {};
}

Result<void> ImportRun::openOperation()
{
    if (m_terms.operation)
        return {};
    Session importing(m_session.connection(), {m_session.actor().name, OperationSource::Import},
                      [this] { return m_session.now(); });
    const auto operation = m_operations.begin(
        importing, u"import"_s, summaryOf(m_request.kind).arg(QFileInfo(m_request.path).fileName()));
    if (!operation)
        return std::unexpected(operation.error());
    m_terms.operation = *operation;
    return {};
}

void ImportRun::tell(ImportPhase phase, qint64 done, qint64 total) const
{
    if (m_progress)
        m_progress({phase, done, total, m_outcome.rows});
}

} // namespace seatledger
