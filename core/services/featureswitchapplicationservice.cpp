// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/featureswitchapplicationservice.h"

#include "core/domain/refusal.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

FeatureSwitchApplicationService::FeatureSwitchApplicationService(const FeatureSwitchRepository &switches,
                                                                 const OperationRepository &operations,
                                                                 const AccessApplicationService &access)
    : m_switches(switches), m_operations(operations), m_access(access)
{}

Result<std::vector<FeatureSwitch>> FeatureSwitchApplicationService::list(Session &session) const
{
    return m_switches.list(session);
}

Result<std::optional<FeatureSwitch>> FeatureSwitchApplicationService::find(Session &session,
                                                                           const QString &name) const
{
    return m_switches.find(session, name);
}

std::vector<FeatureLine> featureLines(const std::vector<FeatureSwitchRow> &rows)
{
    std::vector<FeatureLine> lines;
    for (const auto &entry : enumEntries<Feature>()) {
        const auto row = std::ranges::find(rows, QString(entry.name), &FeatureSwitchRow::name);
        lines.push_back({.name = entry.name,
                         .known = entry.value,
                         .row = row != rows.end() ? std::optional(*row) : std::nullopt});
    }
    for (const FeatureSwitchRow &row : rows) {
        if (!fromText<Feature>(row.name))
            lines.push_back({.name = row.name, .row = row});
    }
    return lines;
}

Result<std::vector<FeatureLine>> FeatureSwitchApplicationService::overview(Session &session) const
{
    if (auto may = m_access.require(session, Action::ManageSettings); !may)
        return std::unexpected(std::move(may).error());
    const auto rows = m_switches.listWithChanges(session);
    return rows ? Result<std::vector<FeatureLine>>(featureLines(*rows)) : std::unexpected(rows.error());
}

Result<FeatureEffect> FeatureSwitchApplicationService::preview(Session &session,
                                                               const FeatureFields &fields) const
{
    if (auto may = m_access.require(session, Action::ManageSettings); !may)
        return std::unexpected(std::move(may).error());
    const auto current = m_switches.find(session, fields.name);
    if (!current)
        return std::unexpected(current.error());
    const auto people = m_switches.people(session);
    if (!people)
        return std::unexpected(people.error());
    return effectOn(*people, *current ? &**current : nullptr, fields);
}

Result<Booked<FeatureSwitch>> FeatureSwitchApplicationService::set(Session &session,
                                                                   const FeatureFields &fields,
                                                                   std::optional<int> version) const
{
    if (auto may = m_access.require(session, Action::ManageSettings); !may)
        return std::unexpected(std::move(may).error());
    return operate(session, u"set_feature", [&](Session &) -> Result<Booked<FeatureSwitch>> {
        const auto current = m_switches.find(session, fields.name);
        if (!current)
            return std::unexpected(current.error());
        if (*current && static_cast<const FeatureFields &>(**current) == fields
            && version.value_or((*current)->version) == (*current)->version)
            return std::unexpected(Refusal{.reason = RefusalReason::NoChange}.toError());
        const auto operation = m_operations.begin(session, u"set_feature"_s,
                                                  QCoreApplication::translate("services", "Feature %1: %2")
                                                      .arg(fields.name, displayText(fields.mode)));
        if (!operation)
            return std::unexpected(operation.error());
        auto written = write(session, *current, fields, version);
        if (!written)
            return std::unexpected(std::move(written).error());
        return Booked<FeatureSwitch>{*std::move(written), *operation};
    });
}

Result<FeatureSwitch> FeatureSwitchApplicationService::write(Session &session,
                                                             const std::optional<FeatureSwitch> &current,
                                                             const FeatureFields &fields,
                                                             std::optional<int> version) const
{
    if (!current)
        return m_switches.add(session, fields);
    return m_switches.update(session, FeatureSwitch{fields, current->id, version.value_or(current->version)});
}

Result<FeatureSwitches::List> FeatureSwitches::known(Session &session)
{
    quint64 generation = 0;
    {
        const std::lock_guard guard(m_mutex);
        if (m_known)
            return m_known;
        generation = m_generation;
    }
    const auto rows = m_rows.list(session);
    if (!rows)
        return std::unexpected(rows.error());
    auto read = std::make_shared<const std::vector<FeatureFields>>(rows->begin(), rows->end());
    const std::lock_guard guard(m_mutex);
    if (m_isTold && generation == m_generation)
        m_known = read;
    return read;
}

Result<bool> FeatureSwitches::isOn(Session &session, const QString &feature, Role role, QStringView login)
{
    const auto switches = known(session);
    if (!switches)
        return std::unexpected(switches.error());
    return isOnFor(**switches, feature, role, login);
}

Result<void> FeatureSwitches::require(Session &session, Feature feature, Role role, QStringView login)
{
    const auto on = isOn(session, toText(feature), role, login);
    if (!on)
        return std::unexpected(on.error());
    return *on ? Result<void>() : featureOff(feature);
}

void FeatureSwitches::follow(NotificationListener &listener)
{
    // whoever connects hears "anything may have changed" of what was missed, but not before it asked
    QObject::connect(&listener, &NotificationListener::connected, &listener, [this] { setTold(true); });
    QObject::connect(&listener, &NotificationListener::connectionLost, &listener, [this] { setTold(false); });
    QObject::connect(&listener, &NotificationListener::changed, &listener,
                     [this](const ChangeNotice &notice) {
                         if (notice.entity.isEmpty() || notice.entity == "feature_switch"_L1)
                             invalidate();
                     });
    setTold(listener.isConnected());
}

void FeatureSwitches::setTold(bool isTold)
{
    const std::lock_guard guard(m_mutex);
    m_isTold = isTold;
    m_known.reset();
    ++m_generation;
}

void FeatureSwitches::invalidate()
{
    const std::lock_guard guard(m_mutex);
    m_known.reset();
    ++m_generation;
}

} // namespace seatledger
