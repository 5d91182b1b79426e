// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/feature.h"

#include <array>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<Feature>> enumEntries()
{
    using enum Feature;
    static constexpr std::array entries{
        EnumEntry{Imports, "imports"_L1, QT_TRANSLATE_NOOP("domain", "Importing files")},
        EnumEntry{Exports, "exports"_L1, QT_TRANSLATE_NOOP("domain", "Exports")},
        EnumEntry{Undo, "undo"_L1, QT_TRANSLATE_NOOP("domain", "Undo of operations")},
        EnumEntry{Activation, "activation"_L1, QT_TRANSLATE_NOOP("domain", "Activating own devices")},
        EnumEntry{ApiWrites, "api_writes"_L1, QT_TRANSLATE_NOOP("domain", "Changes through the API")},
    };
    return entries;
}

QString explanation(Feature feature)
{
    switch (feature) {
    case Feature::Imports:
        return translateDomain(QT_TRANSLATE_NOOP("domain",
                                                 "Lists of members, licences and assignments are read from "
                                                 "files, in the window and by the command."));
    case Feature::Exports:
        return translateDomain(QT_TRANSLATE_NOOP("domain",
                                                 "Lists and reports are written to files, in the window, by "
                                                 "the command and through the API."));
    case Feature::Undo:
        return translateDomain(QT_TRANSLATE_NOOP("domain",
                                                 "Operations are taken back, in the window, by the command "
                                                 "and through the API."));
    case Feature::Activation:
        return translateDomain(QT_TRANSLATE_NOOP("domain",
                                                 "Devices are activated and licence files fetched. What is "
                                                 "activated goes on running and is released either way."));
    case Feature::ApiWrites:
        break;
    }
    return translateDomain(QT_TRANSLATE_NOOP("domain",
                                             "Programs change the book through the API. Reading and feature "
                                             "switches are open either way."));
}

std::optional<Feature> featureOf(Action action)
{
    switch (action) {
    case Action::Import:
        return Feature::Imports;
    case Action::Export:
        return Feature::Exports;
    case Action::Undo:
        return Feature::Undo;
    case Action::UseDevices:
        return Feature::Activation;
    default:
        return std::nullopt;
    }
}

QString offText(Feature feature)
{
    return translateDomain(QT_TRANSLATE_NOOP("domain", "%1: switched off at present (feature switch %2). An "
                                                       "administrator can say more, and switch it on."))
        .arg(displayText(feature), toText(feature));
}

std::unexpected<Error> featureOff(Feature feature)
{
    return failure(ErrorCode::Forbidden, offText(feature),
                   {{u"reason"_s, u"feature_off"_s}, {u"feature"_s, toText(feature)}});
}

} // namespace seatledger
