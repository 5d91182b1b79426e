// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/counted.h"
#include "app/server/http/application.h"
#include "app/server/http/bodypipe.h"
#include "app/server/http/httpmessage.h"
#include "app/server/http/httpserver.h"

#include <atomic>
#include <memory>

namespace seatledger::server {

/// What all connections of a server share.
struct HttpShared {
    HttpSettings settings;
    Application &application;
    std::atomic<int> connections = 0;
    std::atomic<int> underWay = 0; ///< requests whose first byte has come and whose answer has not gone
    std::atomic<bool> isDraining = false;
};

/// Lets a coroutine sleep until another thread has something for it.
class Doorbell final : public std::enable_shared_from_this<Doorbell>
{
public:
    explicit Doorbell(const asio::any_io_executor &executor)
        : m_executor(executor), m_timer(executor, asio::steady_timer::time_point::max())
    {}

    /// From any thread; `before` runs where the coroutine does.
    template <typename Before>
    void ring(Before before)
    {
        asio::post(m_executor, [self = shared_from_this(), before = std::move(before)]() mutable {
            before();
            self->m_timer.cancel();
        });
    }

    asio::awaitable<void> wait() { co_await m_timer.async_wait(asResult); }

private:
    asio::any_io_executor m_executor;
    asio::steady_timer m_timer;
};

/// One client's connection, from its first byte to its last: `Stream` is plain TCP or TLS over it. Runs on
/// its strand. (What is awaited stands in a statement of its own and takes no temporaries: g++ 12 destroys
/// those of a condition too early, and those of a parameter twice.)
template <typename Stream>
class HttpConnection final
{
public:
    HttpConnection(std::shared_ptr<HttpShared> shared, Stream stream, QString address)
        : m_shared(std::move(shared)),
          m_stream(std::move(stream)),
          m_address(std::move(address)),
          m_counted(m_shared->connections)
    {}

    asio::awaitable<void> run()
    {
        bool goesOn = co_await begin();
        while (goesOn)
            goesOn = co_await serveNext();
        co_await end();
    }

private:
    using Parser = http::request_parser<http::string_body>;
    using Moment = std::chrono::steady_clock::time_point;

    static constexpr bool isTls = !std::is_same_v<Stream, beast::tcp_stream>;
    static constexpr qsizetype pieceSize = 128 * 1024;

    beast::tcp_stream &tcpStream() { return beast::get_lowest_layer(m_stream); }
    const HttpSettings &settings() const { return m_shared->settings; }

    asio::awaitable<bool> begin()
    {
        if constexpr (isTls) {
            tcpStream().expires_after(settings().headerTimeout);
            const auto [error] = co_await m_stream.async_handshake(asio::ssl::stream_base::server, asResult);
            co_return !error;
        }
        co_return true;
    }

    /// Whether the client may go on after this request.
    asio::awaitable<bool> serveNext()
    {
        const bool hasBytes = co_await waitForBytes();
        if (!hasBytes)
            co_return false;
        const Counted underWay(m_shared->underWay);
        m_began = std::chrono::steady_clock::now();
        m_bytesSent = 0;
        Request request;
        request.address = m_address;
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(settings().headerLimit));
        parser.body_limit(static_cast<std::uint64_t>(m_shared->application.bodyLimit()));
        const std::optional<Response> refusal = co_await readRequest(parser, request);
        if (m_isGone)
            co_return false;
        Response response;
        if (refusal) {
            response = *refusal;
        } else {
            response = co_await askApplication(request);
        }
        m_isHttp10 = parser.get().version() < 11;
        const bool keepsAlive = parser.is_done() && parser.keep_alive() && !response.closes
                                && !m_shared->isDraining;
        const bool isWhole = co_await send(response, keepsAlive);
        report(request, response, isWhole);
        co_return isWhole &&keepsAlive;
    }

    asio::awaitable<bool> waitForBytes()
    {
        if (m_buffer.size() > 0)
            co_return true;
        m_buffer.shrink_to_fit(); // thousands wait here for long
        tcpStream().expires_after(settings().idleTimeout);
        const auto [error, count] = co_await m_stream.async_read_some(m_buffer.prepare(2048), asResult);
        m_buffer.commit(count);
        co_return !error;
    }

