// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QPalette>

class QApplication;

namespace seatledger {

/// What the person chose; System follows the desktop.
enum class SchemeChoice { System, Light, Dark, HighContrastLight, HighContrastDark, Count };

/// The palette of a scheme, every role of every group set from the tokens.
QPalette themePalette(Scheme scheme);

/// How large text may be made, in percent of the desktop's.
constexpr int smallestTextPercent = 100;
constexpr int largestTextPercent = 200;

/// Dresses the application: style, palette, style sheet and font, with text of `textPercent` of the desktop's
/// size. May be called again at any time to change the look; colours follow at once, and windows that were
/// laid out for another size of text are best made anew. GUI thread.
void applyTheme(QApplication &application, Scheme scheme, int textPercent = 100);
/// The same with what was chosen; System is what the palette suggests.
void applyTheme(QApplication &application, SchemeChoice choice, int textPercent = 100);

/// The scheme of a choice, where `system` is the desktop's.
[[nodiscard]] Scheme schemeOf(SchemeChoice choice, Scheme system);

/// The scheme the desktop's own palette suggests, as it was before applyTheme() first ran.
Scheme systemScheme();

} // namespace seatledger
