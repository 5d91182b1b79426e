// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/dragging.h"

#include "ui/common/style/tokens.h"

#include <QDrag>
#include <QMimeData>
#include <QPainter>
#include <QWidget>

namespace seatledger {

namespace {

/// What goes with the pointer: the words alone.
QPixmap dragPicture(const QWidget *of, const QString &text)
{
    const QFontMetrics metrics = of->fontMetrics();
    const int pad = space(Space::S);
    const QSize size(metrics.horizontalAdvance(text) + 2 * pad, metrics.height() + 2 * pad);
    QPixmap picture(size * of->devicePixelRatioF());
    picture.setDevicePixelRatio(of->devicePixelRatioF());
    picture.fill(color(of->palette(), Tone::Accent));
    QPainter painter(&picture);
    painter.setFont(of->font());
    painter.setPen(color(of->palette(), Tone::OnAccent));
    painter.drawText(QRect({}, size), Qt::AlignCenter, text);
    return picture;
}

} // namespace

void drag(QWidget *from, QMimeData *carried)
{
    if (!carried)
        return;
    auto *drag = new QDrag(from);
    drag->setMimeData(carried);
    drag->setPixmap(dragPicture(from, carried->text()));
    drag->setHotSpot({-12, -12});
    drag->exec(Qt::CopyAction);
}

} // namespace seatledger
