// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/httpclient.h"

#include <QElapsedTimer>
#include <QHostAddress>

namespace seatledger {

namespace {

constexpr int patience = 30'000;

} // namespace

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpClient::HttpClient(int port)
{
    m_socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(port));
    m_socket.waitForConnected(patience);
}

void HttpClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patience)) {}
}

HttpAnswer HttpClient::receive(bool hasBody)
{
    HttpAnswer answer;
    answer.status = line().split(' ').value(1).toInt();
    for (QByteArray field = line(); !field.isEmpty(); field = line()) {
        const qsizetype colon = field.indexOf(':');
        answer.headers.append({field.left(colon), field.mid(colon + 1).trimmed()});
    }
    if (answer.status == 100)
        return receive(hasBody);
    if (!hasBody || answer.status == 204 || answer.status == 304) {
        answer.isWhole = true;
        return answer;
    }
    if (answer.header("Transfer-Encoding") == "chunked") {
        answer.isWhole = readChunked(answer.body);
        return answer;
    }
    const qsizetype length = answer.header("Content-Length").toLongLong();
    while (m_buffer.size() < length && fill()) {}
    answer.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    answer.isWhole = answer.body.size() == length;
    return answer;
}

QByteArray HttpClient::receiveUntil(QByteArrayView text)
{
    while (!m_buffer.contains(text) && fill()) {}
    return std::exchange(m_buffer, {});
}

bool HttpClient::isClosed()
{
    while (fill()) {}
    return m_socket.state() == QAbstractSocket::UnconnectedState;
}

HttpAnswer HttpClient::request(const QByteArray &method, const QByteArray &target, const Headers &headers,
                               const QByteArray &body)
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isNull())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    send(bytes + "\r\n" + body);
    return receive(method != "HEAD");
}

/// False when nothing more comes.
bool HttpClient::fill()
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience)
        && m_socket.bytesAvailable() == 0)
        return false;
    m_buffer += m_socket.readAll();
    return true;
}

QByteArray HttpClient::line()
{
    while (!m_buffer.contains("\r\n") && fill()) {}
    const qsizetype end = m_buffer.indexOf("\r\n");
    const QByteArray found = m_buffer.left(end);
    m_buffer.remove(0, end < 0 ? m_buffer.size() : end + 2);
    return found;
}

bool HttpClient::readChunked(QByteArray &body)
{
    for (;;) {
        bool isNumber = false;
        const qsizetype size = line().toLongLong(&isNumber, 16);
        if (!isNumber)
            return false;
        while (m_buffer.size() < size + 2 && fill()) {}
        body += m_buffer.left(size);
        m_buffer.remove(0, size + 2);
        if (size == 0)
            return true;
    }
}

} // namespace seatledger
