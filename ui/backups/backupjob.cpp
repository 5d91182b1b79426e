// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backups/backupjob.h"

#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/dialogframe.h"

#include <QtConcurrentRun>

#include <atomic>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int progressMs = 100;

QString stepText(BackupStep step)
{
    switch (step) {
    case BackupStep::Dump:
        return BackupJob::tr("Writing the backup …");
    case BackupStep::Check:
        return BackupJob::tr("Reading the backup …");
    case BackupStep::Restore:
        return BackupJob::tr("Restoring …");
    case BackupStep::Count:
        return BackupJob::tr("Counting what was restored …");
    case BackupStep::Migrate:
        return BackupJob::tr("Bringing the schema up to date …");
    case BackupStep::Examine:
        return BackupJob::tr("Examining what was restored …");
    case BackupStep::Sums:
        return BackupJob::tr("Counting for reports …");
    case BackupStep::Exchange:
        break;
    }
    return BackupJob::tr("Putting it in its place …");
}

} // namespace

/// Written by a worker, read by the window.
struct BackupJob::Progress {
    std::atomic<BackupStep> step = BackupStep::Check;
    std::atomic<qint64> done = 0;
    std::atomic<qint64> all = 0;
};

BackupJob::BackupJob(BookAccess access, DialogFrame *dialog)
    : QObject(dialog), m_book(access), m_dialog(dialog)
{
    m_timer.setInterval(progressMs);
    connect(&m_timer, &QTimer::timeout, this, &BackupJob::show);
    connect(dialog->overlay(), &BusyOverlay::cancelRequested, this, [this] {
        cancel();
        m_dialog->overlay()->reword(tr("Cancelling …"));
        m_timer.stop();
    });
}

BackupJob::~BackupJob()
{
    m_token.cancel();
    dropExecutor();
}

BookAccess BackupJob::ownAccess(const Place &place)
{
    m_executor = std::make_unique<Executor>(place.settings, place.actor, systemClock(), 1);
    return {.executor = *m_executor, .services = m_book.services};
}

/// Its end waits for what it is at, which may take a moment to stop: not here. Qt's threads are waited for at
/// the end of the program.
void BackupJob::dropExecutor()
{
    if (m_executor)
        (void)QtConcurrent::run(
            [executor = std::shared_ptr<Executor>(std::move(m_executor))]() mutable { executor.reset(); });
}

BackupRun BackupJob::begin()
{
    m_isRunning = true;
    m_token = CancelToken::create();
    m_progress = std::make_shared<Progress>();
    m_dialog->banner()->dismiss();
    m_dialog->overlay()->start(tr("Getting ready …"), true);
    m_timer.start();
    return {.cancel = m_token, .progress = [progress = m_progress](const BackupProgress &told) {
                progress->step = told.step;
                progress->done = told.done;
                progress->all = told.all;
            }};
}

void BackupJob::show()
{
    const qint64 all = m_progress->all;
    m_dialog->overlay()->reword(stepText(m_progress->step));
    m_dialog->overlay()->setProgress(m_progress->done, all);
}

void BackupJob::end()
{
    m_isRunning = false;
    m_timer.stop();
    dropExecutor();
    m_dialog->overlay()->finish();
}

} // namespace seatledger
