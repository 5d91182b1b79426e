// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style/icons.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/style/painting.h"

#include <QPainter>
#include <QWidget>

namespace seatledger::stylepainting {

namespace {

struct ButtonColors {
    QColor fill;
    QColor outline;
    QColor text;
};

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

ButtonColors filled(const QPalette &palette, Tone fill, bool lit)
{
    QColor base = color(palette, fill);
    if (lit)
        base = fill == Tone::Accent ? color(palette, Tone::AccentHover) : base.darker(112);
    return {base, base, color(palette, Tone::OnAccent)};
}

ButtonColors buttonColors(const QStyleOption &option, ButtonKind kind)
{
    const QPalette &palette = option.palette;
    const bool lit = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    if (!has(option, QStyle::State_Enabled)) {
        const QColor flat = kind == ButtonKind::Quiet ? QColor() : color(palette, Tone::Raised);
        return {flat, kind == ButtonKind::Quiet ? QColor() : color(palette, Tone::Border),
                color(palette, Tone::TextFaint)};
    }
    switch (kind) {
    case ButtonKind::Primary:
        return filled(palette, Tone::Accent, lit);
    case ButtonKind::Danger:
        return filled(palette, Tone::Danger, lit);
    case ButtonKind::Quiet:
        return {lit ? color(palette, Tone::Raised) : QColor(), {}, color(palette, Tone::Text)};
    case ButtonKind::Normal:
        break;
    }
    if (has(option, QStyle::State_On))
        return {color(palette, Tone::AccentSoft), color(palette, Tone::Accent), color(palette, Tone::Text)};
    return {color(palette, lit ? Tone::Hover : Tone::Surface), color(palette, Tone::BorderStrong),
            color(palette, Tone::Text)};
}

bool isInvalid(const QWidget *widget)
{
    for (int depth = 0; widget && depth < 2; ++depth, widget = widget->parentWidget()) {
        if (widget->property("seatledgerInvalid").toBool())
            return true;
    }
    return false;
}

} // namespace

void button(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const ButtonColors colors = buttonColors(option, buttonKind(widget));
    const qreal corner = extent(Size::Radius);
    paintRounded(painter, QRectF(option.rect), corner, colors.fill, colors.outline);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        const bool strong = colors.text == color(option.palette, Tone::OnAccent);
        if (strong) // the accent ring would not show on the accent
            paintRounded(painter, QRectF(option.rect).adjusted(3, 3, -3, -3), corner - 2, {}, colors.text,
                         1.5);
        else
            paintFocusRing(painter, QRectF(option.rect), option.palette, corner);
    }
}

void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const QColor ink = buttonColors(option, buttonKind(widget)).text;
    const bool withMenu = option.features.testFlag(QStyleOptionButton::HasMenu);
    const int side = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = side > 0 && !option.text.isEmpty() ? space(Space::S) - 2 : 0;
    QRect area = option.rect.adjusted(space(Space::S), 0, -space(Space::S), 0);
    if (withMenu) {
        paintChevron(painter, QRect(area.right() - 14, area.top(), 14, area.height()), Qt::DownArrow, ink);
        area.setRight(area.right() - 14 - space(Space::Xs));
    }
    const int width = side + gap + option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    int left = area.left();
    if (!withMenu || buttonKind(widget) != ButtonKind::Quiet)
        left += std::max(0, (area.width() - width) / 2);
    const QIcon::Mode mode = has(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
    option.icon.paint(&painter, QRect(left, area.center().y() - side / 2 + 1, side, side), Qt::AlignCenter,
                      mode);
    painter.setPen(ink);
    const QRect text(left + side + gap, area.top(), area.right() - left - side - gap + 1, area.height());
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, option.text);
}

void toolButton(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const QPalette &palette = option.palette;
    const bool lit = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const bool plain = widget && widget->property("seatledgerPlain").toBool();
    const bool on = has(option, QStyle::State_On) && !plain;
    const QRectF rect = QRectF(option.rect);
    if (has(option, QStyle::State_Enabled) && (lit || on))
        paintRounded(painter, rect, extent(Size::Radius),
                     color(palette, on ? Tone::AccentSoft : Tone::Raised));
    if (has(option, QStyle::State_HasFocus) && widget && widget->hasFocus())
        paintFocusRing(painter, rect, palette, extent(Size::Radius));
}

void field(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const QPalette &palette = option.palette;
    const bool enabled = has(option, QStyle::State_Enabled) && !has(option, QStyle::State_ReadOnly);
    const bool focused = has(option, QStyle::State_HasFocus);
    const bool invalid = isInvalid(widget);
    const QColor fill = color(palette, enabled ? Tone::Surface : Tone::Window);
    const Tone line = invalid    ? Tone::Danger
                      : focused  ? Tone::Accent
                      : !enabled ? Tone::Border
                                 : Tone::BorderStrong;
    paintRounded(painter, QRectF(option.rect), extent(Size::Radius), fill, color(palette, line),
                 focused ? 2 : 1);
}

void itemRow(QPainter &painter, const QStyleOptionViewItem &option, const QWidget *)
{
    const QPalette &palette = option.palette;
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (has(option, QStyle::State_Selected))
        painter.fillRect(option.rect, color(palette, has(option, QStyle::State_Active) ? Tone::AccentSoft
                                                                                       : Tone::NeutralSoft));
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter.fillRect(option.rect, color(palette, Tone::Hover));
}

void headerSection(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool lit = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    painter.fillRect(option.rect, color(palette, lit ? Tone::Hover : Tone::Surface));
    QRect line = option.rect;
    line.setTop(line.bottom());
    painter.fillRect(line, color(palette, Tone::Border));
}

} // namespace seatledger::stylepainting
