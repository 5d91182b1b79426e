// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/request.h"
#include "app/server/http/response.h"

#include <chrono>
#include <functional>
#include <optional>

namespace seatledger::server {

/// What was answered to what, once it was sent or could not be.
struct Exchange {
    std::optional<Method> method;
    QString path;
    QString address;
    int status = 0;
    QString route;
    QString caller;
    QString code; ///< of the problem, if it was one
    QByteArray requestId;
    QByteArray traceParent; ///< of the trace it belongs to, empty: of none
    int seatsDenied = 0;    ///< wishes for a seat that found none
    qint64 bytesSent = 0;
    std::chrono::microseconds duration{};
    bool isWhole = true; ///< false: the client left, or the body failed on the way
};

/// What answers the requests that HttpServer reads. All functions are called on the threads that do input and
/// output, from several at once, and must not wait.
class Application
{
public:
    /// Takes the answer, once, from any thread.
    using Reply = std::function<void(Response)>;

    Application() = default;
    virtual ~Application() = default;
    Application(const Application &) = delete;
    Application &operator=(const Application &) = delete;

    /// Gives the request its id and looks at its head alone, before any body is read: an answer ends it here.
    [[nodiscard]] virtual std::optional<Response> refuse(Request &head) = 0;

    /// The most bytes that a body may have.
    [[nodiscard]] virtual qint64 bodyLimit() const = 0;

    virtual void answer(Request request, Reply reply) = 0;

    /// The answer to what is no HTTP or out of bounds: 400, 413, 414 or 431.
    [[nodiscard]] virtual Response unreadable(int status) = 0;

    virtual void finished(const Exchange &exchange) = 0;
};

} // namespace seatledger::server
