// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/doctordialog.h"

#include "ui/book/hindrance.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/scrollcolumn.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/common/wording.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <atomic>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int progressMs = 100;

} // namespace

/// Written by a worker, read by the window.
struct DoctorDialog::Progress {
    std::atomic<int> done = 0;
    std::atomic<int> all = 0;
};

DoctorDialog::DoctorDialog(BookAccess access, QWidget *parent)
    : DialogFrame(u"doctor"_s, tr("Run the doctor"), parent),
      m_book(access),
      m_verdict(new TextLabel({}, TextSize::Heading, Tone::Text, this)),
      m_findings(new EntryList(this)),
      m_progress(std::make_shared<Progress>())
{
    setSubtitle(
        tr("The doctor recounts every counter and every rule of the book and recomputes the audit. It "
           "repairs nothing, keeps nobody waiting, and may be cancelled."));
    m_verdict->setObjectName(u"verdictLabel"_s);
    m_verdict->setWordWrap(true);
    m_verdict->hide();
    m_findings->setObjectName(u"findingsList"_s);
    m_findings->setAccessibleName(tr("Differences"));
    m_findings->hide();
    body()->addWidget(m_verdict);
    body()->addWidget(ScrollColumn::ofList(m_findings, this), 1);
    QPushButton *close = addButton(u"close"_s, tr("Close"), ButtonKind::Normal);
    m_run = addButton(u"run"_s, tr("Run"), ButtonKind::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_run, &QPushButton::clicked, this, &DoctorDialog::run);
    connect(overlay(), &BusyOverlay::cancelRequested, this, [this] { m_token.cancel(); });
    m_timer.setInterval(progressMs);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { overlay()->setProgress(m_progress->done, m_progress->all); });
    waitForConnection(this, m_book);
    resize(grown(560), grown(220));
    m_run->setFocus();
}

void DoctorDialog::reject()
{
    m_token.cancel();
    DialogFrame::reject();
}

void DoctorDialog::run()
{
    banner()->dismiss();
    m_token = CancelToken::create();
    overlay()->start(tr("Recounting the book …"), true);
    m_timer.start();
    const auto progress = m_progress;
    m_book.ask(
        this,
        [progress](const Services &services, Session &session) {
            return services.monitoring.runDoctor(session, [&progress](int done, int all, const QString &) {
                progress->done = done;
                progress->all = all;
            });
        },
        [this](const Result<DoctorReport> &report) {
            m_timer.stop();
            overlay()->finish();
            if (report)
                showReport(*report);
            else
                showFailure(report.error());
        },
        m_token);
}

void DoctorDialog::showReport(const DoctorReport &report)
{
    std::vector<Entry> entries;
    for (const DoctorFinding &finding : report.findings)
        entries.push_back({.id = static_cast<qint64>(entries.size()) + 1,
                           .title = labelled(finding.check, finding.subject),
                           .detail = tr("expected %1, found %2").arg(finding.expected, finding.found),
                           .iconName = u"alert-circle"_s,
                           .iconTone = Tone::Danger});
    if (!entries.empty())
        resize(width(), std::max(height(), grown(440)));
    m_findings->setVisible(!entries.empty());
    m_findings->setEntries(std::move(entries));
    const int checks = static_cast<int>(report.checks.size());
    m_verdict->setTone(report.isClean() ? Tone::Success : Tone::Danger);
    m_verdict->setText(report.isClean()
                           ? tr("The book adds up: %n check(s) made, no difference found.", nullptr, checks)
                           : tr("The book does not add up: %n difference(s) found.", nullptr,
                                static_cast<int>(report.findings.size())));
    m_verdict->show();
    m_run->setText(tr("Run again"));
}

} // namespace seatledger
