// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/userlicenserepository.h"

#include "core/db/prepared.h"
#include "core/db/query.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

LicenseStanding standingFromRow(const Row &row)
{
    return {.reason = storedEnum<StandingReason>(row, "reason"),
            .assignment = storedOptionalId<AssignmentId>(row, "assignment_id"),
            .lastDay = row.optionalDate("last_day"),
            .activation = storedOptionalId<ActivationId>(row, "activation_id"),
            .leaseUntil = row.optionalDateTime("lease_until")};
}

OwnLicense ownFromRow(const Row &row)
{
    const Period period = storedPeriod(row);
    const auto minutes = row.optionalInteger("floating_lease_minutes");
    return {.license = storedId<LicenseId>(row, "license_id"),
            .name = row.text("name"),
            .product = row.text("product"),
            .vendor = row.text("vendor"),
            .metric = storedEnum<LicenseMetric>(row, "metric"),
            .assignment = storedId<AssignmentId>(row, "id"),
            .state = storedEnum<AssignmentState>(row, "state"),
            .firstDay = period.firstDay(),
            .lastDay = period.lastDay(),
            .quantity = row.integer("quantity"),
            .devices = row.integer("devices"),
            .devicesAllowed = row.integer("devices_allowed"),
            .leaseMinutes = minutes ? std::optional(static_cast<int>(*minutes)) : std::nullopt};
}

} // namespace

Result<std::vector<OwnLicense>> UserLicenseRepository::list(Session &session, Whose whose,
                                                            bool withEnded) const
{
    return Query(
               session,
               u"SELECT a.id, a.license_id, l.name, p.name AS product, v.name AS vendor, l.metric, a.state, "
               "lower(a.period) AS first_day, upper(a.period) AS end_day, a.quantity, "
               "(SELECT count(*) FROM seatledger.activation x WHERE x.assignment_id = a.id "
               "AND x.released_at IS NULL) AS devices, "
               "a.quantity::bigint * l.devices_per_seat AS devices_allowed, l.floating_lease_minutes "
               "FROM seatledger.license_assignment a JOIN seatledger.license l ON l.id = a.license_id "
               "JOIN seatledger.product p ON p.id = l.product_id "
               "JOIN seatledger.vendor v ON v.id = p.vendor_id "
               "WHERE a.member_id = coalesce(:whose, seatledger.acting_member()) "
               "AND (:ended OR a.state IN ('reserved', 'active', 'suspended')) "
               "ORDER BY l.name, a.license_id, a.id"_s)
        .bind("whose", whose)
        .bind("ended", withEnded)
        .all(ownFromRow);
}

Result<LicenseStanding> UserLicenseRepository::validate(Session &session, LicenseId license,
                                                        const std::optional<DeviceFingerprint> &device,
                                                        Whose whose) const
{
    return Query(session, prepared(u"SELECT * FROM seatledger.validate_license($1, $2, $3)"_s))
        .bind(license)
        .bind(device ? device->text() : QString())
        .bind(whose)
        .one(standingFromRow);
}

Result<LicenseStanding> UserLicenseRepository::heartbeat(Session &session, LicenseId license,
                                                         const DeviceFingerprint &device, Whose whose) const
{
    return Query(session, u"SELECT * FROM seatledger.heartbeat_license($1, $2, $3)"_s)
        .bind(license)
        .bind(device.text())
        .bind(whose)
        .one(standingFromRow);
}

Result<LicenseStanding> UserLicenseRepository::activate(Session &session, LicenseId license,
                                                        const DeviceFields &device, Whose whose) const
{
    return Query(session, u"SELECT * FROM seatledger.activate_license($1, $2, $3, $4, $5)"_s)
        .bind(license)
        .bind(device.fingerprint.text())
        .bind(device.name.text())
        .bind(textOrEmpty(device.platform.text()))
        .bind(whose)
        .one(standingFromRow);
}

Result<std::optional<ActivationId>> UserLicenseRepository::release(Session &session, LicenseId license,
                                                                   const DeviceFingerprint &device,
                                                                   const QString &reason, Whose whose) const
{
    return Query(session, u"SELECT seatledger.release_license($1, $2, $3, $4) AS released"_s)
        .bind(license)
        .bind(device.text())
        .bind(reason)
        .bind(whose)
        .one([](const Row &row) { return storedOptionalId<ActivationId>(row, "released"); });
}

Result<qint64> UserLicenseRepository::addFile(Session &session, ActivationId activation,
                                              const QDateTime &validUntil, const QByteArray &publicKey) const
{
    return Query(session, u"INSERT INTO seatledger.license_file (activation_id, valid_until, signing_key) "
                          "VALUES ($1, $2, $3) RETURNING id"_s)
        .bind(activation)
        .bind(validUntil)
        .bind(publicKey)
        .one([](const Row &row) { return row.integer("id"); });
}

Result<std::vector<LicenseFileKey>> UserLicenseRepository::fileKeys(Session &session) const
{
    return Query(session, u"SELECT signing_key, files_until FROM seatledger.license_file_keys()"_s)
        .all([](const Row &row) {
            return LicenseFileKey{row.bytes("signing_key"), row.dateTime("files_until")};
        });
}

} // namespace seatledger
