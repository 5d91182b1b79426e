// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>

namespace seatledger {

// What the program puts together of words and moments, with the punctuation of the person's language: of full
// width in Chinese.

/// The parts one after the other, such as `Research, Sales`.
[[nodiscard]] QString listed(const QStringList &parts);
/// Sentences one after the other; a Chinese full stop brings its own room.
[[nodiscard]] QString inOneLine(const QStringList &sentences);
/// A name and what it is, such as `Department: Sales`.
[[nodiscard]] QString labelled(const QString &label, const QString &text);

/// A moment to the minute, in this machine's zone.
[[nodiscard]] QString minuteText(const QDateTime &moment);

} // namespace seatledger
