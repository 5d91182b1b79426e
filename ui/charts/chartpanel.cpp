// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpanel.h"

#include "core/domain/error.h"
#include "ui/charts/chartfile.h"
#include "ui/charts/charttablemodel.h"
#include "ui/charts/chartwidget.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/lengths.h"
#include "ui/common/style/painting.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/tablelook.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/shell/dialogs.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QToolButton *quietButton(const QString &name, const QString &iconName, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    return button;
}

QString fileName(QString title)
{
    for (QChar &letter : title) {
        if (!letter.isLetterOrNumber())
            letter = u'-';
    }
    return title;
}

} // namespace

ChartPanel::ChartPanel(const QString &name, const QString &title, ChartWidget *chart, Dialogs &dialogs,
                       QWidget *parent)
    : QWidget(parent),
      m_dialogs(dialogs),
      m_titleText(title),
      m_title(new TextLabel(title, TextSize::Body, Tone::Text, this)),
      m_note(new TextLabel({}, TextSize::Small, Tone::TextMuted, this)),
      m_open(quietButton(u"openReportButton"_s, u"arrow-up-right"_s, {}, this)),
      m_tableButton(quietButton(u"tableButton"_s, u"table"_s, {}, this)),
      m_menuButton(quietButton(u"chartMenuButton"_s, u"dots"_s, tr("More"), this)),
      m_tableAction(new QAction(tr("Show as a table"), this)),
      m_heading(new QHBoxLayout),
      m_stack(new QStackedLayout),
      m_loading(new TextLabel(tr("Loading …"), TextSize::Body, Tone::TextFaint, this)),
      m_failed(new EmptyState(this)),
      m_nothing(new TextLabel({}, TextSize::Body, Tone::TextMuted, this)),
      m_chart(chart),
      m_view(new QTableView(this)),
      m_model(new ChartTableModel(this))
{
    setObjectName(name + u"Panel"_s);
    m_chart->setObjectName(name + u"Chart"_s);
    m_view->setObjectName(name + u"ChartTable"_s);
    m_title->setTextWeight(QFont::DemiBold);
    buildHeading();
    buildLayers();
    buildMenu();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space(Space::L), space(Space::S), space(Space::L), space(Space::M));
    column->setSpacing(space(Space::S));
    column->addLayout(m_heading);
    column->addLayout(m_stack, 1);
    setTitle(title);
    setOpenText({});
    showLoading();
}

void ChartPanel::buildHeading()
{
    m_title->setElided(true);
    m_note->setElided(true);
    m_heading->setSpacing(space(Space::Xs));
    m_heading->addWidget(m_title);
    m_heading->addSpacing(space(Space::Xs));
    m_heading->addWidget(m_note, 1);
    m_heading->addWidget(m_tableButton);
    m_heading->addWidget(m_open);
    m_heading->addWidget(m_menuButton);
    connect(m_open, &QToolButton::clicked, this, &ChartPanel::opened);
}

void ChartPanel::buildLayers()
{
    m_loading->setAlignment(Qt::AlignCenter);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_view->setModel(m_model);
    m_view->setFrameShape(QFrame::NoFrame);
    applyTableLook(m_view);
    m_view->verticalHeader()->setDefaultSectionSize(grown(extent(Size::Row) - 6));
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setResizeContentsPrecision(60); // rows that are measured
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_failed);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_view);
    connect(m_failed, &EmptyState::actionTriggered, this, &ChartPanel::retryRequested);
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit rowActivated(index.row()); });
}

void ChartPanel::buildMenu()
{
    m_tableAction->setObjectName(u"showTableAction"_s);
    m_tableAction->setCheckable(true);
    m_tableAction->setIcon(icon(u"table"));
    m_tableButton->setDefaultAction(m_tableAction);
    connect(m_tableAction, &QAction::toggled, this, &ChartPanel::setTableShown);
    auto *menu = new QMenu(this);
    const auto add = [&](const QString &name, const QString &text, auto slot) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, slot);
    };
    add(u"savePngAction"_s, tr("Save as PNG …"),
        [this] { savePicture(static_cast<int>(PictureFormat::Png)); });
    add(u"saveSvgAction"_s, tr("Save as SVG …"),
        [this] { savePicture(static_cast<int>(PictureFormat::Svg)); });
    add(u"savePdfAction"_s, tr("Save as PDF …"),
        [this] { savePicture(static_cast<int>(PictureFormat::Pdf)); });
    menu->addSeparator();
    add(u"saveCsvAction"_s, tr("Save its table as CSV …"), [this] { saveTable(); });
    // not the button's own menu: that would draw an arrow beside the dots
    connect(m_menuButton, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height()))); });
}

