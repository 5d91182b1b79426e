// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/reports/reportchoice.h"
#include "ui/shell/toast.h"

#include <QWidget>

#include <memory>

class QSplitter;
class QStackedWidget;

namespace seatledger {

class ChartPanel;
class CurrencyBox;
class Dialogs;
class EmptyState;
class ReportChart;
class ReportFilterBar;
class ReportGrid;
class TextLabel;

/// One report: its filters, its chart and its rows. What is shown stays in sight while newer rows are on
/// their way; only the newest question counts.
class ReportPane final : public QWidget
{
    Q_OBJECT

public:
    ReportPane(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);
    ~ReportPane() override;

    /// Shows a report with these filters and in this order.
    void show(const ReportPlace &place);
    using QWidget::show;
    [[nodiscard]] const ReportPlace &place() const { return m_place; }
    void search(const QString &text);
    /// Loads the same again.
    void reload();
    /// The same if it may be another since rows of these tables changed.
    void reloadWhatReads(const QStringList &tables);
    /// What can be chosen may be other now.
    void reloadChoices();

    [[nodiscard]] ReportGrid *grid() const { return m_grid; }
    [[nodiscard]] ChartPanel *chartPanel() const { return m_panel; }
    [[nodiscard]] ReportFilterBar *filters() const { return m_filters; }
    [[nodiscard]] ReportRequest request() const;
    /// How many rows a report shows of how many, and the currency of its amounts.
    [[nodiscard]] static QString rowsText(const ReportTable &table);
    /// Whether rows are shown that can be printed.
    [[nodiscard]] bool hasTable() const { return m_hasTable; }
    [[nodiscard]] bool isSettled() const { return !m_isLoading; }

signals:
    /// The person chose other filters or another order.
    void placeChanged();
    /// Other rows are shown, or none.
    void tableChanged();
    /// What a row is about is wanted.
    void rowActivated(int row);
    void toastRequested(const seatledger::Toast &toast);

private:
    void buildLayout();
    void useChart(ReportKind kind);
    void showRows(ReportTable table);
    void showChart();
    void take(Result<ReportTable> table);
    void takeOrder(const ReportOrder &order);
    [[nodiscard]] std::optional<ReportOrder> order() const;

    BookAccess m_book;
    Dialogs &m_dialogs;
    ReportPlace m_place;
    ReportFilterBar *m_filters;
    QSplitter *m_splitter;
    ChartPanel *m_panel = nullptr;
    std::unique_ptr<ReportChart> m_chart;
    CurrencyBox *m_currencies = nullptr;
    QStackedWidget *m_stack;
    ReportGrid *m_grid;
    EmptyState *m_empty;
    TextLabel *m_loading;
    TextLabel *m_footer;
    LatestRequest m_latest;
    int m_round = 0;
    bool m_hasTable = false;
    bool m_isLoading = false;
};

} // namespace seatledger
