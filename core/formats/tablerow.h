// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <span>

namespace seatledger {

/// One row of a file. The cells are UTF-8 and valid only during the call that hands them over; texts that
/// were guarded against being read as formulas have lost exactly that apostrophe.
struct TableRow {
    qint64 row = 0;  ///< from 1, headings not counted
    qint64 line = 0; ///< where in the file it begins, from 1
    std::span<const QByteArrayView> cells;
};

} // namespace seatledger
