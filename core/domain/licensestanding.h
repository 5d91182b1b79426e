// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/device.h"
#include "core/domain/enums.h"
#include "core/domain/enumtext.h"
#include "core/domain/ids.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace seatledger {

/// Whether somebody may use a licence at this moment, or why not. A closed set: programs decide by the names.
enum class StandingReason {
    Ok,
    NotAssigned, ///< no seat of it, now or ever; also for a licence that there is not
    NotStarted, ///< the seat begins on a later day
    Suspended,
    Expired,
    Revoked,
    LicenseDraft,
    LicenseSuspended,
    LicenseRetired,
    DeviceUnknown, ///< activate the licence on this device first
    DeviceRetired, ///< the device is out of use
    NotActivated, ///< not on this device, or its lease ran out: activate it
    TooManyDevices, ///< not on this device, and the seat runs on as many as it may
    NoFloatingSeat, ///< not on this device, and all floating seats are in use
};

template <>
std::span<const EnumEntry<StandingReason>> enumEntries();

/// One translated sentence for people: what it means and what to do.
[[nodiscard]] QString explanation(StandingReason reason);

/// Whether the seat itself is good and only the device stands in the way: activating may help.
[[nodiscard]] bool isAboutDevice(StandingReason reason);

/// The answer to "may I use this licence, on this device?". A plain value, of that moment.
struct LicenseStanding {
    StandingReason reason = StandingReason::NotAssigned;
    std::optional<AssignmentId> assignment = std::nullopt; ///< by which; the one that is the reason if not ok
    std::optional<QDate> lastDay = std::nullopt; ///< of the assignment; none is until revoked
    std::optional<ActivationId> activation = std::nullopt; ///< on the device, where one was asked about
    std::optional<QDateTime> leaseUntil =
        std::nullopt; ///< needs a heartbeat before; none is as long as the seat

    [[nodiscard]] bool isOk() const { return reason == StandingReason::Ok; }

    friend bool operator==(const LicenseStanding &, const LicenseStanding &) = default;
};

/// A licence of which somebody holds a seat, or did. A plain value.
struct OwnLicense {
    LicenseId license;
    QString name;
    QString product;
    QString vendor;
    LicenseMetric metric = LicenseMetric::NamedUser;
    AssignmentId assignment;
    AssignmentState state = AssignmentState::Active;
    QDate firstDay;
    std::optional<QDate> lastDay = std::nullopt;
    qint64 quantity = 1;
    qint64 devices = 0; ///< on which it runs
    qint64 devicesAllowed = 1; ///< on which it may run
    std::optional<int> leaseMinutes = std::nullopt; ///< of a floating licence: between two heartbeats
};

} // namespace seatledger
