// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboardpage.h"

#include "core/domain/period.h"
#include "core/repositories/reportsources.h"
#include "core/services/reportingapplicationservice.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartwidget.h"
#include "ui/common/remembered.h"
#include "ui/common/style/lengths.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/dashboard/figurestrip.h"
#include "ui/dashboard/reporttile.h"
#include "ui/reports/reportfilterbar.h"
#include "ui/reports/reporttargets.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int tileHeight = 268;
constexpr int twoColumnsFrom = 720;
constexpr qint64 fullest = 60;     ///< more bars than the tallest screen shows
constexpr int askAgainMs = 2'000;  ///< while licences are counted
const QString settingsKey = u"dashboard/choice"_s;

} // namespace

DashboardPage::DashboardPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : LiveReportPage(parent),
      m_book(access),
      m_dialogs(dialogs),
      m_filters(new ReportFilterBar(access, dialogs, this)),
      m_asOf(new TextLabel({}, TextSize::Small, Tone::TextMuted, this)),
      m_figures(new FigureStrip(access.may(Action::ViewCosts), this)),
      m_scroll(new QScrollArea(this)),
      m_contents(new QWidget(m_scroll)),
      m_grid(new QGridLayout),
      m_nothing(new EmptyState(m_contents)),
      m_showsCosts(access.may(Action::ViewCosts))
{
    setObjectName(u"dashboardPage"_s);
    m_filters->setFields({ReportField::Period, ReportField::Department, ReportField::Vendor});
    m_filters->setChoice(choiceFromVariant(remembered::value(settingsKey).toMap()));
    buildLayout();
    buildTiles();
    connect(m_filters, &ReportFilterBar::changed, this, [this] {
        remembered::set(settingsKey, toVariant(m_filters->choice()));
        reload();
    });
    connect(m_figures, &FigureStrip::opened, this, &DashboardPage::openFigure);
    connect(m_nothing, &EmptyState::actionTriggered, this, [this] { emit pageRequested(u"licenses"_s, {}); });
    m_behind.setSingleShot(true);
    m_behind.setInterval(askAgainMs);
    connect(&m_behind, &QTimer::timeout, this, &DashboardPage::reloadWhatIsBehind);
    followPermits();
    reloadWhenShown();
}

void DashboardPage::followPermits()
{
    if (!m_book.permits)
        return;
    connect(m_book.permits, &Permits::changed, this, [this] {
        m_showsCosts = m_book.may(Action::ViewCosts);
        m_figures->setCostsShown(m_showsCosts);
        m_columns = 0;
        arrangeTiles();
        reloadWhenShown();
    });
}

void DashboardPage::buildLayout()
{
    m_asOf->setObjectName(u"asOfLabel"_s);
    auto *filters = new QHBoxLayout;
    filters->setContentsMargins(space(Space::L), space(Space::S), space(Space::L), space(Space::S));
    filters->addWidget(m_filters, 1);
    filters->addWidget(m_asOf, 0, Qt::AlignVCenter);
    m_grid->setSpacing(space(Space::S));
    auto *column = new QVBoxLayout(m_contents);
    column->setContentsMargins(space(Space::L), 0, space(Space::L), space(Space::L));
    column->setSpacing(space(Space::S));
    column->addWidget(m_figures);
    column->addLayout(m_grid);
    column->addWidget(m_nothing, 1);
    column->addStretch();
    m_nothing->setObjectName(u"nothingYet"_s);
    m_nothing->setMinimumHeight(tileHeight);
    m_nothing->hide();
    m_scroll->setObjectName(u"dashboardScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // what is inside has the keyboard, and is scrolled to
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_contents);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_contents->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(filters);
    layout->addWidget(m_scroll, 1);
}

void DashboardPage::buildTiles()
{
    addTile(ReportKind::Utilisation, tr("Utilisation"), tr("No licence goes with these filters."));
    addTile(ReportKind::SeatsOverTime, tr("Supply and demand"),
            tr("There were and will be no seats in this period."));
    addTile(ReportKind::Expiring, tr("What ends when"), tr("Nothing ends in this period."));
    addTile(ReportKind::CostByDepartment, tr("Cost by department"), tr("No seat that is held has a price."));
    addTile(ReportKind::Activity, tr("Activity"), tr("Nothing was changed in this period."));
    arrangeTiles();
}

void DashboardPage::addTile(ReportKind kind, const QString &title, const QString &nothing)
{
    auto *tile = new ReportTile(m_book, m_dialogs, kind, title, nothing, m_contents);
    tile->setFixedHeight(grown(tileHeight));
    connect(tile, &ReportTile::opened, this, [this, kind] { open(placeOf(kind)); });
    connect(tile, &ReportTile::rowsActivated, this,
            [this, tile](const std::vector<int> &rows) { openRows(*tile, rows); });
    connect(tile, &ReportTile::toastRequested, this, &Page::toastRequested);
    connect(tile, &ReportTile::loaded, this, [this, tile] {
        askAgainIfBehind(tile->table().uncounted);
        endRoundIfAnswered();
    });
    m_tiles.push_back(tile);
}

