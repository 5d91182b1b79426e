// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>
#include <QString>

namespace seatledger {

/// The languages that the program speaks completely.
[[nodiscard]] QList<QLocale> offeredLanguages();

/// The locale of a person who chose the language `name` (as QLocale::name(); empty: like the desktop) on a
/// desktop whose locale is `system`: with words of the chosen language, numbers and dates as they are written
/// where the person is, as far as the language has such a variant.
[[nodiscard]] QLocale localeFor(const QString &name, const QLocale &system);

/// Makes the whole program, Qt's own words included, speak the language of `locale`, or English if it is none
/// of the offered ones, and makes it the default locale for dates and numbers. May be called again to switch:
/// widgets get a LanguageChange event. GUI thread, or the main thread of a command.
void useLanguage(const QLocale &locale);

} // namespace seatledger
