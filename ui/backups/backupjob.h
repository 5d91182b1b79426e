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
/// runs on the executor's.
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
        m_book.ask(
            this,
            [work = std::move(work), run](const Services &services, Session &session) mutable {
                return work(services, session, run);
            },
            [this, done = std::move(done)](auto answer) mutable {
                end();
                done(std::move(answer));
            },
            run.cancel);
    }

    void cancel() { m_token.cancel(); }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

private:
    struct Progress;

    [[nodiscard]] BackupRun begin();
    void show();
    void end();

    BookAccess m_book;
    DialogFrame *m_dialog;
    CancelToken m_token;
    std::shared_ptr<Progress> m_progress;
    QTimer m_timer;
    bool m_isRunning = false;
};

} // namespace seatledger
