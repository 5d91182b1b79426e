// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportpaper.h"

#include "core/services/reportingapplicationservice.h"
#include "ui/common/style/theme.h"
#include "ui/reports/reportcells.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

// points
constexpr qreal textSize = 8;
constexpr qreal headingSize = 14;
constexpr qreal smallSize = 7;
constexpr qreal cellGap = 8;
constexpr qreal rowGap = 4;
constexpr qreal narrowestColumn = 36;
constexpr qreal shortText = 64; ///< with the gap: numbers of members, states
constexpr qreal pageMargin = 40;
constexpr qreal chartHeight = 190;
constexpr std::size_t measuredRows = 400;
constexpr int mostLines = 12;
constexpr qreal mostSpread = 2; ///< further apart, a row is hard to follow
constexpr std::size_t rowsBetweenProgress = 500;

QColor ink(Tone tone)
{
    return Tokens::instance().color(Scheme::Light, tone);
}

/// Between words where that is possible, else within them: addresses are long.
QTextOption wrapping(Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

int wrappedLines(const QString &text, const QFont &font, qreal width)
{
    QTextLayout layout(text, font);
    layout.setTextOption(wrapping(Qt::AlignLeft));
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return lines;
}

/// Line by line in steps of the font's height, each on the baseline that the font has there: letters that
/// come from another font, whose lines are higher, stand where the row does.
void paintCell(QPainter &painter, const QRectF &cell, Qt::Alignment side, const QString &text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    QTextLayout layout(text, painter.font(), painter.device());
    layout.setTextOption(wrapping(side));
    layout.beginLayout();
    qreal top = 0;
    for (int lines = 0; lines < mostLines; ++lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(cell.width());
        line.setPosition({0, top + metrics.ascent() - line.ascent()});
        top += metrics.height();
    }
    layout.endLayout();
    layout.draw(&painter, cell.topLeft());
}

/// Widths that come to `room`, if they are more: what is short stays whole, as half a number is none, and the
/// others give way as far as that.
std::vector<qreal> narrowed(std::vector<qreal> widths, qreal room, qreal least)
{
    std::vector<bool> isSet(widths.size(), false);
    while (true) {
        qreal open = 0;
        qreal left = room;
        for (std::size_t at = 0; at < widths.size(); ++at)
            (isSet[at] ? left : open) += isSet[at] ? -widths[at] : widths[at];
        if (open <= 0 || left >= open)
            return widths;
        const qreal factor = std::max(left / open, 0.15);
        bool isShared = true;
        for (std::size_t at = 0; at < widths.size(); ++at) {
            if (isSet[at] || widths[at] * factor >= least)
                continue;
            widths[at] = std::min(widths[at], least);
            isSet[at] = true;
            isShared = false;
        }
        if (!isShared)
            continue;
        for (std::size_t at = 0; at < widths.size(); ++at)
            widths[at] *= isSet[at] ? 1 : factor;
        return widths;
    }
}

QPageSize usualPageSize()
{
    const bool usesInches = QLocale::system().measurementSystem() == QLocale::ImperialUSSystem;
    return QPageSize(usesInches ? QPageSize::Letter : QPageSize::A4);
}

} // namespace

/// The device, in points: everything below counts in `unit` device pixels a point.
struct ReportPaper::Sheet {
    Sheet(QPagedPaintDevice &device, const QFont &family)
        : target(device),
          unit(device.logicalDpiX() / 72.0),
          area(0, 0, device.width(), device.height()),
          text(sized(family, textSize)),
          bold(sized(family, textSize)),
          title(sized(family, headingSize)),
          small(sized(family, smallSize))
    {
        bold.setWeight(QFont::DemiBold);
        title.setWeight(QFont::DemiBold);
    }

    [[nodiscard]] QFont sized(QFont font, qreal points) const
    {
        font.setPixelSize(std::max(1, qRound(points * unit)));
        font.setWeight(QFont::Normal);
        return font;
    }
    [[nodiscard]] qreal lineHeight(const QFont &font) const { return QFontMetricsF(font).height(); }
    [[nodiscard]] qreal footHeight() const { return 2 * lineHeight(small) + 8 * unit; }
    [[nodiscard]] qreal bottom() const { return area.bottom() - footHeight(); }

