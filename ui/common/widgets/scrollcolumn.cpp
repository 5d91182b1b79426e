// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/scrollcolumn.h"

#include <QVBoxLayout>

namespace seatledger {

ScrollColumn::ScrollColumn(QWidget *contents, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(contents);
    contents->setAutoFillBackground(false); // setWidget() turned it on
    viewport()->setAutoFillBackground(false);
}

ScrollColumn *ScrollColumn::ofList(QWidget *list, QWidget *parent)
{
    auto *contents = new QWidget;
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(list);
    column->addStretch();
    return new ScrollColumn(contents, parent);
}

} // namespace seatledger
