// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api.h"

#include "app/server/entitytag.h"
#include "app/server/gzip.h"
#include "app/server/headcheck.h"
#include "app/server/mediatype.h"
#include "app/server/requestlog.h"
#include "app/server/streamdevice.h"
#include "app/server/tracecontext.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr qsizetype worthPacking = 1024;

ConnectionSettings named(ConnectionSettings settings)
{
    settings.applicationName = u"seatledgerd"_s;
    return settings;
}

/// The server has its own idea of what is too long.
WorkerSettings limited(WorkerSettings settings, std::chrono::seconds statement)
{
    settings.statement = statement;
    return settings;
}

QByteArray httpDate(QDate day)
{
    return QLocale::c().toString(day.startOfDay(Qt::UTC), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

void addQuota(Headers &headers, const Quota &quota)
{
    const QByteArray limit = QByteArray::number(quota.limit);
    headers.set("RateLimit-Policy", "\"default\";q=" + limit + ";w=60");
    headers.set("RateLimit", "\"default\";r=" + QByteArray::number(quota.remaining)
                                 + ";t=" + QByteArray::number(quota.resetSeconds));
}

Problem tooManyRequests(const Quota &quota)
{
    return Problem(429, u"rate_limited"_s, u"Too many requests in a minute."_s)
        .with("Retry-After", QByteArray::number(quota.resetSeconds));
}

void sayDeprecation(Headers &headers, const Deprecation &deprecation)
{
    headers.set("Deprecation",
                '@' + QByteArray::number(deprecation.since.startOfDay(Qt::UTC).toSecsSinceEpoch()));
    if (deprecation.sunset)
        headers.set("Sunset", httpDate(*deprecation.sunset));
}

void pack(const Request &request, Response &response)
{
    const bool isPacked = response.headers.has("Content-Encoding");
    if (isPacked || response.body.size() < worthPacking
        || !acceptsGzip(request.headers.value("Accept-Encoding")))
        return;
    response.body = gzipped(response.body);
    response.headers.set("Content-Encoding", "gzip");
    if (response.headers.has("ETag"))
        response.headers.set("ETag", gzipTag(response.headers.value("ETag")));
}

void passTrace(Request &head)
{
    const auto trace = traceContextOf(head.headers);
    if (!trace)
        return;
    head.answerHeaders.set("traceparent", trace->parent);
    if (!trace->state.isEmpty())
        head.answerHeaders.set("tracestate", trace->state);
}

void logDefect(const Problem &problem, const Request &request)
{
    if (problem.status < 500)
        return;
    writeLog("error"_L1, problem.message,
             {{u"request_id"_s, QString::fromLatin1(request.id)},
              {u"code"_s, problem.stableCode},
              {u"details"_s, problem.details}});
}

} // namespace

/// One request that is being answered.
struct Api::Job {
    Request request;
    Match match;
    Reply reply;

    [[nodiscard]] Asked asked() const { return {request, *match.route, match.values}; }
};

Api::Api(const ServerConfig &config, const Databases &databases, const Parts &parts)
    : m_limits(config.limits),
      m_router(parts.router),
      m_ownerWork(parts.services, parts.switches, parts.keeper, parts.feed, parts.fileKeys),
      m_rates(parts.rates),
      m_workers(std::make_unique<Workers>(
          named(databases.primary),
          limited(config.workers, std::chrono::seconds(m_limits.statementSeconds)))),
      m_streamWorkers(std::make_unique<Workers>(
          named(databases.primary),
          limited(config.streamWorkers, std::chrono::minutes(m_limits.exportMinutes))))
{
    if (!databases.replica)
        return;
    WorkerSettings reports = limited(config.workers, std::chrono::seconds(m_limits.statementSeconds));
    reports.threads = config.reportThreads;
    m_reports = std::make_unique<ReplicaFirst>(u"reports"_s, named(*databases.replica), reports, *m_workers);
    m_exports = std::make_unique<ReplicaFirst>(
        u"exports"_s, named(*databases.replica),
        limited(config.streamWorkers, std::chrono::minutes(m_limits.exportMinutes)), *m_streamWorkers);
}

Api::~Api() = default;

void Api::stop()
{
    m_reports.reset(); // they hand on to those below
    m_exports.reset();
    m_workers.reset();
    m_streamWorkers.reset();
}

std::optional<Response> Api::refuse(Request &head)
{
    head.id = requestIdOf(head);
    passTrace(head);
    const Match match = m_router.find(head.method, head.segments);
    if (auto problem = objection(head, match))
        return dressed(head, match.route, toResponse(*problem, head.id));
    if (head.method == Method::Options) {
        Response response = emptyResponse();
        response.headers.set("Allow", allowField(match.allowed));
        return dressed(head, match.route, std::move(response));
    }
    return std::nullopt;
}

std::optional<Problem> Api::objection(Request &head, const Match &match)
{
    if (auto problem = objectionToPlace(head, match))
        return problem;
    if (head.method == Method::Options)
        return std::nullopt;
    if (m_isDraining && match.route->pattern != "/healthz"_L1)
        return Problem(503, u"stopping"_s,
                       u"The server is about to stop. Ask another one, or again in a moment."_s)
            .with("Retry-After", "2");
    if (match.route->scope && bearerOf(head).isEmpty())
        return unauthorized(u"Send a token: Authorization: Bearer slt_..."_s);
    if (auto problem = overQuota(head, *match.route))
        return problem;
    return objectionToContent(head, *match.route);
}

/// Each address has a quota, and each token; the answer tells of the token's. Tokens are counted by what was
/// sent, before anybody looks whether they are any good.
std::optional<Problem> Api::overQuota(Request &head, const Route &route)
{
    if (const Quota quota = m_rates.take("address " + head.address.toLatin1(), m_limits.requestsPerAddress);
        !quota.isGranted)
        return tooManyRequests(quota);
    if (!route.scope)
        return std::nullopt;
    const QByteArray digest = QCryptographicHash::hash(bearerOf(head), QCryptographicHash::Sha256);
    const Quota quota = m_rates.take("token " + digest, m_limits.requestsPerToken);
    if (quota.limit > 0)
        addQuota(head.answerHeaders, quota);
    return quota.isGranted ? std::nullopt : std::optional(tooManyRequests(quota));
}

void Api::answer(Request request, Reply reply)
{
    const auto job = std::make_shared<Job>(Job{std::move(request), {}, std::move(reply)});
    job->match = m_router.find(job->request.method, job->request.segments);
    const Route &route = *job->match.route;
    if (route.openHandler)
        send(*job, route.openHandler(job->request, job->match.values));
    else if (route.isStreaming)
        answerStreaming(job);
    else
        answerShort(job);
}

void Api::answerShort(const std::shared_ptr<Job> &job)
{
    if (auto known = m_ownerWork.recall(job->asked()))
        return send(*job, *std::move(known));
    ask(
        *job->match.route,
        [this, job](Session &session) {
            Answer answer = job->match.route->scope ? m_ownerWork.run(session, job->asked())
                                                    : m_ownerWork.runOpen(session, job->asked());
            return answer;
        },
        [this, job](Answer answer) { send(*job, std::move(answer)); });
}

/// The head of the answer goes out with the first piece of the body, in the middle of the transaction.
void Api::answerStreaming(const std::shared_ptr<Job> &job)
{
    const auto pipe = std::make_shared<BodyPipe>();
    const auto hasStarted = std::make_shared<std::atomic<bool>>(false);
    const auto stream = [this, job, pipe, hasStarted](Response &response) -> Result<void> {
        if (*hasStarted) // the core wants to repeat what clients have already seen a part of
            return failure(ErrorCode::Internal, u"A streamed answer cannot begin again."_s);
        const bool packs = acceptsGzip(job->request.headers.value("Accept-Encoding"));
        Response head = response;
        head.writer = nullptr;
        head.pipe = pipe;
        if (packs)
            head.headers.set("Content-Encoding", "gzip");
        StreamDevice device(pipe, packs, [this, job, hasStarted, &head] {
            *hasStarted = true;
            send(*job, head);
        });
        auto written = response.writer(device);
        return written ? device.complete() : written;
    };
    ask(
        *job->match.route,
        [this, job, stream](Session &session) { return m_ownerWork.run(session, job->asked(), stream); },
        [this, job, pipe, hasStarted](Answer answer) {
            if (!*hasStarted)
                send(*job, std::move(answer));
            else if (!answer)
                pipe->fail();
        });
}

/// What is only for reports may be read from the replica.
void Api::ask(const Route &route, const Workers::Work &work, const Workers::Done &done)
{
    Workers &primary = route.isStreaming ? *m_streamWorkers : *m_workers;
    ReplicaFirst *replica = route.isStreaming ? m_exports.get() : m_reports.get();
    if (replica && route.scope == TokenScope::Report)
        replica->ask(work, done);
    else
        primary.ask(work, done);
}

qint64 Api::reportsByReplica() const
{
    return m_reports ? m_reports->byReplica() + m_exports->byReplica() : 0;
}

qint64 Api::reportsByPrimary() const
{
    return m_reports ? m_reports->byPrimary() + m_exports->byPrimary() : 0;
}

void Api::send(const Job &job, Answer answer) const
{
    if (!answer) {
        logDefect(answer.error(), job.request);
        answer = toResponse(answer.error(), job.request.id);
    }
    job.reply(dressed(job.request, job.match.route, *std::move(answer)));
}

Response Api::dressed(const Request &request, const Route *route, Response response) const
{
    applyIfNoneMatch(request, response);
    pack(request, response);
    for (const auto &[name, value] : request.answerHeaders)
        response.headers.set(name, value);
    response.headers.set("X-Request-Id", request.id);
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("Vary", "Accept, Accept-Encoding, Authorization");
    if (!response.headers.has("Cache-Control"))
        response.headers.set("Cache-Control", "private, no-cache");
    if (!response.headers.has("Content-Security-Policy"))
        response.headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    if (route && route->deprecation)
        sayDeprecation(response.headers, *route->deprecation);
    response.route = route ? route->pattern : QString();
    response.requestId = request.id;
    response.isHeadOnly = request.method == Method::Head;
    response.closes = response.closes || m_isDraining;
    return response;
}

Response Api::unreadable(int status)
{
    const QString text = status == 413   ? u"The body is larger than %1 bytes."_s.arg(m_limits.bodyBytes)
                         : status == 414 ? u"The address is too long."_s
                         : status == 431 ? u"The head of the request is too large."_s
                                         : u"This is no request of HTTP/1.1 as it should be."_s;
    const QString code = status == 413   ? u"body_too_large"_s
                         : status == 414 ? u"target_too_long"_s
                         : status == 431 ? u"headers_too_large"_s
                                         : u"malformed"_s;
    Request request;
    request.id = requestIdOf(request);
    return dressed(request, nullptr, toResponse(Problem(status, code, text), request.id));
}

void Api::finished(const Exchange &exchange)
{
    logExchange(exchange);
    if (m_observer)
        m_observer(exchange);
}

} // namespace seatledger::server
