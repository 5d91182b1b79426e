// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/tabledelegate.h"

#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/style/painting.h"
#include "ui/common/widgets/badge.h"
#include "ui/common/widgets/seatbar.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 8;
constexpr int iconGap = 6;
constexpr int checkSide = 16;
constexpr int narrowestSecond = 64; ///< less of a longer text says nothing

void paintPlaceholder(QPainter &painter, const QRect &area, const QModelIndex &index, const QPalette &palette)
{
    // Uneven lengths look like text; the same row always looks the same.
    const int percent = 35 + (index.row() * 37 + index.column() * 53) % 45;
    const QRect bar(area.left(), area.center().y() - 4, area.width() * percent / 100, 8);
    paintRounded(painter, bar, 4, color(palette, Tone::NeutralSoft));
}

/// Whether a cell stands at the left edge of its table, wherever its column was moved to.
bool isInFirstColumn(const QWidget *view, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(view);
    if (!table)
        return false;
    const QHeaderView *header = table->horizontalHeader();
    for (int visual = 0; visual < header->visualIndex(index.column()); ++visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            return false;
    }
    return true;
}

/// The row with the keyboard is marked at its left edge, whatever is selected.
void paintCurrentMark(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view || !view->hasFocus() || view->currentIndex().row() != index.row()
        || !isInFirstColumn(view, index))
        return;
    painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                     color(option.palette, Tone::Accent));
}

/// What is left of a cell for its contents.
QRect contentsArea(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect area = option.rect.adjusted(margin, 0, -margin, -1);
    return isInFirstColumn(option.widget, index) ? area.adjusted(firstColumnIndent(), 0, 0, 0) : area;
}

QRect checkIn(const QRect &area)
{
    return {area.left(), area.center().y() - checkSide / 2 + 1, checkSide, checkSide};
}

int paintDecoration(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option)
{
    if (!option.features.testFlag(QStyleOptionViewItem::HasDecoration))
        return 0;
    const int side = extent(Size::Icon);
    option.icon.paint(&painter, QRect(area.left(), area.center().y() - side / 2 + 1, side, side));
    return side + iconGap;
}

void paintText(QPainter &painter, QRect area, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    area.setLeft(area.left() + paintDecoration(painter, area, option));
    const QVariant tone = index.data(ToneRole);
    const QString second = index.data(SecondaryRole).toString();
    const QFontMetrics &metrics = option.fontMetrics;
    painter.setFont(option.font);
    painter.setPen(color(option.palette, tone.isValid() ? static_cast<Tone>(tone.toInt()) : Tone::Text));
    const QString text = metrics.elidedText(option.text, option.textElideMode, area.width());
    paintTextLine(painter, area, option.displayAlignment, text);
    if (second.isEmpty() || option.displayAlignment.testFlag(Qt::AlignRight))
        return;
    area.setLeft(area.left() + metrics.horizontalAdvance(text) + margin);
    if (area.width() < std::min(narrowestSecond, metrics.horizontalAdvance(second)))
        return;
    painter.setPen(color(option.palette, Tone::TextMuted));
    paintTextLine(painter, area, option.displayAlignment,
                  metrics.elidedText(second, Qt::ElideRight, area.width()));
}

void paintContents(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
                   const QModelIndex &index)
{
    const QVariant loaded = index.data(LoadedRole);
    if (loaded.isValid() && !loaded.toBool())
        return paintPlaceholder(painter, area, index, option.palette);
    const QVariant cell = index.data(CellRole);
    if (cell.metaType() == QMetaType::fromType<Badge>())
        return paintBadge(painter, area, cell.value<Badge>(), option.palette, option.font,
                          option.state.testFlag(QStyle::State_Selected));
    if (cell.metaType() == QMetaType::fromType<SeatFigures>())
        return paintSeatCell(painter, area, cell.value<SeatFigures>(), option.palette, option.font);
    paintText(painter, area, option, index);
}

} // namespace

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
    painter->fillRect(
        QRect(item.rect.bottomLeft(), QSize(item.rect.width(), 1)),
        color(item.palette, isHighContrast(schemeOf(item.palette)) ? Tone::Border : Tone::Raised));
    painter->save();
    painter->setClipRect(item.rect);
    QRect area = contentsArea(item, index);
    if (item.features.testFlag(QStyleOptionViewItem::HasCheckIndicator)) {
        QStyleOptionViewItem check = item;
        check.rect = checkIn(area);
        check.state.setFlag(item.checkState == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, item.widget);
        area.setLeft(area.left() + checkSide + margin);
    }
    paintContents(*painter, area, item, index);
    paintCurrentMark(*painter, item, index);
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize hint = QStyledItemDelegate::sizeHint(option, index);
    const QVariant cell = index.data(CellRole);
    if (cell.metaType() == QMetaType::fromType<Badge>())
        hint.setWidth(badgeSize(cell.value<Badge>(), option.font).width());
    else if (cell.metaType() == QMetaType::fromType<SeatFigures>())
        hint.setWidth(160);
    else if (const QString second = index.data(SecondaryRole).toString(); !second.isEmpty())
        hint.rwidth() += option.fontMetrics.horizontalAdvance(second) + margin;
    hint.rwidth() += 2 * margin + (isInFirstColumn(option.widget, index) ? firstColumnIndent() : 0);
    hint.setHeight(std::max(hint.height(), std::max(extent(Size::Row), option.fontMetrics.height() + 14)));
    return hint;
}

/// A check is ticked where it is painted, not where other delegates have theirs.
bool TableDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress
                         || event->type() == QEvent::MouseButtonDblClick;
    const bool isMouse = isPress || event->type() == QEvent::MouseButtonRelease;
    if (!isMouse || !model->flags(index).testFlag(Qt::ItemIsUserCheckable)
        || !index.data(Qt::CheckStateRole).isValid())
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const QRect check = checkIn(contentsArea(option, index)).adjusted(-4, -4, 4, 4);
    if (mouse->button() != Qt::LeftButton || !check.contains(mouse->position().toPoint()))
        return false;
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return isPress || model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

bool TableDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString second = index.data(SecondaryRole).toString();
    const QString whole = second.isEmpty() ? item.text : QString(item.text + u", "_s + second);
    const bool isCut = sizeHint(item, index).width() > view->visualRect(index).width();
    QToolTip::showText(event->globalPos(), isCut ? whole : QString(), view);
    return isCut;
}

} // namespace seatledger
