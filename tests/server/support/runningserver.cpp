// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int patience = 30'000;

std::vector<TokenScope> allScopes()
{
    std::vector<TokenScope> scopes;
    for (const auto &entry : enumEntries<TokenScope>())
        scopes.push_back(entry.value);
    return scopes;
}

} // namespace

RunningServer::RunningServer(const QMap<QString, QString> &settings, const QStringList &arguments)
    : m_book(m_database), m_colleagues(m_database)
{
    start(settings, arguments);
}

RunningServer::RunningServer(const Detour &through, QMap<QString, QString> settings)
    : m_book(m_database), m_colleagues(m_database)
{
    settings.insert(u"DATABASE_URI"_s, through(m_database.settings()).toUri());
    start(settings, {});
}

RunningServer::~RunningServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        m_process.kill();
    m_process.waitForFinished(patience);
    failOnFindings();
}

/// Built with the sanitizers, the server writes what they find to its log, which nobody else reads.
void RunningServer::failOnFindings()
{
    m_logFile.seek(0);
    const QByteArray said = m_logFile.readAll();
    if (said.contains("Sanitizer") || said.contains("runtime error:"))
        qFatal("%s", said.right(20'000).constData());
}

void RunningServer::start(const QMap<QString, QString> &settings, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SEATLEDGERD_DATABASE_URI"_s, m_database.settings().toUri());
    environment.insert(u"SEATLEDGERD_HTTP_PORT"_s, u"0"_s);
    environment.insert(u"SEATLEDGERD_WORKERS_THREADS"_s, u"3"_s);
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        environment.insert(u"SEATLEDGERD_"_s + setting.key(),
                           QString(setting.value()).replace("{database}"_L1, m_database.settings().toUri()));
    m_process.setProcessEnvironment(environment);
    // not a pipe: the server would wait until the test has read what it says
    if (!m_logFile.open())
        qFatal("no file for the log");
    m_process.setStandardErrorFile(m_logFile.fileName());
    m_process.start(program(), arguments);
    const QDeadlineTimer deadline(patience);
    while (m_port == 0 && !deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForFinished(20);
        for (const QJsonObject &line : log()) {
            if (line.value("message"_L1) == "listening"_L1)
                m_port = line.value("port"_L1).toInt();
        }
    }
    if (m_port != 0 && CheckingProxy::isWanted()) {
        m_proxy = std::make_unique<CheckingProxy>(m_port);
        m_port = m_proxy->port();
    }
    if (m_port == 0)
        qFatal("seatledgerd did not start, see %s", qPrintable(m_logFile.fileName()));
}

int RunningServer::metricsPort()
{
    for (const QJsonObject &line : log()) {
        if (line.value("message"_L1) == "metrics"_L1)
            return line.value("port"_L1).toInt();
    }
    return 0;
}

QString RunningServer::program()
{
    return QString::fromUtf8(SEATLEDGERD_PROGRAM);
}

QByteArray RunningServer::token(const QString &name, const Colleague &colleague,
                                const std::vector<TokenScope> &scopes)
{
    const QString login = m_colleagues.add(name, colleague);
    m_logins.insert(name, login);
    const TokenDraft draft{.name = u"test"_s,
                           .scopes = scopes.empty() ? allScopes() : scopes,
                           .expiresAt = QDateTime::currentDateTimeUtc().addDays(1)};
    Session session(m_database.connection(), {u"tester"_s, OperationSource::Command});
    const auto made = m_services.tokens.create(session, draft, login);
    if (!made)
        qFatal("no token: %s", qPrintable(made.error().message));
    return made->value.secret.text().toLatin1();
}

QByteArray RunningServer::administrator()
{
    if (m_administrator.isEmpty())
        m_administrator = token(u"root"_s, {.role = Role::Administrator});
    return m_administrator;
}

HttpAnswer RunningServer::get(const QByteArray &token, const QByteArray &target, const Headers &headers)
{
    HttpClient client(m_port);
    return checked(client.request("GET", target, Headers{{"Authorization", "Bearer " + token}} + headers));
}

HttpAnswer RunningServer::send(const QByteArray &method, const QByteArray &token, const QByteArray &target,
                               const QJsonObject &body, const Headers &headers)
{
    HttpClient client(m_port);
    return checked(client.request(
        method, target,
        Headers{{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}} + headers,
        QJsonDocument(body).toJson(QJsonDocument::Compact)));
}

HttpAnswer RunningServer::checked(HttpAnswer answer)
{
    if (const QByteArray objection = CheckingProxy::objection(answer); !objection.isEmpty())
        QTest::qFail(objection.constData(), __FILE__, __LINE__);
    return answer;
}

QList<QJsonObject> RunningServer::log()
{
    m_logFile.seek(0);
    QList<QJsonObject> lines;
    for (const QByteArray &line : m_logFile.readAll().split('\n')) {
        if (!line.isEmpty())
            lines.append(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

} // namespace seatledger
