// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/httpserver.h"

#include "app/server/http/httpconnection.h"

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger::server {

namespace {

using TlsStream = beast::ssl_stream<beast::tcp_stream>;

std::unexpected<Error> cannotListen(const HttpSettings &settings, const beast::error_code &error)
{
    const ErrorCode code = error == asio::error::address_in_use  ? ErrorCode::InUse
                           : error == asio::error::access_denied ? ErrorCode::Forbidden
                                                                 : ErrorCode::InvalidInput;
    return failure(code, u"Cannot listen on %1, port %2: %3."_s.arg(settings.address)
                             .arg(settings.port)
                             .arg(QString::fromStdString(error.message())));
}

template <typename Stream>
asio::awaitable<void> serve(std::unique_ptr<HttpConnection<Stream>> connection)
{
    co_await connection->run();
}

} // namespace

class HttpServer::Engine final
{
public:
    Engine(HttpSettings settings, Application &application)
        : m_shared(std::make_shared<HttpShared>(std::move(settings), application)),
          m_context(m_shared->settings.threads),
          m_acceptor(m_context),
          m_drainTimer(m_context)
    {}

    ~Engine()
    {
        m_context.stop();
        for (std::thread &thread : m_threads)
            thread.join();
    }

    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    Result<void> listen()
    {
        if (auto ready = prepareTls(); !ready)
            return ready;
        if (auto bound = bind(); !bound)
            return bound;
        asio::co_spawn(m_context, accept(), asio::detached);
        for (int i = 0; i < m_shared->settings.threads; ++i)
            m_threads.emplace_back([this] { m_context.run(); });
        return {};
    }

    int port() const { return m_port; }
    const HttpShared &shared() const { return *m_shared; }

    void drain(std::chrono::seconds patience, std::function<void()> finished)
    {
        m_shared->isDraining = true;
        asio::co_spawn(m_context, awaitLast(patience, std::move(finished)), asio::detached);
    }

private:
    Result<void> prepareTls()
    {
        if (m_shared->settings.certificateFile.isEmpty())
            return {};
        beast::error_code error;
        m_tls.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2
                          | asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1
                          | asio::ssl::context::no_tlsv1_1);
        m_tls.use_certificate_chain_file(m_shared->settings.certificateFile.toStdString(), error);
        if (!error)
            m_tls.use_private_key_file(m_shared->settings.keyFile.toStdString(), asio::ssl::context::pem,
                                       error);
        if (error)
            return failure(ErrorCode::InvalidInput,
                           u"The certificate %1 or its key %2 cannot be used: %3."_s.arg(
                               m_shared->settings.certificateFile, m_shared->settings.keyFile,
                               QString::fromStdString(error.message())));
        return {};
    }

    Result<void> bind()
    {
        const HttpSettings &settings = m_shared->settings;
        beast::error_code error;
        const auto address = asio::ip::make_address(settings.address.toStdString(), error);
        const tcp::endpoint endpoint(address, static_cast<unsigned short>(settings.port));
        if (!error)
            m_acceptor.open(endpoint.protocol(), error);
        if (!error)
            m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error)
            m_acceptor.bind(endpoint, error);
        if (!error)
            m_acceptor.listen(4096, error);
        if (!error)
            m_acceptor.non_blocking(true, error);
        if (error)
            return cannotListen(settings, error);
        m_port = m_acceptor.local_endpoint().port();
        return {};
    }

    asio::awaitable<void> accept()
    {
        for (;;) {
            const auto strand = asio::make_strand(m_context);
            auto [error, socket] = co_await m_acceptor.async_accept(strand, asResult);
            if (error == asio::error::operation_aborted)
                co_return;
            if (error) { // no descriptors left, most likely
                asio::steady_timer pause(m_context, 100ms);
                co_await pause.async_wait(asResult);
                continue;
            }
            welcome(std::move(socket));
            welcomeWaiting();
        }
    }

    /// Those who have come meanwhile: a turn of a busy server is long, and nobody should wait for one for
    /// each that came before.
    void welcomeWaiting()
    {
        constexpr int most = 64;
        for (int i = 0; i < most; ++i) {
            beast::error_code error;
            auto socket = m_acceptor.accept(asio::make_strand(m_context), error);
            if (error)
                return;
            welcome(std::move(socket));
        }
    }

    template <typename Socket>
    void welcome(Socket socket)
    {
        if (m_shared->connections >= m_shared->settings.maximumConnections)
            return;
        beast::error_code error;
        const auto peer = socket.remote_endpoint(error);
        if (error)
            return;
        socket.set_option(tcp::no_delay(true), error);
        const QString address = QString::fromStdString(peer.address().to_string());
        const auto executor = socket.get_executor();
        beast::tcp_stream stream(std::move(socket));
        if (m_shared->settings.certificateFile.isEmpty())
            start(executor, std::move(stream), address);
        else
            start(executor, TlsStream(std::move(stream), m_tls), address);
    }

    template <typename Executor, typename Stream>
    void start(const Executor &executor, Stream stream, const QString &address)
    {
        auto connection = std::make_unique<HttpConnection<Stream>>(m_shared, std::move(stream), address);
        asio::co_spawn(executor, serve(std::move(connection)), asio::detached);
    }

    asio::awaitable<void> awaitLast(std::chrono::seconds patience, std::function<void()> finished)
    {
        const auto end = std::chrono::steady_clock::now() + patience;
        while (m_shared->underWay > 0 && std::chrono::steady_clock::now() < end) {
            m_drainTimer.expires_after(20ms);
            co_await m_drainTimer.async_wait(asResult);
        }
        finished();
    }

    std::shared_ptr<HttpShared> m_shared;
    asio::ssl::context m_tls{asio::ssl::context::tls_server};
    asio::io_context m_context;
    tcp::acceptor m_acceptor;
    asio::steady_timer m_drainTimer;
    std::vector<std::thread> m_threads;
    int m_port = 0;
};

HttpServer::HttpServer(HttpSettings settings, Application &application)
    : m_engine(std::make_unique<Engine>(std::move(settings), application))
{}

HttpServer::~HttpServer() = default;

Result<void> HttpServer::listen()
{
    return m_engine->listen();
}

int HttpServer::port() const
{
    return m_engine->port();
}

void HttpServer::drain(std::chrono::seconds patience, std::function<void()> finished)
{
    m_engine->drain(patience, std::move(finished));
}

int HttpServer::connectionCount() const
{
    return m_engine->shared().connections;
}

} // namespace seatledger::server
