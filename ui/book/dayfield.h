// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/common/widgets/datefield.h"

namespace seatledger {

/// A field for a day that begins with the book's today; one that may be left open, with none, and with today
/// when the person wants a day after all.
[[nodiscard]] DateField *makeDayField(const BookAccess &access, const QString &objectName,
                                      const QString &openText, QWidget *parent);

} // namespace seatledger
