// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>

#include <chrono>

namespace seatledger {

/// What the database says has changed.
struct ChangeNotice {
    QString entity;    ///< a table's name (`license`), or empty: anything may have changed
    QList<qint64> ids; ///< the rows, or empty: any of them

    /// Reads the payload of a NOTIFY: `{"entity": "license", "ids": [1, 2]}`, ids left out when there are
    /// many. Anything else reads as "anything may have changed".
    [[nodiscard]] static ChangeNotice fromPayload(const QByteArray &payload);

    friend bool operator==(const ChangeNotice &, const ChangeNotice &) = default;
};

/// Listens to the channel `seatledger_changed` on a connection and a thread of its own, and tells what other
/// programs (and this one) have changed, once they committed.
///
/// Lives in the thread that made it and emits there. Reconnects by itself, waiting twice as long each time,
/// up to half a minute; since changes were missed meanwhile, the first `changed` after that is one with
/// everything.
class NotificationListener final : public QObject
{
    Q_OBJECT

public:
    explicit NotificationListener(ConnectionSettings settings, QObject *parent = nullptr);
    ~NotificationListener() override;

    /// Begins to connect. Emits `connected` once it listens: from then on nothing is missed.
    void start();

    /// Whether it listens at this moment.
    [[nodiscard]] bool isConnected() const;

public slots:
    /// Ends the wait for the next attempt, if it waits for one.
    void retryNow();

signals:
    void changed(const seatledger::ChangeNotice &notice);
    void connected();
    void connectionLost();
    /// There is no connection; the next attempt begins after this time.
    void retryScheduled(std::chrono::milliseconds wait);
    /// An attempt has begun.
    void retrying();

private:
    class Worker;

    void workerConnected();
    void workerLost();

    ConnectionSettings m_settings;
    QThread m_thread;
    QPointer<QObject> m_worker;
    bool m_isConnected = false;
    bool m_wasConnected = false;
};

} // namespace seatledger

Q_DECLARE_METATYPE(seatledger::ChangeNotice)
