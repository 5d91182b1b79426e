// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/device.h"
#include "core/domain/result.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace seatledger {

/// Which devices.
struct DeviceFilter {
    std::optional<MemberId> member = std::nullopt; ///< only this member's
    bool onlyOwn = false;                          ///< only those of the member that the session acts as
    bool withRetired = true;
    QString search = {};                          ///< in name, fingerprint and platform, each word
    std::optional<DeviceId> after = std::nullopt; ///< pages on
    int limit = 100;
};

/// Loads and changes devices, as far as the session sees them. Stateless; a function per statement, in the
/// thread of its session. Changes are booked on the session's operation; updates name the version they read
/// (Conflict).
class DeviceRepository final
{
public:
    /// In the order of their ids.
    [[nodiscard]] Result<std::vector<Device>> list(Session &session, const DeviceFilter &filter) const;

    [[nodiscard]] Result<Device> find(Session &session, DeviceId id) const;
    /// Exactly this fingerprint.
    [[nodiscard]] Result<std::optional<Device>> findByFingerprint(Session &session,
                                                                  const QString &fingerprint) const;

    /// Writes name, platform and since when it is out of use; what runs on a device that is out of use stops.
    [[nodiscard]] Result<Device> update(Session &session, const Device &changed) const;
};

} // namespace seatledger
