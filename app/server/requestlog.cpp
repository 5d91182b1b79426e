// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/requestlog.h"

#include "app/server/tracecontext.h"

#include <QDateTime>
#include <QJsonDocument>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

QLatin1StringView levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
    case QtFatalMsg:
        return "error"_L1;
    }
    return "info"_L1;
}

void logMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    writeLog(levelOf(type), message, {{u"category"_s, QString::fromLatin1(context.category)}});
}

QLatin1StringView levelOf(const Exchange &exchange)
{
    return exchange.status >= 500 ? "error"_L1 : exchange.isWhole ? "info"_L1 : "warning"_L1;
}

} // namespace

void writeLog(QLatin1StringView level, const QString &message, QJsonObject facts)
{
    facts.insert("time"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    facts.insert("level"_L1, QString(level));
    facts.insert("message"_L1, message);
    const QByteArray line = QJsonDocument(facts).toJson(QJsonDocument::Compact) + '\n';
    // one write: lines of several threads do not mix
    [[maybe_unused]] const auto written = write(STDERR_FILENO, line.constData(),
                                                static_cast<size_t>(line.size()));
}

void logExchange(const Exchange &exchange)
{
    QJsonObject facts{
        {u"request_id"_s, QString::fromLatin1(exchange.requestId)},
        {u"method"_s, exchange.method ? QString::fromLatin1(methodName(*exchange.method)) : u"-"_s},
        {u"path"_s, exchange.path},
        {u"status"_s, exchange.status},
        {u"bytes"_s, exchange.bytesSent},
        {u"duration_ms"_s, static_cast<double>(exchange.duration.count()) / 1000},
        {u"address"_s, exchange.address},
    };
    if (!exchange.route.isEmpty())
        facts.insert(u"route"_s, exchange.route);
    if (!exchange.caller.isEmpty())
        facts.insert(u"caller"_s, exchange.caller);
    if (!exchange.code.isEmpty())
        facts.insert(u"code"_s, exchange.code);
    if (const auto trace = traceContextOf({{"traceparent", exchange.traceParent}})) {
        facts.insert(u"trace_id"_s, QString::fromLatin1(trace->traceId()));
        facts.insert(u"parent_id"_s, QString::fromLatin1(trace->parentId()));
    }
    if (!exchange.isWhole)
        facts.insert(u"cut_off"_s, true);
    writeLog(levelOf(exchange), u"request"_s, std::move(facts));
}

void takeOverQtLog()
{
    qInstallMessageHandler(logMessage);
}

} // namespace seatledger::server
