// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/headers.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>

namespace seatledger::server {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

/// `GET`, ...
[[nodiscard]] QByteArray methodName(Method method);

/// None for a method that nothing here answers to. Names are exact.
[[nodiscard]] std::optional<Method> methodNamed(QByteArrayView name);

/// One request, decoded and within all bounds. A plain value.
struct Request {
    std::optional<Method> method; ///< none: one that nothing here answers to
    QString path;          ///< decoded, without the query: "/api/v1/members/7"
    QStringList segments;  ///< of the path, each decoded by itself: "api", "v1", "members", "7"
    QList<QPair<QString, QString>> query;
    Headers headers;
    QByteArray body;
    QString address; ///< where it comes from
    QByteArray id;   ///< of this request: in the log, in PostgreSQL's application_name, in the answer
    Headers answerHeaders; ///< what any answer to it says: how much of a quota is left, ...

    /// The first value of a parameter of the query; none if it is not there.
    [[nodiscard]] std::optional<QString> parameter(QStringView name) const;
};

/// Reads what stands between method and version: `/api/v1/members?limit=5`. False, and nothing is read, if it
/// is no path or has broken escapes, bytes that are no UTF-8, or a NUL in it.
[[nodiscard]] bool readTarget(Request &request, QByteArrayView target);

} // namespace seatledger::server
