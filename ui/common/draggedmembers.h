// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QList>
#include <QString>

class QMimeData;

namespace seatledger {

// Members on their way from one page to another, within the program.

/// `text` is what goes with the pointer.
[[nodiscard]] QMimeData *makeDraggedMembers(const QList<MemberId> &members, const QString &text);
[[nodiscard]] bool hasDraggedMembers(const QMimeData *data);
/// Empty for anything else.
[[nodiscard]] QList<MemberId> draggedMembers(const QMimeData *data);

} // namespace seatledger
