// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace seatledger {

FlowLayout::FlowLayout(int gap, QWidget *parent) : QLayout(parent), m_gap(gap) {}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool moves) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    QPoint at = inner.topLeft();
    int lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo(QSize(std::max(inner.width(), 1), QLAYOUTSIZE_MAX));
        if (at.x() > inner.left() && at.x() + size.width() > inner.right() + 1) {
            at = {inner.left(), at.y() + lineHeight + m_gap};
            lineHeight = 0;
        }
        if (moves)
            item->setGeometry({at, size});
        at.rx() += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return at.y() + lineHeight - rect.top() + contentsMargins().bottom();
}

} // namespace seatledger
