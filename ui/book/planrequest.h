// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"

#include <QObject>
#include <QTimer>

#include <utility>

namespace seatledger {

/// Asks what would happen while a person fills in a form: a moment after the last change, and only the answer
/// to the newest question counts. After a lost connection it asks again. GUI thread.
class PlanRequest final : public QObject
{
    Q_OBJECT

public:
    explicit PlanRequest(BookAccess access, QObject *parent);

    /// What was asked for is another now: drops the answer on its way and emits due() in a moment.
    void schedule();
    /// Runs `work(const Services &, Session &) -> Result<T>` elsewhere, then `handler(Result<T>)` here unless
    /// schedule() or ask() was called meanwhile.
    template <typename Work, typename Handler>
    void ask(Work work, Handler handler);
    /// Nothing is on its way.
    [[nodiscard]] bool isSettled() const { return !m_timer.isActive() && m_asked == 0; }

signals:
    /// It is time to ask.
    void due();

private:
    BookAccess m_book;
    QTimer m_timer;
    LatestRequest m_latest;
    int m_generation = 0;
    int m_asked = 0;
};

template <typename Work, typename Handler>
void PlanRequest::ask(Work work, Handler handler)
{
    ++m_asked;
    m_book.ask(
        this, std::move(work),
        [this, generation = ++m_generation, handler = std::move(handler)](auto answer) {
            --m_asked;
            if (generation == m_generation)
                handler(std::move(answer));
        },
        m_latest.renew());
}

} // namespace seatledger
