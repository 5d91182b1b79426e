// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"
#include "ui/common/widgets/dialogframe.h"
#include "ui/reports/reportpaper.h"
#include "ui/shell/toast.h"

#include <QTimer>

#include <functional>
#include <memory>

class QPrinter;
class QPrintPreviewWidget;

namespace seatledger {

class Dialogs;

/// How a report will look on paper, page by page; prints it, or writes it as PDF, which it does elsewhere,
/// without holding up the window, with progress, and until it is cancelled.
///
/// A preview may be of the first rows only: with `setWholeReport()` all of them are read before they go on
/// paper.
class ReportPreviewDialog final : public DialogFrame
{
    Q_OBJECT

public:
    /// Makes the report with all its rows and hands it over in the thread of the context, unless that is
    /// gone.
    using WholeReport = std::function<void(QObject *context, const CancelToken &token,
                                           std::function<void(Result<ReportPaper>)> handler)>;

    ReportPreviewDialog(ReportPaper paper, Dialogs &dialogs, QWidget *parent = nullptr);
    ~ReportPreviewDialog() override;

    /// `note` says what the preview lacks.
    void setWholeReport(WholeReport whole, const QString &note);

    [[nodiscard]] int pages() const { return m_pages; }
    /// Writes the report to a file; closes the dialog when it is there.
    void savePdf(const QString &path);

signals:
    void toastRequested(const seatledger::Toast &toast);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Work;
    using Job = std::function<Result<int>(const ReportPaper &paper, const PaperProgress &progress)>;

    void buildTools();
    void askForPath();
    void print();
    void showPage();
    void showProgress();
    /// Does it to the whole report, elsewhere; says `done` at the end.
    void put(const Job &job, const QString &done);
    void putOnPaper(const Job &job, const QString &done);
    void fail(const Error &error);

    std::shared_ptr<const ReportPaper> m_paper;
    std::shared_ptr<const ReportPaper> m_whole; ///< none until it is needed
    WholeReport m_readWhole;
    CancelToken m_token;
    std::shared_ptr<Work> m_work;
    QTimer m_timer;
    Dialogs &m_dialogs;
    std::unique_ptr<QPrinter> m_printer;
    QPrintPreviewWidget *m_preview;
    TextLabel *m_page;
    int m_pages = 0;
};

/// Writes a report as PDF: whole or not at all, with the errors of WholeFile; Cancelled if `progress` ended
/// it. Any thread.
[[nodiscard]] Result<int> writePdf(const ReportPaper &paper, const QString &path,
                                   const PaperProgress &progress = {});

} // namespace seatledger
