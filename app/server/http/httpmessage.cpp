// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/httpmessage.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

QByteArray bytesOf(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray dateNow()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toLatin1();
}

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

std::optional<int> readHead(Request &request, const http::request_header<> &head, int targetLimit)
{
    for (const auto &field : head)
        request.headers.add(bytesOf(field.name_string()), bytesOf(field.value()));
    const bool needsHost = head.version() >= 11;
    if (head.version() > 11 || head.version() < 10 || head.count(http::field::host) > 1
        || (needsHost && head.count(http::field::host) == 0))
        return 400;
    // who reads the length one way and who reads it the other must not see two different requests
    if (head.count(http::field::content_length) + head.count(http::field::transfer_encoding) > 1)
        return 400;
    if (static_cast<int>(head.target().size()) > targetLimit)
        return 414;
    request.method = methodNamed(bytesOf(head.method_string()));
    return readTarget(request, bytesOf(head.target())) ? std::nullopt : std::optional(400);
}

std::optional<int> statusOfFailure(const beast::error_code &error)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return 431;
    if (error == http::error::body_limit)
        return 413;
    if (error == http::error::end_of_stream || error == http::error::partial_message)
        return std::nullopt;
    if (error.category() == http::make_error_code(http::error::bad_method).category())
        return 400;
    return std::nullopt;
}

QByteArray headBytes(const Response &response, Framing framing, bool keepsAlive)
{
    QByteArray head;
    head.reserve(512);
    head += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + statusText(response.status) + "\r\n";
    head += "Server: seatledgerd\r\nDate: " + dateNow() + "\r\n";
    for (const auto &[name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    if (framing == Framing::Chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else if (framing == Framing::Length && mayHaveBody(response.status))
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    head += keepsAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

QByteArray chunkBytes(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return "0\r\n\r\n";
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace seatledger::server
