// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportpreviewdialog.h"

#include "core/formats/wholefile.h"
#include "ui/common/asyncresult.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/lengths.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/shell/dialogs.h"

#include <QAbstractScrollArea>
#include <QFileInfo>
#include <QGraphicsView>
#include <QHBoxLayout>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <atomic>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int resolution = 600;
constexpr int progressMs = 100;

std::unexpected<Error> cancelled()
{
    return failure(ErrorCode::Cancelled, ReportPreviewDialog::tr("It was cancelled."));
}

} // namespace

/// What the thread that paints and the window tell each other.
struct ReportPreviewDialog::Work {
    std::atomic<int> page = 0;
    std::atomic<int> pages = 0;
    std::atomic<bool> isCancelled = false;
};

Result<int> writePdf(const ReportPaper &paper, const QString &path, const PaperProgress &progress)
{
    WholeFile file(path);
    if (const auto opened = file.open(); !opened)
        return std::unexpected(opened.error());
    int pages = 0;
    {
        QPdfWriter writer(&file.device());
        writer.setResolution(resolution);
        writer.setTitle(paper.facts().title);
        writer.setCreator(u"Seatledger"_s);
        writer.setPageLayout(paper.pageLayout());
        pages = paper.paint(writer, progress);
    }
    if (pages == 0)
        return cancelled();
    if (const auto finished = file.finish(); !finished)
        return std::unexpected(finished.error());
    return pages;
}

ReportPreviewDialog::ReportPreviewDialog(ReportPaper paper, Dialogs &dialogs, QWidget *parent)
    : DialogFrame(u"printPreview"_s, tr("Print or save as PDF"), parent),
      m_paper(std::make_shared<const ReportPaper>(std::move(paper))),
      m_dialogs(dialogs),
      m_printer(std::make_unique<QPrinter>(QPrinter::ScreenResolution)),
      m_preview(nullptr),
      m_page(new TextLabel({}, TextSize::Body, Tone::TextMuted, this))
{
    setSubtitle(m_paper->facts().title);
    m_printer->setPageLayout(m_paper->pageLayout());
    m_preview = new QPrintPreviewWidget(m_printer.get(), this);
    m_preview->setObjectName(u"previewWidget"_s);
    m_preview->setMinimumSize(640, 420);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // a screen may be lower than a page
    for (auto *pages : m_preview->findChildren<QAbstractScrollArea *>())
        pages->setAccessibleName(tr("Pages"));
    buildTools();
    for (auto *desk : m_preview->findChildren<QGraphicsView *>()) // what the pages lie on is dark in the dark
        desk->setBackgroundBrush(color(palette(), Tone::NeutralSoft));
    body()->addWidget(m_preview, 1);
    addCancelButton();
    QPushButton *printButton = addButton(u"print"_s, tr("Print …"), ButtonKind::Normal);
    QPushButton *pdfButton = addButton(u"pdf"_s, tr("Save as PDF …"), ButtonKind::Primary);
    connect(printButton, &QPushButton::clicked, this, &ReportPreviewDialog::print);
    connect(pdfButton, &QPushButton::clicked, this, &ReportPreviewDialog::askForPath);
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this,
            [this](QPrinter *printer) { m_pages = m_paper->paint(*printer); });
    connect(&m_timer, &QTimer::timeout, this, &ReportPreviewDialog::showProgress);
    connect(overlay(), &BusyOverlay::cancelRequested, this, [this] {
        m_token.cancel();
        if (m_work)
            m_work->isCancelled = true;
    });
    m_timer.setInterval(progressMs);
    connect(m_preview, &QPrintPreviewWidget::previewChanged, this, &ReportPreviewDialog::showPage);
    resize(grown(820), grown(640));
}

ReportPreviewDialog::~ReportPreviewDialog()
{
    m_token.cancel();
    if (m_work)
        m_work->isCancelled = true;
    delete m_preview; // it uses the printer
}

void ReportPreviewDialog::setWholeReport(WholeReport whole, const QString &note)
{
    m_readWhole = std::move(whole);
    setSubtitle(m_paper->facts().title + u" · "_s + note);
}

