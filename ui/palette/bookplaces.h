// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/savedview.h"
#include "core/services/finderapplicationservice.h"
#include "ui/palette/palettehit.h"

namespace seatledger {

class MainWindow;

// What is found in the book, as the palette offers it. The hits must not outlive the window.

[[nodiscard]] PaletteHit hitOf(const FoundMember &member, MainWindow &window, bool isDraggable);
[[nodiscard]] PaletteHit hitOf(const FoundLicense &license, MainWindow &window);
/// Departments, products, vendors and reports.
[[nodiscard]] PaletteHits hitsOf(const Landmarks &landmarks, MainWindow &window);
[[nodiscard]] PaletteHits hitsOf(const std::vector<SavedView> &views, MainWindow &window);

} // namespace seatledger
