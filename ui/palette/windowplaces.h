// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/palettehit.h"

class QAction;

namespace seatledger {

class MainWindow;

// What the palette knows of a window without asking anybody. Pages and actions that are not permitted are
// among it, with the reason. The hits must not outlive the window.

[[nodiscard]] PaletteHits pageHits(MainWindow &window);

/// What can be done on the page in sight, then in the window itself.
[[nodiscard]] PaletteHits actionHits(MainWindow &window);

} // namespace seatledger
