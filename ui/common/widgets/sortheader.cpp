// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/sortheader.h"

#include "ui/common/style/tokens.h"

#include <QItemSelectionModel>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionHeader>

#include <algorithm>

namespace seatledger {

SortHeader::SortHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
}

void SortHeader::setSorts(const QList<Sort> &sorts)
{
    m_sorts = sorts;
    viewport()->update();
}

void SortHeader::setSelectionModel(QItemSelectionModel *selection)
{
    // The first for a model is the one that the header made for itself.
    if (!selectionModel() || selectionModel()->model() != selection->model())
        QHeaderView::setSelectionModel(selection);
}

int SortHeader::placeOf(int section) const
{
    const auto found = std::ranges::find(m_sorts, section, &Sort::section);
    return found == m_sorts.end() ? -1 : static_cast<int>(found - m_sorts.begin());
}

void SortHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    if (const int place = placeOf(section); place > 0)
        option->sortIndicator = m_sorts[place].order == Qt::AscendingOrder ? QStyleOptionHeader::SortDown
                                                                           : QStyleOptionHeader::SortUp;
}

void SortHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, section);
    painter->restore();
    const int place = placeOf(section);
    if (place < 0 || m_sorts.size() < 2)
        return;
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    initStyleOptionForIndex(&option, section);
    option.rect = rect;
    const QRect arrow = style()->subElementRect(QStyle::SE_HeaderArrow, &option, this);
    painter->save();
    painter->setFont(scaledFont(font(), TextSize::Small, QFont::DemiBold));
    painter->setPen(color(palette(), Tone::Accent));
    const int width = painter->fontMetrics().horizontalAdvance(QString::number(place + 1));
    const bool isRight = option.textAlignment.testFlag(Qt::AlignRight);
    const int left = isRight ? arrow.left() - width : arrow.right() + 1;
    painter->drawText(QRect(left, rect.top(), width + 2, rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      QString::number(place + 1));
    painter->restore();
}

void SortHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = -1;
    if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_pressed = logicalIndexAt(event->position().toPoint());
        return event->accept();
    }
    QHeaderView::mousePressEvent(event);
}

void SortHeader::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed < 0)
        return QHeaderView::mouseReleaseEvent(event);
    if (logicalIndexAt(event->position().toPoint()) == pressed)
        emit furtherSortWanted(pressed);
}

} // namespace seatledger