ReportTile *DashboardPage::tile(ReportKind kind) const
{
    const auto found = std::ranges::find(m_tiles, kind, &ReportTile::kind);
    return found == m_tiles.end() ? nullptr : *found;
}

void DashboardPage::arrangeTiles()
{
    const int columns = width() >= grown(twoColumnsFrom) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    std::vector<ReportTile *> shown;
    for (ReportTile *tile : m_tiles) {
        m_grid->removeWidget(tile);
        tile->setVisible(isShown(*tile) && !m_isEmpty);
        if (isShown(*tile))
            shown.push_back(tile);
    }
    for (int at = 0; at < std::ssize(shown); ++at) {
        const bool isAlone = at + 1 == std::ssize(shown) && at % columns == 0;
        m_grid->addWidget(shown[at], at / columns, at % columns, 1, isAlone ? columns : 1);
    }
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

QWidget *DashboardPage::mainView() const
{
    return m_scroll;
}

/// The day nearest to today within the period: what is asked as of a day is asked as of that.
ReportChoice DashboardPage::choiceAsOf() const
{
    ReportChoice choice = m_filters->choice();
    const QDate today = m_book.today();
    const auto [from, until] = daysOf(choice.period, today);
    const QDate day = std::clamp(today, from, std::max(from, until));
    if (day != today)
        choice.asOf = day;
    return choice;
}

ReportPlace DashboardPage::placeOf(ReportKind kind) const
{
    ReportPlace place{.kind = kind, .choice = choiceAsOf()};
    if (kind == ReportKind::Expiring) {
        const auto [from, until] = daysOf(place.choice.period, m_book.today());
        QDate first = place.choice.asOf.value_or(m_book.today());
        if (first >= until) // all of it is over: what ended in it
            place.choice.asOf = first = from;
        place.choice.leadDays = static_cast<int>(
            std::clamp<qint64>(first.daysTo(until), 1, ReportFilter::maximumDays));
    }
    return place;
}

ReportFilter DashboardPage::filterFor(ReportKind kind) const
{
    return filterOf(placeOf(kind).choice, fieldsOf(kind), m_book.today());
}

void DashboardPage::reload()
{
    loadFigures();
    for (ReportTile *tile : m_tiles) {
        if (isShown(*tile))
            loadTile(*tile);
    }
}

void DashboardPage::reloadWhatReads(const QStringList &tables)
{
    const bool isOfSome = seesSomePeople(m_book);
    const auto isAnyOf = [&tables](const auto &isReadFromTable) {
        return std::ranges::any_of(tables, isReadFromTable);
    };
    const ReportFilter filter = filterFor(ReportKind::Utilisation);
    if (isAnyOf([&](const QString &table) { return areFiguresReadFrom(filter, isOfSome, table); }))
        loadFigures();
    for (ReportTile *tile : m_tiles) {
        const ReportKind kind = tile->kind();
        if (isShown(*tile) && isAnyOf([&](const QString &table) {
                return isReadFrom(kind, filterFor(kind), isOfSome, table);
            }))
            loadTile(*tile);
    }
    endRoundIfAnswered(); // if nothing was asked
}

bool DashboardPage::isShown(const ReportTile &tile) const
{
    return m_showsCosts || !isCostReport(tile.kind());
}

void DashboardPage::loadTile(ReportTile &tile)
{
    const ReportKind kind = tile.kind();
    ReportRequest request{.kind = kind, .filter = filterFor(kind), .mayBeBehind = true};
    if (kind == ReportKind::Utilisation) {
        const auto columns = reportColumns(kind, m_showsCosts);
        const auto used = std::ranges::find(columns, u"used_percent"_s, &ReportColumn::name);
        request.order = ReportOrder{static_cast<int>(used - columns.begin()), true};
        request.limit = fullest;
    }
    tile.load(request);
}

void DashboardPage::loadFigures()
{
    m_isLoadingFigures = true;
    const ReportFilter filter = filterFor(ReportKind::Utilisation);
    m_book.ask(
        this,
        [filter](const Services &services, Session &session) {
            return services.reports.figures(session, filter, true);
        },
        [this, round = ++m_round](const Result<DashboardFigures> &figures) {
            if (round == m_round)
                takeFigures(figures);
        },
        m_latest.renew());
}

void DashboardPage::takeFigures(const Result<DashboardFigures> &figures)
{
    m_isLoadingFigures = false;
    endRoundIfAnswered();
    if (!figures) {
        if (figures.error().code != ErrorCode::Cancelled)
            m_figures->showFailure(figures.error());
        return;
    }
    m_uncounted = figures->uncounted;
    askAgainIfBehind(m_uncounted);
    const QString asOf = tr("As of %1").arg(displayDay(figures->asOf));
    m_asOf->setText(m_uncounted == 0 ? asOf : asOf + u" · "_s + uncountedText(m_uncounted));
    m_figures->showFigures(*figures);
    const ReportChoice &choice = m_filters->choice();
    m_isEmpty = figures->licenses == 0 && choice.departments.isEmpty() && choice.vendors.isEmpty();
    m_nothing->setContents(
        u"certificate"_s, tr("There is nothing to show yet"),
        tr("Once there are licences with seats, this page tells who holds them, what runs short "
           "and what ends when."));
    m_nothing->setActionText(m_book.may(Action::EditCatalogue) ? tr("Go to the licences") : QString());
    m_nothing->setVisible(m_isEmpty);
    m_columns = 0;
    arrangeTiles();
}

void DashboardPage::askAgainIfBehind(qint64 uncounted)
{
    if (uncounted > 0 && !m_behind.isActive())
        m_behind.start();
}

void DashboardPage::reloadWhatIsBehind()
{
    if (!isVisible())
        return m_behind.start();
    if (m_uncounted > 0)
        loadFigures();
    for (ReportTile *tile : m_tiles) {
        if (isShown(*tile) && tile->table().uncounted > 0)
            loadTile(*tile);
    }
}

void DashboardPage::open(const ReportPlace &place)
{
    emit placeRequested(u"reports"_s, QVariant::fromValue(place));
}

void DashboardPage::openFigure(const ReportPlace &behind)
{
    ReportPlace place = behind;
    place.choice = choiceAsOf();
    place.choice.leadDays = behind.choice.leadDays;
    open(place);
}

void DashboardPage::openRows(const ReportTile &tile, const std::vector<int> &rows)
{
    if (rows.empty())
        return open(placeOf(tile.kind()));
    if (rows.size() > 1)
        return openEvents(tile, rows);
    const ReportTargetPlace place = placeBehind(tile.table(), rows.front(), placeOf(tile.kind()));
    if (const auto *page = std::get_if<PagePlace>(&place))
        emit pageRequested(page->page, page->search, page->object);
    else
        open(std::holds_alternative<ReportPlace>(place) ? std::get<ReportPlace>(place)
                                                        : placeOf(tile.kind()));
}

/// Several things that end at about the same time: the report up to the last of them.
void DashboardPage::openEvents(const ReportTile &tile, const std::vector<int> &rows)
{
    ReportPlace place = placeOf(tile.kind());
    place.sortColumn = u"ends_on"_s;
    const auto columns = tile.table().columns;
    const auto ends = std::ranges::find(columns, place.sortColumn, &ReportColumn::name) - columns.begin();
    const QDate first = place.choice.asOf.value_or(m_book.today());
    for (const int row : rows) {
        if (const auto *day = std::get_if<QDate>(&tile.table().rows[row].cells[ends]))
            place.choice.leadDays = std::max(row == rows.front() ? 1 : place.choice.leadDays,
                                             static_cast<int>(first.daysTo(*day)));
    }
    place.isDescending = true;
    open(place);
}

void DashboardPage::reloadChoices()
{
    m_filters->reload();
}

void DashboardPage::resizeEvent(QResizeEvent *event)
{
    LiveReportPage::resizeEvent(event);
    arrangeTiles();
}

bool DashboardPage::isAnswered() const
{
    return !m_isLoadingFigures && std::ranges::all_of(m_tiles, &ReportTile::isSettled);
}

void DashboardPage::endRoundIfAnswered()
{
    if (isAnswered())
        roundEnded();
}

bool DashboardPage::isSettled() const
{
    return isAnswered() && !isWaiting();
}

std::vector<TourStop> DashboardPage::tourStops()
{
    std::vector<TourStop> stops;
    stops.push_back({.name = u"below"_s,
                     .show = [this]() -> QWidget * {
                         m_scroll->ensureWidgetVisible(m_tiles.back());
                         return nullptr;
                     },
                     .leave = [this] { m_scroll->ensureVisible(0, 0); }});
    stops.push_back({.name = u"tables"_s,
                     .show = [this]() -> QWidget * {
                         for (ReportTile *tile : m_tiles)
                             tile->panel()->setTableShown(true);
                         return nullptr;
                     },
                     .leave =
                         [this] {
                             for (ReportTile *tile : m_tiles)
                                 tile->panel()->setTableShown(false);
                         }});
    return stops;
}

} // namespace seatledger
