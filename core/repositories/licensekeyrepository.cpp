// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/licensekeyrepository.h"

#include "core/db/query.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto table = "license_key"_L1;
constexpr auto columns =
    "k.id, k.license_id, k.kind, k.entitlement_id, k.assignment_id, k.note, k.version"_L1;

LicenseKey keyFromRow(const Row &row)
{
    return {.id = storedId<LicenseKeyId>(row, "id"),
            .license = storedId<LicenseId>(row, "license_id"),
            .kind = storedEnum<LicenseKeyKind>(row, "kind"),
            .entitlement = storedOptionalId<EntitlementId>(row, "entitlement_id"),
            .assignment = storedOptionalId<AssignmentId>(row, "assignment_id"),
            .note = KeyNote::fromStored(row.text("note")),
            .version = storedNumber(row, "version")};
}

} // namespace

Result<std::vector<LicenseKey>> LicenseKeyRepository::add(Session &session, const NewKeys &keys) const
{
    QStringList secrets;
    for (const KeySecret &secret : keys.secrets)
        secrets.append(secret.text());
    const auto added = Query(session,
                             u"INSERT INTO seatledger.license_key (license_id, kind, entitlement_id, secret, "
                             "note) SELECT :license::bigint, :kind, :entitlement::bigint, secret, :note "
                             "FROM unnest(:secrets::text[]) WITH ORDINALITY s(secret, place) ORDER BY place "
                             "RETURNING id"_s)
                           .bind("license", keys.license)
                           .bind("kind", toText(keys.kind))
                           .bind("entitlement", keys.entitlement)
                           .bind("note", textOrEmpty(keys.note.text()))
                           .bind("secrets", secrets)
                           .all([](const Row &row) { return storedId<LicenseKeyId>(row, "id"); });
    if (!added)
        return std::unexpected(added.error());
    return Query(session,
                 u"SELECT "_s + columns
                     + u" FROM seatledger.license_key k WHERE k.id = ANY ($1::bigint[]) ORDER BY k.id"_s)
        .bind(QList<LicenseKeyId>(added->begin(), added->end()))
        .all(keyFromRow);
}

Result<LicenseKey> LicenseKeyRepository::find(Session &session, LicenseKeyId id) const
{
    return foundRow(
        Query(session, u"SELECT "_s + columns + u" FROM seatledger.license_key k WHERE k.id = $1"_s)
            .bind(id)
            .first(keyFromRow),
        table, id.value());
}

Result<std::vector<LicenseKeyRow>> LicenseKeyRepository::list(Session &session, LicenseId license) const
{
    return Query(session,
                 u"SELECT "_s + columns
                     + u", m.name AS holder, k.kind = 'pool' AND (k.assignment_id IS NULL OR a.state IN "
                       "('expired', 'revoked')) AS is_free FROM seatledger.license_key k "
                       "LEFT JOIN seatledger.license_assignment a ON a.id = k.assignment_id "
                       "LEFT JOIN seatledger.member m ON m.id = a.member_id "
                       "WHERE k.license_id = $1 ORDER BY k.kind, k.id"_s)
        .bind(license)
        .all([](const Row &row) {
            return LicenseKeyRow{keyFromRow(row), row.optionalText("holder").value_or(QString()),
                                 row.optionalBoolean("is_free").value_or(false)};
        });
}

Result<std::optional<LicenseKey>> LicenseKeyRepository::ofAssignment(Session &session,
                                                                     AssignmentId assignment) const
{
    return Query(session,
                 u"SELECT "_s + columns + u" FROM seatledger.license_key k WHERE k.assignment_id = $1"_s)
        .bind(assignment)
        .first(keyFromRow);
}

Result<void> LicenseKeyRepository::bookReading(Session &session, LicenseKeyId id) const
{
    const auto booked = Query(session, u"SELECT seatledger.book_key_reading($1) AS booked"_s)
                            .bind(id)
                            .one([](const Row &row) { return row.boolean("booked"); });
    if (!booked)
        return std::unexpected(booked.error());
    return *booked ? Result<void>() : std::unexpected(noSuchRow(table, id.value()));
}

Result<QString> LicenseKeyRepository::secret(Session &session, LicenseKeyId id) const
{
    const auto secret = Query(session, u"SELECT seatledger.read_license_key($1) AS secret"_s)
                            .bind(id)
                            .one([](const Row &row) { return row.optionalText("secret"); });
    if (!secret)
        return std::unexpected(secret.error());
    if (!*secret)
        return std::unexpected(noSuchRow(table, id.value()));
    return **secret;
}

} // namespace seatledger
