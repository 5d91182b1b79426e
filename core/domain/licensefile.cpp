// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/licensefile.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr auto format = "seatledger-license-file-1"_L1;
constexpr qint64 forgivenSeconds = 300;

std::unexpected<Error> malformed()
{
    return failure(ErrorCode::InvalidInput,
                   QCoreApplication::translate("domain", "This is no licence file, or it is damaged."),
                   {{u"reason"_s, u"file_malformed"_s}});
}

std::optional<QDateTime> instantIn(const QJsonObject &object, QLatin1StringView key)
{
    const QDateTime instant = QDateTime::fromString(object.value(key).toString(), Qt::ISODate);
    return instant.isValid() && instant.timeSpec() == Qt::UTC ? std::optional(instant) : std::nullopt;
}

} // namespace

QByteArray LicenseFileContent::toJson() const
{
    const QJsonObject object{{u"format"_s, format},
                             {u"number"_s, number},
                             {u"license"_s, license.value()},
                             {u"license_name"_s, licenseName},
                             {u"member"_s, memberNumber},
                             {u"member_name"_s, memberName},
                             {u"device"_s, device.text()},
                             {u"issued_at"_s, issuedAt.toString(Qt::ISODate)},
                             {u"valid_until"_s, validUntil.toString(Qt::ISODate)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<LicenseFileContent> LicenseFileContent::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto license = LicenseId::fromValue(object.value("license"_L1).toInteger());
    const auto device = DeviceFingerprint::create(object.value("device"_L1).toString());
    const auto issued = instantIn(object, "issued_at"_L1);
    const auto until = instantIn(object, "valid_until"_L1);
    if (object.value("format"_L1) != format || !license || !device || !issued || !until)
        return malformed();
    return LicenseFileContent{.number = object.value("number"_L1).toInteger(),
                              .license = *license,
                              .licenseName = object.value("license_name"_L1).toString(),
                              .memberNumber = object.value("member"_L1).toString(),
                              .memberName = object.value("member_name"_L1).toString(),
                              .device = *device,
                              .issuedAt = *issued,
                              .validUntil = *until};
}

Result<void> LicenseFileContent::checkUse(const QDateTime &now, const DeviceFingerprint &on) const
{
    if (on != device) {
        return failure(ErrorCode::RuleBroken,
                       QCoreApplication::translate("domain", "This licence file is for another device."),
                       {{u"reason"_s, u"file_other_device"_s}});
    }
    if (now >= validUntil) {
        return failure(ErrorCode::RuleBroken,
                       QCoreApplication::translate("domain", "This licence file has run out: get a new one."),
                       {{u"reason"_s, u"file_expired"_s}});
    }
    if (issuedAt.secsTo(now) < -forgivenSeconds) {
        return failure(ErrorCode::RuleBroken,
                       QCoreApplication::translate(
                           "domain", "This licence file is from the future: check this machine's clock."),
                       {{u"reason"_s, u"file_too_early"_s}});
    }
    return {};
}

} // namespace seatledger
