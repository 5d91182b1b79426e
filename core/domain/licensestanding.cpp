// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/licensestanding.h"

#include <QtGlobal>

#include <array>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<StandingReason>> enumEntries()
{
    using enum StandingReason;
    static constexpr std::array entries{
        EnumEntry{Ok, "ok"_L1, QT_TRANSLATE_NOOP("domain", "May be used")},
        EnumEntry{NotAssigned, "not_assigned"_L1, QT_TRANSLATE_NOOP("domain", "No seat")},
        EnumEntry{NotStarted, "not_started"_L1, QT_TRANSLATE_NOOP("domain", "Seat starts later")},
        EnumEntry{Suspended, "suspended"_L1, QT_TRANSLATE_NOOP("domain", "Seat is suspended")},
        EnumEntry{Expired, "expired"_L1, QT_TRANSLATE_NOOP("domain", "Seat has expired")},
        EnumEntry{Revoked, "revoked"_L1, QT_TRANSLATE_NOOP("domain", "Seat was revoked")},
        EnumEntry{LicenseDraft, "license_draft"_L1, QT_TRANSLATE_NOOP("domain", "Licence is a draft")},
        EnumEntry{LicenseSuspended, "license_suspended"_L1,
                  QT_TRANSLATE_NOOP("domain", "Licence is suspended")},
        EnumEntry{LicenseRetired, "license_retired"_L1, QT_TRANSLATE_NOOP("domain", "Licence is retired")},
        EnumEntry{DeviceUnknown, "device_unknown"_L1, QT_TRANSLATE_NOOP("domain", "Unknown device")},
        EnumEntry{DeviceRetired, "device_retired"_L1, QT_TRANSLATE_NOOP("domain", "Device is out of use")},
        EnumEntry{NotActivated, "not_activated"_L1, QT_TRANSLATE_NOOP("domain", "Not activated")},
        EnumEntry{TooManyDevices, "too_many_devices"_L1, QT_TRANSLATE_NOOP("domain", "Too many devices")},
        EnumEntry{NoFloatingSeat, "no_floating_seat"_L1,
                  QT_TRANSLATE_NOOP("domain", "All floating seats in use")},
    };
    return entries;
}

namespace {

const char *sentence(StandingReason reason)
{
    switch (reason) {
    case StandingReason::Ok:
        return QT_TRANSLATE_NOOP("domain", "The licence may be used.");
    case StandingReason::NotStarted:
        return QT_TRANSLATE_NOOP("domain", "The seat starts on a later day.");
    case StandingReason::Suspended:
        return QT_TRANSLATE_NOOP("domain", "The seat is suspended.");
    case StandingReason::Expired:
        return QT_TRANSLATE_NOOP("domain", "The last day of the seat has passed.");
    case StandingReason::Revoked:
        return QT_TRANSLATE_NOOP("domain", "The seat was revoked.");
    case StandingReason::LicenseDraft:
        return QT_TRANSLATE_NOOP("domain", "The licence is not in use yet.");
    case StandingReason::LicenseSuspended:
        return QT_TRANSLATE_NOOP("domain", "The licence is suspended for everybody.");
    case StandingReason::LicenseRetired:
        return QT_TRANSLATE_NOOP("domain", "The licence is retired.");
    case StandingReason::DeviceUnknown:
        return QT_TRANSLATE_NOOP("domain", "This device is not known: activate the licence on it first.");
    case StandingReason::DeviceRetired:
        return QT_TRANSLATE_NOOP("domain", "This device is out of use: take another one.");
    case StandingReason::NotActivated:
        return QT_TRANSLATE_NOOP("domain", "The licence is not activated on this device, or not any more.");
    case StandingReason::TooManyDevices:
        return QT_TRANSLATE_NOOP("domain",
                                 "This seat runs on as many devices as it may: release one of them first.");
    case StandingReason::NoFloatingSeat:
        return QT_TRANSLATE_NOOP("domain", "All floating seats are in use at this moment: try again later.");
    case StandingReason::NotAssigned:
        break;
    }
    return QT_TRANSLATE_NOOP("domain", "There is no seat of this licence: ask for one.");
}

} // namespace

QString explanation(StandingReason reason)
{
    return translateDomain(sentence(reason));
}

bool isAboutDevice(StandingReason reason)
{
    using enum StandingReason;
    return reason == DeviceUnknown || reason == DeviceRetired || reason == NotActivated
           || reason == TooManyDevices || reason == NoFloatingSeat;
}

} // namespace seatledger
