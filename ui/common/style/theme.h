// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QPalette>

class QApplication;

namespace seatledger {

/// What the person chose; System follows the desktop.
enum class SchemeChoice { System, Light, Dark };

/// The palette of a scheme, every role of every group set from the tokens.
QPalette themePalette(Scheme scheme);

/// Dresses the application: style, palette, style sheet and font. May be called again at any time to
/// change the scheme; all windows follow at once. GUI thread.
void applyTheme(QApplication &application, SchemeChoice choice);

/// The scheme the desktop's own palette suggests, as it was before applyTheme() first ran.
Scheme systemScheme();

} // namespace seatledger
