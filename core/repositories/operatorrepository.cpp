// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/operatorrepository.h"

#include "core/db/prepared.h"
#include "core/db/query.h"
#include "core/domain/apitoken.h"
#include "core/domain/enumtext.h"
#include "core/domain/featureswitch.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto table = "operator"_L1;
constexpr auto columns =
    "o.id, o.login, o.display_name, o.role, o.rights, o.member_id, o.disabled_at, o.version, "
    "ARRAY(SELECT d.department_id FROM seatledger.operator_department d "
    "WHERE d.operator_id = o.id AND d.ended_at IS NULL ORDER BY d.department_id) AS departments "
    "FROM seatledger.operator o "_L1;

std::vector<Right> rightsIn(const Row &row, const char *column)
{
    std::vector<Right> rights;
    for (const QString &name : row.texts(column)) {
        if (const auto right = fromText<Right>(name))
            rights.push_back(*right);
    }
    std::ranges::sort(rights);
    return rights;
}

std::vector<DepartmentId> departmentsIn(const Row &row, const char *column)
{
    std::vector<DepartmentId> departments;
    for (const qint64 id : row.integers(column)) {
        if (const auto department = DepartmentId::fromValue(id))
            departments.push_back(*department);
    }
    return departments;
}

QStringList namesOf(const std::vector<Right> &rights)
{
    QStringList names;
    std::ranges::transform(rights, std::back_inserter(names), [](Right right) { return toText(right); });
    return names;
}

Operator operatorFromRow(const Row &row)
{
    return Operator{{.login = OperatorLogin::fromStored(row.text("login")),
                     .displayName = Name::fromStored(row.text("display_name")),
                     .role = storedEnum<Role>(row, "role"),
                     .rights = rightsIn(row, "rights"),
                     .member = storedOptionalId<MemberId>(row, "member_id"),
                     .departments = departmentsIn(row, "departments")},
                    storedId<OperatorId>(row, "id"),
                    row.optionalDateTime("disabled_at"),
                    storedNumber(row, "version")};
}

PermissionTarget targetFromRow(const Row &row)
{
    return {.member = storedOptionalId<MemberId>(row, "member_id"),
            .department = storedOptionalId<DepartmentId>(row, "department_id")};
}

/// What the token that the transaction acts by leaves; nothing is narrowed without one.
std::optional<std::vector<Action>> narrowingIn(const Row &row, const char *column)
{
    if (row.isNull(column))
        return std::nullopt;
    std::vector<TokenScope> scopes;
    for (const QString &name : row.texts(column)) {
        if (const auto scope = fromText<TokenScope>(name))
            scopes.push_back(*scope);
    }
    return actionsWithin(scopes);
}

/// All switches at once, with whatever else is asked: few rows, and one way to the server less.
constexpr auto switches =
    "(SELECT jsonb_object_agg(f.name, jsonb_build_object('mode', f.mode, 'roles', f.roles, "
    "'percent', f.percent)) FROM seatledger.feature_switch f) AS switches"_L1;

std::vector<Feature> switchedOffIn(const Row &row, Role role, const QString &login)
{
    std::vector<FeatureFields> set;
    const QJsonObject rows = row.jsonObject("switches");
    for (auto named = rows.begin(); named != rows.end(); ++named) {
        const QJsonObject stored = named->toObject();
        FeatureFields fields{
            .name = named.key(),
            .mode = fromText<FeatureMode>(stored["mode"_L1].toString()).value_or(FeatureMode::Off),
            .percent = stored["percent"_L1].toInt()};
        for (const QJsonValue name : stored["roles"_L1].toArray()) {
            if (const auto known = fromText<Role>(name.toString()))
                fields.roles.push_back(*known);
        }
        set.push_back(std::move(fields));
    }
    return featuresOff(set, role, login);
}

ActingOperator actingFromRow(const Row &row)
{
    const Role role = storedEnum<Role>(row, "role");
    const QString login = row.text("login");
    return {.login = login,
            .id = storedId<OperatorId>(row, "id"),
            .displayName = row.text("display_name"),
            .subject = {.role = role,
                        .rights = rightsIn(row, "rights"),
                        .departments = departmentsIn(row, "departments"),
                        .member = storedOptionalId<MemberId>(row, "member_id"),
                        .narrowedTo = narrowingIn(row, "token_scopes"),
                        .switchedOff = switchedOffIn(row, role, login)}};
}

