// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/tourstop.h"

#include <memory>
#include <vector>

namespace seatledger {
class Dialogs;
class MainWindow;
class Preferences;
} // namespace seatledger

namespace seatledger::desktop {

class RunningBook;

/// The window of a book with all that belongs to it beside its pages: the palette, the notices, undo. What it
/// is given must outlive it.
[[nodiscard]] std::unique_ptr<MainWindow> makeBookWindow(RunningBook &running, Dialogs &dialogs,
                                                         Preferences &preferences);

/// What the picture tour shows of such a window that belongs to no page.
[[nodiscard]] std::vector<TourStop> windowTourStops(MainWindow &window);

} // namespace seatledger::desktop
