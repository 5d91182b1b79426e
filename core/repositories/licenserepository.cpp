// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/licenserepository.h"

#include "core/db/prepared.h"
#include "core/db/query.h"
#include "core/domain/enumtext.h"
#include "core/repositories/namedrows.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto licenseColumns =
    "id, product_id, name, metric, term, state, owner_member_id, overage_percent, devices_per_seat, "
    "floating_lease_minutes, expiry_action, low_seat_threshold, notice_lead_days, note, version"_L1;

constexpr auto entitlementColumns = "id, license_id, quantity, lower(period) AS first_day, upper(period) AS "
                                    "end_day, price_minor, currency, billing, "
                                    "order_number, supplier, renews_id, cancelled_at, note, version"_L1;

template <typename Number>
std::optional<Number> storedOptionalNumber(const Row &row, const char *column)
{
    return row.optionalInteger(column).transform([](qint64 value) { return Number::fromStored(value); });
}

std::optional<QList<int>> storedLeads(const Row &row)
{
    if (row.isNull("notice_lead_days"))
        return std::nullopt;
    QList<int> days;
    for (const qint64 lead : row.integers("notice_lead_days"))
        days.append(static_cast<int>(lead));
    return days;
}

License licenseFromRow(const Row &row)
{
    return License{{.product = storedId<ProductId>(row, "product_id"),
                    .name = Name::fromStored(row.text("name")),
                    .metric = storedEnum<LicenseMetric>(row, "metric"),
                    .term = storedEnum<LicenseTerm>(row, "term"),
                    .state = storedEnum<LicenseState>(row, "state"),
                    .owner = storedOptionalId<MemberId>(row, "owner_member_id"),
                    .overage = OveragePercent::fromStored(row.integer("overage_percent")),
                    .devicesPerSeat = DevicesPerSeat::fromStored(row.integer("devices_per_seat")),
                    .floatingLease = storedOptionalNumber<LeaseMinutes>(row, "floating_lease_minutes"),
                    .expiryAction = storedEnum<ExpiryAction>(row, "expiry_action"),
                    .lowSeatThreshold = storedOptionalNumber<SeatThreshold>(row, "low_seat_threshold"),
                    .leadDays = storedLeads(row),
                    .note = Note::fromStored(row.text("note"))},
                   storedId<LicenseId>(row, "id"),
                   storedNumber(row, "version")};
}

std::optional<Money> storedPrice(const Row &row)
{
    return row.optionalInteger("price_minor").transform([&row](qint64 minor) {
        return Money(minor, Currency::fromStored(row.text("currency")));
    });
}

Entitlement entitlementFromRow(const Row &row)
{
    return Entitlement{{.license = storedId<LicenseId>(row, "license_id"),
                        .quantity = storedOptionalNumber<Quantity>(row, "quantity"),
                        .period = storedPeriod(row),
                        .price = storedPrice(row),
                        .billing = storedEnum<BillingCycle>(row, "billing"),
                        .orderNumber = OrderNumber::fromStored(row.text("order_number")),
                        .supplier = Supplier::fromStored(row.text("supplier")),
                        .renews = storedOptionalId<EntitlementId>(row, "renews_id"),
                        .note = Note::fromStored(row.text("note"))},
                       storedId<EntitlementId>(row, "id"),
                       row.optionalDateTime("cancelled_at"),
                       storedNumber(row, "version")};
}

void bindLicense(Query &query, const LicenseFields &fields)
{
    query.bind("product", fields.product)
        .bind("name", fields.name.text())
        .bind("metric", toText(fields.metric))
        .bind("term", toText(fields.term))
        .bind("state", toText(fields.state))
        .bind("owner", fields.owner)
        .bind("overage", fields.overage)
        .bind("devices", fields.devicesPerSeat)
        .bind("lease", fields.floatingLease)
        .bind("expiry", toText(fields.expiryAction))
        .bind("threshold", fields.lowSeatThreshold)
        .bind("leads", fields.leadDays)
        .bind("note", textOrEmpty(fields.note.text()));
}

