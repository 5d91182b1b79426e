// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/reporttile.h"

#include "ui/charts/chartpanel.h"
#include "ui/charts/chartwidget.h"
#include "ui/reports/currencybox.h"
#include "ui/reports/reportchart.h"

#include <QLocale>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

QString uncountedText(qint64 licenses)
{
    return ReportTile::tr("%Ln changed licences are still being counted", nullptr,
                          static_cast<int>(licenses));
}

ReportTile::ReportTile(BookAccess access, Dialogs &dialogs, ReportKind kind, const QString &title,
                       const QString &nothing, QWidget *parent)
    : QWidget(parent),
      m_book(access),
      m_kind(kind),
      m_nothing(nothing),
      m_chart(ReportChart::of(kind, this)),
      m_panel(new ChartPanel(toText(kind), title, m_chart->widget(), dialogs, this)),
      m_currencies(new CurrencyBox(m_panel))
{
    setObjectName(toText(kind) + u"Tile"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    m_panel->setOpenText(tr("Open the report"));
    m_panel->addTool(m_currencies);
    connect(m_currencies, &CurrencyBox::chosenChanged, this, &ReportTile::showTable);
    connect(m_panel, &ChartPanel::opened, this, &ReportTile::opened);
    connect(m_panel, &ChartPanel::toastRequested, this, &ReportTile::toastRequested);
    connect(m_panel, &ChartPanel::retryRequested, this, [this] { load(m_request); });
    connect(m_panel, &ChartPanel::rowActivated, this, [this](int row) { emit rowsActivated({row}); });
    connect(m_chart->widget(), &ChartWidget::activated, this,
            [this](int datum) { emit rowsActivated(m_chart->rowsOf(datum)); });
}

ReportTile::~ReportTile() = default;

void ReportTile::load(const ReportRequest &request)
{
    m_request = request;
    m_isLoading = true;
    m_panel->showLoading();
    m_book.ask(
        this,
        [request](const Services &services, Session &session) {
            return services.reports.table(session, request);
        },
        [this, round = ++m_round](Result<ReportTable> table) {
            if (round == m_round)
                take(std::move(table));
        },
        m_latest.renew());
}

void ReportTile::take(Result<ReportTable> table)
{
    m_isLoading = false;
    if (table) {
        m_table = std::move(*table);
        showTable();
    } else if (table.error().code != ErrorCode::Cancelled) {
        m_panel->showFailure(table.error());
    }
    emit loaded();
}

void ReportTile::showTable()
{
    m_currencies->offer(m_table);
    if (m_chart->show(m_table, m_currencies->chosen(), m_book.today()))
        m_panel->showChart(chartTableOf(m_table), note());
    else
        m_panel->showNothing(m_nothing);
}

QString ReportTile::note() const
{
    if (m_table.uncounted > 0)
        return uncountedText(m_table.uncounted);
    const auto shown = static_cast<qint64>(m_table.rows.size());
    if (shown < m_table.total)
        return tr("first %1 of %2").arg(QLocale().toString(shown), QLocale().toString(m_table.total));
    return m_currencies->chosen();
}

} // namespace seatledger
