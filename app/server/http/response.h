// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/headers.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <memory>

class QIODevice;

namespace seatledger::server {

class BodyPipe;

/// What goes back. A plain value.
struct Response {
    int status = 200;
    Headers headers = {};
    QByteArray body = {};
    /// What is still being made, in place of `body`: sent in chunks as it comes.
    std::shared_ptr<BodyPipe> pipe = nullptr;
    /// Writes the body, in the transaction of the route and in place of `body`. Of routes that stream.
    std::function<Result<void>(QIODevice &)> writer = nullptr;
    bool changesNothing = false; ///< a dry run: what it did to answer is rolled back
    bool closes = false; ///< the connection ends with it

    // For the log; they are not sent.
    QString route = {};       ///< the pattern that answered
    QString caller = {};      ///< the login as which it was done
    QString code = {}; ///< of the problem, if it is one
    QByteArray requestId = {};
    int seatsDenied = 0; ///< wishes for a seat that found none
    bool isHeadOnly = false;  ///< it answers a HEAD: all of it but the body
};

[[nodiscard]] Response jsonResponse(const QJsonObject &object, int status = 200);

/// 204.
[[nodiscard]] Response emptyResponse();

/// Any other kind of text or bytes.
[[nodiscard]] Response contentResponse(QByteArray content, QByteArray mediaType);

/// The words beside a status: "Not Found".
[[nodiscard]] QByteArray statusText(int status);

} // namespace seatledger::server
