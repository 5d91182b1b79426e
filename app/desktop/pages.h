// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/shell/pageregistry.h"

namespace seatledger {
class Dialogs;
class Preferences;
} // namespace seatledger

namespace seatledger::desktop {

/// All pages of the window, in the order of its sidebar. A new page is its folder in ui/ and one line here.
[[nodiscard]] PageRegistry makePages(BookAccess access, Dialogs &dialogs, Preferences &preferences);

} // namespace seatledger::desktop
