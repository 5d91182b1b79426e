// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace seatledger {

// The plain texts of WriterCell, read: what the writers of typed formats have in common.

/// Digits, with a sign or decimals if need be: what is a number in JSON, too.
[[nodiscard]] bool isPlainNumber(QByteArrayView text);

/// `t` and `true` as `true`, everything else as `false`.
[[nodiscard]] QByteArrayView flagWord(QByteArrayView text);

/// An instant as ISO 8601 in UTC with as many decimals as it has: `2026-03-02T10:11:12.123456Z`. What is no
/// instant, such as `infinity`, comes back as it is.
[[nodiscard]] QByteArray isoInstant(QByteArrayView text);

/// Days since 1899-12-30, as spreadsheets count them, of a day, a month (its first day) or an instant (in
/// UTC, with its part of the day). None before March 1900, where spreadsheets do not agree, and for what is
/// none of them.
[[nodiscard]] std::optional<double> spreadsheetDay(QByteArrayView text);

} // namespace seatledger
