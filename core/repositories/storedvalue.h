// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/row.h"
#include "core/domain/enumtext.h"
#include "core/domain/ids.h"
#include "core/domain/period.h"

#include <optional>

namespace seatledger {

// Domain values from columns whose constraints have already checked them.

template <typename IdType>
[[nodiscard]] std::optional<IdType> storedOptionalId(const Row &row, const char *column)
{
    return IdType::fromValue(row.optionalInteger(column).value_or(0));
}

/// A key; the column is never null and always positive.
template <typename IdType>
[[nodiscard]] IdType storedId(const Row &row, const char *column)
{
    // A defect noted by the row makes its query fail, so that nobody sees the 1.
    return IdType::fromValue(row.integer(column)).value_or(*IdType::fromValue(1));
}

template <typename Enum>
[[nodiscard]] Enum storedEnum(const Row &row, const char *column)
{
    return fromText<Enum>(row.text(column)).value_or(Enum{});
}

[[nodiscard]] inline int storedNumber(const Row &row, const char *column)
{
    return static_cast<int>(row.integer(column));
}

/// A text for a column that is never null: an unset one is empty there.
[[nodiscard]] inline QString textOrEmpty(const QString &text)
{
    return text.isNull() ? QString(QLatin1StringView("")) : text;
}

/// A daterange selected as its two bounds: `lower(period) AS first_day, upper(period) AS end_day`.
[[nodiscard]] inline Period storedPeriod(const Row &row)
{
    return Period::fromStored(row.date("first_day"), row.optionalDate("end_day"));
}

} // namespace seatledger
