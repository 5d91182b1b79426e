// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartwidget.h"

#include "ui/common/style/painting.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostSpoken = 24; ///< of what is shown; the arrow keys tell each of them
}

ChartWidget::ChartWidget(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

ChartWidget::~ChartWidget() = default;

ChartLook ChartWidget::ownLook() const
{
    return {palette(), scaledFont(font(), TextSize::Small)};
}

void ChartWidget::takeData()
{
    m_hovered = -1;
    m_pressed = -1;
    m_current = std::min(m_current, count() - 1);
    QStringList words;
    for (int datum = 0; datum < std::min(count(), mostSpoken); ++datum)
        words += describe(datum);
    if (count() > mostSpoken)
        words += u"…"_s;
    setAccessibleDescription(words.join(u'\n'));
    invalidate();
}

void ChartWidget::invalidate()
{
    m_isArranged = false;
    update();
}

void ChartWidget::drawPicture(QPainter &painter, QSizeF size, const ChartLook &look)
{
    arrange(size, look);
    draw(painter, look);
    invalidate();
}

void ChartWidget::paintEvent(QPaintEvent *)
{
    const ChartLook look = ownLook();
    if (!m_isArranged)
        arrange(size(), look);
    m_isArranged = true;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter, look);
    if (m_hovered >= 0 && m_hovered < count())
        paintRounded(painter, areaOf(m_hovered).adjusted(-1, -1, 1, 1), 3, {},
                     look.toneColor(Tone::TextMuted));
    if (hasFocus() && m_current >= 0)
        paintFocusRing(painter, areaOf(m_current).adjusted(-3, -3, 3, 3), palette(), 4);
    else if (hasFocus())
        paintFocusRing(painter, rect(), palette(), extent(Size::Radius));
}

int ChartWidget::datumAt(QPointF position) const
{
    for (int datum = 0; datum < count(); ++datum) {
        if (areaOf(datum).contains(position))
            return datum;
    }
    return -1;
}

void ChartWidget::setCurrent(int datum)
{
    const int wanted = std::clamp(datum, -1, count() - 1);
    if (m_current == wanted)
        return;
    m_current = wanted;
    setAccessibleDescription(wanted >= 0 ? describe(wanted) : QString());
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    update();
    emit currentChanged(wanted);
}

void ChartWidget::setHovered(int datum)
{
    if (m_hovered == datum)
        return;
    m_hovered = datum;
    setCursor(datum >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ChartWidget::showWords(int datum, QPoint globalPosition)
{
    if (datum >= 0)
        QToolTip::showText(globalPosition, describe(datum), this, areaOf(datum).toAlignedRect());
    else
        QToolTip::hideText();
}

void ChartWidget::mouseMoveEvent(QMouseEvent *event)
{
    const int datum = datumAt(event->position());
    if (datum != m_hovered)
        showWords(datum, event->globalPosition().toPoint());
    setHovered(datum);
}

void ChartWidget::leaveEvent(QEvent *)
{
    setHovered(-1);
}

void ChartWidget::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? datumAt(event->position()) : -1;
    if (m_pressed >= 0)
        setCurrent(m_pressed);
    else
        event->ignore();
}

void ChartWidget::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed >= 0 && datumAt(event->position()) == pressed)
        emit activated(pressed);
}

void ChartWidget::keyPressEvent(QKeyEvent *event)
{
    const int from = m_current;
    const auto go = [this](int datum) {
        setCurrent(std::clamp(datum, 0, std::max(0, count() - 1)));
        if (m_current >= 0)
            showWords(m_current, mapToGlobal(areaOf(m_current).bottomLeft().toPoint()));
    };
    switch (event->key()) {
    case Qt::Key_Right:
        return go(from + 1);
    case Qt::Key_Left:
        return go(from - 1);
    case Qt::Key_Down:
        return go(from < 0 ? 0 : below(from, 1));
    case Qt::Key_Up:
        return go(from < 0 ? 0 : below(from, -1));
    case Qt::Key_Home:
        return go(0);
    case Qt::Key_End:
        return go(count() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (from >= 0)
            emit activated(from);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ChartWidget::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ChartWidget::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ChartWidget::resizeEvent(QResizeEvent *)
{
    invalidate();
}

void ChartWidget::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        invalidate();
}

} // namespace seatledger
