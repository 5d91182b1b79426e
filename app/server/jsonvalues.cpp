// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jsonvalues.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace seatledger::server {

QJsonValue dayJson(const std::optional<QDate> &day)
{
    return day ? dayJson(*day) : QJsonValue();
}

QJsonValue dayJson(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue instantJson(const std::optional<QDateTime> &instant)
{
    return instant && instant->isValid() ? QJsonValue(instant->toUTC().toString(Qt::ISODateWithMs))
                                         : QJsonValue();
}

QJsonValue seatsJson(const Seats &seats)
{
    return seats.isUnlimited() ? QJsonValue() : QJsonValue(seats.count());
}

QJsonValue moneyJson(const std::optional<Money> &money)
{
    if (!money)
        return {};
    return QJsonObject{{u"amount"_s, money->toText()}, {u"currency"_s, money->currency().code()}};
}

QJsonValue textJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

Response booked(Response response, OperationId operation)
{
    response.headers.set("Seatledger-Operation", QByteArray::number(operation.value()));
    return response;
}

Response created(Response response, const QString &address)
{
    response.status = 201;
    response.headers.set("Location", address.toLatin1());
    return response;
}

} // namespace seatledger::server
