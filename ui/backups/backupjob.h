// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/backuprun.h"
#include "ui/book/bookaccess.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <utility>

namespace seatledger {

class DialogFrame;

/// A long piece of work with a backup under a dialog's cover, which says what is being done and how far it
/// is, and lets it be cancelled: then nothing is left half done. One at a time. GUI thread; the work itself
/// runs on a thread and a connection of its own, so that no page waits for it however long it takes.
class BackupJob final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    BackupJob(BookAccess access, DialogFrame *dialog);
    ~BackupJob() override;

    /// `work(const Services &, Session &, const BackupRun &) -> Result<T>`, then `done(Result<T>)` here.
    template <typename Work, typename Done>
    void start(Work work, Done done)
    {
        const BackupRun run = begin();
        auto finish = [this, done = std::move(done)](auto answer) mutable {
            end();
            done(std::move(answer));
        };
        auto perform = [work = std::move(work), run](const Services &services, Session &session) mutable {
            return work(services, session, run);
        };
        using Answer = std::invoke_result_t<decltype(perform) &, const Services &, Session &>;
        // the first of the window's own threads knows where the book is, and as whom
        m_book.ask(
            this,
            [](const Services &, Session &session) -> Result<Place> {
                return Place{session.connection().settings(), session.actor()};
            },
            [this, run, perform = std::move(perform),
             finish = std::move(finish)](Result<Place> place) mutable {
                if (!place)
                    return finish(Answer(std::unexpected(std::move(place).error())));
                ownAccess(*place).ask(this, std::move(perform), std::move(finish), run.cancel);
            },
            run.cancel);
    }

    void cancel() { m_token.cancel(); }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

private:
    struct Progress;
    struct Place {
        ConnectionSettings settings;
        Actor actor;
    };

    [[nodiscard]] BookAccess ownAccess(const Place &place);
    void dropExecutor();
    [[nodiscard]] BackupRun begin();
    void show();
    void end();

    BookAccess m_book;
    DialogFrame *m_dialog;
    std::unique_ptr<Executor> m_executor; ///< while it is at work
    CancelToken m_token;
    std::shared_ptr<Progress> m_progress;
    QTimer m_timer;
    bool m_isRunning = false;
};

} // namespace seatledger
