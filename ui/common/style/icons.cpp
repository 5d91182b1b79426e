// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace seatledger {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcIcons, "seatledger.ui.icons")

namespace {

/// The file's text, read once; the GUI thread only.
QByteArray iconSource(const QString &name)
{
    static QHash<QString, QByteArray> sources;
    const auto known = sources.constFind(name);
    if (known != sources.constEnd())
        return *known;
    QFile file(u":/icons/"_s + name + u".svg"_s);
    QByteArray text;
    if (file.open(QIODevice::ReadOnly))
        text = file.readAll();
    else
        qCWarning(lcIcons) << "No icon is called" << name;
    sources.insert(name, text);
    return text;
}

QPixmap renderIcon(const QString &name, const QColor &color, QSize pixels)
{
    const QString key =
        u"icon/%1/%2/%3x%4"_s.arg(name, color.name(QColor::HexArgb)).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = iconSource(name);
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TablerIconEngine final : public QIconEngine
{
public:
    TablerIconEngine(QString name, std::optional<Tone> tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, colorFor(mode));
    }

    QPixmap pixmap(const QSize &pixels, QIcon::Mode mode, QIcon::State) override
    {
        return renderIcon(m_name, colorFor(mode), pixels);
    }

    QIconEngine *clone() const override { return new TablerIconEngine(m_name, m_tone); }
    QString key() const override { return u"tabler"_s; }
    bool isNull() override { return iconSource(m_name).isEmpty(); }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return color(palette, Tone::TextFaint);
        return color(palette, m_tone.value_or(mode == QIcon::Selected ? Tone::Accent : Tone::TextMuted));
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

} // namespace

QIcon icon(QStringView name, std::optional<Tone> tone)
{
    return QIcon(new TablerIconEngine(name.toString(), tone));
}

void paintIcon(QPainter &painter, const QRectF &rect, QStringView name, const QColor &color)
{
    const qreal side = std::min(rect.width(), rect.height());
    const QRectF target(rect.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    // of what is painted on in the end: a list's picture may be taken at another density than the list's own
    const qreal ratio = std::max(painter.device()->devicePixelRatioF(), painter.deviceTransform().m11());
    QPixmap pixmap = renderIcon(name.toString(), color, (target.size() * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    // On whole device pixels, or the strokes blur.
    const QPointF corner(std::round(target.x() * ratio) / ratio, std::round(target.y() * ratio) / ratio);
    painter.drawPixmap(corner, pixmap);
}

} // namespace seatledger
