// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/notificationlistener.h"
#include "ui/shell/shellstatus.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

namespace seatledger {

/// Whether the book can be reached at this moment and, if not, when that is tried again. Follows the
/// listener, whose connection is the first to notice a loss. GUI thread.
class ConnectionWatch final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Connecting, ///< for the first time
        Online,
        Waiting, ///< lost, until the next attempt
        Trying,  ///< lost, an attempt is under way
    };

    /// `listener` must outlive it.
    explicit ConnectionWatch(NotificationListener &listener, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isLost() const { return m_state == State::Waiting || m_state == State::Trying; }
    /// Until the next attempt, rounded up; 0 unless it waits for one.
    [[nodiscard]] int secondsToNextTry() const;
    /// A status together with what is known here.
    [[nodiscard]] ShellStatus addedTo(ShellStatus status) const;

public slots:
    void retryNow();

signals:
    /// The state is another, or there is a second less to wait.
    void changed();
    /// There is a connection again.
    void restored();

private:
    void takeConnected();
    void wait(std::chrono::milliseconds time);
    void setState(State state);

    NotificationListener &m_listener;
    State m_state = State::Connecting;
    QDeadlineTimer m_nextTry;
    QTimer m_second;
};

/// "Next try in 12 s." or "Trying now …"; 0 seconds is now.
[[nodiscard]] QString nextTryText(int seconds);

} // namespace seatledger
