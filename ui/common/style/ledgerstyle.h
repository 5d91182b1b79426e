// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QAbstractButton;

namespace seatledger {

/// How much a button asks for attention. At most one Primary in a dialog or header.
enum class ButtonKind {
    Normal,
    Primary, ///< what most people came to do
    Danger,  ///< takes something away
    Quiet,   ///< no outline until the pointer is on it
};

/// Sets the kind LedgerStyle draws.
void setButtonKind(QAbstractButton *button, ButtonKind kind);
ButtonKind buttonKind(const QWidget *widget);

/// Less room around the text, for buttons in a narrow panel.
void setCompact(QAbstractButton *button);

/// Marks a field as holding something that cannot be accepted: it gets a red outline.
void setInvalid(QWidget *field, bool invalid);

/// The program's look: Fusion with flat, evenly spaced controls in the colours of Tokens. Fields, buttons
/// and combo boxes share one height; focus is always a visible ring.
class LedgerStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    LedgerStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl subControl, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returnData) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
};

} // namespace seatledger
