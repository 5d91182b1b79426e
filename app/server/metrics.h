// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/application.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace seatledger::server {

/// What Prometheus is told: requests by route and status, how long they took, why some were refused, and what
/// the parts of the server have to say of themselves at that moment. Thread-safe once all gauges are added.
class Metrics final
{
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics &) = delete;
    Metrics &operator=(const Metrics &) = delete;

    void count(const Exchange &exchange);

    using Labels = std::map<std::string, std::string>;

    /// A figure that is asked for whenever somebody looks; from any thread. Figures of one name differ by
    /// their labels.
    void addGauge(const char *name, const char *help, std::function<double()> value,
                  const Labels &labels = {});

    /// All of it in Prometheus' text format.
    [[nodiscard]] QByteArray text();

private:
    struct Families;
    std::unique_ptr<Families> m_families;
};

/// Answers `/metrics` on a port of its own, where no token is asked for: let only Prometheus reach it.
class MetricsPage final : public Application
{
public:
    explicit MetricsPage(Metrics &metrics) : m_metrics(metrics) {}

    [[nodiscard]] std::optional<Response> refuse(Request &head) override;
    [[nodiscard]] qint64 bodyLimit() const override { return 0; }
    void answer(Request request, Reply reply) override;
    [[nodiscard]] Response unreadable(int status) override { return {.status = status}; }
    void finished(const Exchange & /*exchange*/) override {}

private:
    Metrics &m_metrics;
};

} // namespace seatledger::server
