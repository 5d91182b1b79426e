// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/reports/livereportpage.h"
#include "ui/reports/reportchoice.h"
#include "ui/reports/reportpreviewdialog.h"
#include "ui/reports/savedviews.h"

class QSplitter;

namespace seatledger {

class Dialogs;
class Exporter;
class ReportList;
class ReportPane;
class ViewMemory;

/// The page of all reports: the list of them and of the person's saved views at the left, the report with its
/// filters, its chart and its rows at the right. Filters and order of each report are kept. Loads again by
/// itself when the book changes.
class ReportsPage final : public LiveReportPage
{
    Q_OBJECT

public:
    ReportsPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Reports"); }
    [[nodiscard]] QString searchHint() const override { return tr("Search this report"); }
    void search(const QString &text) override;
    /// A ReportPlace, or what place() answers.
    void showPlace(const QVariant &place) override;
    [[nodiscard]] QVariant place() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    [[nodiscard]] QWidget *mainView() const override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] std::vector<TourStop> tourStops() override;

    [[nodiscard]] ReportPane *pane() const { return m_pane; }
    [[nodiscard]] ReportList *list() const { return m_list; }

public slots:
    void print();
    void exportReport();
    void saveView();

protected:
    void reload() override;
    void reloadWhatReads(const QStringList &tables) override;
    void reloadChoices() override;

private:
    void buildLayout();
    void buildActions();
    void loadKinds();
    void takeKinds(const std::vector<ReportKind> &kinds);
    [[nodiscard]] bool isOffered(ReportKind kind) const;
    void openReport(ReportKind kind);
    void openView(const QString &name);
    void show(const ReportPlace &place, const QString &viewName);
    void keepPlace();
    void openRow(int row);
    void showViewMenu(const QString &name, const QPoint &globalPosition);
    QDialog *askForName();
    QDialog *renameView(const QString &name);
    void removeView(const QString &name);
    [[nodiscard]] PaperFacts paperFacts() const;
    [[nodiscard]] ReportPreviewDialog::WholeReport wholeReport(const PaperFacts &facts) const;
    QDialog *offerPrint();
    [[nodiscard]] QStringList paperLines() const;

    BookAccess m_book;
    Dialogs &m_dialogs;
    ReportList *m_list;
    ReportPane *m_pane;
    QSplitter *m_splitter;
    ViewMemory *m_memory;
    SavedViews *m_views;
    Exporter *m_exporter;
    QAction *m_print = nullptr;
    QAction *m_export = nullptr;
    QAction *m_save = nullptr;
    std::vector<ReportKind> m_kinds;
    QString m_viewName; ///< of the saved view that is shown
    std::optional<ReportPlace> m_wanted; ///< before the reports that there are were known
};

} // namespace seatledger
