// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/featureswitch.h"
#include "core/domain/result.h"

#include <optional>
#include <vector>

namespace seatledger {

/// A switch with when it was set last, and by whom; without for one that the audit knows nothing of.
struct FeatureSwitchRow : FeatureSwitch {
    std::optional<QDateTime> changedAt = std::nullopt; ///< UTC
    QString changedBy = {};

    friend bool operator==(const FeatureSwitchRow &, const FeatureSwitchRow &) = default;
};

/// Loads and saves feature switches. Stateless; a function per statement, in the thread of its session.
/// Everybody reads them; administrators change them. Changes are booked on the session's operation.
class FeatureSwitchRepository final
{
public:
    /// By name.
    [[nodiscard]] Result<std::vector<FeatureSwitch>> list(Session &session) const;
    [[nodiscard]] Result<std::optional<FeatureSwitch>> find(Session &session, const QString &name) const;

    /// By name, with who set them last. For those who read the audit; Forbidden for others.
    [[nodiscard]] Result<std::vector<FeatureSwitchRow>> listWithChanges(Session &session) const;
    /// Whom a switch is asked about: all operators that are not disabled, as far as the session sees them.
    [[nodiscard]] Result<std::vector<FeaturePerson>> people(Session &session) const;

    [[nodiscard]] Result<FeatureSwitch> add(Session &session, const FeatureFields &fields) const;
    /// Conflict when the row's version is not the one of `changed`.
    [[nodiscard]] Result<FeatureSwitch> update(Session &session, const FeatureSwitch &changed) const;
};

} // namespace seatledger
