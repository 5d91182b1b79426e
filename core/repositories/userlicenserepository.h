// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/device.h"
#include "core/domain/licensestanding.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>
#include <vector>

namespace seatledger {

/// A key that licence files which still count were signed with.
struct LicenseFileKey {
    QByteArray publicKey;
    QDateTime filesUntil; ///< when the last of these files ends; UTC
};

/// What somebody's own licences are, and what is done with them on devices. Stateless; one statement each, in
/// the thread of its session. `whose` names a member other than the acting one, for administrators (Forbidden
/// for others); nobody's licences are those of a session that is no member.
class UserLicenseRepository final
{
public:
    using Whose = std::optional<MemberId>;

    /// By name; those that ended, too, if `withEnded`.
    [[nodiscard]] Result<std::vector<OwnLicense>> list(Session &session, Whose whose, bool withEnded) const;

    /// Writes nothing. Without a device it is about the seat alone.
    [[nodiscard]] Result<LicenseStanding> validate(Session &session, LicenseId license,
                                                   const std::optional<DeviceFingerprint> &device,
                                                   Whose whose) const;

    /// As validate(), and extends the lease of what is ok.
    [[nodiscard]] Result<LicenseStanding> heartbeat(Session &session, LicenseId license,
                                                    const DeviceFingerprint &device, Whose whose) const;

    /// Lets it run on the device, which is entered if it is new. RuleBroken as the guards of activations say.
    [[nodiscard]] Result<LicenseStanding> activate(Session &session, LicenseId license,
                                                   const DeviceFields &device, Whose whose) const;

    /// The activation that was released; none if it does not run there.
    [[nodiscard]] Result<std::optional<ActivationId>> release(Session &session, LicenseId license,
                                                              const DeviceFingerprint &device,
                                                              const QString &reason, Whose whose) const;

    /// Puts on record that a file was given out; answers its number.
    [[nodiscard]] Result<qint64> addFile(Session &session, ActivationId activation,
                                         const QDateTime &validUntil, const QByteArray &publicKey) const;

    /// The keys of all files that still count, whoever they are for; the one whose files last longest first.
    [[nodiscard]] Result<std::vector<LicenseFileKey>> fileKeys(Session &session) const;
};

} // namespace seatledger