void ChartPanel::setTitle(const QString &title)
{
    m_titleText = title;
    m_title->setText(title);
    m_chart->setAccessibleName(title);
    m_view->setAccessibleName(title);
    setAccessibleName(title);
}

void ChartPanel::setOpenText(const QString &text)
{
    m_open->setToolTip(text);
    m_open->setAccessibleName(text);
    m_open->setVisible(!text.isEmpty());
}

void ChartPanel::setFramed(bool framed)
{
    m_isFramed = framed;
    if (!framed)
        layout()->setContentsMargins(0, 0, 0, 0);
    update();
}

void ChartPanel::setTableOffered(bool offered)
{
    m_tableButton->setVisible(offered);
}

void ChartPanel::addTool(QWidget *tool)
{
    m_heading->insertWidget(m_heading->indexOf(m_tableButton), tool);
}

void ChartPanel::showLayer(Layer layer)
{
    m_layer = layer;
    const bool hasData = layer == Chart || layer == Table;
    m_tableAction->setEnabled(hasData);
    m_menuButton->setEnabled(hasData);
    const bool showsTable = hasData && m_tableAction->isChecked();
    if (showsTable) // what is not in sight needs no widths: they take as long as many rows do
        fitTable();
    m_stack->setCurrentIndex(showsTable ? Table : layer);
}

/// A long name does not push the figures out of sight.
void ChartPanel::fitTable()
{
    m_view->resizeColumnsToContents();
    const int widest = std::max(grown(120), m_view->viewport()->width() * 2 / 5);
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_view->setColumnWidth(column, std::min(m_view->columnWidth(column), widest));
}

void ChartPanel::showLoading()
{
    if (m_layer != Chart)
        showLayer(Loading);
}

void ChartPanel::showFailure(const Error &error)
{
    m_note->setText({});
    m_failed->setContents(u"alert-circle"_s, tr("It could not be loaded"), error.message);
    m_failed->setActionText(tr("Try again"));
    showLayer(Failed);
}

void ChartPanel::showNothing(const QString &text)
{
    m_note->setText({});
    m_nothing->setText(text);
    showLayer(Nothing);
}

void ChartPanel::showChart(ChartTable table, const QString &note)
{
    m_note->setText(note);
    m_model->setTable(std::move(table));
    showLayer(Chart);
}

bool ChartPanel::isTableShown() const
{
    return m_tableAction->isChecked();
}

void ChartPanel::setTableShown(bool shown)
{
    m_tableAction->setChecked(shown);
    m_tableAction->setText(shown ? tr("Show as a chart") : tr("Show as a table"));
    m_tableAction->setIcon(icon(shown ? u"chart-bar" : u"table"));
    showLayer(m_layer);
}

QString ChartPanel::state() const
{
    static const QStringList names{u"loading"_s, u"failed"_s, u"nothing"_s, u"chart"_s, u"table"_s};
    return names.at(m_stack->currentIndex());
}

void ChartPanel::savePicture(int format)
{
    static const QStringList suffixes{u"png"_s, u"svg"_s, u"pdf"_s};
    const QString &suffix = suffixes.at(format);
    m_dialogs.saveFile(this,
                       {.title = tr("Save the chart"),
                        .suggestedName = fileName(m_titleText) + u'.' + suffix,
                        .filter = suffix.toUpper() + u" (*."_s + suffix + u')'},
                       [this, format](const QString &path) {
                           const auto saved = saveChart(*m_chart, m_titleText, path,
                                                        static_cast<PictureFormat>(format));
                           tellSaved(saved.has_value(), path, saved ? nullptr : &saved.error());
                       });
}

void ChartPanel::saveTable()
{
    m_dialogs.saveFile(this,
                       {.title = tr("Save the table"),
                        .suggestedName = fileName(m_titleText) + u".csv"_s,
                        .filter = tr("CSV (*.csv)")},
                       [this](const QString &path) {
                           const auto saved = saveChartTable(m_model->table(), path);
                           tellSaved(saved.has_value(), path, saved ? nullptr : &saved.error());
                       });
}

void ChartPanel::tellSaved(bool isSaved, const QString &path, const Error *error)
{
    if (isSaved)
        emit toastRequested({.text = tr("%1 was written.").arg(QFileInfo(path).fileName())});
    else
        m_dialogs.showError(this, tr("The chart could not be saved"), *error);
}

void ChartPanel::paintEvent(QPaintEvent *)
{
    if (!m_isFramed)
        return;
    QPainter painter(this);
    paintRounded(painter, rect(), extent(Size::CardRadius), color(palette(), Tone::Surface),
                 color(palette(), Tone::Border));
}

} // namespace seatledger
