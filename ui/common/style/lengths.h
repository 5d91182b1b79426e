// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seatledger {

/// A length given for text of the usual size, as it is wanted for the text of the program now: at 200 % twice
/// as much. For what holds text; gaps and corners stay as they are. GUI thread.
[[nodiscard]] int grown(int pixels);

} // namespace seatledger
