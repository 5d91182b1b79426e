// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QDate>
#include <QString>

#include <optional>

namespace seatledger {

// What was typed into a cell, as a value; nothing for an empty text. InvalidInput says how to write it.

/// A day as ISO 8601, or in another form that starts with the year.
[[nodiscard]] Result<std::optional<QDate>> typedDay(const QString &text);
/// A whole number, with or without the locale's group separators.
[[nodiscard]] Result<std::optional<qint64>> typedNumber(const QString &text);

} // namespace seatledger
