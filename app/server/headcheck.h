// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/problem.h"
#include "app/server/router.h"

#include <optional>

namespace seatledger::server {

/// The client's own id of a request where it can be one, or a new one.
[[nodiscard]] QByteArray requestIdOf(const Request &head);

/// 404, 405, 501: what is wrong with method and address, if anything. OPTIONS is none of them.
[[nodiscard]] std::optional<Problem> objectionToPlace(const Request &head, const Match &match);

/// 406, 415: what is wrong with the kinds of content that a client sends and takes.
[[nodiscard]] std::optional<Problem> objectionToContent(const Request &head, const Route &route);

/// `GET, HEAD, OPTIONS`.
[[nodiscard]] QByteArray allowField(const QList<Method> &methods);

} // namespace seatledger::server
