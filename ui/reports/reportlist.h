// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"
#include "ui/reports/savedviews.h"

#include <QTreeWidget>

namespace seatledger {

/// The reports by group, and the person's saved views below them.
class ReportList final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ReportList(QWidget *parent = nullptr);

    void setReports(const std::vector<ReportKind> &kinds);
    void setViews(const std::vector<NamedReport> &views);
    /// Marks a report, or with a name a saved view, without telling.
    void mark(ReportKind kind, const QString &viewName = {});
    [[nodiscard]] QStringList viewNames() const;

signals:
    void reportChosen(seatledger::ReportKind kind);
    void viewChosen(const QString &name);
    /// For a menu about a saved view.
    void viewMenuRequested(const QString &name, const QPoint &globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QTreeWidgetItem *addGroup(const QString &title);
    void choose(QTreeWidgetItem *item);
    void dress();

    QTreeWidgetItem *m_views = nullptr;
    std::vector<NamedReport> m_known;
    bool m_isQuiet = false;
};

} // namespace seatledger
