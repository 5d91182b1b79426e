// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace seatledger::server {

/// The one of `offered` that an Accept field likes best, the first of equals; empty if it takes none of them.
/// A missing field takes anything.
[[nodiscard]] QByteArray acceptable(const QByteArray &accept, const QList<QByteArray> &offered);

/// Whether an Accept-Encoding field takes gzip.
[[nodiscard]] bool acceptsGzip(const QByteArray &acceptEncoding);

/// The type without its parameters, in lower case: `application/json`.
[[nodiscard]] QByteArray bareMediaType(const QByteArray &contentType);

} // namespace seatledger::server
