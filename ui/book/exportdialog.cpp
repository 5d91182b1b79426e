// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/exportdialog.h"

#include "ui/common/manualsubject.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/textlabel.h"

#include <QFileInfo>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

ExportDialog::ExportDialog(BookAccess access, ExportJob job, QWidget *parent)
    : DialogFrame(u"export"_s, tr("Exporting"), parent),
      m_book(access),
      m_job(std::move(job)),
      m_bar(new QProgressBar(this)),
      m_rows(new TextLabel({}, TextSize::Body, Tone::TextMuted, this))
{
    setManualSubject(this, u"exporting"_s);
    setSubtitle(QFileInfo(m_job.path).fileName());
    m_bar->setObjectName(u"exportProgressBar"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_rows->setObjectName(u"rowsLabel"_s);
    body()->addWidget(m_bar);
    body()->addWidget(m_rows);
    addCancelButton();
    setMinimumWidth(grown(400));
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, &ExportDialog::showProgress);
    showProgress();
}

void ExportDialog::showProgress()
{
    constexpr int steps = 1'000;
    const qint64 done = m_done->rows;
    if (m_done->isFinishing || m_job.rows <= 0) {
        m_bar->setRange(0, 0);
    } else {
        m_bar->setRange(0, steps);
        m_bar->setValue(static_cast<int>(std::min(done, m_job.rows) * steps / m_job.rows));
    }
    if (m_done->isFinishing)
        m_rows->setText(tr("%1 rows written; finishing the file").arg(QLocale().toString(done)));
    else if (m_job.rows > 0)
        m_rows->setText(
            tr("%1 of %2 rows written").arg(QLocale().toString(done), QLocale().toString(m_job.rows)));
    else
        m_rows->setText(tr("%1 rows written").arg(QLocale().toString(done)));
}

void ExportDialog::start()
{
    m_token = CancelToken::create();
    m_timer.start();
    m_book.ask(
        this,
        [job = m_job, done = m_done](const Services &services, Session &session) {
            return services.exports.toFile(session, job.request, job.path, job.options,
                                           [&done](const ExportProgress &progress) {
                                               done->rows = progress.rows;
                                               done->isFinishing = progress.isFinishing;
                                           });
        },
        [this](const Result<qint64> &rows) { take(rows); }, m_token);
}

void ExportDialog::reject()
{
    m_token.cancel();
    DialogFrame::reject();
}

void ExportDialog::take(const Result<qint64> &rows)
{
    m_timer.stop();
    if (rows)
        emit exported(*rows);
    else if (rows.error().code != ErrorCode::Cancelled)
        emit failed(rows.error());
    accept();
}

} // namespace seatledger
