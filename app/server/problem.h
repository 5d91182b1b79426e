// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/headers.h"
#include "app/server/http/response.h"
#include "core/domain/error.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace seatledger::server {

/// Why a request was not answered as wished: an error of the core, or one of HTTP. The one place that knows
/// which status, code and words a client gets for it. What the core answers becomes one by itself:
///
///     const auto member = services.members.find(session, id);
///     if (!member)
///         return std::unexpected(member.error()); // of a function that returns an Answer
///
/// As an Error it keeps what went wrong in the core, for the log and for `transact`.
struct Problem : Error {
    /// See the table in problem.cpp.
    Problem(Error error); // NOLINT(google-explicit-constructor): this is what makes the use above short
    Problem(int httpStatus, QString stableCode, QString text);

    /// With a sentence about one place of the body, as JSON pointer: "/members/3".
    [[nodiscard]] static Problem at(const QString &pointer, const QString &text);

    Problem &&with(QByteArray header, QByteArray value) &&;

    int status;
    QString stableCode; ///< `no_seat`, `not_found`, `rate_limited`, ...
    Headers headers = {};
};

/// What answers a request.
using Answer = std::expected<Response, Problem>;

/// RFC 9457: type, title, status, detail, code, request_id, errors[] with pointers, and the facts. Of a
/// defect it tells nothing but the id by which the log tells more.
[[nodiscard]] Response toResponse(const Problem &problem, const QByteArray &requestId);

// What can be wrong with a request before the book is asked.

[[nodiscard]] Problem malformed(const QString &text);
[[nodiscard]] Problem noSuchResource();
[[nodiscard]] Problem unauthorized(const QString &text);
[[nodiscard]] Problem outOfScope(const QString &scope);
[[nodiscard]] Problem overloaded(const QString &text);
[[nodiscard]] Problem defect();

} // namespace seatledger::server