    QPagedPaintDevice &target;
    qreal unit;
    QRectF area;
    QFont text;
    QFont bold;
    QFont title;
    QFont small;
    QPainter *painter = nullptr;
};

struct ReportPaper::Plan {
    std::vector<qreal> widths;
    std::vector<qreal> heights; ///< of each row
    std::vector<std::size_t> breaks; ///< the first row of each page
};

ReportPaper::ReportPaper(ReportTable table, PaperFacts facts)
    : m_table(std::move(table)), m_facts(std::move(facts))
{
    for (const ReportColumn &column : m_table.columns)
        m_headings.push_back(reportColumnTitle(m_table.kind, column.name));
}

std::vector<qreal> ReportPaper::naturalWidths(const Sheet &sheet) const
{
    const QFontMetricsF text(sheet.text);
    const QFontMetricsF bold(sheet.bold);
    std::vector<qreal> widths;
    for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
        qreal width = std::max(bold.horizontalAdvance(m_headings[column]), narrowestColumn * sheet.unit);
        for (std::size_t row = 0; row < std::min(m_table.rows.size(), measuredRows); ++row)
            width = std::max(width, text.horizontalAdvance(cellText(m_table.kind, m_table.columns[column],
                                                                    m_table.rows[row].cells[column])));
        widths.push_back(width + (cellGap + 1) * sheet.unit);
    }
    return widths;
}

QPageLayout ReportPaper::pageLayout() const
{
    // measured as on a screen of 72 dots an inch, large enough for rounding not to matter
    constexpr qreal scale = 10;
    QFont text = m_facts.font;
    text.setPixelSize(qRound(textSize * scale));
    const QFontMetricsF metrics(text);
    qreal needed = 0;
    for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
        qreal width = std::max(metrics.horizontalAdvance(m_headings[column]) * 1.06, narrowestColumn * scale);
        for (std::size_t row = 0; row < std::min(m_table.rows.size(), measuredRows); ++row)
            width = std::max(width, metrics.horizontalAdvance(cellText(m_table.kind, m_table.columns[column],
                                                                       m_table.rows[row].cells[column])));
        needed += width / scale + cellGap;
    }
    const QPageSize size = usualPageSize();
    const bool isWide = needed > size.size(QPageSize::Point).width() - 2 * pageMargin;
    return {size, isWide ? QPageLayout::Landscape : QPageLayout::Portrait,
            QMarginsF(pageMargin, pageMargin, pageMargin, pageMargin), QPageLayout::Point};
}

std::vector<qreal> ReportPaper::columnWidths(const Sheet &sheet) const
{
    std::vector<qreal> widths = naturalWidths(sheet);
    const qreal all = std::accumulate(widths.begin(), widths.end(), 0.0);
    const qreal room = sheet.area.width();
    const auto isText = [this](std::size_t column) { return m_table.columns[column].type == CellType::Text; };
    std::vector<qreal> wished;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (isText(column))
            wished.push_back(widths[column]);
    }
    const qreal texts = std::accumulate(wished.begin(), wished.end(), 0.0);
    if (texts <= 0)
        return widths;
    // only texts can be wrapped, or spread
    const qreal left = room - (all - texts);
    const std::vector<qreal> shared = narrowed(std::move(wished), left, shortText * sheet.unit);
    auto next = shared.begin();
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (isText(column))
            widths[column] = *next++ * std::clamp(left / texts, 1.0, 1.6);
    }
    const qreal used = std::accumulate(widths.begin(), widths.end(), 0.0);
    for (qreal &width : widths)
        width *= std::min(room / used, mostSpread);
    return widths;
}

qreal ReportPaper::rowHeight(const Sheet &sheet, const Plan &plan, std::size_t row) const
{
    const QFontMetricsF metrics(sheet.text);
    const qreal line = metrics.height();
    qreal height = line;
    for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
        const QString text = cellText(m_table.kind, m_table.columns[column], m_table.rows[row].cells[column]);
        const qreal width = plan.widths[column] - cellGap * sheet.unit;
        if (metrics.horizontalAdvance(text) <= width)
            continue;
        height = std::max(height, std::min(wrappedLines(text, sheet.text, width), mostLines) * line);
    }
    return height + rowGap * sheet.unit;
}

