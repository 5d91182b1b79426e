// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionwatch.h"

#include <utility>

namespace seatledger {

namespace {

constexpr int secondMs = 1000;

} // namespace

ConnectionWatch::ConnectionWatch(NotificationListener &listener, QObject *parent)
    : QObject(parent),
      m_listener(listener),
      m_state(listener.isConnected() ? State::Online : State::Connecting)
{
    m_second.setInterval(secondMs);
    connect(&m_second, &QTimer::timeout, this, &ConnectionWatch::changed);
    connect(&listener, &NotificationListener::connected, this, &ConnectionWatch::takeConnected);
    connect(&listener, &NotificationListener::retryScheduled, this, &ConnectionWatch::wait);
    connect(&listener, &NotificationListener::retrying, this, [this] {
        if (isLost())
            setState(State::Trying);
    });
}

int ConnectionWatch::secondsToNextTry() const
{
    if (m_state != State::Waiting)
        return 0;
    return static_cast<int>((m_nextTry.remainingTime() + secondMs - 1) / secondMs);
}

ShellStatus ConnectionWatch::addedTo(ShellStatus status) const
{
    using enum ShellStatus::Connection;
    status.connection = isLost() ? Offline : m_state == State::Online ? Online : Connecting;
    status.nextTry = secondsToNextTry();
    return status;
}

void ConnectionWatch::retryNow()
{
    m_listener.retryNow();
}

void ConnectionWatch::takeConnected()
{
    const bool wasLost = isLost();
    setState(State::Online);
    if (wasLost)
        emit restored();
}

void ConnectionWatch::wait(std::chrono::milliseconds time)
{
    m_nextTry.setRemainingTime(time.count());
    setState(State::Waiting);
}

void ConnectionWatch::setState(State state)
{
    m_state = state;
    if (state == State::Waiting)
        m_second.start();
    else
        m_second.stop();
    emit changed();
}

QString nextTryText(int seconds)
{
    return seconds > 0 ? ConnectionWatch::tr("Next try in %1 s.").arg(seconds)
                       : ConnectionWatch::tr("Trying now …");
}

} // namespace seatledger
