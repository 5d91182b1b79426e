// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heatmap.h"

#include "ui/charts/chartticks.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int hours = 24;
constexpr int weekdays = 7;
constexpr qreal gap = 8;
constexpr qreal cellGap = 2;
constexpr qreal tallestCell = 30;
constexpr int shades = 5;

QColor shade(double share, const ChartLook &look)
{
    const QColor none = look.toneColor(Tone::Raised);
    if (share <= 0)
        return none;
    // by the root: a busy hour must not wash out all the others
    const double weight = 0.18 + 0.82 * std::sqrt(share);
    const QColor full = look.toneColor(Tone::Series1);
    const auto mixed = [&](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * weight));
    };
    return {mixed(none.red(), full.red()), mixed(none.green(), full.green()),
            mixed(none.blue(), full.blue())};
}

} // namespace

void HeatMap::setData(HeatMapData values)
{
    m_data = std::move(values);
    m_largest = 0;
    for (const auto &day : m_data.values)
        m_largest = std::max(m_largest, *std::ranges::max_element(day));
    takeData();
}

int HeatMap::weekdayOf(int datum)
{
    const int first = QLocale().firstDayOfWeek();
    return (first - 1 + datum / hours) % weekdays + 1;
}

double HeatMap::valueOf(int datum) const
{
    return m_data.values[weekdayOf(datum) - 1][hourOf(datum)];
}

QString HeatMap::valueText(double value) const
{
    return m_data.valueText ? m_data.valueText(value) : plainNumber(value);
}

QString HeatMap::describe(int datum) const
{
    const QLocale locale;
    const QTime from(hourOf(datum), 0);
    return tr("%1, %2 to %3: %4")
        .arg(locale.standaloneDayName(weekdayOf(datum)), from.toString(u"HH:mm"_s),
             from.addSecs(59 * 60).toString(u"HH:mm"_s), valueText(valueOf(datum)));
}

QRectF HeatMap::areaOf(int datum) const
{
    const QSizeF cell(m_grid.width() / hours, m_grid.height() / weekdays);
    return QRectF(m_grid.left() + hourOf(datum) * cell.width(), m_grid.top() + datum / hours * cell.height(),
                  cell.width(), cell.height())
        .adjusted(cellGap / 2, cellGap / 2, -cellGap / 2, -cellGap / 2);
}

int HeatMap::below(int datum, int lines) const
{
    const int wanted = datum + lines * hours;
    return wanted < 0 || wanted >= count() ? datum : wanted;
}

void HeatMap::arrange(QSizeF size, const ChartLook &look)
{
    m_size = size;
    qreal words = 0;
    for (int day = 1; day <= weekdays; ++day)
        words = std::max(
            words, look.metrics().horizontalAdvance(QLocale().standaloneDayName(day, QLocale::ShortFormat)));
    const qreal line = std::ceil(look.metrics().height());
    const qreal high = std::min(size.height() - 2 * line - gap * 2, tallestCell * weekdays);
    m_grid = {std::ceil(words) + gap, 0, std::max<qreal>(size.width() - words - gap - 1, 48),
              std::max<qreal>(high, weekdays * 6)};
}

void HeatMap::draw(QPainter &painter, const ChartLook &look)
{
    for (int datum = 0; datum < count(); ++datum) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade(m_largest > 0 ? valueOf(datum) / m_largest : 0, look));
        painter.drawRoundedRect(areaOf(datum), 2, 2);
    }
    drawWords(painter, look);
    drawScale(painter, look);
}

void HeatMap::drawWords(QPainter &painter, const ChartLook &look) const
{
    const QSizeF cell(m_grid.width() / hours, m_grid.height() / weekdays);
    const qreal line = std::ceil(look.metrics().height());
    for (int row = 0; row < weekdays; ++row)
        paintLabel(painter, {0, m_grid.top() + row * cell.height(), m_grid.left() - gap, cell.height()},
                   Qt::AlignLeft | Qt::AlignVCenter,
                   QLocale().standaloneDayName(weekdayOf(row * hours), QLocale::ShortFormat), look);
    const int every = cell.width() * 3 > look.metrics().horizontalAdvance(u"00:00"_s) + 6 ? 3 : 6;
    for (int hour = 0; hour < hours; hour += every)
        paintLabel(painter,
                   {m_grid.left() + hour * cell.width() + 1, m_grid.bottom() + 3, cell.width() * every, line},
                   Qt::AlignLeft | Qt::AlignTop, QTime(hour, 0).toString(u"HH:mm"_s), look);
}

void HeatMap::drawScale(QPainter &painter, const ChartLook &look) const
{
    if (m_largest <= 0)
        return;
    const qreal line = std::ceil(look.metrics().height());
    const QString least = valueText(0);
    const QString most = valueText(m_largest);
    qreal x = m_grid.left();
    const qreal y = m_grid.bottom() + line + gap;
    const auto word = [&](const QString &text) {
        const qreal wide = look.metrics().horizontalAdvance(text) + 1;
        paintLabel(painter, {x, y, wide, line}, Qt::AlignLeft | Qt::AlignVCenter, text, look);
        x += wide + 6;
    };
    word(least);
    for (int step = 0; step <= shades; ++step) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade(static_cast<double>(step) / shades, look));
        painter.drawRect(QRectF(x, y + line / 2 - 5, 16, 10));
        x += 16;
    }
    x += 6;
    word(most);
}

} // namespace seatledger