/// Who signed in without being an operator.
struct Stranger {
    QString login;
    bool isOwner;
};

Result<Stranger> strangerIn(Session &session)
{
    // asks no function of the book, which a stranger must not run
    return Query(session,
                 u"SELECT l.login, pg_has_role(l.login, n.nspowner, 'usage') AS is_owner "
                 "FROM pg_namespace n, (SELECT CASE WHEN current_setting('role') = 'none' OR "
                 "current_setting('role') ~ '^seatledger_' THEN session_user "
                 "ELSE current_setting('role')::name END AS login) l WHERE n.nspname = 'seatledger'"_s)
        .one([](const Row &row) { return Stranger{row.text("login"), row.boolean("is_owner")}; });
}

Result<ActingOperator> ownerOrNobody(Session &session)
{
    const auto stranger = strangerIn(session);
    if (!stranger)
        return std::unexpected(stranger.error());
    if (stranger->isOwner) {
        auto off = Query(session, u"SELECT "_s + switches).one([&](const Row &row) {
            return switchedOffIn(row, Role::Administrator, stranger->login);
        });
        if (!off)
            return std::unexpected(std::move(off).error());
        return ActingOperator{.login = stranger->login,
                              .displayName = stranger->login,
                              .subject = {.role = Role::Administrator, .switchedOff = *std::move(off)}};
    }
    return failure(ErrorCode::Forbidden,
                   QCoreApplication::translate(
                       "repositories",
                       "%1 is no operator of this book, or was disabled. Ask an administrator to "
                       "add or enable this login.")
                       .arg(stranger->login),
                   {{u"reason"_s, u"no_operator"_s}, {u"login"_s, stranger->login}});
}

} // namespace

Result<std::vector<Operator>> OperatorRepository::list(Session &session) const
{
    return Query(session, u"SELECT "_s + columns + u"ORDER BY o.login"_s).all(operatorFromRow);
}

Result<Operator> OperatorRepository::find(Session &session, OperatorId id) const
{
    return foundRow(
        Query(session, u"SELECT "_s + columns + u"WHERE o.id = $1"_s).bind(id).first(operatorFromRow), table,
        id.value());
}

Result<std::optional<Operator>> OperatorRepository::findByLogin(Session &session, const QString &login) const
{
    return Query(session, u"SELECT "_s + columns + u"WHERE o.login = $1"_s)
        .bind(login)
        .first(operatorFromRow);
}

Result<Operator> OperatorRepository::add(Session &session, const OperatorFields &fields) const
{
    const auto id = Query(session,
                          u"INSERT INTO seatledger.operator (login, display_name, role, rights, member_id) "
                          "VALUES (:login, :display_name, :role, :rights, :member) RETURNING id"_s)
                        .bind("login", fields.login.text())
                        .bind("display_name", fields.displayName.text())
                        .bind("role", toText(fields.role))
                        .bind("rights", namesOf(fields.rights))
                        .bind("member", fields.member)
                        .one([](const Row &row) { return storedId<OperatorId>(row, "id"); });
    if (!id)
        return std::unexpected(id.error());
    if (auto set = setDepartments(session, *id, fields.departments); !set)
        return std::unexpected(std::move(set).error());
    return find(session, *id);
}

Result<Operator> OperatorRepository::update(Session &session, const Operator &changed) const
{
    // written even where only departments change: its version stands for them, too
    const auto written = updatedRow(
        session,
        Query(session,
              u"UPDATE seatledger.operator SET display_name = :display_name, role = :role, rights = :rights, "
              "member_id = :member, disabled_at = :disabled_at WHERE id = :id AND version = :version "
              "RETURNING id"_s)
            .bind("display_name", changed.displayName.text())
            .bind("role", toText(changed.role))
            .bind("rights", namesOf(changed.rights))
            .bind("member", changed.member)
            .bind("disabled_at", changed.disabledAt)
            .bind("id", changed.id)
            .bind("version", changed.version)
            .first([](const Row &row) { return storedId<OperatorId>(row, "id"); }),
        table, changed.id.value());
    if (!written)
        return std::unexpected(written.error());
    if (auto set = setDepartments(session, changed.id, changed.departments); !set)
        return std::unexpected(std::move(set).error());
    return find(session, changed.id);
}

