// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>

class QIODevice;

namespace seatledger {

/// What a ZIP archive without a comment and below 4 GB says it holds: the names of its files with their
/// sizes before they were compressed. Nothing if it does not end as such an archive does.
[[nodiscard]] std::optional<QHash<QByteArray, qint64>> zipListing(QIODevice &archive);

} // namespace seatledger
