// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportpane.h"

#include "core/repositories/reportsources.h"
#include "core/services/reportingapplicationservice.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartwidget.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/reports/currencybox.h"
#include "ui/reports/livereportpage.h"
#include "ui/reports/reportchart.h"
#include "ui/reports/reportfilterbar.h"
#include "ui/reports/reportgrid.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int chartHeight = 250;

} // namespace

ReportPane::ReportPane(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent),
      m_book(access),
      m_dialogs(dialogs),
      m_filters(new ReportFilterBar(access, dialogs, this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_stack(new QStackedWidget(this)),
      m_grid(new ReportGrid(this)),
      m_empty(new EmptyState(this)),
      m_loading(new TextLabel(tr("Loading …"), TextSize::Body, Tone::TextFaint, this)),
      m_footer(new TextLabel({}, TextSize::Small, Tone::TextMuted, this))
{
    buildLayout();
    connect(m_filters, &ReportFilterBar::changed, this, [this] {
        m_place.choice = m_filters->choice();
        emit placeChanged();
        reload();
    });
    connect(m_grid, &ReportGrid::orderRequested, this, &ReportPane::takeOrder);
    connect(m_grid, &ReportGrid::rowActivated, this, &ReportPane::rowActivated);
    connect(m_empty, &EmptyState::actionTriggered, this, &ReportPane::reload);
}

ReportPane::~ReportPane() = default;

void ReportPane::buildLayout()
{
    m_loading->setAlignment(Qt::AlignCenter);
    m_footer->setObjectName(u"reportRowsLabel"_s);
    m_footer->setContentsMargins(space(Space::L), space(Space::Xs), space(Space::L), space(Space::Xs));
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_grid);
    auto *rows = new QWidget(this);
    auto *rowsColumn = new QVBoxLayout(rows);
    rowsColumn->setContentsMargins(0, 0, 0, 0);
    rowsColumn->setSpacing(0);
    rowsColumn->addWidget(m_stack, 1);
    rowsColumn->addWidget(m_footer);
    m_splitter->setObjectName(u"reportSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(rows);
    m_splitter->setStretchFactor(0, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *line = new QVBoxLayout;
    line->setContentsMargins(space(Space::L), space(Space::S), space(Space::L), space(Space::S));
    line->addWidget(m_filters);
    column->addLayout(line);
    column->addWidget(m_splitter, 1);
}

void ReportPane::useChart(ReportKind kind)
{
    delete m_panel; // and the chart in it
    m_panel = nullptr;
    m_currencies = nullptr;
    m_chart = ReportChart::of(kind, this);
    if (!m_chart)
        return;
    m_panel = new ChartPanel(u"report"_s, reportTitle(kind), m_chart->widget(), m_dialogs, this);
    m_panel->setFramed(false);
    m_panel->layout()->setContentsMargins(space(Space::L), 0, space(Space::L), space(Space::S));
    m_panel->setTableOffered(false);
    m_currencies = new CurrencyBox(m_panel);
    m_panel->addTool(m_currencies);
    connect(m_currencies, &CurrencyBox::chosenChanged, this, &ReportPane::showChart);
    connect(m_panel, &ChartPanel::toastRequested, this, &ReportPane::toastRequested);
    connect(m_panel, &ChartPanel::retryRequested, this, &ReportPane::reload);
    connect(m_chart->widget(), &ChartWidget::activated, this,
            [this](int datum) { m_grid->selectRows(m_chart->rowsOf(datum)); });
    m_splitter->insertWidget(0, m_panel);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({chartHeight, 1'000});
}

void ReportPane::show(const ReportPlace &place)
{
    const bool isOther = place.kind != m_place.kind || !m_hasTable;
    m_place = place;
    m_filters->setFields(fieldsOf(place.kind));
    m_filters->setChoice(place.choice);
    if (isOther) {
        m_hasTable = false;
        useChart(place.kind);
        m_footer->setText({});
        m_stack->setCurrentWidget(m_loading);
        emit tableChanged();
    }
    reload();
}

void ReportPane::search(const QString &text)
{
    if (m_place.choice.search == text)
        return;
    m_place.choice.search = text;
    m_filters->setChoice(m_place.choice);
    emit placeChanged();
    reload();
}

std::optional<ReportOrder> ReportPane::order() const
{
    const auto columns = reportColumns(m_place.kind, m_book.may(Action::ViewCosts));
    const auto column = std::ranges::find(columns, m_place.sortColumn, &ReportColumn::name);
    if (column == columns.end())
        return std::nullopt;
    return ReportOrder{static_cast<int>(column - columns.begin()), m_place.isDescending};
}

ReportRequest ReportPane::request() const
{
    return {.kind = m_place.kind,
            .filter = filterOf(m_place.choice, fieldsOf(m_place.kind), m_book.today()),
            .order = order()};
}

void ReportPane::reload()
{
    m_isLoading = true;
    m_book.ask(
        this,
        [wanted = request()](const Services &services, Session &session) {
            return services.reports.table(session, wanted);
        },
        [this, round = ++m_round](Result<ReportTable> table) {
            if (round == m_round)
                take(std::move(table));
        },
        m_latest.renew());
}

void ReportPane::reloadWhatReads(const QStringList &tables)
{
    const ReportRequest wanted = request();
    const bool isOfSome = seesSomePeople(m_book);
    if (std::ranges::any_of(tables, [&](const QString &table) {
            return isReadFrom(wanted.kind, wanted.filter, isOfSome, table);
        }))
        reload();
}

void ReportPane::reloadChoices()
{
    m_filters->reload();
}

void ReportPane::take(Result<ReportTable> table)
{
    m_isLoading = false;
    if (table)
        return showRows(std::move(*table));
    if (table.error().code == ErrorCode::Cancelled)
        return;
    m_hasTable = false;
    m_footer->setText({});
    m_empty->setContents(u"alert-circle"_s, tr("The report could not be made"), table.error().message);
    m_empty->setActionText(tr("Try again"));
    m_stack->setCurrentWidget(m_empty);
    if (m_panel)
        m_panel->hide();
    emit tableChanged();
}

void ReportPane::showRows(ReportTable table)
{
    const bool isEmpty = table.rows.empty();
    m_hasTable = true;
    m_grid->setTable(std::move(table), order());
    m_footer->setText(rowsText(m_grid->table()));
    m_empty->setContents(u"report-analytics"_s, tr("Nothing to report"),
                         m_filters->isNarrowed() || !m_filters->choice().search.isEmpty()
                             ? tr("There is nothing that goes with these filters.")
                             : tr("Nothing in the book belongs here for now."));
    m_empty->setActionText({});
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_grid);
    showChart();
    emit tableChanged();
}

void ReportPane::showChart()
{
    if (!m_panel)
        return;
    const ReportTable &table = m_grid->table();
    m_currencies->offer(table);
    const bool hasData = m_chart->show(table, m_currencies->chosen(), m_book.today());
    m_panel->setVisible(hasData);
    if (hasData)
        m_panel->showChart(chartTableOf(table), m_currencies->chosen());
}

QString ReportPane::rowsText(const ReportTable &table)
{
    const auto shown = static_cast<qint64>(table.rows.size());
    QString rows = shown < table.total ? tr("The first %1 of %2 rows. An export has all of them.")
                                             .arg(QLocale().toString(shown), QLocale().toString(table.total))
                                       : tr("%Ln rows", nullptr, static_cast<int>(shown));
    const bool hasMoney = std::ranges::find(table.columns, CellType::Money, &ReportColumn::type)
                          != table.columns.end();
    if (table.convertedTo.isEmpty() || !hasMoney)
        return rows;
    return rows + u" · "_s + tr("Amounts are in %1 where there is a rate.").arg(table.convertedTo);
}

void ReportPane::takeOrder(const ReportOrder &order)
{
    m_place.sortColumn = m_grid->table().columns.at(order.column).name;
    m_place.isDescending = order.descending;
    emit placeChanged();
    reload();
}

} // namespace seatledger
