// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace seatledger {

/// What in sight below `top` has no room for its words, or lies where nobody can see or scroll to it; a line
/// each. Labels that are meant to be cut short, with the whole as tool tip, are no finding.
[[nodiscard]] QStringList withoutRoom(QWidget &top);

} // namespace seatledger
