// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/device.h"
#include "core/domain/ids.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace seatledger {

/// What a licence file says: this member may use this licence on this device until then. A plain value.
struct LicenseFileContent {
    static constexpr int longestDays = 90;

    qint64 number = 0; ///< of the file, in the book
    LicenseId license;
    QString licenseName;
    QString memberNumber;
    QString memberName;
    DeviceFingerprint device;
    QDateTime issuedAt;   ///< UTC, to the second
    QDateTime validUntil; ///< UTC, to the second

    /// As JSON, the same bytes for the same content: what is signed.
    [[nodiscard]] QByteArray toJson() const;
    /// InvalidInput, reason `file_malformed`, for anything that toJson() does not write.
    [[nodiscard]] static Result<LicenseFileContent> fromJson(const QByteArray &json);

    /// Nothing, or RuleBroken with a reason: `file_expired`, `file_too_early` (issued later than `now`, as on
    /// a machine whose clock was set back; a few minutes are forgiven), `file_other_device`.
    [[nodiscard]] Result<void> checkUse(const QDateTime &now, const DeviceFingerprint &on) const;

    friend bool operator==(const LicenseFileContent &, const LicenseFileContent &) = default;
};

} // namespace seatledger
