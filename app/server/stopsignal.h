// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace seatledger::server {

/// SIGTERM and SIGINT as a Qt signal. Make it before any thread, so that all of them leave these signals
/// alone. Main thread.
class StopSignal final : public QObject
{
    Q_OBJECT

public:
    StopSignal();
    ~StopSignal() override;

signals:
    void received();

private:
    int m_descriptor;
    QSocketNotifier m_notifier;
};

} // namespace seatledger::server
