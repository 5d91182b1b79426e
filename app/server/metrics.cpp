// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

const prometheus::Histogram::BucketBoundaries seconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                      0.25,  0.5,    1,     2.5,  5,     10,   60};

/// The pattern, never the path: what is in paths is without end.
std::string routeOf(const Exchange &exchange)
{
    return exchange.route.isEmpty() ? "none" : exchange.route.toStdString();
}

} // namespace

struct Metrics::Families {
    struct Asked {
        prometheus::Gauge &gauge;
        std::function<double()> value;
    };

    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter> &requests = prometheus::BuildCounter()
                                                            .Name("seatledger_requests_total")
                                                            .Help("Requests answered.")
                                                            .Register(registry);
    prometheus::Family<prometheus::Histogram> &durations =
        prometheus::BuildHistogram()
            .Name("seatledger_request_seconds")
            .Help("From the first byte of a request to the last of its answer.")
            .Register(registry);
    prometheus::Family<prometheus::Counter> &refusals =
        prometheus::BuildCounter()
            .Name("seatledger_refusals_total")
            .Help("Requests refused, by the code of the problem: no_seat is a seat denied.")
            .Register(registry);
    prometheus::Counter &seatsDenied =
        prometheus::BuildCounter()
            .Name("seatledger_seats_denied_total")
            .Help("Wishes for a seat that found none, those within bulk requests too.")
            .Register(registry)
            .Add({});
    std::vector<Asked> gauges;
};

Metrics::Metrics() : m_families(std::make_unique<Families>()) {}

Metrics::~Metrics() = default;

void Metrics::count(const Exchange &exchange)
{
    const std::string route = routeOf(exchange);
    const std::string method = exchange.method ? methodName(*exchange.method).toStdString() : "other";
    m_families->requests
        .Add({{"route", route}, {"method", method}, {"status", std::to_string(exchange.status)}})
        .Increment();
    m_families->durations.Add({{"route", route}}, seconds)
        .Observe(static_cast<double>(exchange.duration.count()) / 1'000'000);
    if (!exchange.code.isEmpty())
        m_families->refusals.Add({{"code", exchange.code.toStdString()}}).Increment();
    if (exchange.seatsDenied > 0)
        m_families->seatsDenied.Increment(exchange.seatsDenied);
}

void Metrics::addGauge(const char *name, const char *help, std::function<double()> value,
                       const Labels &labels)
{
    auto &family = prometheus::BuildGauge().Name(name).Help(help).Register(m_families->registry);
    m_families->gauges.push_back({family.Add(labels), std::move(value)});
}

QByteArray Metrics::text()
{
    for (const Families::Asked &asked : m_families->gauges)
        asked.gauge.Set(asked.value());
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(m_families->registry.Collect()));
}

std::optional<Response> MetricsPage::refuse(Request &head)
{
    Response response;
    if (head.path != "/metrics"_L1)
        response.status = 404;
    else
        response = contentResponse(m_metrics.text(), "text/plain; version=0.0.4");
    response.isHeadOnly = head.method == Method::Head;
    return response;
}

void MetricsPage::answer(Request /*request*/, Reply reply)
{
    reply({.status = 404});
}

} // namespace seatledger::server
