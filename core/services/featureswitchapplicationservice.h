// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/featureswitch.h"
#include "core/domain/result.h"
#include "core/repositories/featureswitchrepository.h"
#include "core/repositories/operationrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"

#include <QString>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace seatledger {

/// The use cases of feature switches. Stateless apart from its repositories; use it in the thread of the
/// session.
class FeatureSwitchApplicationService final
{
public:
    FeatureSwitchApplicationService(const FeatureSwitchRepository &switches,
                                    const OperationRepository &operations,
                                    const AccessApplicationService &access);

    /// By name; everybody may ask.
    [[nodiscard]] Result<std::vector<FeatureSwitch>> list(Session &session) const;
    /// None for a feature that has no switch: it is off.
    [[nodiscard]] Result<std::optional<FeatureSwitch>> find(Session &session, const QString &name) const;

    /// Makes the switch or changes it, as one operation. Forbidden for who may not change settings. With a
    /// `version` Conflict if somebody was faster; RuleBroken, `no_change`, if it is so already.
    [[nodiscard]] Result<Booked<FeatureSwitch>> set(Session &session, const FeatureFields &fields,
                                                    std::optional<int> version = {}) const;

private:
    [[nodiscard]] Result<FeatureSwitch> write(Session &session, const std::optional<FeatureSwitch> &current,
                                              const FeatureFields &fields, std::optional<int> version) const;

    const FeatureSwitchRepository &m_switches;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

/// The switches as a process knows them, asked as often as one likes. May be used from any thread. Its owner
/// calls invalidate() when a notice says that `feature_switch` changed; the next question loads them again.
class FeatureSwitches final
{
public:
    explicit FeatureSwitches(const FeatureSwitchRepository &rows) : m_rows(rows) {}

    /// Whether the feature is on for somebody; one that has no switch is off. Asks the database only after
    /// invalidate() and the first time; its errors are the database's.
    [[nodiscard]] Result<bool> isOn(Session &session, const QString &feature, Role role, QStringView login);

    void invalidate();

private:
    using List = std::shared_ptr<const std::vector<FeatureSwitch>>;
    [[nodiscard]] Result<List> known(Session &session);

    const FeatureSwitchRepository &m_rows;
    std::mutex m_mutex;
    List m_known; // null until asked for
    quint64 m_generation = 0; // what was read before an invalidate() is not kept
};

} // namespace seatledger