void bindEntitlement(Query &query, const EntitlementFields &fields)
{
    query.bind("license", fields.license)
        .bind("quantity", fields.quantity)
        .bind("first", fields.period.firstDay())
        .bind("end", fields.period.endDay())
        .bind("price", fields.price.transform([](const Money &price) { return price.minor(); }))
        .bind("currency", fields.price.transform([](const Money &price) { return price.currency().code(); }))
        .bind("billing", toText(fields.billing))
        .bind("order_number", textOrEmpty(fields.orderNumber.text()))
        .bind("supplier", textOrEmpty(fields.supplier.text()))
        .bind("renews", fields.renews)
        .bind("note", textOrEmpty(fields.note.text()));
}

} // namespace

StepFunction demandFrom(const std::vector<LicenseDemand> &changes)
{
    std::vector<StepFunction::Delta> deltas;
    deltas.reserve(changes.size());
    std::ranges::transform(changes, std::back_inserter(deltas), &LicenseDemand::delta);
    return StepFunction::fromDeltas(std::move(deltas));
}

Result<License> LicenseRepository::find(Session &session, LicenseId id) const
{
    return foundRow(
        Query(session, prepared(u"SELECT "_s + licenseColumns + u" FROM seatledger.license WHERE id = $1"_s))
            .bind(id)
            .first(licenseFromRow),
        "license"_L1, id.value());
}

Result<std::optional<License>> LicenseRepository::findByName(Session &session, const QString &name) const
{
    return Query(session,
                 u"SELECT "_s + licenseColumns + u" FROM seatledger.license WHERE lower(name) = lower($1)"_s)
        .bind(name.trimmed())
        .first(licenseFromRow);
}

Result<License> LicenseRepository::add(Session &session, const LicenseFields &fields) const
{
    Query query(
        session,
        u"INSERT INTO seatledger.license (product_id, name, metric, term, state, owner_member_id, "
        u"overage_percent, "
        "devices_per_seat, floating_lease_minutes, expiry_action, low_seat_threshold, notice_lead_days, "
        "note) "
        "VALUES (:product, :name, :metric, :term, :state, :owner, :overage, :devices, :lease, :expiry, "
        ":threshold, :leads, :note) RETURNING "_s
            + licenseColumns);
    bindLicense(query, fields);
    return query.one(licenseFromRow);
}

Result<License> LicenseRepository::update(Session &session, const License &license) const
{
    Query query(
        session,
        u"UPDATE seatledger.license SET product_id = :product, name = :name, metric = :metric, term = :term, "
        "state = :state, owner_member_id = :owner, overage_percent = :overage, devices_per_seat = :devices, "
        "floating_lease_minutes = :lease, expiry_action = :expiry, low_seat_threshold = :threshold, "
        "notice_lead_days = :leads, note = :note WHERE id = :id AND version = :version RETURNING "_s
            + licenseColumns);
    bindLicense(query, license);
    query.bind("id", license.id).bind("version", license.version);
    return updatedRow(session, query.first(licenseFromRow), "license"_L1, license.id.value());
}

Result<qint64> LicenseRepository::edit(Session &session, std::span<const License> licenses,
                                       const LicenseEdit &edit) const
{
    ColumnValues values;
    const auto word = [](auto value) { return SqlValue(toText(value)); };
    const auto asIs = [](const auto &value) { return SqlValue(value); };
    values.set("name", edit.name,
               [&](const auto &) { return SqlValue(textOrEmpty(licenses.front().name.text())); });
    values.set("state", edit.state, word);
    values.set("owner_member_id", edit.owner, asIs);
    values.set("overage_percent", edit.overagePercent, asIs);
    values.set("devices_per_seat", edit.devicesPerSeat, asIs);
    values.set("expiry_action", edit.expiryAction, word);
    values.set("low_seat_threshold", edit.lowSeatThreshold, asIs);
    values.set("note", edit.note,
               [&](const auto &) { return SqlValue(textOrEmpty(licenses.front().note.text())); });
    return values.write(session, "license"_L1, NamedRows(licenses));
}

Result<Entitlement> LicenseRepository::findEntitlement(Session &session, EntitlementId id) const
{
    return foundRow(Query(session, u"SELECT "_s + entitlementColumns
                                       + u" FROM seatledger.priced_entitlement WHERE id = $1"_s)
                        .bind(id)
                        .first(entitlementFromRow),
                    "entitlement"_L1, id.value());
}

