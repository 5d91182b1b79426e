// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace seatledger::server {

/// Tells systemd, if it started the server, that it is ready, alive and stopping. Main thread.
class ServiceManager final : public QObject
{
    Q_OBJECT

public:
    ServiceManager();

    void tellReady(const QString &status);
    void tellStopping();

private:
    QTimer m_watchdog;
};

} // namespace seatledger::server
