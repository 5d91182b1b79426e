// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartdata.h"
#include "ui/shell/toast.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QHBoxLayout;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace seatledger {

class ChartTableModel;
class ChartWidget;
class Dialogs;
class EmptyState;
class TextLabel;
struct Error;

/// A chart in its frame: title, a note, a menu to see it as a table and to save it as PNG, SVG, PDF or CSV.
/// In its place while there is none: that it is on its way, that there is nothing to show, or what went
/// wrong. What is shown stays while newer data are on their way.
class ChartPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `name` makes the object name: `<name>Panel`. Takes `chart`.
    ChartPanel(const QString &name, const QString &title, ChartWidget *chart, Dialogs &dialogs,
               QWidget *parent = nullptr);

    [[nodiscard]] ChartWidget *chart() const { return m_chart; }
    [[nodiscard]] QTableView *table() const { return m_view; }
    [[nodiscard]] QString title() const { return m_titleText; }
    void setTitle(const QString &title);
    /// What the title's button does: "Open report"; emits opened(). Empty: none.
    void setOpenText(const QString &text);
    /// Without a frame, for where the panel is all there is.
    void setFramed(bool framed);
    /// Whether the chart can be switched to its table; not where the table is in sight anyway.
    void setTableOffered(bool offered);
    /// Something of the owner's beside the menu.
    void addTool(QWidget *tool);

    void showLoading();
    void showFailure(const Error &error);
    /// There is nothing to show, and why.
    void showNothing(const QString &text);
    /// The chart has its data; this is its table. `note` is a quiet text beside the title.
    void showChart(ChartTable table, const QString &note = {});

    [[nodiscard]] bool isTableShown() const;
    void setTableShown(bool shown);
    /// What is shown: `loading`, `failed`, `nothing`, `chart` or `table`.
    [[nodiscard]] QString state() const;

signals:
    /// A row of the table was double-clicked, or Enter pressed on it.
    void rowActivated(int row);
    void opened();
    void retryRequested();
    void toastRequested(const seatledger::Toast &toast);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum Layer { Loading, Failed, Nothing, Chart, Table };

    void buildHeading();
    void buildLayers();
    void buildMenu();
    void showLayer(Layer layer);
    void fitTable();
    void savePicture(int format);
    void saveTable();
    void tellSaved(bool isSaved, const QString &path, const Error *error);

    Dialogs &m_dialogs;
    QString m_titleText;
    TextLabel *m_title;
    TextLabel *m_note;
    QToolButton *m_open;
    QToolButton *m_tableButton;
    QToolButton *m_menuButton;
    QAction *m_tableAction;
    QHBoxLayout *m_heading;
    QStackedLayout *m_stack;
    TextLabel *m_loading;
    EmptyState *m_failed;
    TextLabel *m_nothing;
    ChartWidget *m_chart;
    QTableView *m_view;
    ChartTableModel *m_model;
    Layer m_layer = Loading;
    bool m_isFramed = true;
};

} // namespace seatledger
