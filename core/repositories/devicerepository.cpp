// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/devicerepository.h"

#include "core/db/query.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto table = "device"_L1;
constexpr auto columns =
    "d.id, d.fingerprint, d.name, d.platform, d.member_id, m.name AS member_name, d.retired_on, d.version, "
    "c.live, c.seen_at FROM seatledger.device d LEFT JOIN seatledger.member m ON m.id = d.member_id, "
    "LATERAL (SELECT count(*) FILTER (WHERE v.released_at IS NULL) AS live, max(e.last_seen_at) AS seen_at "
    "FROM seatledger.activation v LEFT JOIN seatledger.activation_lease e ON e.activation_id = v.id "
    "WHERE v.device_id = d.id) c "_L1;

Device deviceFromRow(const Row &row)
{
    return Device{{.fingerprint = DeviceFingerprint::fromStored(row.text("fingerprint")),
                   .name = Name::fromStored(row.text("name")),
                   .platform = Platform::fromStored(row.text("platform"))},
                  storedId<DeviceId>(row, "id"),
                  storedOptionalId<MemberId>(row, "member_id"),
                  row.text("member_name"),
                  row.optionalDate("retired_on"),
                  row.integer("live"),
                  row.optionalDateTime("seen_at"),
                  storedNumber(row, "version")};
}

} // namespace

Result<std::vector<Device>> DeviceRepository::list(Session &session, const DeviceFilter &filter) const
{
    return Query(session,
                 u"SELECT "_s + columns
                     + u"WHERE (:member::bigint IS NULL OR d.member_id = :member) "
                       "AND (NOT :own OR d.member_id = seatledger.acting_member()) "
                       "AND (:retired OR d.retired_on IS NULL) AND d.id > :after "
                       "AND NOT EXISTS (SELECT FROM unnest(:words::text[]) w "
                       "WHERE strpos(lower(d.name || ' ' || d.fingerprint || ' ' || d.platform), w) = 0) "
                       "ORDER BY d.id LIMIT :limit"_s)
        .bind("member", filter.member)
        .bind("own", filter.onlyOwn)
        .bind("retired", filter.withRetired)
        .bind("after", filter.after ? filter.after->value() : 0)
        .bind("words", filter.search.toLower().split(u' ', Qt::SkipEmptyParts))
        .bind("limit", filter.limit)
        .all(deviceFromRow);
}

Result<Device> DeviceRepository::find(Session &session, DeviceId id) const
{
    return foundRow(
        Query(session, u"SELECT "_s + columns + u"WHERE d.id = $1"_s).bind(id).first(deviceFromRow), table,
        id.value());
}

Result<std::optional<Device>> DeviceRepository::findByFingerprint(Session &session,
                                                                  const QString &fingerprint) const
{
    return Query(session, u"SELECT "_s + columns + u"WHERE d.fingerprint = $1"_s)
        .bind(fingerprint)
        .first(deviceFromRow);
}

Result<Device> DeviceRepository::update(Session &session, const Device &changed) const
{
    const auto written = updatedRow(
        session,
        Query(session, u"UPDATE seatledger.device SET name = :name, platform = :platform, "
                       "retired_on = :retired_on WHERE id = :id AND version = :version RETURNING id"_s)
            .bind("name", changed.name.text())
            .bind("platform", textOrEmpty(changed.platform.text()))
            .bind("retired_on", changed.retiredOn)
            .bind("id", changed.id)
            .bind("version", changed.version)
            .first([](const Row &row) { return storedId<DeviceId>(row, "id"); }),
        table, changed.id.value());
    return written ? find(session, *written) : std::unexpected(written.error());
}

} // namespace seatledger
