// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/importrepository.h"

#include "core/db/copy.h"
#include "core/db/query.h"
#include "core/repositories/storedvalue.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

using Steps = QHash<QString, QStringList>;

/// The statements of a file by the step they belong to.
Steps readSteps(const QString &name)
{
    QFile file(u":/import/"_s + name + u".sql"_s);
    Steps steps;
    if (!file.open(QIODevice::ReadOnly))
        return steps;
    const QStringList parts = QString::fromUtf8(file.readAll()).split(u"\n--: "_s);
    for (const QString &part : parts.sliced(1)) {
        const qsizetype end = part.indexOf(u'\n');
        steps[part.first(end).trimmed()].append(part.sliced(end + 1));
    }
    return steps;
}

/// What is done to this kind; of steps that it has not, what is done to all.
const QStringList &statements(ImportKind kind, QLatin1StringView step)
{
    static const QHash<ImportKind, Steps> ofKinds = [] {
        QHash<ImportKind, Steps> kinds;
        for (const EnumEntry<ImportKind> &entry : enumEntries<ImportKind>())
            kinds.insert(entry.value, readSteps(entry.name));
        return kinds;
    }();
    static const Steps common = readSteps(u"common"_s);
    static const QStringList none;
    const auto own = ofKinds.constFind(kind)->constFind(step);
    if (own != ofKinds.constFind(kind)->constEnd())
        return *own;
    const auto shared = common.constFind(step);
    return shared == common.constEnd() ? none : *shared;
}

QString statement(ImportKind kind, QLatin1StringView step)
{
    return statements(kind, step).value(0);
}

StagedProblem problemFromRow(const Row &row)
{
    return {.row = row.integer("nr"),
            .line = row.integer("line"),
            .field = row.text("field"),
            .value = row.text("value"),
            .code = row.text("code"),
            .detail = row.text("detail")};
}

std::optional<Holding> holdingBefore(const Row &row, MemberId member)
{
    const auto id = storedOptionalId<AssignmentId>(row, "existing");
    if (!id)
        return std::nullopt;
    return Holding{.id = id,
                   .member = member,
                   .quantity = Quantity::fromStored(row.integer("old_quantity")),
                   .period = Period::fromStored(row.date("old_first_day"), row.optionalDate("old_end_day")),
                   .state = storedEnum<AssignmentState>(row, "old_state"),
                   .seatReleased = row.boolean("old_released"),
                   .suspendedUntil = row.optionalDate("old_suspended_until")};
}

StagedHolding stagedFromRow(const Row &row)
{
    const auto member = storedId<MemberId>(row, "member_id");
    return {.row = row.integer("nr"),
            .line = row.integer("line"),
            .license = storedId<LicenseId>(row, "license_id"),
            .change = {.before = holdingBefore(row, member),
                       .after = Holding{.id = storedOptionalId<AssignmentId>(row, "existing"),
                                        .member = member,
                                        .quantity = Quantity::fromStored(row.integer("quantity")),
                                        .period = storedPeriod(row),
                                        .state = storedEnum<AssignmentState>(row, "state"),
                                        .seatReleased = row.boolean("seat_released"),
                                        .suspendedUntil = row.optionalDate("suspended_until")}}};
}

} // namespace

Result<void> ImportRepository::begin(Session &session, ImportKind kind) const
{
    for (const QLatin1StringView step : {"begin"_L1, "stage"_L1}) {
        if (auto done = run(session, kind, step, {}); !done)
            return std::unexpected(std::move(done).error());
    }
    return {};
}

QStringList ImportRepository::stagedFields(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Members:
        return {u"number"_s, u"name"_s,      u"email"_s,   u"department"_s,
                u"status"_s, u"joined_on"_s, u"left_on"_s, u"note"_s};
    case ImportKind::Licenses:
        return {u"license"_s,
                u"vendor"_s,
                u"product"_s,
                u"metric"_s,
                u"term"_s,
                u"state"_s,
                u"owner"_s,
                u"overage_percent"_s,
                u"devices_per_seat"_s,
                u"floating_lease_minutes"_s,
                u"expiry_action"_s,
                u"low_seat_threshold"_s,
                u"note"_s,
                u"seats"_s,
                u"is_unlimited"_s,
                u"from_day"_s,
                u"until_day"_s,
                u"price_minor"_s,
                u"currency"_s,
                u"billing"_s,
                u"order_number"_s,
                u"supplier"_s,
                u"entitlement_note"_s,
                u"entitlement"_s,
                u"renews"_s,
                u"cancelled_at"_s,
                u"license_key"_s,
                u"entitlement_key"_s,
                u"pool_keys"_s};
    case ImportKind::Assignments:
        break;
    }
    return {u"license"_s,         u"person_kind"_s, u"person"_s,     u"quantity"_s,
            u"from_day"_s,        u"until_day"_s,   u"state"_s,      u"seat_released"_s,
            u"suspended_until"_s, u"ended_on"_s,    u"end_reason"_s, u"note"_s};
}

QString ImportRepository::target(ImportKind kind)
{
    return u"pg_temp.import_row (nr, line, %1, bad)"_s.arg(stagedFields(kind).join(u", "_s));
}

Result<qint64> ImportRepository::run(Session &session, ImportKind kind, QLatin1StringView step,
                                     const ImportTerms &terms) const
{
    qint64 rows = 0;
    for (const QString &sql : statements(kind, step)) {
        const auto done = runText(session, sql, terms);
        if (!done)
            return done;
        rows += *done;
    }
    return rows;
}

