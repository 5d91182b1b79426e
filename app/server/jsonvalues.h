// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/response.h"
#include "core/domain/ids.h"
#include "core/domain/money.h"
#include "core/domain/seats.h"

#include <QDate>
#include <QDateTime>
#include <QJsonValue>

#include <optional>

namespace seatledger::server {

// How values of the domain stand in JSON; the same everywhere.

/// `2026-03-02`, or null.
[[nodiscard]] QJsonValue dayJson(const std::optional<QDate> &day);
[[nodiscard]] QJsonValue dayJson(QDate day);

/// `2026-03-02T10:11:12.123Z`, or null.
[[nodiscard]] QJsonValue instantJson(const std::optional<QDateTime> &instant);

/// A number; null is without limit.
[[nodiscard]] QJsonValue seatsJson(const Seats &seats);

/// `{"amount": "1234.50", "currency": "EUR"}`, or null.
[[nodiscard]] QJsonValue moneyJson(const std::optional<Money> &money);

/// Text, or null where it is empty.
[[nodiscard]] QJsonValue textJson(const QString &text);

template <typename Tag>
[[nodiscard]] QJsonValue idJson(const std::optional<Id<Tag>> &id)
{
    return id ? QJsonValue(id->value()) : QJsonValue();
}

/// An answer that tells under which operation it was booked: what POST /operations/{id}:undo takes.
[[nodiscard]] Response booked(Response response, OperationId operation);

/// 201 with the address of what was made.
[[nodiscard]] Response created(Response response, const QString &address);

} // namespace seatledger::server
