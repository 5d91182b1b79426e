// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QTcpSocket>

namespace seatledger {

/// What a server answered.
struct HttpAnswer {
    int status = 0; ///< 0: nothing that could be read
    QList<QPair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    bool isWhole = false; ///< all of the body came

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QString code() const { return json().value(QLatin1StringView("code")).toString(); }
};

/// One connection to a server on this machine, byte by byte as the test wants it. Waits for answers, half a
/// minute at most.
class HttpClient final
{
public:
    explicit HttpClient(int port);

    /// Exactly these bytes.
    void send(const QByteArray &bytes);
    /// The answer to the oldest request that has none yet.
    [[nodiscard]] HttpAnswer receive(bool hasBody = true);
    /// At least this much of what comes, as it comes.
    [[nodiscard]] QByteArray receiveUntil(QByteArrayView text);
    /// Whether the other side has closed, soon.
    [[nodiscard]] bool isClosed();

    using Headers = QList<QPair<QByteArray, QByteArray>>;
    [[nodiscard]] HttpAnswer request(const QByteArray &method, const QByteArray &target,
                                     const Headers &headers = {}, const QByteArray &body = {});

    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

private:
    [[nodiscard]] bool fill();
    [[nodiscard]] QByteArray line();
    [[nodiscard]] bool readChunked(QByteArray &body);

    QTcpSocket m_socket;
    QByteArray m_buffer;
};

} // namespace seatledger
