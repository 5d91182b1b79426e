// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"

#include <QTableView>

namespace seatledger {

class ReportTableModel;

/// The table of a report. A click on a heading asks for another order; Ctrl+C copies the selected rows; Enter
/// or a double-click opens what a row is about.
class ReportGrid final : public QTableView
{
    Q_OBJECT

public:
    explicit ReportGrid(QWidget *parent = nullptr);

    /// `order` is shown in the heading.
    void setTable(ReportTable table, const std::optional<ReportOrder> &order);
    [[nodiscard]] const ReportTable &table() const;
    /// Selects rows and scrolls to the first of them.
    void selectRows(const std::vector<int> &rows);

signals:
    void orderRequested(const seatledger::ReportOrder &order);
    void rowActivated(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    [[nodiscard]] int headingWidth(int column) const;
    void shareOut(std::vector<int> &widths, int spare) const;
    void takeClick(int section);
    void copySelection() const;

    ReportTableModel *m_model;
    std::optional<ReportOrder> m_order;
    bool m_isFitting = false;
    bool m_isArranged = false; ///< the person gave the columns widths of their own
};

} // namespace seatledger
