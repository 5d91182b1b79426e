// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/textlabel.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyle>

namespace seatledger {

TextLabel::TextLabel(const QString &text, TextSize size, Tone tone, QWidget *parent)
    : QLabel(text, parent),
      m_size(size),
      m_tone(tone),
      m_weight(size == TextSize::Title || size == TextSize::Heading ? QFont::DemiBold : QFont::Normal)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // else it is the one that goes with the parent's background
    restyle();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    restyle();
}

void TextLabel::setTextWeight(QFont::Weight weight)
{
    m_weight = weight;
    restyle();
}

void TextLabel::setElided(bool elided)
{
    m_elided = elided;
    setToolTip({});
    updateGeometry();
    update();
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_elided ? QSize(fontMetrics().averageCharWidth() * 4, hint.height()) : hint;
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ApplicationFontChange
        || event->type() == QEvent::StyleChange)
        restyle();
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (!m_elided)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    const QRect area = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, area.width());
    setToolTip(shown == text() ? QString() : text());
    style()->drawItemText(&painter, area, static_cast<int>(alignment()), palette(), isEnabled(), shown,
                          foregroundRole());
}

void TextLabel::restyle()
{
    if (m_restyling)
        return;
    const QScopedValueRollback guard(m_restyling, true);
    QPalette own = QApplication::palette();
    own.setColor(QPalette::WindowText, color(own, m_tone));
    setPalette(own);
    setFont(scaledFont(QApplication::font(), m_size, m_weight));
}

} // namespace seatledger
