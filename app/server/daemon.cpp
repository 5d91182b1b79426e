// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/daemon.h"

#include "app/server/requestlog.h"
#include "app/server/routes/routes.h"

#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace seatledger::server {

Daemon::Daemon(ServerConfig config) : m_config(std::move(config))
{
    addAllRoutes(m_router);
}

/// Workers answer connections, so they end first; then nothing asks the API any more.
Daemon::~Daemon()
{
    if (m_api)
        m_api->stop();
    m_http.reset();
    m_api.reset();
    m_keeper.reset();
    m_feed.reset();
    if (m_workspace)
        (void)m_workspace->leave();
}

Result<void> Daemon::start()
{
    const auto where = database();
    if (!where)
        return std::unexpected(where.error());
    const auto cache = m_config.cache(QProcessEnvironment::systemEnvironment());
    if (!cache)
        return std::unexpected(cache.error());
    m_keeper = std::make_unique<AnswerKeeper>(*cache, *where);
    m_feed = std::make_unique<ChangeFeed>(*where, m_services, m_config.limits.eventStreams);
    m_feed->start();
    m_api = std::make_unique<Api>(m_config, *where, m_services, m_router, *m_keeper, *m_feed);
    connect(m_keeper.get(), &AnswerKeeper::rightsChanged, this, [this] { m_api->forgetTokens(); });
    m_keeper->start();
    m_http = std::make_unique<HttpServer>(m_config.http, *m_api);
    if (auto listening = m_http->listen(); !listening)
        return listening;
    writeLog("info"_L1, u"listening"_s, {{u"address"_s, m_config.http.address}, {u"port"_s, m_http->port()}});
    m_manager.tellReady(u"Listening on port %1"_s.arg(m_http->port()));
    return {};
}

void Daemon::stop()
{
    writeLog("info"_L1, u"stopping"_s, {{u"connections"_s, m_http->connectionCount()}});
    m_manager.tellStopping();
    m_api->drain();
    m_feed->stop();
    m_http->drain(std::chrono::seconds(m_config.drainSeconds), [this] {
        // from a thread of the server's
        QMetaObject::invokeMethod(this, &Daemon::stopped, Qt::QueuedConnection);
    });
}

Result<ConnectionSettings> Daemon::database()
{
    const auto password = m_config.password(QProcessEnvironment::systemEnvironment());
    if (!password)
        return std::unexpected(password.error());
    if (!m_config.databaseUri.isEmpty()) {
        auto settings = ConnectionSettings::fromUri(m_config.databaseUri);
        if (settings && !password->isEmpty())
            settings->password = *password;
        return settings;
    }
    auto opened = Workspace::openOrCreate(m_config.workspace);
    if (!opened)
        return std::unexpected(std::move(opened).error());
    m_workspace.emplace(*std::move(opened));
    if (auto started = m_workspace->start(); !started)
        return std::unexpected(std::move(started).error());
    return m_workspace->settings();
}

} // namespace seatledger::server
