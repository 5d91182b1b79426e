// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dashboardfigures.h"
#include "ui/reports/reportchoice.h"

#include <QWidget>

#include <span>
#include <vector>

namespace seatledger {

class FigureTile;
struct Error;

/// The figures at the top of the dashboard, in a line where there is room, else in two. Those of money are
/// there only for who may see costs.
class FigureStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit FigureStrip(bool showsCosts, QWidget *parent = nullptr);

    void setCostsShown(bool shown);
    void showFigures(const DashboardFigures &figures);
    void showFailure(const Error &error);

signals:
    /// A figure was clicked: the report behind it, with the filters of `place.choice` left as they are at
    /// first except for what the figure is about.
    void opened(const seatledger::ReportPlace &place);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    FigureTile *add(const QString &name, const QString &caption, const ReportPlace &behind);
    void arrange();
    void arrangeRow(std::span<FigureTile *const> tiles, int y);
    [[nodiscard]] std::size_t tilesPerRow(const std::vector<FigureTile *> &shown) const;
    [[nodiscard]] int shareOf(const FigureTile *tile) const;
    [[nodiscard]] bool isMoney(const FigureTile *tile) const;
    [[nodiscard]] bool roomFor(const std::vector<FigureTile *> &tiles, std::size_t perRow) const;
    void showUsed(const DashboardFigures &figures);
    void showDue(FigureTile *tile, const DueFigure &due);
    void showMoney(FigureTile *tile, const std::optional<std::vector<Money>> &amounts);

    std::vector<FigureTile *> m_tiles;
    FigureTile *m_owned;
    FigureTile *m_used;
    FigureTile *m_free;
    FigureTile *m_short;
    FigureTile *m_due30;
    FigureTile *m_due60;
    FigureTile *m_due90;
    FigureTile *m_cost;
    FigureTile *m_idle;
    bool m_showsCosts;
};

} // namespace seatledger
