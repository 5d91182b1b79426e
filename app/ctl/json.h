// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/department.h"
#include "core/domain/entitlement.h"
#include "core/domain/license.h"
#include "core/domain/member.h"
#include "core/domain/refusal.h"
#include "core/domain/seats.h"

#include <QDate>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace seatledger::ctl {

// The rows of the book as `--json` prints them; the keys are those of the database where there is one.

[[nodiscard]] QJsonObject toJson(const Department &department);
[[nodiscard]] QJsonObject toJson(const Member &member);
[[nodiscard]] QJsonObject toJson(const License &license);
[[nodiscard]] QJsonObject toJson(const Entitlement &entitlement);

/// Who is left out and why; `assignment` for what was there already.
[[nodiscard]] QJsonObject toJson(MemberId member, const std::optional<AssignmentId> &assignment,
                                 const Refusal &refusal);

/// ISO 8601, or null.
[[nodiscard]] QJsonValue dayOrNull(const std::optional<QDate> &day);

/// A number, or the word `unlimited`.
[[nodiscard]] QJsonValue seatsJson(const Seats &seats);

template <typename Id>
[[nodiscard]] QJsonValue idOrNull(const std::optional<Id> &id)
{
    return id ? QJsonValue(id->value()) : QJsonValue();
}

} // namespace seatledger::ctl