    /// Reads all of it; or why it cannot be answered.
    asio::awaitable<std::optional<Response>> readRequest(Parser &parser, Request &request)
    {
        tcpStream().expires_after(settings().headerTimeout);
        const auto [headError, headSize] = co_await http::async_read_header(m_stream, m_buffer, parser,
                                                                            asResult);
        if (headError)
            co_return unreadable(headError);
        if (const auto status = readHead(request, parser.get().base(), settings().targetLimit))
            co_return unreadable(*status);
        if (auto refusal = m_shared->application.refuse(request))
            co_return refusal;
        if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
            const QByteArray goOn = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await sendBytes(goOn);
        }
        tcpStream().expires_after(settings().bodyTimeout);
        const auto [bodyError, bodySize] = co_await http::async_read(m_stream, m_buffer, parser, asResult);
        if (bodyError)
            co_return unreadable(bodyError);
        const std::string &body = parser.get().body();
        request.body = QByteArray(body.data(), static_cast<qsizetype>(body.size()));
        co_return std::nullopt;
    }

    std::optional<Response> unreadable(const beast::error_code &error)
    {
        const auto status = statusOfFailure(error);
        m_isGone = !status;
        return status ? unreadable(*status) : std::nullopt;
    }

    std::optional<Response> unreadable(int status)
    {
        Response response = m_shared->application.unreadable(status);
        response.closes = true;
        return response;
    }

    asio::awaitable<Response> askApplication(Request &request)
    {
        tcpStream().expires_never();
        const auto bell = std::make_shared<Doorbell>(tcpStream().get_executor());
        const auto answer = std::make_shared<std::optional<Response>>();
        const Request &asked = request;
        m_shared->application.answer(asked, [bell, answer](Response response) {
            bell->ring([answer, response = std::move(response)]() mutable { *answer = std::move(response); });
        });
        while (!*answer)
            co_await bell->wait();
        co_return std::move(**answer);
    }

    /// False if it could not be sent whole.
    asio::awaitable<bool> send(const Response &response, bool keepsAlive)
    {
        if (response.pipe && response.isHeadOnly)
            co_return co_await sendHeadOfPipe(response, keepsAlive);
        if (response.pipe)
            co_return co_await sendPipe(response, keepsAlive);
        QByteArray bytes = headBytes(response, Framing::Length, keepsAlive);
        const qsizetype size = response.isHeadOnly ? 0 : response.body.size();
        bytes += response.body.first(std::min(size, pieceSize));
        bool sent = co_await sendBytes(bytes);
        for (qsizetype at = pieceSize; sent && at < size; at += pieceSize) {
            bytes = response.body.mid(at, pieceSize);
            sent = co_await sendBytes(bytes);
        }
        co_return sent;
    }

    /// Nobody reads what would be written: who writes is told before they wait for room.
    asio::awaitable<bool> sendHeadOfPipe(const Response &response, bool keepsAlive)
    {
        response.pipe->abandon();
        const QByteArray bytes = headBytes(response, m_isHttp10 ? Framing::UntilClosed : Framing::Chunked,
                                           keepsAlive && !m_isHttp10);
        const bool sent = co_await sendBytes(bytes);
        co_return sent && !m_isHttp10;
    }

    asio::awaitable<bool> sendPipe(const Response &response, bool keepsAlive)
    {
        const auto pipe = response.pipe;
        const auto bell = std::make_shared<Doorbell>(tcpStream().get_executor());
        pipe->onReady([bell] { bell->ring([] {}); });
        const Framing framing = m_isHttp10 ? Framing::UntilClosed : Framing::Chunked;
        QByteArray bytes = headBytes(response, framing, keepsAlive && !m_isHttp10);
        bool sent = co_await sendBytes(bytes);
        bool isEnd = false;
        while (sent && !isEnd) {
            const BodyPipe::Piece piece = pipe->take();
            isEnd = piece.isEnd;
            sent = !piece.isFailure;
            bytes = framed(piece);
            if (!bytes.isEmpty())
                sent = co_await sendBytes(bytes);
            else if (sent && !isEnd)
                co_await bell->wait();
        }
        pipe->abandon();
        co_return sent && !m_isHttp10;
    }

    /// What goes out of a piece: nothing while there is nothing.
    QByteArray framed(const BodyPipe::Piece &piece) const
    {
        if (m_isHttp10 || piece.isFailure)
            return piece.bytes;
        return piece.bytes.isEmpty() && !piece.isEnd ? QByteArray() : chunkBytes(piece.bytes);
    }

    /// `bytes` outlive the call.
    asio::awaitable<bool> sendBytes(const QByteArray &bytes)
    {
        tcpStream().expires_after(settings().writeTimeout);
        const auto buffer = asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        const auto [error, count] = co_await asio::async_write(m_stream, buffer, asResult);
        m_bytesSent += static_cast<qint64>(count);
        co_return !error;
    }

    void report(const Request &request, const Response &response, bool isWhole)
    {
        const auto duration = std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now() - m_began);
        m_shared->application.finished({.method = request.method,
                                        .path = request.path,
                                        .address = m_address,
                                        .status = response.status,
                                        .route = response.route,
                                        .caller = response.caller,
                                        .code = response.code,
                                        .requestId = response.requestId,
                                        .traceParent = response.headers.value("traceparent"),
                                        .seatsDenied = response.seatsDenied,
                                        .bytesSent = m_bytesSent,
                                        .duration = duration,
                                        .isWhole = isWhole});
    }

    /// Says good-bye, and lets a client that still sends read the answer before the connection is reset.
    asio::awaitable<void> end()
    {
        tcpStream().expires_after(std::chrono::seconds(2));
        if constexpr (isTls) {
            co_await m_stream.async_shutdown(asResult);
        }
        beast::error_code ignored;
        tcpStream().socket().shutdown(tcp::socket::shutdown_send, ignored);
        std::array<char, 4096> unread;
        for (int pieces = 0; pieces < 64; ++pieces) {
            const auto [error, count] = co_await tcpStream().async_read_some(asio::buffer(unread), asResult);
            if (error)
                break;
        }
    }

    std::shared_ptr<HttpShared> m_shared;
    Stream m_stream;
    QString m_address;
    Counted m_counted;
    beast::flat_buffer m_buffer;
    Moment m_began;
    qint64 m_bytesSent = 0;
    bool m_isHttp10 = false;
    bool m_isGone = false;
};

} // namespace seatledger::server
