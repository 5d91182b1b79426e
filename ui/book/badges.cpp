// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/badges.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

Badge badgeOf(MemberStatus status)
{
    switch (status) {
    case MemberStatus::Active:
        return {displayText(status), Tone::Success, u"circle-check"_s};
    case MemberStatus::OnLeave:
        return {displayText(status), Tone::Warning, u"player-pause"_s};
    case MemberStatus::Departed:
        break;
    }
    return {displayText(status), Tone::TextMuted, u"logout"_s};
}

Badge badgeOf(LicenseState state)
{
    switch (state) {
    case LicenseState::Draft:
        return {displayText(state), Tone::TextMuted, u"pencil"_s};
    case LicenseState::Active:
        return {displayText(state), Tone::Success, u"circle-check"_s};
    case LicenseState::Suspended:
        return {displayText(state), Tone::Warning, u"player-pause"_s};
    case LicenseState::Retired:
        break;
    }
    return {displayText(state), Tone::TextMuted, u"archive"_s};
}

Badge badgeOf(AssignmentState state, bool seatReleased)
{
    switch (state) {
    case AssignmentState::Reserved:
        return {displayText(state), Tone::Accent, u"calendar"_s};
    case AssignmentState::Active:
        return {displayText(state), Tone::Success, u"circle-check"_s};
    case AssignmentState::Suspended:
        return {seatReleased ? QCoreApplication::translate("Badges", "Suspended, seat released")
                             : displayText(state),
                Tone::Warning, u"player-pause"_s};
    case AssignmentState::Expired:
        return {displayText(state), Tone::TextMuted, u"clock"_s};
    case AssignmentState::Revoked:
        break;
    }
    return {displayText(state), Tone::TextMuted, u"ban"_s};
}

Badge badgeOf(const Refusal &refusal)
{
    const bool harmless = refusal.reason == RefusalReason::AlreadyHolds
                          || refusal.reason == RefusalReason::NoChange;
    return {displayText(refusal.reason), harmless ? Tone::TextMuted : Tone::Danger,
            harmless ? u"minus"_s : u"alert-circle"_s};
}

} // namespace seatledger
