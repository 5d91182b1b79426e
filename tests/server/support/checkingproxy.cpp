// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/checkingproxy.h"

#include <QJsonArray>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int patience = 60'000;
constexpr auto variable = "SEATLEDGER_PRISM";

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

bool CheckingProxy::isWanted()
{
    return qEnvironmentVariableIsSet(variable);
}

CheckingProxy::CheckingProxy(int serverPort) : m_port(freePort())
{
    HttpClient client(serverPort);
    const HttpAnswer description = client.request("GET", "/api/v1/openapi.json", {{"Connection", "close"}});
    m_description.setFileTemplate(m_description.fileTemplate() + u".json"_s);
    if (description.status != 200 || !m_description.open() || m_description.write(description.body) < 0
        || !m_description.flush())
        qFatal("no description for the checking proxy");
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(qEnvironmentVariable(variable),
                    {u"proxy"_s, m_description.fileName(), u"http://127.0.0.1:%1"_s.arg(serverPort),
                     u"--port"_s, QString::number(m_port), u"--host"_s, u"127.0.0.1"_s});
    QByteArray said;
    while (!said.contains("listening") && m_process.waitForReadyRead(patience))
        said += m_process.readAll();
    if (!said.contains("listening"))
        qFatal("the checking proxy does not run: %s", said.constData());
}

CheckingProxy::~CheckingProxy()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5'000))
        m_process.kill();
    m_process.waitForFinished();
}

QByteArray CheckingProxy::objection(const HttpAnswer &answer)
{
    const QJsonArray violations = QJsonDocument::fromJson(answer.header("sl-violations")).array();
    for (const QJsonValue &violation : violations) {
        if (violation["location"_L1].toArray().first() == "response"_L1)
            return QJsonDocument(violation.toObject()).toJson(QJsonDocument::Compact);
    }
    return {};
}

} // namespace seatledger
