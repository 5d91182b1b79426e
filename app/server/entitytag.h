// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/request.h"
#include "app/server/http/response.h"
#include "app/server/problem.h"

#include <optional>

namespace seatledger::server {

/// The strong tag of a row in this version: `"7"`.
[[nodiscard]] QByteArray entityTag(int version);

/// An answer that shows a row in a version: JSON with its ETag.
[[nodiscard]] Response versionedResponse(const QJsonObject &object, int version, int status = 200);

/// The version that If-Match asks for: who changes a row says which one they have read. 428 without it, 412
/// for what is no version of ours (`*` included: it would change what nobody has read).
[[nodiscard]] std::expected<int, Problem> requiredVersion(const Request &request);

/// Conflict about a version becomes 412.
[[nodiscard]] Problem withPrecondition(Error error);

/// 304 in place of what the client has already; otherwise the answer as it is. Gives an answer to GET without
/// a tag one of its bytes.
void applyIfNoneMatch(const Request &request, Response &response);

/// The tag of the same in gzip: other bytes have another strong tag.
[[nodiscard]] QByteArray gzipTag(const QByteArray &tag);

} // namespace seatledger::server
