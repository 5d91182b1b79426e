// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace seatledger {

/// The lines of a text of the sample (`:/sample/<name>`), trimmed, without empty ones and comments.
[[nodiscard]] QStringList sampleLines(const QString &name);

} // namespace seatledger
