// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/reports/livereportpage.h"
#include "ui/reports/reportchoice.h"

#include <QTimer>

#include <vector>

class QGridLayout;
class QScrollArea;

namespace seatledger {

class Dialogs;
class EmptyState;
class FigureStrip;
class ReportFilterBar;
class ReportTile;
class TextLabel;

/// Where one stands at a glance: the figures that matter above, charts below, one line of filters for all of
/// them. Everything loads on its own and in parallel, follows the book by itself, and opens what is behind it
/// by a click. While very many licences have changed and are still to be counted, sums are shown as they were
/// counted last, which is said, and asked for again until they are right. Money is there only for who may see
/// costs.
class DashboardPage final : public LiveReportPage
{
    Q_OBJECT

public:
    DashboardPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Dashboard"); }
    [[nodiscard]] QWidget *mainView() const override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] std::vector<TourStop> tourStops() override;

    [[nodiscard]] ReportFilterBar *filters() const { return m_filters; }
    [[nodiscard]] ReportTile *tile(ReportKind kind) const;

protected:
    void reload() override;
    void reloadWhatReads(const QStringList &tables) override;
    void reloadChoices() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    void buildTiles();
    void addTile(ReportKind kind, const QString &title, const QString &nothing);
    void arrangeTiles();
    void loadFigures();
    void loadTile(ReportTile &tile);
    [[nodiscard]] bool isShown(const ReportTile &tile) const;
    void takeFigures(const Result<DashboardFigures> &figures);
    void askAgainIfBehind(qint64 uncounted);
    void endRoundIfAnswered();
    [[nodiscard]] bool isAnswered() const;
    void reloadWhatIsBehind();
    [[nodiscard]] ReportChoice choiceAsOf() const;
    [[nodiscard]] ReportFilter filterFor(ReportKind kind) const;
    [[nodiscard]] ReportPlace placeOf(ReportKind kind) const;
    void open(const ReportPlace &place);
    void openFigure(const ReportPlace &behind);
    void openRows(const ReportTile &tile, const std::vector<int> &rows);
    void openEvents(const ReportTile &tile, const std::vector<int> &rows);
    void followPermits();

    BookAccess m_book;
    Dialogs &m_dialogs;
    ReportFilterBar *m_filters;
    TextLabel *m_asOf;
    FigureStrip *m_figures;
    QScrollArea *m_scroll;
    QWidget *m_contents;
    QGridLayout *m_grid;
    EmptyState *m_nothing;
    std::vector<ReportTile *> m_tiles;
    LatestRequest m_latest;
    int m_round = 0;
    bool m_isLoadingFigures = false;
    qint64 m_uncounted = 0; ///< licences whose last changes the figures leave out
    QTimer m_behind;
    bool m_showsCosts = false;
    bool m_isEmpty = false;
    int m_columns = 0;
};

} // namespace seatledger
