// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/device.h"
#include "core/domain/licensestanding.h"
#include "core/domain/result.h"
#include "core/repositories/devicerepository.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/userlicenserepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"

#include <optional>
#include <vector>

namespace seatledger {

/// What came of activating a licence on a device.
struct ActivatedLicense {
    LicenseStanding standing;                             ///< ok, with the activation
    bool wasKnown = false;                                ///< it ran there already; nothing new was booked
    std::optional<OperationId> operation = std::nullopt; ///< on which it is booked, where it is new
};

/// What people do with their own licences on their own devices. Stateless apart from its repositories; use it
/// in the thread of the session.
///
/// `whose` names another member than the one the session acts as: for administrators only (Forbidden). What
/// was refused is RuleBroken, or NotFound where there is no seat, with details `reason`: the name of the
/// StandingReason; the message is its explanation().
class UserLicenseApplicationService final
{
public:
    using Whose = UserLicenseRepository::Whose;

    UserLicenseApplicationService(const UserLicenseRepository &rows, const DeviceRepository &devices,
                                  const LicenseRepository &licenses, const OperationRepository &operations,
                                  const AccessApplicationService &access);

    /// By name; those that have ended, too, if `withEnded`.
    [[nodiscard]] Result<std::vector<OwnLicense>> list(Session &session, Whose whose = {},
                                                       bool withEnded = false) const;

    /// May the licence be used now, on the device if one is given? One statement, which decides by itself who
    /// may ask; every answer is a value, never an error. What falls due by the calendar counts, booked or
    /// not.
    [[nodiscard]] Result<LicenseStanding> validate(Session &session, LicenseId license,
                                                   const std::optional<DeviceFingerprint> &device,
                                                   Whose whose = {}) const;

    /// Lets the licence run on the device, which is entered if it is new. On a known one it is the same
    /// activation again, its lease extended. As many as there are seats get one, however many ask at once.
    [[nodiscard]] Result<ActivatedLicense> activate(Session &session, LicenseId license,
                                                    const DeviceFields &device, Whose whose = {}) const;

    /// "Still running": extends the lease, or says why to stop: a revoked or suspended seat, a device out of
    /// use, a lease that ran out. Not booked as an operation.
    [[nodiscard]] Result<LicenseStanding> heartbeat(Session &session, LicenseId license,
                                                    const DeviceFingerprint &device, Whose whose = {}) const;

    /// The device gives its seat back. NotFound, reason `not_activated`, if it has none.
    [[nodiscard]] Result<Booked<ActivationId>> release(Session &session, LicenseId license,
                                                       const DeviceFingerprint &device,
                                                       Whose whose = {}) const;

    /// The own devices, in the order in which they came.
    [[nodiscard]] Result<std::vector<Device>> devices(Session &session, DeviceFilter filter = {}) const;

    /// Gives a device another name. Own ones; administrators any.
    [[nodiscard]] Result<Booked<Device>> rename(Session &session, DeviceId device, const Name &name,
                                                int version) const;

    /// The device is out of use from today on, and what runs on it stops. RuleBroken, `no_change`, if it is.
    [[nodiscard]] Result<Booked<Device>> retire(Session &session, DeviceId device, int version) const;

private:
    struct DeviceChange;
    [[nodiscard]] Result<Booked<Device>> change(Session &session, DeviceId device, int version,
                                                const DeviceChange &how) const;
    [[nodiscard]] Result<ActivatedLicense> activateNew(Session &session, LicenseId license,
                                                       const DeviceFields &device, Whose whose) const;

    const UserLicenseRepository &m_rows;
    const DeviceRepository &m_devices;
    const LicenseRepository &m_licenses;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
