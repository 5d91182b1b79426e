// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/json.h"

#include "core/domain/enums.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

QJsonValue dayOrNull(const std::optional<QDate> &day)
{
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue seatsJson(const Seats &seats)
{
    return seats.isUnlimited() ? QJsonValue(u"unlimited"_s) : QJsonValue(seats.count());
}

QJsonObject toJson(const Department &department)
{
    return {{u"id"_s, department.id.value()},
            {u"name"_s, department.name.text()},
            {u"parent"_s, idOrNull(department.parent)},
            {u"version"_s, department.version}};
}

QJsonObject toJson(const Member &member)
{
    return {{u"id"_s, member.id.value()},
            {u"number"_s, member.number.text()},
            {u"name"_s, member.name.text()},
            {u"email"_s, member.email.text()},
            {u"department"_s, idOrNull(member.department)},
            {u"status"_s, toText(member.status)},
            {u"joined_on"_s, dayOrNull(member.joinedOn)},
            {u"left_on"_s, dayOrNull(member.leftOn)},
            {u"note"_s, member.note.text()},
            {u"version"_s, member.version}};
}

namespace {

QJsonArray leadsOf(const QList<int> &days)
{
    QJsonArray leads;
    for (const int lead : days)
        leads.append(lead);
    return leads;
}

} // namespace

QJsonObject toJson(const License &license)
{
    const auto numberOrNull = [](const auto &number) {
        return number ? QJsonValue(number->value()) : QJsonValue();
    };
    return {{u"id"_s, license.id.value()},
            {u"name"_s, license.name.text()},
            {u"product"_s, license.product.value()},
            {u"metric"_s, toText(license.metric)},
            {u"term"_s, toText(license.term)},
            {u"state"_s, toText(license.state)},
            {u"owner"_s, idOrNull(license.owner)},
            {u"overage_percent"_s, license.overage.value()},
            {u"devices_per_seat"_s, license.devicesPerSeat.value()},
            {u"floating_lease_minutes"_s, numberOrNull(license.floatingLease)},
            {u"expiry_action"_s, toText(license.expiryAction)},
            {u"low_seat_threshold"_s, numberOrNull(license.lowSeatThreshold)},
            {u"notice_lead_days"_s, license.leadDays ? QJsonValue(leadsOf(*license.leadDays)) : QJsonValue()},
            {u"note"_s, license.note.text()},
            {u"version"_s, license.version}};
}

QJsonObject toJson(const Entitlement &entitlement)
{
    const QJsonValue price = entitlement.price ? QJsonValue(entitlement.price->toText() + u' '
                                                            + entitlement.price->currency().code())
                                               : QJsonValue();
    return {
        {u"id"_s, entitlement.id.value()},
        {u"license"_s, entitlement.license.value()},
        {u"seats"_s,
         seatsJson(entitlement.quantity ? Seats(entitlement.quantity->value()) : Seats::unlimited())},
        {u"from_day"_s, entitlement.period.firstDay().toString(Qt::ISODate)},
        {u"until_day"_s, dayOrNull(entitlement.period.lastDay())},
        {u"price"_s, price},
        {u"billing"_s, toText(entitlement.billing)},
        {u"order_number"_s, entitlement.orderNumber.text()},
        {u"supplier"_s, entitlement.supplier.text()},
        {u"renews"_s, idOrNull(entitlement.renews)},
        {u"note"_s, entitlement.note.text()},
        {u"cancelled"_s, entitlement.isCancelled()},
        {u"version"_s, entitlement.version},
    };
}

QJsonObject toJson(MemberId member, const std::optional<AssignmentId> &assignment, const Refusal &refusal)
{
    QJsonObject object = refusal.details();
    object.insert(u"member"_s, member.value());
    if (assignment)
        object.insert(u"assignment"_s, assignment->value());
    object.insert(u"message"_s, refusal.sentence());
    return object;
}

} // namespace seatledger::ctl
