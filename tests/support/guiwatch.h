// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QMetaEnum>
#include <QScopedValueRollback>

#include <ctime>
#include <utility>

namespace seatledger {

/// An application that notes for how long its GUI thread was busy with one event: as long as that, nothing
/// moves on the screen. What a test does between events does not count, so let it post what it does.
class GuiWatch final : public QApplication
{
public:
    using QApplication::QApplication;

    struct Block {
        double wallMs = 0;      ///< as a person sees it
        double processorMs =
            0; ///< of that, what this thread worked; the rest it waited, perhaps for other programs
        double beganAt = 0;     ///< seconds of the machine's steady clock, as `perf` tells them
        QByteArray what = {};   ///< the event and the class that it went to
    };

    /// The longest block since the last call.
    [[nodiscard]] Block takeLongest() { return std::exchange(m_longest, {}); }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_inside)
            return QApplication::notify(receiver, event);
        const QScopedValueRollback inside(m_inside, true);
        const char *place = receiver->metaObject()->className(); // it may be gone afterwards
        const QEvent::Type type = event->type();
        QElapsedTimer wall;
        wall.start();
        const double before = threadMs();
        const bool taken = QApplication::notify(receiver, event);
        const double took = static_cast<double>(wall.nsecsElapsed()) / 1e6;
        if (took > m_longest.wallMs)
            m_longest = {took, threadMs() - before, endedAt() - took / 1e3,
                         QByteArray(QMetaEnum::fromType<QEvent::Type>().valueToKey(type)) + " to " + place};
        return taken;
    }

private:
    static double secondsOf(clockid_t clock)
    {
        timespec now{};
        clock_gettime(clock, &now);
        return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
    }
    static double threadMs() { return secondsOf(CLOCK_THREAD_CPUTIME_ID) * 1e3; }
    static double endedAt() { return secondsOf(CLOCK_MONOTONIC); }

    Block m_longest;
    bool m_inside = false;
};

} // namespace seatledger
