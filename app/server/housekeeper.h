// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/executor.h"
#include "core/services/services.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace seatledger::server {

/// Does what is due whether anybody asks or not: books what the calendar did, frees the seats of leases that
/// ran out, removes the answers of old Idempotency-Keys. Several servers may do so at once. Main thread; the
/// work is done on a thread of its own.
class Housekeeper final : public QObject
{
    Q_OBJECT

public:
    /// `services` outlives it. Begins with start(), then each `pause`.
    Housekeeper(const ConnectionSettings &database, const Services &services, std::chrono::seconds pause);

    void start();

private:
    void keepHouse();

    const Services &m_services;
    QTimer m_timer;
    bool m_isBusy = false;
    Executor m_executor; // the last member: its work uses the others
};

} // namespace seatledger::server
