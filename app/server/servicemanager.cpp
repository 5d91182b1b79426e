// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicemanager.h"

#include <systemd/sd-daemon.h>

#include <chrono>
#include <cstdint>

namespace seatledger::server {

ServiceManager::ServiceManager()
{
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0)
        return;
    // from the event loop: when that hangs, systemd learns of it by the silence
    connect(&m_watchdog, &QTimer::timeout, this, [] { sd_notify(0, "WATCHDOG=1"); });
    m_watchdog.start(
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(microseconds) / 3));
}

void ServiceManager::tellReady(const QString &status)
{
    sd_notify(0, ("READY=1\nSTATUS=" + status.toUtf8()).constData());
}

void ServiceManager::tellStopping()
{
    sd_notify(0, "STOPPING=1");
}

} // namespace seatledger::server
