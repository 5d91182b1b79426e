// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>

namespace seatledger {

/// The languages that the program speaks completely.
[[nodiscard]] QList<QLocale> offeredLanguages();

/// Makes the whole program, Qt's own words included, speak the language of `locale`, or English if it is none
/// of the offered ones, and makes it the default locale for dates and numbers. May be called again to switch:
/// widgets get a LanguageChange event. GUI thread, or the main thread of a command.
void useLanguage(const QLocale &locale);

} // namespace seatledger
