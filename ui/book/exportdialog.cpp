// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/exportdialog.h"

#include "ui/common/widgets/textlabel.h"

#include <QFileInfo>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

ExportDialog::ExportDialog(BookAccess access, ExportRequest request, const QString &path, QWidget *parent)
    : DialogFrame(u"export"_s, tr("Exporting"), parent),
      m_book(access),
      m_request(std::move(request)),
      m_path(path),
      m_rows(new TextLabel({}, TextSize::Body, Tone::TextMuted, this))
{
    setSubtitle(QFileInfo(path).fileName());
    auto *bar = new QProgressBar(this);
    bar->setObjectName(u"exportProgressBar"_s);
    bar->setAccessibleName(tr("Progress"));
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    m_rows->setObjectName(u"rowsLabel"_s);
    body()->addWidget(bar);
    body()->addWidget(m_rows);
    addCancelButton();
    setMinimumWidth(400);
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { m_rows->setText(tr("%1 rows written").arg(QLocale().toString(m_done->load()))); });
}

void ExportDialog::start()
{
    m_token = CancelToken::create();
    m_timer.start();
    m_book.ask(
        this,
        [request = m_request, path = m_path, done = m_done](const Services &services, Session &session) {
            return services.exports.toFile(
                session, request, path, {},
                [done](const ExportProgress &progress) { done->store(progress.rows); });
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
