// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/figuretile.h"

#include "ui/common/style/painting.h"
#include "ui/common/wording.h"

#include <QPainter>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 10;

QString elided(QPainter &painter, const QFont &font, const QString &text, int width)
{
    painter.setFont(font);
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, width);
}

/// The figure as large as there is room for all of it.
QFont fitting(const QFont &base, const QString &text, int width)
{
    for (const TextSize size : {TextSize::Title, TextSize::Heading}) {
        const QFont font = scaledFont(base, size, QFont::DemiBold);
        if (QFontMetrics(font).horizontalAdvance(text) <= width)
            return font;
    }
    return scaledFont(base, TextSize::Body, QFont::DemiBold);
}

} // namespace

FigureTile::FigureTile(const QString &name, const QString &caption, QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(name + u"Tile"_s);
    setText(caption);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setUnknown();
}

void FigureTile::setFigure(const QString &figure, const QString &details, Tone tone)
{
    m_figure = figure;
    m_details = details;
    m_brief.clear();
    m_tone = tone;
    const QString words = details.isEmpty() ? figure : figure + u"\n"_s + details;
    setToolTip(text() + u'\n' + words);
    setAccessibleName(labelled(text(), figure));
    setAccessibleDescription(details);
    update();
}

void FigureTile::setBrief(const QString &brief)
{
    m_brief = brief;
    update();
}

int FigureTile::wishedWidth() const
{
    const QString &details = m_brief.isEmpty() ? m_details : m_brief;
    const int words = QFontMetrics(scaledFont(font(), TextSize::Small)).horizontalAdvance(details);
    const int figure = QFontMetrics(scaledFont(font(), TextSize::Title, QFont::DemiBold))
                           .horizontalAdvance(m_figure);
    return std::max(minimumSizeHint().width(), std::max(words, figure) + side + side / 2 + 1);
}

QString FigureTile::detailsIn(int width) const
{
    const QFontMetrics metrics(scaledFont(font(), TextSize::Small));
    const bool isWhole = m_brief.isEmpty() || metrics.horizontalAdvance(m_details) <= width;
    return isWhole ? m_details : m_brief;
}

void FigureTile::setUnknown(const QString &reason)
{
    m_figure = u"–"_s;
    m_details.clear();
    m_brief.clear();
    m_tone = Tone::TextFaint;
    setToolTip(reason);
    setAccessibleName(text());
    setAccessibleDescription(reason);
    update();
}

QSize FigureTile::sizeHint() const
{
    const int lines = QFontMetrics(scaledFont(font(), TextSize::Small)).height() * 2
                      + QFontMetrics(scaledFont(font(), TextSize::Title)).height();
    return {110, lines + 2 * space(Space::S) + space(Space::Xs)};
}

QSize FigureTile::minimumSizeHint() const
{
    const int caption = QFontMetrics(scaledFont(font(), TextSize::Small)).horizontalAdvance(text());
    return {std::max(72, caption + side + side / 2), sizeHint().height()};
}

void FigureTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isLit = underMouse() || isDown();
    paintRounded(painter, rect(), extent(Size::CardRadius),
                 color(palette(), isLit ? Tone::Hover : Tone::Surface), color(palette(), Tone::Border));
    if (hasFocus())
        paintFocusRing(painter, rect(), palette(), extent(Size::CardRadius));
    const QRect inner = rect().adjusted(side, space(Space::S), -side / 2, -space(Space::S));
    const QFont small = scaledFont(font(), TextSize::Small);
    painter.setPen(color(palette(), Tone::TextMuted));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, elided(painter, small, text(), inner.width()));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom,
                     elided(painter, small, detailsIn(inner.width()), inner.width()));
    const QFont large = fitting(font(), m_figure, inner.width());
    painter.setPen(color(palette(), m_tone));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                     elided(painter, large, m_figure, inner.width()));
}

void FigureTile::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FigureTile::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace seatledger
