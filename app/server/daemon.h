// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/answerkeeper.h"
#include "app/server/api.h"
#include "app/server/changefeed.h"
#include "app/server/housekeeper.h"
#include "app/server/http/httpserver.h"
#include "app/server/licensefilekeys.h"
#include "app/server/metrics.h"
#include "app/server/router.h"
#include "app/server/serverconfig.h"
#include "app/server/servicemanager.h"
#include "core/services/services.h"
#include "core/workspace/workspace.h"

#include <QObject>

#include <memory>
#include <optional>

namespace seatledger::server {

/// The running server: puts its parts together, starts them in their order, and ends them in the reverse one.
/// Main thread.
class Daemon final : public QObject
{
    Q_OBJECT

public:
    explicit Daemon(ServerConfig config);
    ~Daemon() override;

    /// Fails if the configuration cannot be so or the port is taken. A database out of reach is no failure:
    /// the server waits for it and says so at /readyz.
    [[nodiscard]] Result<void> start();

    /// Lets what is under way finish, then emits `stopped`.
    void stop();

signals:
    void stopped();

private:
    [[nodiscard]] Result<ConnectionSettings> database();
    [[nodiscard]] Result<std::optional<ConnectionSettings>> reportsDatabase() const;
    [[nodiscard]] Result<void> startMetrics();
    void addGauges();
    void addPoolGauges(const char *pool, const Workers &(Api::*workers)() const);
    void addReplicaGauges();
    void addCacheGauges();

    ServerConfig m_config;
    Services m_services;
    FeatureSwitches m_switches{m_services.switchRows};
    Router m_router;
    ServiceManager m_manager;
    std::optional<Workspace> m_workspace;
    std::unique_ptr<Housekeeper> m_housekeeper;
    std::unique_ptr<AnswerKeeper> m_keeper;
    std::unique_ptr<ChangeFeed> m_feed;
    std::unique_ptr<LicenseFileKeys> m_fileKeys;
    std::unique_ptr<RateLimiter> m_rates;
    std::unique_ptr<Api> m_api;
    std::unique_ptr<HttpServer> m_http;
    Metrics m_metrics;
    MetricsPage m_metricsPage{m_metrics};
    std::unique_ptr<HttpServer> m_metricsHttp; // the first to go: it asks the others
};

} // namespace seatledger::server
