// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/widgets/dialogframe.h"
#include "ui/reports/reportpaper.h"
#include "ui/shell/toast.h"

#include <memory>

class QPrinter;
class QPrintPreviewWidget;

namespace seatledger {

class Dialogs;

/// How a report will look on paper, page by page; prints it, or writes it as PDF, which it does elsewhere,
/// without holding up the window.
class ReportPreviewDialog final : public DialogFrame
{
    Q_OBJECT

public:
    ReportPreviewDialog(ReportPaper paper, Dialogs &dialogs, QWidget *parent = nullptr);
    ~ReportPreviewDialog() override;

    [[nodiscard]] int pages() const { return m_pages; }
    /// Writes the report to a file; closes the dialog when it is there.
    void savePdf(const QString &path);

signals:
    void toastRequested(const seatledger::Toast &toast);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildTools();
    void askForPath();
    void print();
    void showPage();

    std::shared_ptr<const ReportPaper> m_paper;
    Dialogs &m_dialogs;
    std::unique_ptr<QPrinter> m_printer;
    QPrintPreviewWidget *m_preview;
    TextLabel *m_page;
    int m_pages = 0;
};

/// Writes a report as PDF: whole or not at all, with the errors of WholeFile. Any thread.
[[nodiscard]] Result<int> writePdf(const ReportPaper &paper, const QString &path);

} // namespace seatledger
