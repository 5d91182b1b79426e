// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connectattempt.h"

#include "core/db/tlsdefaults.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QRegularExpression>

#include <libpq-fe.h>
#include <openssl/crypto.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <clocale>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger::detail {

namespace {

constexpr int shortestTimeout = 2; // as libpq has it

struct ConnectionDeleter {
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
using PgConnection = std::unique_ptr<PGconn, ConnectionDeleter>;

/// While it lives, this thread's libraries speak English: some of what libpq knows, it tells in words only.
class EnglishMessages final
{
public:
    EnglishMessages()
        : m_english(newlocale(LC_MESSAGES_MASK, "C", duplocale(uselocale(nullptr)))),
          m_before(uselocale(m_english))
    {}
    ~EnglishMessages()
    {
        uselocale(m_before);
        freelocale(m_english);
    }
    EnglishMessages(const EnglishMessages &) = delete;
    EnglishMessages &operator=(const EnglishMessages &) = delete;

private:
    locale_t m_english;
    locale_t m_before;
};

/// Else OpenSSL, which libpq uses, frees at exit() what threads still need that are just ending, and they
/// crash.
void keepOpenSslAtExit()
{
    [[maybe_unused]] static const int once = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}

PgConnection startConnecting(const ConnectionSettings &settings)
{
    std::vector<std::pair<QByteArray, QByteArray>> parameters = {
        {"host", settings.host.toUtf8()},         {"port", QByteArray::number(settings.port)},
        {"dbname", settings.database.toUtf8()},   {"user", settings.user.toUtf8()},
        {"password", settings.password.toUtf8()}, {"application_name", settings.applicationName.toUtf8()}};
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
    keepOpenSslAtExit();
    return PgConnection(PQconnectStartParams(keywords.data(), values.data(), 0));
}

QDeadlineTimer deadlineOf(const ConnectionSettings &settings)
{
    if (settings.connectTimeoutSeconds <= 0)
        return {QDeadlineTimer::Forever};
    return {std::chrono::seconds(std::max(settings.connectTimeoutSeconds, shortestTimeout))};
}

/// False when the deadline came first.
bool finishConnecting(PGconn *connection, const QDeadlineTimer &deadline)
{
    auto state = PGRES_POLLING_WRITING;
    while (state == PGRES_POLLING_WRITING || state == PGRES_POLLING_READING) {
        if (deadline.hasExpired())
            return false;
        const short events = state == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        pollfd socket{PQsocket(connection), events, 0};
        const int ready = poll(&socket, 1, static_cast<int>(deadline.remainingTime()));
        if (ready > 0)
            state = PQconnectPoll(connection);
        else if (ready < 0 && errno != EINTR)
            return true;
    }
    return true;
}

/// With PQERRORS_SQLSTATE the server's refusal reads "FATAL:  28P01" and nothing else does.
QString refusalState(const QString &message)
{
    static const QRegularExpression state(u"^[^\\n]*?\\b[A-Z]+:\\s+([0-9A-Z]{5})\\s*$"_s,
                                          QRegularExpression::MultilineOption);
    return state.match(message).captured(1);
}

} // namespace

ConnectAttempt tryToConnect(const ConnectionSettings &given)
{
    const EnglishMessages english;
    const ConnectionSettings settings = withTlsDefaults(given);
    const QDeadlineTimer deadline = deadlineOf(settings);
    const PgConnection connection = startConnecting(settings);
    if (!connection)
        return {.text = u"out of memory"_s};
    PQsetErrorVerbosity(connection.get(), PQERRORS_SQLSTATE);
    ConnectAttempt attempt;
    if (PQstatus(connection.get()) != CONNECTION_BAD)
        attempt.timedOut = !finishConnecting(connection.get(), deadline);
    attempt.succeeded = PQstatus(connection.get()) == CONNECTION_OK;
    attempt.needsPassword = PQconnectionNeedsPassword(connection.get()) == 1;
    attempt.usedTls = PQsslInUse(connection.get()) == 1;
    attempt.text = QString::fromUtf8(PQerrorMessage(connection.get())).trimmed();
    attempt.sqlState = refusalState(attempt.text);
    return attempt;
}

} // namespace seatledger::detail
