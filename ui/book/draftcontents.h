// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>

class QWidget;

namespace seatledger {

/// What is in the named fields of a form, by their names; not what is hidden while it is typed.
[[nodiscard]] QVariantMap contentsOf(const QWidget *form);
/// Puts contents back; names that are not there any more are passed over.
void setContents(QWidget *form, const QVariantMap &contents);

} // namespace seatledger
