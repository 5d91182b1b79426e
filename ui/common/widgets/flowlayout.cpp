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

QList<QLayoutItem *> FlowLayout::shown() const
{
    QList<QLayoutItem *> items;
    for (QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            items.append(item);
    }
    return items;
}

QList<int> FlowLayout::widthsIn(int room) const
{
    const QList<QLayoutItem *> items = shown();
    const auto spareOf = [](const QLayoutItem *item) {
        return std::max(0, item->sizeHint().width() - item->minimumSize().width());
    };
    int missing = m_gap * static_cast<int>(items.size() - 1) - room;
    int spare = 0;
    for (const QLayoutItem *item : items) {
        missing += item->sizeHint().width();
        spare += spareOf(item);
    }
    if (missing > spare)
        missing = 0; // more than one line in any case: nobody need give way
    QList<int> widths;
    for (const QLayoutItem *item : items) {
        const int own = spareOf(item);
        const int less = missing > 0 && spare > 0 ? (missing * own + spare - 1) / spare : 0;
        widths.append(std::min(item->sizeHint().width() - less, std::max(room, 1)));
        missing -= less;
        spare -= own;
    }
    return widths;
}

int FlowLayout::arrange(const QRect &rect, bool moves) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const QList<QLayoutItem *> items = shown();
    const QList<int> widths = widthsIn(inner.width());
    int y = inner.top();
    for (qsizetype first = 0; first < items.size();) {
        qsizetype end = first;
        int across = 0;
        int lineHeight = 0;
        while (end < items.size() && (end == first || across + widths[end] <= inner.width())) {
            across += widths[end] + m_gap;
            lineHeight = std::max(lineHeight, items[end]->sizeHint().height());
            ++end;
        }
        for (int x = inner.left(); first < end; ++first) {
            const int height = items[first]->sizeHint().height();
            if (moves)
                items[first]->setGeometry({x, y + (lineHeight - height) / 2, widths[first], height});
            x += widths[first] + m_gap;
        }
        y += lineHeight + (end < items.size() ? m_gap : 0);
    }
    return y - rect.top() + contentsMargins().bottom();
}

} // namespace seatledger
