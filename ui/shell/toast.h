// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace seatledger {

/// One sentence about what was just done or why it was not, with perhaps one thing to do about it, usually
/// Undo.
struct Toast {
    enum class Kind {
        Done,    ///< something was done
        Told,    ///< nothing was done: it is not permitted, or there is nothing to do
        Warning, ///< something went wrong that the rest does not depend on
    };

    QString text;
    QString actionText = {};
    std::function<void()> action = nullptr;
    Kind kind = Kind::Done;
};

} // namespace seatledger
