// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/permissions.h"
#include "core/domain/result.h"

#include <QString>

#include <optional>

namespace seatledger {

/// The parts of Seatledger that an operator can switch, the one list of them: each is on for everybody as
/// long as nobody made a switch of its name. What a switch says is in featureswitch.h. To add one: a line
/// here, one in the table, and either the actions that it governs or a question where it is at work.
enum class Feature {
    Imports,     ///< Action::Import
    Exports,     ///< Action::Export
    Undo,        ///< Action::Undo
    Activation, ///< Action::UseDevices: activating, licence files
    ApiWrites,   ///< whatever changes the book through the server, but for feature switches themselves
};

template <>
std::span<const EnumEntry<Feature>> enumEntries();

/// One translated sentence for people: what is there no more for whom it is off.
[[nodiscard]] QString explanation(Feature feature);

/// Which feature switches an action off; none for most.
[[nodiscard]] std::optional<Feature> featureOf(Action action);

/// Why somebody may not, in one translated sentence, and what to do.
[[nodiscard]] QString offText(Feature feature);

/// Forbidden with that sentence; details: `reason` (feature_off), `feature`.
[[nodiscard]] std::unexpected<Error> featureOff(Feature feature);

} // namespace seatledger
