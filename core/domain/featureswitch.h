// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/feature.h"
#include "core/domain/ids.h"
#include "core/domain/permissions.h"
#include "core/domain/result.h"
#include "core/domain/text.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace seatledger {

using FeatureSwitchId = Id<struct FeatureSwitchTag>;

struct SwitchNoteRule {
    static constexpr TextLimits limits{.maximum = 2000, .mayBeEmpty = true, .multiline = true};
};

/// For whom a feature is on.
enum class FeatureMode {
    Off,
    Roles,   ///< for people of some roles
    Percent, ///< for so many of a hundred people, always the same ones
    On,
};

template <>
std::span<const EnumEntry<FeatureMode>> enumEntries();

/// A feature that is released step by step. A plain value, valid by FeatureDraft.
struct FeatureFields {
    QString name; ///< in snake_case; fixed
    FeatureMode mode = FeatureMode::Off;
    std::vector<Role> roles = {}; ///< in mode Roles, in the order of Role
    int percent = 0;              ///< in mode Percent, 0 to 100
    ValidText<SwitchNoteRule> note = {};

    /// Whether it is on for somebody. In mode Percent that is decided by the login, so that it stays the same
    /// for each person, and whoever has it keeps it when the percentage grows.
    [[nodiscard]] bool isOnFor(Role role, QStringView login) const;

    friend bool operator==(const FeatureFields &, const FeatureFields &) = default;
};

struct FeatureSwitch : FeatureFields {
    FeatureSwitchId id;
    int version = 1;
};

/// As it is while nobody made a switch of this name: on for everybody if it is one of Seatledger's own
/// features, else off.
[[nodiscard]] FeatureFields unswitched(const QString &name);

/// Whether a feature is on for somebody, by the switches there are.
[[nodiscard]] bool isOnFor(const std::vector<FeatureFields> &switches, const QString &name, Role role,
                           QStringView login);
/// Which of Seatledger's own features are off for somebody, in the order of Feature.
[[nodiscard]] std::vector<Feature> featuresOff(const std::vector<FeatureFields> &switches, Role role,
                                               QStringView login);

/// Somebody who may sign in or has tokens, as far as switches ask.
struct FeaturePerson {
    QString login;
    QString name;
    Role role = Role::Staff;

    friend bool operator==(const FeaturePerson &, const FeaturePerson &) = default;
};

/// What becomes of people when a switch is set.
struct FeatureEffect {
    qint64 people = 0; ///< there are in all
    qint64 on = 0; ///< for whom it will be on
    std::vector<FeaturePerson> gaining = {}; ///< for whom it was off
    std::vector<FeaturePerson> losing = {}; ///< for whom it was on
};

/// `before` is null for a feature that has no switch yet: then it is unswitched().
[[nodiscard]] FeatureEffect effectOn(const std::vector<FeaturePerson> &people, const FeatureFields *before,
                                     const FeatureFields &after);

/// The same as typed.
struct FeatureDraft {
    QString name = {};
    FeatureMode mode = FeatureMode::Off;
    std::vector<Role> roles = {};
    int percent = 0;
    QString note = {};

    /// Fails with InvalidInput; see FieldCheck::error(). Fields: `name`, `roles`, `percent`, `note`. Roles
    /// and percentage are kept in every mode; in their own one they must say something.
    [[nodiscard]] Result<FeatureFields> create() const;
};

} // namespace seatledger
