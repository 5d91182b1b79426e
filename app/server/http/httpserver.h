// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/application.h"
#include "core/domain/result.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace seatledger::server {

/// Where to listen, and the bounds of what is read.
struct HttpSettings {
    QString address = QStringLiteral("127.0.0.1");
    int port = 0; ///< 0: any that is free
    QString certificateFile = {}; ///< PEM, with its chain; empty: no TLS
    QString keyFile = {};
    int threads = 2;
    int maximumConnections = 12'000;
    int headerLimit = 16 * 1024;
    int targetLimit = 8 * 1024;
    std::chrono::seconds headerTimeout{10}; ///< from the first byte to the last of the head
    std::chrono::seconds bodyTimeout{30};
    std::chrono::seconds writeTimeout{30};  ///< for each piece
    std::chrono::seconds idleTimeout{75};   ///< between requests
};

/// Speaks HTTP/1.1, over TLS if there is a certificate: reads requests within bounds, hands them to an
/// Application, sends its answers, keeps connections alive. The only class that knows Beast.
///
/// Owns its threads. `listen()`, then `drain()`, then destroy it: what is under way then is cut off.
class HttpServer final
{
public:
    HttpServer(HttpSettings settings, Application &application);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Binds the port and starts the threads. InvalidInput: the address, the certificate or its key are not
    /// right. InUse: somebody else listens there. Forbidden: the account may not.
    [[nodiscard]] Result<void> listen();

    /// The port that it listens on.
    [[nodiscard]] int port() const;

    /// From now on connections end with their request: `finished` is called, from any thread, once none is
    /// under way, and at the latest after `patience`. New ones are still answered until then, as the
    /// application wishes.
    void drain(std::chrono::seconds patience, std::function<void()> finished);

    /// How many connections there are now.
    [[nodiscard]] int connectionCount() const;

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace seatledger::server