qreal ReportPaper::headHeight(const Sheet &sheet) const
{
    const auto lines = static_cast<qreal>(m_facts.lines.size());
    const QSizeF chart = chartRoom(sheet);
    return sheet.lineHeight(sheet.title) + lines * sheet.lineHeight(sheet.text) + 12 * sheet.unit
           + (chart.isEmpty() ? 0 : chart.height() + 12 * sheet.unit);
}

QSizeF ReportPaper::chartRoom(const Sheet &sheet) const
{
    if (m_facts.chart.isNull() || m_facts.chartSize.isEmpty())
        return {};
    return m_facts.chartSize.scaled({sheet.area.width(), chartHeight * sheet.unit}, Qt::KeepAspectRatio);
}

std::optional<ReportPaper::Plan> ReportPaper::plan(const Sheet &sheet, const PaperProgress &progress) const
{
    Plan plan{.widths = columnWidths(sheet), .heights = {}, .breaks = {0}};
    const qreal headings = sheet.lineHeight(sheet.bold) * 2 + rowGap * sheet.unit;
    qreal y = headHeight(sheet) + headings;
    for (std::size_t row = 0; row < m_table.rows.size(); ++row) {
        if (progress && row % rowsBetweenProgress == 0 && !progress(0, 0))
            return std::nullopt;
        const qreal height = rowHeight(sheet, plan, row);
        if (y + height > sheet.bottom() && row > plan.breaks.back()) {
            plan.breaks.push_back(row);
            y = sheet.lineHeight(sheet.text) + 8 * sheet.unit + headings;
        }
        plan.heights.push_back(height);
        y += height;
    }
    return plan;
}

int ReportPaper::paint(QPagedPaintDevice &device, const PaperProgress &progress) const
{
    QPainter painter(&device);
    Sheet sheet(device, m_facts.font);
    sheet.painter = &painter;
    const std::optional<Plan> plan = this->plan(sheet, progress);
    if (!plan)
        return 0;
    const auto pages = static_cast<int>(plan->breaks.size());
    for (int page = 0; page < pages; ++page) {
        if (progress && !progress(page, pages))
            return 0;
        if (page > 0)
            device.newPage();
        const auto at = static_cast<std::size_t>(page);
        paintPage(sheet, *plan, at);
        paintFoot(sheet, at, plan->breaks.size());
    }
    return pages;
}

void ReportPaper::paintHead(Sheet &sheet) const
{
    QPainter &painter = *sheet.painter;
    painter.setPen(ink(Tone::Text));
    painter.setFont(sheet.title);
    qreal y = 0;
    painter.drawText(QRectF(0, y, sheet.area.width(), sheet.lineHeight(sheet.title)), Qt::AlignLeft,
                     m_facts.title);
    y += sheet.lineHeight(sheet.title) + 4 * sheet.unit;
    painter.setFont(sheet.text);
    painter.setPen(ink(Tone::TextMuted));
    for (const QString &line : m_facts.lines) {
        painter.drawText(QRectF(0, y, sheet.area.width(), sheet.lineHeight(sheet.text)), Qt::AlignLeft, line);
        y += sheet.lineHeight(sheet.text);
    }
    const QSizeF room = chartRoom(sheet);
    if (room.isEmpty())
        return;
    painter.save();
    painter.translate(0, y + 8 * sheet.unit);
    painter.scale(room.width() / m_facts.chartSize.width(), room.height() / m_facts.chartSize.height());
    // a picture that is played grows by itself to the device's resolution
    painter.scale(static_cast<qreal>(m_facts.chart.logicalDpiX()) / sheet.target.logicalDpiX(),
                  static_cast<qreal>(m_facts.chart.logicalDpiY()) / sheet.target.logicalDpiY());
    painter.drawPicture(0, 0, m_facts.chart);
    painter.restore();
}

