// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/notificationlistener.h"

#include "core/db/connection.h"
#include "core/db/pgresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSocketNotifier>
#include <QTimer>

#include <libpq-fe.h>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger {

Q_LOGGING_CATEGORY(listenerLog, "seatledger.db.listener", QtWarningMsg)

namespace {

constexpr auto shortestWait = 200ms;
constexpr auto longestWait = 30'000ms;

struct NotifyDeleter {
    void operator()(PGnotify *notice) const { PQfreemem(notice); }
};

} // namespace

ChangeNotice ChangeNotice::fromPayload(const QByteArray &payload)
{
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    ChangeNotice notice;
    notice.entity = object.value("entity"_L1).toString();
    const QJsonArray ids = object.value("ids"_L1).toArray();
    for (const auto &id : ids)
        notice.ids.append(id.toInteger());
    return notice;
}

/// Owns the connection and lives in the listener's thread.
class NotificationListener::Worker final : public QObject
{
public:
    Worker(NotificationListener &listener, ConnectionSettings settings)
        : m_listener(listener), m_settings(std::move(settings)), m_retry(this)
    {
        // the listener's owner waits for this thread when it ends
        m_settings.connectTimeoutSeconds = std::min(m_settings.connectTimeoutSeconds, 3);
        m_retry.setSingleShot(true);
        connect(&m_retry, &QTimer::timeout, this, &Worker::open);
    }

    void open()
    {
        tell([](NotificationListener &listener) { emit listener.retrying(); });
        auto opened = Connection::open(m_settings);
        if (!opened) {
            retryLater(opened.error());
            return;
        }
        m_connection = *std::move(opened);
        if (auto listening = detail::control(*m_connection, "LISTEN seatledger_changed"); !listening) {
            m_connection.reset();
            retryLater(listening.error());
            return;
        }
        m_wait = shortestWait;
        m_notifier = std::make_unique<QSocketNotifier>(PQsocket(m_connection->handle()),
                                                       QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &Worker::read);
        tell([](NotificationListener &listener) { listener.workerConnected(); });
        read();
    }

    void retryNow()
    {
        if (!m_retry.isActive())
            return;
        m_retry.stop();
        open();
    }

private:
    template <typename What>
    void tell(What what)
    {
        QMetaObject::invokeMethod(
            &m_listener, [&listener = m_listener, what = std::move(what)] { what(listener); },
            Qt::QueuedConnection);
    }

    void read()
    {
        PGconn *handle = m_connection->handle();
        const bool isAlive = PQconsumeInput(handle) == 1 && PQstatus(handle) == CONNECTION_OK;
        while (const std::unique_ptr<PGnotify, NotifyDeleter> notice{PQnotifies(handle)})
            tell([parsed = ChangeNotice::fromPayload(notice->extra)](NotificationListener &listener) {
                emit listener.changed(parsed);
            });
        if (!isAlive)
            lose();
    }

    void lose()
    {
        m_notifier.release()->deleteLater(); // it is the sender of the call that is running
        m_connection.reset();
        tell([](NotificationListener &listener) { listener.workerLost(); });
        scheduleRetry();
    }

    void scheduleRetry()
    {
        m_retry.start(m_wait);
        tell([wait = m_wait](NotificationListener &listener) { emit listener.retryScheduled(wait); });
        m_wait = std::min(m_wait * 2, longestWait);
    }

    void retryLater(const Error &error)
    {
        qCInfo(listenerLog) << "Try again in" << m_wait.count() << "ms:" << error.message;
        scheduleRetry();
    }

    NotificationListener &m_listener;
    ConnectionSettings m_settings;
    QTimer m_retry;
    std::chrono::milliseconds m_wait = shortestWait;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

NotificationListener::NotificationListener(ConnectionSettings settings, QObject *parent)
    : QObject(parent), m_settings(std::move(settings))
{
    m_thread.setObjectName(u"database listener"_s);
}

NotificationListener::~NotificationListener()
{
    m_thread.quit();
    m_thread.wait();
}

void NotificationListener::start()
{
    if (m_thread.isRunning())
        return;
    auto *worker = new Worker(*this, m_settings);
    worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, worker, &Worker::open);
    connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    m_worker = worker;
    m_thread.start();
}

void NotificationListener::retryNow()
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker,
                                  [worker = static_cast<Worker *>(m_worker.data())] { worker->retryNow(); });
}

bool NotificationListener::isConnected() const
{
    return m_isConnected;
}

void NotificationListener::workerConnected()
{
    m_isConnected = true;
    emit connected();
    if (std::exchange(m_wasConnected, true))
        emit changed({});
}

void NotificationListener::workerLost()
{
    m_isConnected = false;
    emit connectionLost();
}

} // namespace seatledger
