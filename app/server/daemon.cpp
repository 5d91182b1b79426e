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
    m_metricsHttp.reset();
    if (m_api)
        m_api->stop();
    m_http.reset();
    m_api.reset();
    m_housekeeper.reset();
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
    const auto replica = reportsDatabase();
    if (!replica)
        return std::unexpected(replica.error());
    const auto cache = m_config.cache(QProcessEnvironment::systemEnvironment());
    if (!cache)
        return std::unexpected(cache.error());
    m_keeper = std::make_unique<AnswerKeeper>(*cache, *where);
    m_switches.follow(m_keeper->listener());
    m_feed = std::make_unique<ChangeFeed>(*where, m_services, m_config.limits.eventStreams);
    m_feed->start();
    m_fileKeys = std::make_unique<LicenseFileKeys>(
        m_config.licenseKeyFile(QProcessEnvironment::systemEnvironment()));
    m_rates = std::make_unique<RateLimiter>(
        cache->redis ? std::make_unique<SharedCounts>(*cache->redis, QByteArray("seatledger")) : nullptr);
    m_api = std::make_unique<Api>(
        m_config, Api::Databases{*where, *replica},
        Api::Parts{m_services, m_switches, m_router, *m_keeper, *m_feed, *m_rates, *m_fileKeys});
    connect(m_keeper.get(), &AnswerKeeper::rightsChanged, this, [this] { m_api->forgetTokens(); });
    m_keeper->start();
    m_api->observe([this](const Exchange &exchange) { m_metrics.count(exchange); });
    m_http = std::make_unique<HttpServer>(m_config.http, *m_api);
    m_housekeeper = std::make_unique<Housekeeper>(*where, m_services,
                                                  std::chrono::seconds(m_config.limits.housekeepingSeconds));
    if (auto metrics = startMetrics(); !metrics)
        return metrics;
    if (auto listening = m_http->listen(); !listening)
        return listening;
    writeLog("info"_L1, u"listening"_s, {{u"address"_s, m_config.http.address}, {u"port"_s, m_http->port()}});
    m_housekeeper->start();
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

Result<void> Daemon::startMetrics()
{
    addGauges();
    if (!m_config.hasMetrics)
        return {};
    m_metricsHttp = std::make_unique<HttpServer>(m_config.metrics, m_metricsPage);
    auto listening = m_metricsHttp->listen();
    if (listening)
        writeLog("info"_L1, u"metrics"_s,
                 {{u"address"_s, m_config.metrics.address}, {u"port"_s, m_metricsHttp->port()}});
    return listening;
}

void Daemon::addGauges()
{
    m_metrics.addGauge("seatledger_connections", "Connections that are open.",
                       [this] { return m_http->connectionCount(); });
    m_metrics.addGauge("seatledger_followers", "Clients that listen to events.",
                       [this] { return m_feed->followerCount(); });
    m_metrics.addGauge("seatledger_quota_counted", "Tokens and addresses that asked within the last minute.",
                       [this] { return static_cast<double>(m_rates->size()); });
    m_metrics.addGauge("seatledger_quota_shared", "1: servers count together, in Redis.",
                       [this] { return m_rates->isShared() ? 1.0 : 0.0; });
    addPoolGauges("requests", &Api::workers);
    addPoolGauges("exports", &Api::streamWorkers);
    if (!m_config.reportsUri.isEmpty())
        addReplicaGauges();
    m_metrics.addGauge("seatledger_short_licenses", "Licences with fewer seats than are held.",
                       [this] { return static_cast<double>(m_housekeeper->shortLicenses()); });
    m_metrics.addGauge("seatledger_short_seats", "Seats that are held and are not there any more.",
                       [this] { return static_cast<double>(m_housekeeper->shortSeats()); });
    addCacheGauges();
}

void Daemon::addPoolGauges(const char *pool, const Workers &(Api::*workers)() const)
{
    const Metrics::Labels labels{{"pool", pool}};
    const auto figure = [this, workers](int (Workers::*what)() const) {
        return [this, workers, what] { return (((*m_api).*workers)().*what)(); };
    };
    m_metrics.addGauge("seatledger_pool_size", "Connections to the database that there may be.",
                       figure(&Workers::size), labels);
    m_metrics.addGauge("seatledger_pool_in_use", "Connections to the database that are at work.",
                       figure(&Workers::running), labels);
    m_metrics.addGauge("seatledger_pool_waiting", "Pieces of work that wait for one.",
                       figure(&Workers::waiting), labels);
}

void Daemon::addReplicaGauges()
{
    m_metrics.addGauge("seatledger_reports_by_replica", "Reports and exports that the replica answered.",
                       [this] { return static_cast<double>(m_api->reportsByReplica()); });
    m_metrics.addGauge("seatledger_reports_by_primary",
                       "Reports and exports asked of the primary, since the replica did not answer.",
                       [this] { return static_cast<double>(m_api->reportsByPrimary()); });
}

void Daemon::addCacheGauges()
{
    const auto cache = [this](auto figure) {
        return [this, figure] { return static_cast<double>(std::invoke(figure, m_keeper->figures())); };
    };
    m_metrics.addGauge("seatledger_cache_memory_answers", "Answers given from memory.",
                       cache(&CacheFigures::fromMemory));
    m_metrics.addGauge("seatledger_cache_redis_answers", "Answers given from Redis.",
                       cache(&CacheFigures::fromShared));
    m_metrics.addGauge("seatledger_cache_asked", "Answers asked of the database.",
                       cache(&CacheFigures::asked));
    m_metrics.addGauge("seatledger_cache_redis_failures", "What Redis could not answer.",
                       cache(&CacheFigures::sharedFailures));
    m_metrics.addGauge("seatledger_cache_joined", "Askers who waited for one of these.",
                       cache(&CacheFigures::joined));
    m_metrics.addGauge("seatledger_cache_redis_off", "1: Redis fails and is left alone for a while.",
                       cache(&CacheFigures::isSharedOff));
    m_metrics.addGauge("seatledger_cache_bytes", "Answers held in memory.", cache(&CacheFigures::bytes));
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

Result<std::optional<ConnectionSettings>> Daemon::reportsDatabase() const
{
    if (m_config.reportsUri.isEmpty())
        return std::nullopt;
    const auto password = m_config.password(QProcessEnvironment::systemEnvironment());
    if (!password)
        return std::unexpected(password.error());
    auto settings = ConnectionSettings::fromUri(m_config.reportsUri);
    if (!settings)
        return std::unexpected(std::move(settings).error());
    if (!password->isEmpty())
        settings->password = *password;
    return *std::move(settings);
}

} // namespace seatledger::server
