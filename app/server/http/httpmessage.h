// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/beast.h"
#include "app/server/http/request.h"
#include "app/server/http/response.h"

#include <optional>

namespace seatledger::server {

/// What Beast read of a request, body aside. The status of the refusal if it breaks HTTP's rules or the
/// bounds.
[[nodiscard]] std::optional<int> readHead(Request &request, const http::request_header<> &head,
                                          int targetLimit);

/// What to answer when reading failed; none if there is nobody to answer to: who sends too slowly is cut off.
[[nodiscard]] std::optional<int> statusOfFailure(const beast::error_code &error);

/// How the body of an answer is parted from what follows.
enum class Framing { Length, Chunked, UntilClosed };

/// Status line and fields, with the blank line behind them.
[[nodiscard]] QByteArray headBytes(const Response &response, Framing framing, bool keepsAlive);

/// One piece of a chunked body; without bytes the end of it.
[[nodiscard]] QByteArray chunkBytes(const QByteArray &bytes);

} // namespace seatledger::server
