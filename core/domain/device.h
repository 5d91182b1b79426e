// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "core/domain/result.h"
#include "core/domain/text.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringView>

#include <optional>

namespace seatledger {

using DeviceId = Id<struct DeviceTag>;
using ActivationId = Id<struct ActivationTag>;

struct PlatformRule {
    static constexpr TextLimits limits{.maximum = 200, .mayBeEmpty = true, .multiline = false};
};
/// Operating system and version, as the device tells them.
using Platform = ValidText<PlatformRule>;

/// What tells a device from every other: 8 to 200 letters, digits and `: . _ -`. Chosen by the program that
/// runs there. A plain value.
class DeviceFingerprint final
{
public:
    /// Trims. Fails with InvalidInput and says what is wrong.
    [[nodiscard]] static Result<DeviceFingerprint> create(QStringView raw);

    [[nodiscard]] static DeviceFingerprint fromStored(QString text)
    {
        return DeviceFingerprint(std::move(text));
    }

    [[nodiscard]] const QString &text() const { return m_text; }

    friend bool operator==(const DeviceFingerprint &, const DeviceFingerprint &) = default;

private:
    explicit DeviceFingerprint(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

/// A device as it introduces itself. A plain value, valid by DeviceDraft.
struct DeviceFields {
    DeviceFingerprint fingerprint;
    Name name;
    Platform platform = {};
};

/// The same as typed or sent.
struct DeviceDraft {
    QString fingerprint = {};
    QString name = {}; ///< the fingerprint where it is empty
    QString platform = {};

    /// Fails with InvalidInput; see FieldCheck::error(). Fields: `fingerprint`, `name`, `platform`.
    [[nodiscard]] Result<DeviceFields> create() const;
};

/// A machine on which licensed software runs. A plain value.
struct Device : DeviceFields {
    DeviceId id;
    std::optional<MemberId> member = std::nullopt; ///< who uses it; none is shared
    QString memberName = {};                       ///< as far as the reader sees people
    std::optional<QDate> retiredOn = std::nullopt; ///< since when it is out of use
    qint64 live = 0;                               ///< activations that run on it
    std::optional<QDateTime> lastSeenAt = std::nullopt;
    int version = 1;
};

} // namespace seatledger
