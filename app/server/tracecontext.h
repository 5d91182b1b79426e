// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/headers.h"

#include <QByteArray>

#include <optional>

namespace seatledger::server {

/// Which trace of a larger system a request belongs to, by the fields `traceparent` and `tracestate` of W3C's
/// Trace Context. The server begins no spans of its own: it hands the fields back and names them in its log.
struct TraceContext {
    QByteArray parent; ///< the field as it was sent
    QByteArray state; ///< empty if there was none that can be one

    /// 32 hexadecimal digits.
    [[nodiscard]] QByteArray traceId() const { return parent.sliced(3, 32); }
    /// 16 hexadecimal digits: the span of the caller.
    [[nodiscard]] QByteArray parentId() const { return parent.sliced(36, 16); }
};

/// What the fields say; none if there is no `traceparent` or it is not as it should be, and then whatever
/// stands in `tracestate` counts for nothing.
[[nodiscard]] std::optional<TraceContext> traceContextOf(const Headers &headers);

} // namespace seatledger::server
