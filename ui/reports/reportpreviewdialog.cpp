// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportpreviewdialog.h"

#include "core/formats/wholefile.h"
#include "ui/common/asyncresult.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/shell/dialogs.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int resolution = 600;

} // namespace

Result<int> writePdf(const ReportPaper &paper, const QString &path)
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
        pages = paper.paint(writer);
    }
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
    buildTools();
    body()->addWidget(m_preview, 1);
    addCancelButton();
    QPushButton *printButton = addButton(u"print"_s, tr("Print …"), ButtonKind::Normal);
    QPushButton *pdfButton = addButton(u"pdf"_s, tr("Save as PDF …"), ButtonKind::Primary);
    connect(printButton, &QPushButton::clicked, this, &ReportPreviewDialog::print);
    connect(pdfButton, &QPushButton::clicked, this, &ReportPreviewDialog::askForPath);
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this,
            [this](QPrinter *printer) { m_pages = m_paper->paint(*printer); });
    connect(m_preview, &QPrintPreviewWidget::previewChanged, this, &ReportPreviewDialog::showPage);
    resize(820, 640);
}

ReportPreviewDialog::~ReportPreviewDialog()
{
    delete m_preview; // it uses the printer
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
    overlay()->start(tr("Writing the pages …"), false);
    whenDone(QtConcurrent::run([paper = m_paper, path] { return writePdf(*paper, path); }), this,
             [this, path](const Result<int> &pages) {
                 overlay()->finish();
                 if (!pages)
                     return showFailure(pages.error());
                 emit toastRequested({.text = tr("%1 was written.").arg(QFileInfo(path).fileName())});
                 accept();
             });
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
        m_paper->paint(*owned);
        emit toastRequested({.text = tr("The report was sent to the printer.")});
        accept();
    });
    connect(dialog, &QObject::destroyed, this, [owned] {});
    m_dialogs.open(dialog);
}

} // namespace seatledger
