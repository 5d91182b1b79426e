// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"

namespace seatledger {

class DialogFrame;

/// Keeps a dialog open while the book cannot be reached: its main button is off, a strip says why and when it
/// is tried again, and what was typed stays. Back to normal once there is a connection.
void waitForConnection(DialogFrame *dialog, const BookAccess &access);

} // namespace seatledger
