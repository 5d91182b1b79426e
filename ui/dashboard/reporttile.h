// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"
#include "ui/book/bookaccess.h"
#include "ui/shell/toast.h"

#include <QWidget>

#include <memory>

namespace seatledger {

class ChartPanel;
class CurrencyBox;
class Dialogs;
class ReportChart;

/// The chart of a report as a part of the dashboard: loads by itself, on its own, and says for itself that it
/// is on its way, that there is nothing, or what went wrong.
class ReportTile final : public QWidget
{
    Q_OBJECT

public:
    /// `nothing` is said where the report has no rows.
    ReportTile(BookAccess access, Dialogs &dialogs, ReportKind kind, const QString &title,
               const QString &nothing, QWidget *parent = nullptr);
    ~ReportTile() override;

    [[nodiscard]] ReportKind kind() const { return m_kind; }
    [[nodiscard]] ChartPanel *panel() const { return m_panel; }
    void load(const ReportRequest &request);
    [[nodiscard]] bool isSettled() const { return !m_isLoading; }
    /// What is shown; empty before the first answer.
    [[nodiscard]] const ReportTable &table() const { return m_table; }

signals:
    /// The whole report is wanted.
    void opened();
    /// What is behind these rows is wanted.
    void rowsActivated(const std::vector<int> &rows);
    void toastRequested(const seatledger::Toast &toast);
    void loaded();

private:
    void take(Result<ReportTable> table);
    void showTable();
    [[nodiscard]] QString note() const;

    BookAccess m_book;
    ReportKind m_kind;
    QString m_nothing;
    std::unique_ptr<ReportChart> m_chart;
    ChartPanel *m_panel;
    CurrencyBox *m_currencies;
    ReportTable m_table;
    ReportRequest m_request;
    LatestRequest m_latest;
    int m_round = 0;
    bool m_isLoading = false;
};

/// What is said of sums that leave out the last changes of so many licences.
[[nodiscard]] QString uncountedText(qint64 licenses);

} // namespace seatledger
