// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connectfailure.h"

#include "core/db/sqlerror.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QList>
#include <QRegularExpression>

#include <libpq-fe.h>
#include <poll.h>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger::detail {

namespace {

struct ConnectionDeleter {
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
using PgConnection = std::unique_ptr<PGconn, ConnectionDeleter>;

PgConnection startConnecting(const ConnectionSettings &settings)
{
    std::vector<std::pair<QByteArray, QByteArray>> parameters = {{"host", settings.host.toUtf8()},
                                                                 {"port", QByteArray::number(settings.port)},
                                                                 {"dbname", settings.database.toUtf8()},
                                                                 {"user", settings.user.toUtf8()},
                                                                 {"password", settings.password.toUtf8()}};
    for (auto option = settings.options.cbegin(); option != settings.options.cend(); ++option)
        parameters.emplace_back(option.key().toUtf8(), option.value().toUtf8());

    std::vector<const char *> keywords;
    std::vector<const char *> values;
    for (const auto &[keyword, value] : parameters) {
        if (value.isEmpty())
            continue;
        keywords.push_back(keyword.constData());
        values.push_back(value.constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    return PgConnection(PQconnectStartParams(keywords.data(), values.data(), 0));
}

void finishConnecting(PGconn *connection, int seconds)
{
    const QDeadlineTimer deadline{std::chrono::seconds(seconds)};
    auto state = PGRES_POLLING_WRITING;
    while ((state == PGRES_POLLING_WRITING || state == PGRES_POLLING_READING) && !deadline.hasExpired()) {
        pollfd socket{PQsocket(connection),
                      static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (poll(&socket, 1, static_cast<int>(deadline.remainingTime())) < 0)
            return;
        state = PQconnectPoll(connection);
    }
}

/// With PQERRORS_SQLSTATE the server's refusal reads "FATAL:  28P01" and nothing else does.
QString refusalState(const QString &message)
{
    static const QRegularExpression state(u"^[^\\n]*?\\b[A-Z]+:\\s+([0-9A-Z]{5})\\s*$"_s,
                                          QRegularExpression::MultilineOption);
    return state.match(message).captured(1);
}

} // namespace

Error connectFailure(const ConnectionSettings &settings, const QString &wording)
{
    const PgConnection connection = startConnecting(settings);
    if (!connection)
        return {ErrorCode::Internal, wording, {}};
    PQsetErrorVerbosity(connection.get(), PQERRORS_SQLSTATE);
    if (PQstatus(connection.get()) != CONNECTION_BAD)
        finishConnecting(connection.get(), settings.connectTimeoutSeconds);

    const QString state = refusalState(QString::fromUtf8(PQerrorMessage(connection.get())));
    if (!state.isEmpty())
        return errorFromSqlState(state.toLatin1(), wording, {});
    return {ErrorCode::Offline,
            QCoreApplication::translate("Database", "The database cannot be reached: %1").arg(wording),
            {{u"host"_s, settings.host}}};
}

} // namespace seatledger::detail
