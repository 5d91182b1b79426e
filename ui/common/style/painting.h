// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QStyleOption>

class QPainter;
class QWidget;

namespace seatledger {

/// The strokes LedgerStyle is made of; also for widgets that paint themselves.
/// A rectangle with round corners, its outline on whole pixels. Invalid colours draw nothing.
void paintRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill,
                  const QColor &outline = {}, qreal outlineWidth = 1);
/// The ring around what has the keyboard.
void paintFocusRing(QPainter &painter, const QRectF &rect, const QPalette &palette, qreal radius);
/// Small arrow in the middle of `rect`.
void paintChevron(QPainter &painter, const QRect &rect, Qt::ArrowType direction, const QColor &color,
                  int side = 14);

/// One line of text in `rect`, on the baseline that the painter's font has there, whatever fonts the letters
/// come from: a name in Devanagari stands in line with the Latin beside it. Not clipped, not elided.
void paintTextLine(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);

namespace stylepainting {

void button(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void toolButton(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void field(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void checkBox(QPainter &painter, const QStyleOption &option);
void radioButton(QPainter &painter, const QStyleOption &option);
void itemRow(QPainter &painter, const QStyleOptionViewItem &option, const QWidget *widget);
void headerSection(QPainter &painter, const QStyleOption &option);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider);
void progressGroove(QPainter &painter, const QStyleOption &option);
void progressContents(QPainter &painter, const QStyleOptionProgressBar &option);
void tab(QPainter &painter, const QStyleOptionTab &option);

} // namespace stylepainting
} // namespace seatledger
