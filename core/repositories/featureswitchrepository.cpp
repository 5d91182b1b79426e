// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/featureswitchrepository.h"

#include "core/db/query.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto columns = "id, name, mode, roles, percent, note, version"_L1;
constexpr auto changes =
    " LEFT JOIN LATERAL (SELECT s.at, o.actor FROM seatledger.audit_event e "
    "JOIN seatledger.audit_statement s ON s.id = e.statement_id "
    "JOIN seatledger.operation o ON o.id = s.operation_id "
    "WHERE e.entity = 'feature_switch' AND e.entity_id = f.id ORDER BY e.statement_id DESC LIMIT 1) c "
    "ON true"_L1;

FeatureSwitch switchFromRow(const Row &row)
{
    std::vector<Role> roles;
    for (const QString &name : row.texts("roles")) {
        if (const auto role = fromText<Role>(name))
            roles.push_back(*role);
    }
    std::ranges::sort(roles);
    return FeatureSwitch{{.name = row.text("name"),
                          .mode = storedEnum<FeatureMode>(row, "mode"),
                          .roles = std::move(roles),
                          .percent = storedNumber(row, "percent"),
                          .note = ValidText<SwitchNoteRule>::fromStored(row.text("note"))},
                         storedId<FeatureSwitchId>(row, "id"),
                         storedNumber(row, "version")};
}

QStringList namesOf(const std::vector<Role> &roles)
{
    QStringList names;
    for (const Role role : roles)
        names.append(toText(role));
    return names;
}

} // namespace

Result<std::vector<FeatureSwitch>> FeatureSwitchRepository::list(Session &session) const
{
    return Query(session, u"SELECT "_s + columns + u" FROM seatledger.feature_switch ORDER BY name"_s)
        .all(switchFromRow);
}

Result<std::vector<FeatureSwitchRow>> FeatureSwitchRepository::listWithChanges(Session &session) const
{
    return Query(session, u"SELECT f.*, c.at, c.actor FROM seatledger.feature_switch f"_s + changes
                              + u" ORDER BY f.name"_s)
        .all([](const Row &row) {
            return FeatureSwitchRow{switchFromRow(row), row.optionalDateTime("at"), row.text("actor")};
        });
}

Result<std::vector<FeaturePerson>> FeatureSwitchRepository::people(Session &session) const
{
    return Query(session, u"SELECT login, display_name, role FROM seatledger.operator "
                          "WHERE disabled_at IS NULL ORDER BY display_name, login"_s)
        .all([](const Row &row) {
            return FeaturePerson{row.text("login"), row.text("display_name"), storedEnum<Role>(row, "role")};
        });
}

Result<std::optional<FeatureSwitch>> FeatureSwitchRepository::find(Session &session,
                                                                   const QString &name) const
{
    return Query(session, u"SELECT "_s + columns + u" FROM seatledger.feature_switch WHERE name = $1"_s)
        .bind(name)
        .first(switchFromRow);
}

Result<FeatureSwitch> FeatureSwitchRepository::add(Session &session, const FeatureFields &fields) const
{
    return Query(session, u"INSERT INTO seatledger.feature_switch (name, mode, roles, percent, note) "
                          "VALUES (:name, :mode, :roles, :percent, :note) RETURNING "_s
                              + columns)
        .bind("name", fields.name)
        .bind("mode", toText(fields.mode))
        .bind("roles", namesOf(fields.roles))
        .bind("percent", fields.percent)
        .bind("note", textOrEmpty(fields.note.text()))
        .one(switchFromRow);
}

Result<FeatureSwitch> FeatureSwitchRepository::update(Session &session, const FeatureSwitch &changed) const
{
    return updatedRow(
        session,
        Query(session, u"UPDATE seatledger.feature_switch SET mode = :mode, roles = :roles, "
                       "percent = :percent, note = :note WHERE id = :id AND version = :version RETURNING "_s
                           + columns)
            .bind("mode", toText(changed.mode))
            .bind("roles", namesOf(changed.roles))
            .bind("percent", changed.percent)
            .bind("note", textOrEmpty(changed.note.text()))
            .bind("id", changed.id)
            .bind("version", changed.version)
            .first(switchFromRow),
        "feature_switch"_L1, changed.id.value());
}

} // namespace seatledger
