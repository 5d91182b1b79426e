// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMimeData;
class QWidget;

namespace seatledger {

/// Lets this go with the pointer from a widget until it is dropped or given up, its text shown beside the
/// pointer. Takes the data, nothing happens for null. Returns once it is over; GUI thread.
void drag(QWidget *from, QMimeData *carried);

} // namespace seatledger