void ReportPaper::paintPage(Sheet &sheet, const Plan &plan, std::size_t page) const
{
    qreal y = headHeight(sheet);
    if (page == 0) {
        paintHead(sheet);
    } else {
        y = sheet.lineHeight(sheet.text) + 8 * sheet.unit;
        sheet.painter->setFont(sheet.text);
        sheet.painter->setPen(ink(Tone::TextMuted));
        sheet.painter->drawText(QRectF(0, 0, sheet.area.width(), y), Qt::AlignLeft | Qt::AlignTop,
                                m_facts.title);
    }
    paintHeadings(sheet, plan, y);
    y += sheet.lineHeight(sheet.bold) * 2 + rowGap * sheet.unit;
    const std::size_t end = page + 1 < plan.breaks.size() ? plan.breaks[page + 1] : m_table.rows.size();
    for (std::size_t row = plan.breaks[page]; row < end; ++row) {
        paintRow(sheet, plan, row, y, plan.heights[row]);
        y += plan.heights[row];
    }
}

void ReportPaper::paintHeadings(Sheet &sheet, const Plan &plan, qreal top) const
{
    QPainter &painter = *sheet.painter;
    const qreal height = sheet.lineHeight(sheet.bold) * 2;
    painter.setFont(sheet.bold);
    painter.setPen(ink(Tone::Text));
    qreal x = 0;
    for (std::size_t column = 0; column < m_headings.size(); ++column) {
        const QRectF cell(x, top, plan.widths[column] - cellGap * sheet.unit, height);
        const Qt::Alignment side = cellAlignment(m_table.columns[column]) & Qt::AlignHorizontal_Mask;
        painter.drawText(cell, static_cast<int>(side | Qt::AlignBottom) | Qt::TextWordWrap,
                         m_headings[column]);
        x += plan.widths[column];
    }
    painter.setPen(QPen(ink(Tone::BorderStrong), 0.75 * sheet.unit));
    const qreal line = top + height + rowGap * sheet.unit / 2;
    painter.drawLine(QPointF(0, line), QPointF(sheet.area.width(), line));
}

void ReportPaper::paintRow(Sheet &sheet, const Plan &plan, std::size_t row, qreal top, qreal height) const
{
    QPainter &painter = *sheet.painter;
    painter.setFont(sheet.text);
    painter.setPen(ink(Tone::Text));
    qreal x = 0;
    for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
        const QRectF cell(x, top + rowGap * sheet.unit / 2, plan.widths[column] - cellGap * sheet.unit,
                          height - rowGap * sheet.unit);
        const Qt::Alignment side = cellAlignment(m_table.columns[column]) & Qt::AlignHorizontal_Mask;
        paintCell(painter, cell, side,
                  cellText(m_table.kind, m_table.columns[column], m_table.rows[row].cells[column]));
        x += plan.widths[column];
    }
    painter.setPen(QPen(ink(Tone::Border), 0.4 * sheet.unit));
    painter.drawLine(QPointF(0, top + height), QPointF(sheet.area.width(), top + height));
}

void ReportPaper::paintFoot(Sheet &sheet, std::size_t page, std::size_t pages) const
{
    QPainter &painter = *sheet.painter;
    const qreal line = sheet.lineHeight(sheet.small);
    const qreal top = sheet.area.bottom() - 2 * line;
    painter.setFont(sheet.small);
    painter.setPen(ink(Tone::TextMuted));
    const QRectF first(0, top, sheet.area.width(), line);
    painter.drawText(first, Qt::AlignLeft, m_facts.made);
    painter.drawText(first, Qt::AlignRight, tr("Page %1 of %2").arg(page + 1).arg(pages));
    // a hash is copied from a file: no letters run together to one
    QFont plain = sheet.small;
    plain.setStyleStrategy(QFont::PreferNoShaping);
    painter.setFont(plain);
    if (!m_facts.auditHead.isEmpty())
        painter.drawText(first.translated(0, line), Qt::AlignLeft,
                         tr("Audit head: %1").arg(m_facts.auditHead));
}

} // namespace seatledger
