// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seatledger {

/// The punctuation between words that a program puts together: as the person's language writes it, of full
/// width in Chinese.

/// The parts one after the other, such as `Research, Sales`.
[[nodiscard]] QString listed(const QStringList &parts);
/// Sentences one after the other; a Chinese full stop brings its own room.
[[nodiscard]] QString inOneLine(const QStringList &sentences);
/// A name and what it is, such as `Department: Sales`.
[[nodiscard]] QString labelled(const QString &label, const QString &text);

} // namespace seatledger
