// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace seatledger {

/// One sentence about what was just done, with perhaps one thing to do about it, usually Undo.
struct Toast {
    QString text;
    QString actionText = {};
    std::function<void()> action = nullptr;
    bool isWarning = false;
};

} // namespace seatledger
