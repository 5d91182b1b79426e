// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/featureswitch.h"
#include "core/domain/result.h"

#include <optional>
#include <vector>

namespace seatledger {

/// Loads and saves feature switches. Stateless; a function per statement, in the thread of its session.
/// Everybody reads them; administrators change them. Changes are booked on the session's operation.
class FeatureSwitchRepository final
{
public:
    /// By name.
    [[nodiscard]] Result<std::vector<FeatureSwitch>> list(Session &session) const;
    [[nodiscard]] Result<std::optional<FeatureSwitch>> find(Session &session, const QString &name) const;

    [[nodiscard]] Result<FeatureSwitch> add(Session &session, const FeatureFields &fields) const;
    /// Conflict when the row's version is not the one of `changed`.
    [[nodiscard]] Result<FeatureSwitch> update(Session &session, const FeatureSwitch &changed) const;
};

} // namespace seatledger
