// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/figurestrip.h"

#include "core/domain/error.h"
#include "ui/common/style/lengths.h"
#include "ui/dashboard/figuretile.h"

#include <QLocale>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestCount = 92;
constexpr int narrowestMoney = 140;
// of the width
constexpr int countShare = 92;
constexpr int dueShare = 112;
constexpr int moneyShare = 140;
constexpr std::size_t mostRows = 5;

QString number(qint64 count)
{
    return QLocale().toString(count);
}

/// Without the cents, which nobody looks for at a glance.
QString roundMoney(const Money &money)
{
    const qint64 major = std::llround(money.toText().toDouble());
    return QLocale().toString(major) + u' ' + money.currency().code();
}

} // namespace

FigureStrip::FigureStrip(bool showsCosts, QWidget *parent)
    : QWidget(parent),
      m_owned(add(u"owned"_s, tr("Seats owned"),
                  {.kind = ReportKind::Utilisation, .sortColumn = u"seats"_s, .isDescending = true})),
      m_used(add(u"used"_s, tr("Seats used"),
                 {.kind = ReportKind::Utilisation, .sortColumn = u"held"_s, .isDescending = true})),
      m_free(add(u"free"_s, tr("Seats free"),
                 {.kind = ReportKind::Utilisation, .sortColumn = u"free"_s, .isDescending = true})),
      m_short(add(u"short"_s, tr("Seats short"),
                  {.kind = ReportKind::Utilisation, .sortColumn = u"short_seats"_s, .isDescending = true})),
      m_due30(
          add(u"due30"_s, tr("Due in 30 days"), {.kind = ReportKind::Expiring, .choice = {.leadDays = 30}})),
      m_due60(
          add(u"due60"_s, tr("Due in 60 days"), {.kind = ReportKind::Expiring, .choice = {.leadDays = 60}})),
      m_due90(
          add(u"due90"_s, tr("Due in 90 days"), {.kind = ReportKind::Expiring, .choice = {.leadDays = 90}})),
      m_cost(
          add(u"cost"_s, tr("Cost a month"),
              {.kind = ReportKind::CostByVendor, .sortColumn = u"cost_per_month"_s, .isDescending = true})),
      m_idle(
          add(u"idle"_s, tr("Idle a month"),
              {.kind = ReportKind::CostByVendor, .sortColumn = u"idle_per_month"_s, .isDescending = true})),
      m_showsCosts(showsCosts)
{
    setObjectName(u"figureStrip"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    arrange();
}

FigureTile *FigureStrip::add(const QString &name, const QString &caption, const ReportPlace &behind)
{
    auto *tile = new FigureTile(name, caption, this);
    connect(tile, &FigureTile::clicked, this, [this, behind] { emit opened(behind); });
    m_tiles.push_back(tile);
    return tile;
}

void FigureStrip::setCostsShown(bool shown)
{
    m_showsCosts = shown;
    arrange();
}

void FigureStrip::showFigures(const DashboardFigures &figures)
{
    m_owned->setFigure(number(figures.seats),
                       tr("%Ln licences", nullptr, static_cast<int>(figures.licenses)));
    showUsed(figures);
    m_free->setFigure(number(figures.free));
    m_short->setFigure(number(figures.shortSeats),
                       figures.shortLicenses > 0
                           ? tr("in %Ln licences", nullptr, static_cast<int>(figures.shortLicenses))
                           : tr("none"),
                       figures.shortSeats > 0 ? Tone::Danger : Tone::Success);
    showDue(m_due30, figures.due30);
    showDue(m_due60, figures.due60);
    showDue(m_due90, figures.due90);
    showMoney(m_cost, figures.costPerMonth);
    showMoney(m_idle, figures.idlePerMonth);
    arrange(); // longer words have more of the row
}

/// Seats on licences without a limit are used, too, and no part of those owned.
void FigureStrip::showUsed(const DashboardFigures &figures)
{
    const qint64 used = figures.held + figures.heldUnlimited;
    if (figures.heldHere != used)
        return m_used->setFigure(number(used), tr("%1 here").arg(number(figures.heldHere)));
    if (figures.seats == 0)
        return m_used->setFigure(number(used));
    QStringList details{tr("%1 of %2 owned").arg(number(figures.held), number(figures.seats))};
    if (figures.heldUnlimited > 0)
        details += tr("%1 on licences without a limit").arg(number(figures.heldUnlimited));
    m_used->setFigure(number(used), details.join(u'\n'));
    const double share = static_cast<double>(figures.held) / static_cast<double>(figures.seats);
    m_used->setBrief(tr("%1 % of owned").arg(std::llround(100 * share)));
}

void FigureStrip::showDue(FigureTile *tile, const DueFigure &due)
{
    const bool isUrgent = tile == m_due30 && due.entitlements > 0;
    tile->setFigure(number(due.entitlements), tr("%Ln seats", nullptr, static_cast<int>(due.seats)),
                    isUrgent ? Tone::Warning : Tone::Text);
}

void FigureStrip::showMoney(FigureTile *tile, const std::optional<std::vector<Money>> &amounts)
{
    if (!amounts)
        return tile->setUnknown();
    if (amounts->empty())
        return tile->setFigure(u"0"_s);
    std::vector<Money> sorted = *amounts; // the largest number first: currencies cannot be compared
    std::ranges::stable_sort(sorted, std::greater(),
                             [](const Money &money) { return money.toText().toDouble(); });
    QStringList others;
    for (std::size_t at = 1; at < sorted.size(); ++at)
        others += roundMoney(sorted.at(at));
    tile->setFigure(roundMoney(sorted.front()),
                    others.isEmpty() ? QString() : u"+ "_s + others.join(u" + "_s));
    if (!others.isEmpty())
        tile->setBrief(tr("+ %Ln currencies", nullptr, static_cast<int>(others.size())));
}

void FigureStrip::showFailure(const Error &error)
{
    for (FigureTile *tile : m_tiles)
        tile->setUnknown(error.message);
}

void FigureStrip::arrange()
{
    std::vector<FigureTile *> shown;
    for (FigureTile *tile : m_tiles) {
        tile->setVisible(!isMoney(tile) || m_showsCosts);
        if (!isMoney(tile) || m_showsCosts)
            shown.push_back(tile);
    }
    const std::size_t perRow = tilesPerRow(shown);
    const int step = m_owned->sizeHint().height() + space(Space::S);
    int y = 0;
    for (std::size_t first = 0; first < shown.size(); first += perRow, y += step)
        arrangeRow(std::span(shown).subspan(first, std::min(perRow, shown.size() - first)), y);
    setFixedHeight(y - space(Space::S));
}

bool FigureStrip::isMoney(const FigureTile *tile) const
{
    return tile == m_cost || tile == m_idle;
}

/// Of a row's width, against the others'.
int FigureStrip::shareOf(const FigureTile *tile) const
{
    if (isMoney(tile))
        return moneyShare;
    return tile == m_due30 || tile == m_due60 || tile == m_due90 ? dueShare : countShare;
}

std::size_t FigureStrip::tilesPerRow(const std::vector<FigureTile *> &shown) const
{
    const int gap = space(Space::S);
    const int counts = static_cast<int>(m_tiles.size()) - 2;
    const int least = counts * (narrowestCount + gap) + (m_showsCosts ? 2 * (narrowestMoney + gap) : 0) - gap;
    std::size_t perRow = shown.size();
    for (std::size_t rows = 1; rows < mostRows && (width() < grown(least) || !roomFor(shown, perRow));
         ++rows) {
        perRow = (shown.size() + rows) / (rows + 1);
        if (roomFor(shown, perRow))
            break;
    }
    return perRow;
}

/// Each has what its words need, where there is room for that, and of the rest its share.
void FigureStrip::arrangeRow(std::span<FigureTile *const> tiles, int y)
{
    int shares = 0;
    int wished = 0;
    for (const FigureTile *tile : tiles) {
        shares += shareOf(tile);
        wished += tile->wishedWidth();
    }
    const int gap = space(Space::S);
    const int room = width() - gap * static_cast<int>(tiles.size() - 1);
    const bool isEnough = room >= wished;
    const int shared = isEnough ? room - wished : room;
    const int high = m_owned->sizeHint().height();
    int x = 0;
    int start = 0; // without gaps, so that rounding does not add up
    int passed = 0;
    int needed = 0;
    for (FigureTile *tile : tiles) {
        passed += shareOf(tile);
        needed += isEnough ? tile->wishedWidth() : 0;
        const int end = needed + shared * passed / shares;
        tile->setGeometry(x, y, end - start, high);
        x += end - start + gap;
        start = end;
    }
}

/// Whether that many in a row can all show their captions.
bool FigureStrip::roomFor(const std::vector<FigureTile *> &tiles, std::size_t perRow) const
{
    const int gap = space(Space::S);
    int widest = 0;
    for (const FigureTile *tile : tiles)
        widest = std::max(widest, tile->minimumSizeHint().width());
    return width() >= static_cast<int>(perRow) * (widest + gap) - gap;
}

void FigureStrip::resizeEvent(QResizeEvent *event)
{
    if (event->size().width() != event->oldSize().width())
        arrange();
}

} // namespace seatledger
