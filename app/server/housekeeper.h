// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/executor.h"
#include "core/repositories/shortages.h"
#include "core/services/services.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>

namespace seatledger::server {

/// Does what is due whether anybody asks or not: books what the calendar did, frees the seats of leases that
/// ran out, removes the answers of old Idempotency-Keys, and looks how many
/// seats are short. Several servers may do so at once. Main thread; the
/// work is done on a thread of its own.
class Housekeeper final : public QObject
{
    Q_OBJECT

public:
    /// `services` outlives it. Begins with start(), then each `pause`.
    Housekeeper(const ConnectionSettings &database, const Services &services, std::chrono::seconds pause);

    void start();

    /// As it was when the house was kept last; 0 before. From any thread.
    [[nodiscard]] qint64 shortLicenses() const { return m_shortLicenses; }
    [[nodiscard]] qint64 shortSeats() const { return m_shortSeats; }

private:
    void keepHouse();
    void take(const Result<Shortages> &done);

    const Services &m_services;
    QTimer m_timer;
    bool m_isBusy = false;
    std::atomic<qint64> m_shortLicenses = 0;
    std::atomic<qint64> m_shortSeats = 0;
    Executor m_executor; // the last member: its work uses the others
};

} // namespace seatledger::server
