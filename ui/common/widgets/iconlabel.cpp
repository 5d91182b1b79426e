// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/iconlabel.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/painting.h"

#include <QPainter>

namespace seatledger {

IconLabel::IconLabel(QString iconName, int side, Tone tone, QWidget *parent)
    : QWidget(parent), m_name(std::move(iconName)), m_side(side), m_tone(tone)
{
    setFixedSize(side, side);
}

void IconLabel::setIcon(const QString &iconName, Tone tone)
{
    m_name = iconName;
    m_tone = tone;
    update();
}

void IconLabel::setPatch(Tone patch)
{
    m_patch = patch;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    if (m_name.isEmpty())
        return;
    QPainter painter(this);
    QRectF area = rect();
    if (m_patch != Tone::Count) {
        paintRounded(painter, area, m_side / 4.0, color(palette(), m_patch));
        const qreal margin = m_side * 0.24;
        area.adjust(margin, margin, -margin, -margin);
    }
    paintIcon(painter, area, m_name, color(palette(), m_tone));
}

} // namespace seatledger