Result<void> OperatorRepository::setDepartments(Session &session, OperatorId id,
                                                const std::vector<DepartmentId> &departments) const
{
    const QList<DepartmentId> wanted(departments.begin(), departments.end());
    auto ended = Query(session, u"UPDATE seatledger.operator_department SET ended_at = now() "
                                "WHERE operator_id = $1 AND ended_at IS NULL AND department_id <> ALL ($2)"_s)
                     .bind(id)
                     .bind(wanted)
                     .exec();
    if (!ended)
        return ended;
    return Query(session, u"INSERT INTO seatledger.operator_department (operator_id, department_id) "
                          "SELECT $1::bigint, w.id FROM unnest($2::bigint[]) w(id) WHERE NOT EXISTS ("
                          "SELECT FROM seatledger.operator_department d "
                          "WHERE d.operator_id = $1 AND d.department_id = w.id AND d.ended_at IS NULL)"_s)
        .bind(id)
        .bind(wanted)
        .exec();
}

Result<void> OperatorRepository::setPassword(Session &session, const QString &login, const QString &verifier,
                                             const std::optional<QDateTime> &validUntil) const
{
    return Query(session, u"SELECT seatledger.set_operator_password($1, $2, $3)"_s)
        .bind(login)
        .bind(verifier)
        .bind(validUntil)
        .exec();
}

Result<ActingOperator> OperatorRepository::actingOperator(Session &session) const
{
    auto acting = Query(session,
                        prepared(u"SELECT o.id, o.login, o.display_name, o.role, o.rights, o.member_id, "
                                 "seatledger.acting_departments() AS departments, "
                                 "seatledger.token_scopes() AS token_scopes, "_s
                                 + switches
                                 + u" FROM seatledger.operator o "
                                   "WHERE o.id = seatledger.acting_operator()"_s))
                      .first(actingFromRow);
    if (acting && *acting)
        return **std::move(acting);
    if (!acting && (acting.error().code != ErrorCode::Forbidden || session.connection().inTransaction()))
        return std::unexpected(std::move(acting).error());
    return ownerOrNobody(session);
}

Result<void> OperatorRepository::takeOn(Session &session, const QString &login) const
{
    return Query(session, u"SELECT set_config('session_authorization', $1, false)"_s).bind(login).exec();
}

Result<PermissionSubject> OperatorRepository::subjectOf(Session &session, const Operator &found) const
{
    return Query(session, u"SELECT seatledger.operator_scope($1) AS departments, "_s + switches)
        .bind(found.id)
        .one([&found](const Row &row) {
            return PermissionSubject{.role = found.role,
                                     .rights = found.rights,
                                     .departments = departmentsIn(row, "departments"),
                                     .member = found.member,
                                     .switchedOff = switchedOffIn(row, found.role, found.login.text())};
        });
}

Result<std::vector<PermissionTarget>> OperatorRepository::holdersOf(
    Session &session, const QList<AssignmentId> &assignments) const
{
    return Query(session,
                 u"SELECT DISTINCT m.id AS member_id, m.department_id FROM unnest($1::bigint[]) w(id) "
                 "JOIN seatledger.license_assignment a ON a.id = w.id "
                 "JOIN seatledger.member m ON m.id = a.member_id"_s)
        .bind(assignments)
        .all(targetFromRow);
}

Result<std::vector<PermissionTarget>> OperatorRepository::targetsOf(Session &session,
                                                                    const QList<MemberId> &members) const
{
    return Query(session,
                 u"SELECT DISTINCT m.id AS member_id, m.department_id FROM unnest($1::bigint[]) w(id) "
                 "JOIN seatledger.member m ON m.id = w.id"_s)
        .bind(members)
        .all(targetFromRow);
}

Result<bool> OperatorRepository::holds(Session &session, MemberId member, LicenseId license,
                                       Seats seats) const
{
    return Query(session,
                 u"SELECT EXISTS (SELECT FROM seatledger.license_assignment a "
                 "WHERE a.member_id = $1 AND a.license_id = $2 AND ($3 OR a.state = 'active')) AS holds"_s)
        .bind(member)
        .bind(license)
        .bind(seats == Seats::Any)
        .one([](const Row &row) { return row.boolean("holds"); });
}

} // namespace seatledger