void ReportPreviewDialog::buildTools()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space(Space::Xs));
    const auto add = [&](const QString &name, const QString &iconName, const QString &tip, auto slot) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setIcon(icon(iconName));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, slot);
    };
    add(u"previousPageButton"_s, u"chevron-left"_s, tr("Previous page"), [this] {
        m_preview->setCurrentPage(std::max(1, m_preview->currentPage() - 1));
        showPage();
    });
    add(u"nextPageButton"_s, u"chevron-right"_s, tr("Next page"), [this] {
        m_preview->setCurrentPage(std::min(m_pages, m_preview->currentPage() + 1));
        showPage();
    });
    row->addWidget(m_page);
    row->addStretch();
    add(u"zoomOutButton"_s, u"zoom-out"_s, tr("Smaller"), [this] { m_preview->zoomOut(); });
    add(u"zoomInButton"_s, u"zoom-in"_s, tr("Larger"), [this] { m_preview->zoomIn(); });
    body()->addLayout(row);
}

void ReportPreviewDialog::showEvent(QShowEvent *event)
{
    DialogFrame::showEvent(event);
    m_preview->updatePreview();
    m_preview->fitInView();
    showPage();
}

void ReportPreviewDialog::showPage()
{
    m_page->setText(tr("Page %1 of %2").arg(m_preview->currentPage()).arg(m_pages));
}

void ReportPreviewDialog::askForPath()
{
    QString name = m_paper->facts().title;
    for (QChar &letter : name) {
        if (!letter.isLetterOrNumber())
            letter = u'-';
    }
    m_dialogs.saveFile(
        this, {.title = tr("Save as PDF"), .suggestedName = name + u".pdf"_s, .filter = u"PDF (*.pdf)"_s},
        [this](const QString &path) { savePdf(path); });
}

void ReportPreviewDialog::savePdf(const QString &path)
{
    put([path](const ReportPaper &paper,
               const PaperProgress &progress) { return writePdf(paper, path, progress); },
        tr("%1 was written.").arg(QFileInfo(path).fileName()));
}

void ReportPreviewDialog::put(const Job &job, const QString &done)
{
    if (!m_readWhole || m_whole)
        return putOnPaper(job, done);
    m_token = CancelToken::create();
    overlay()->start(tr("Reading all rows …"), true);
    m_readWhole(this, m_token, [this, job, done](Result<ReportPaper> whole) {
        if (!whole)
            return fail(whole.error());
        m_whole = std::make_shared<const ReportPaper>(*std::move(whole));
        putOnPaper(job, done);
    });
}

void ReportPreviewDialog::putOnPaper(const Job &job, const QString &done)
{
    m_work = std::make_shared<Work>();
    m_timer.start();
    if (overlay()->isRunning())
        overlay()->reword(tr("Writing the pages …"));
    else
        overlay()->start(tr("Writing the pages …"), true);
    const PaperProgress progress = [work = m_work](int page, int pages) {
        work->page = page;
        work->pages = pages;
        return !work->isCancelled;
    };
    const auto paper = m_whole ? m_whole : m_paper;
    whenDone(QtConcurrent::run([paper, job, progress] { return job(*paper, progress); }), this,
             [this, done](const Result<int> &pages) {
                 m_timer.stop();
                 if (!pages)
                     return fail(pages.error());
                 overlay()->finish();
                 emit toastRequested({.text = done});
                 accept();
             });
}

void ReportPreviewDialog::showProgress()
{
    overlay()->setProgress(m_work->page, m_work->pages);
}

void ReportPreviewDialog::fail(const Error &error)
{
    overlay()->finish();
    if (error.code != ErrorCode::Cancelled)
        showFailure(error);
}

void ReportPreviewDialog::print()
{
    auto *printer = new QPrinter(QPrinter::HighResolution);
    printer->setPageLayout(m_paper->pageLayout());
    printer->setDocName(m_paper->facts().title);
    auto *dialog = new QPrintDialog(printer, this);
    dialog->setObjectName(u"printDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const std::shared_ptr<QPrinter> owned(printer);
    connect(dialog, &QDialog::accepted, this, [this, owned] {
        put(
            [owned](const ReportPaper &paper, const PaperProgress &progress) -> Result<int> {
                const int pages = paper.paint(*owned, progress);
                if (pages > 0)
                    return pages;
                owned->abort();
                return cancelled();
            },
            tr("The report was sent to the printer."));
    });
    connect(dialog, &QObject::destroyed, this, [owned] {});
    m_dialogs.open(dialog);
}

} // namespace seatledger