Result<std::vector<Entitlement>> LicenseRepository::entitlements(Session &session, LicenseId id) const
{
    return entitlementsOf(session, {id});
}

Result<std::vector<Entitlement>> LicenseRepository::entitlementsOf(Session &session,
                                                                   const QList<LicenseId> &ids) const
{
    return Query(session, u"SELECT "_s + entitlementColumns
                              + u" FROM seatledger.priced_entitlement WHERE license_id = ANY ($1::bigint[]) "
                                "ORDER BY license_id, lower(period) DESC, id DESC"_s)
        .bind(ids)
        .all(entitlementFromRow);
}

Result<Entitlement> LicenseRepository::addEntitlement(Session &session, const EntitlementFields &fields) const
{
    Query query(
        session,
        u"INSERT INTO seatledger.entitlement (license_id, quantity, period, price_minor, currency, billing, "
        "order_number, supplier, renews_id, note) VALUES (:license, :quantity, daterange(:first, :end), "
        ":price, :currency, :billing, :order_number, :supplier, :renews, :note) RETURNING "_s
            + entitlementColumns);
    bindEntitlement(query, fields);
    return query.one(entitlementFromRow);
}

Result<Entitlement> LicenseRepository::updateEntitlement(Session &session,
                                                         const Entitlement &entitlement) const
{
    Query query(
        session,
        u"UPDATE seatledger.entitlement SET license_id = :license, quantity = :quantity, "
        "period = daterange(:first, :end), price_minor = :price, currency = :currency, billing = :billing, "
        "order_number = :order_number, supplier = :supplier, renews_id = :renews, cancelled_at = :cancelled, "
        "note = :note WHERE id = :id AND version = :version RETURNING "_s
            + entitlementColumns);
    bindEntitlement(query, entitlement);
    query.bind("cancelled", entitlement.cancelledAt)
        .bind("id", entitlement.id)
        .bind("version", entitlement.version);
    return updatedRow(session, query.first(entitlementFromRow), "entitlement"_L1, entitlement.id.value());
}

Result<SeatCalendar> LicenseRepository::calendar(Session &session, const License &license) const
{
    const auto bought = entitlements(session, license.id);
    if (!bought)
        return std::unexpected(bought.error());
    const auto today = Query(session, prepared(u"SELECT seatledger.today() AS today"_s))
                           .one([](const Row &row) { return row.date("today"); });
    if (!today)
        return std::unexpected(today.error());
    const auto demand = demandOf(session, {license.id});
    if (!demand)
        return std::unexpected(demand.error());
    return SeatCalendar(*today, demandFrom(*demand), SeatSupply(*bought, license.overage));
}

Result<std::vector<License>> LicenseRepository::findMany(Session &session, const QList<LicenseId> &ids) const
{
    return Query(session, u"SELECT "_s + licenseColumns
                              + u" FROM seatledger.license WHERE id = ANY ($1::bigint[]) ORDER BY id"_s)
        .bind(ids)
        .all(licenseFromRow);
}

Result<std::vector<LicenseDemand>> LicenseRepository::demandOf(Session &session,
                                                               const QList<LicenseId> &ids) const
{
    // Added up by the database: a licence may have a hundred thousand holders.
    return Query(session, u"SELECT license_id, first_day, "
                          "demand - lag(demand, 1, 0::bigint) OVER (PARTITION BY license_id ORDER BY "
                          "first_day) AS change "
                          "FROM seatledger.seat_steps($1::bigint[])"_s)
        .bind(ids)
        .all([](const Row &row) {
            return LicenseDemand{storedId<LicenseId>(row, "license_id"),
                                 {row.date("first_day").toJulianDay(), row.integer("change")}};
        });
}

Result<void> LicenseRepository::lockSeats(Session &session, const QList<LicenseId> &ids) const
{
    return Query(session, prepared(u"SELECT seatledger.lock_license_seats($1::bigint[])"_s)).bind(ids).exec();
}

} // namespace seatledger
