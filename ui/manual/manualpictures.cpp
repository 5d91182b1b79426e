// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manualpictures.h"

#include <QImage>
#include <QPainter>
#include <QTextDocument>
#include <QTextFormat>
#include <QUrl>

namespace seatledger {

namespace {

QImage pictureOf(const QTextDocument &document, const QTextFormat &format)
{
    const QUrl name = QUrl::fromEncoded(format.toImageFormat().name().toUtf8());
    return document.resource(QTextDocument::ImageResource, name).value<QImage>();
}

} // namespace

QSizeF ManualPictures::intrinsicSize(QTextDocument *document, int position, const QTextFormat &format)
{
    Q_UNUSED(position)
    return pictureOf(*document, format).deviceIndependentSize();
}

void ManualPictures::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                                const QTextFormat &format)
{
    Q_UNUSED(position)
    const QImage picture = pictureOf(*document, format);
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(rect, picture);
    painter->restore();
}

} // namespace seatledger