Result<qint64> ImportRepository::runText(Session &session, const QString &sql, const ImportTerms &terms) const
{
    Query query(session, sql);
    if (sql.contains(u":fields"_s))
        query.bind("fields", terms.fields);
    if (sql.contains(u":existing"_s))
        query.bind("existing", terms.skipsExisting ? "skip"_L1 : "update"_L1);
    if (sql.contains(u":operation"_s))
        query.bind("operation", terms.operation);
    if (auto done = query.exec(); !done)
        return std::unexpected(std::move(done).error());
    return query.rowsAffected();
}

Result<QStringList> ImportRepository::newDepartments(Session &session) const
{
    const auto paths = Query(session, statement(ImportKind::Members, "new_departments"_L1))
                           .all([](const Row &row) { return row.text("path"); });
    if (!paths)
        return std::unexpected(paths.error());
    return QStringList(paths->begin(), paths->end());
}

Result<std::pair<DepartmentId, bool>> ImportRepository::ensureDepartment(Session &session,
                                                                         std::optional<DepartmentId> parent,
                                                                         const QString &name) const
{
    Query add(session, statement(ImportKind::Members, "add_department"_L1));
    add.bind("parent", parent).bind("name", name);
    if (auto added = add.exec(); !added)
        return std::unexpected(std::move(added).error());
    const auto id = Query(session, statement(ImportKind::Members, "find_department"_L1))
                        .bind("parent", parent)
                        .bind("name", name)
                        .one([](const Row &row) { return storedId<DepartmentId>(row, "id"); });
    if (!id)
        return std::unexpected(id.error());
    return std::pair{*id, add.rowsAffected() > 0};
}

Result<QList<LicenseId>> ImportRepository::doubtfulLicenses(Session &session) const
{
    const auto ids = Query(session, statement(ImportKind::Assignments, "doubtful"_L1))
                         .all([](const Row &row) { return storedId<LicenseId>(row, "license_id"); });
    if (!ids)
        return std::unexpected(ids.error());
    return QList<LicenseId>(ids->begin(), ids->end());
}

Result<std::vector<StagedHolding>> ImportRepository::holdingsOf(Session &session,
                                                                const QList<LicenseId> &licenses) const
{
    return Query(session, statement(ImportKind::Assignments, "candidates"_L1))
        .bind("licenses", licenses)
        .all(stagedFromRow);
}

Result<void> ImportRepository::addProblems(Session &session, const std::vector<StagedProblem> &problems) const
{
    if (problems.empty())
        return {};
    CopyIn copy(session, u"pg_temp.import_problem (nr, line, field, value, code, detail)"_s);
    for (const StagedProblem &problem : problems) {
        if (auto written = copy.row(
                {problem.row, problem.line, problem.field, problem.value, problem.code, problem.detail});
            !written)
            return written;
    }
    if (auto done = copy.finish(); !done)
        return std::unexpected(std::move(done).error());
    return {};
}

Result<std::optional<StagedProblem>> ImportRepository::firstRowOf(Session &session, ImportKind kind,
                                                                  LicenseId license) const
{
    const QString column = kind == ImportKind::Licenses ? u"existing"_s : u"license_id"_s;
    return Query(session,
                 u"SELECT nr, line, NULL::text AS field, NULL::text AS value, 'text' AS code, NULL::text AS "
                 "detail FROM pg_temp.import_change WHERE %1 = $1 ORDER BY nr LIMIT 1"_s.arg(column))
        .bind(license)
        .first(problemFromRow);
}

Result<Currency> ImportRepository::currency(Session &session) const
{
    return Query(session, statement(ImportKind::Members, "currency"_L1)).one([](const Row &row) {
        return Currency::fromStored(row.text("value"));
    });
}

Result<qint64> ImportRepository::expectedRows(Session &session, ImportKind kind) const
{
    return Query(session, statement(kind, "expected"_L1)).one([](const Row &row) {
        return row.integer("rows");
    });
}

Result<StagedCounts> ImportRepository::counts(Session &session, ImportKind kind) const
{
    StagedCounts counts;
    Query query(session, statement(kind, "count"_L1));
    if (auto done = query.exec(); !done)
        return std::unexpected(std::move(done).error());
    while (query.next()) {
        const QString action = query.row().text("action");
        qint64 &count = action == u"add"      ? counts.added
                        : action == u"update" ? counts.updated
                        : action == u"skip"   ? counts.skipped
                                              : counts.unchanged;
        count = query.row().integer("lines");
    }
    if (auto read = query.readError(); !read)
        return std::unexpected(std::move(read).error());
    return counts;
}

Result<qint64> ImportRepository::problemCount(Session &session) const
{
    return Query(session, u"SELECT count(*) AS problems FROM pg_temp.import_problem"_s)
        .one([](const Row &row) { return row.integer("problems"); });
}

Result<std::vector<StagedProblem>> ImportRepository::problems(Session &session, qint64 afterRow,
                                                              qint64 limit) const
{
    return Query(session, u"SELECT nr, line, field, value, code, detail FROM pg_temp.import_problem "
                          "WHERE nr > :after AND nr <= coalesce((SELECT nr FROM pg_temp.import_problem "
                          "WHERE nr > :after ORDER BY nr OFFSET :limit LIMIT 1), 9223372036854775807) "
                          "ORDER BY nr, field, code"_s)
        .bind("after", afterRow)
        .bind("limit", limit)
        .all(problemFromRow);
}

} // namespace seatledger
