// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/tourstop.h"

#include <vector>

class QWidget;

namespace seatledger {

/// The sign-in window for the picture tour: the first start, a server with a keychain, what is said when
/// nobody answers, and recent connections on a desktop without a keychain. Touches no settings and no
/// keychain. `parent` is the window the pictures show it in front of.
[[nodiscard]] std::vector<TourStop> signInTourStops(QWidget *parent);

} // namespace seatledger
