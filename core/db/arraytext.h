// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringList>

#include <optional>

namespace seatledger::detail {

/// Reads a one-dimensional array as PostgreSQL writes it (`{a,"b c",NULL}`), for core/db itself. NULL inside
/// becomes a null QString. Nothing when it is no such array.
[[nodiscard]] std::optional<QStringList> readArray(QByteArrayView text);

} // namespace seatledger::detail
