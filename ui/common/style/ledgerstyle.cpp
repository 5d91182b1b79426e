// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style/ledgerstyle.h"

#include "ui/common/style/painting.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kindProperty = "seatledgerButtonKind";
constexpr auto compactProperty = "seatledgerCompact";
constexpr auto invalidProperty = "seatledgerInvalid";
constexpr int sortMarkGap = 4;
constexpr int checkCloser = 10;

template <typename T>
const T *as(const QStyleOption *option)
{
    return qstyleoption_cast<const T *>(option);
}

int controlHeight(const QStyleOption *option)
{
    return std::max(extent(Size::Control), option->fontMetrics.height() + 12);
}

void paintSortMark(QPainter &painter, const QStyleOption &option)
{
    if (const auto *header = as<QStyleOptionHeader>(&option))
        paintChevron(painter, option.rect,
                     header->sortIndicator == QStyleOptionHeader::SortDown ? Qt::UpArrow : Qt::DownArrow,
                     color(option.palette, Tone::Accent));
}

void paintBranch(QPainter &painter, const QStyleOption &option)
{
    if (option.state.testFlag(QStyle::State_Children))
        paintChevron(painter, option.rect,
                     option.state.testFlag(QStyle::State_Open) ? Qt::DownArrow : Qt::RightArrow,
                     color(option.palette, Tone::TextMuted));
}

/// A scroll bar without arrows: the slider and the two stretches of trough beside it.
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part, int shortest)
{
    const bool vertical = option.orientation == Qt::Vertical;
    const int length = vertical ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    const qint64 whole = range + option.pageStep;
    int slider = range > 0 ? int(qint64(option.pageStep) * length / std::max<qint64>(whole, 1)) : length;
    slider = std::min(std::max(slider, shortest), length);
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - slider, option.upsideDown);
    const auto stretch = [&](int from, int size) {
        return vertical ? QRect(option.rect.left(), option.rect.top() + from, option.rect.width(), size)
                        : QRect(option.rect.left() + from, option.rect.top(), size, option.rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return stretch(start, slider);
    case QStyle::SC_ScrollBarSubPage:
        return stretch(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return stretch(start + slider, length - start - slider);
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    default:
        return {};
    }
}

/// Where a header's title and its sort mark go: the mark follows the title at its free side, in the middle of
/// the line. The first column begins where the titles of the page do.
QRect headerPart(const QStyleOptionHeader &option, QStyle::SubElement part, int mark)
{
    const bool first = option.position == QStyleOptionHeader::Beginning
                       || option.position == QStyleOptionHeader::OnlyOneSection;
    const int margin = space(Space::S);
    QRect title = option.rect.adjusted(margin + (first ? firstColumnIndent() : 0), 0, -margin, 0);
    if (option.sortIndicator == QStyleOptionHeader::None)
        return title;
    const bool right = option.textAlignment.testFlag(Qt::AlignRight);
    const int room = std::max(0, title.width() - mark - sortMarkGap);
    const int text = std::min(option.fontMetrics.horizontalAdvance(option.text), room);
    if (part == QStyle::SE_HeaderLabel)
        return right ? title : QRect(title.topLeft(), QSize(room, title.height()));
    const int left = right ? title.right() - text - sortMarkGap - mark : title.left() + text + sortMarkGap;
    return {left, title.center().y() - mark / 2 + 1, mark, mark};
}

/// What headerPart() needs for all of the title and the mark.
int headerWidth(const QStyleOptionHeader &option, int mark)
{
    const int sorted = option.sortIndicator == QStyleOptionHeader::None ? 0 : sortMarkGap + mark;
    return 2 * space(Space::S) + option.fontMetrics.horizontalAdvance(option.text) + sorted;
}

/// A list's text stands as close to its check as a check box's; each part has brought a margin of its own.
QRect besideCheck(const QRect &rect, QStyle::SubElement part, const QStyleOption *option)
{
    const auto *item = as<QStyleOptionViewItem>(option);
    if (!item || !item->features.testFlag(QStyleOptionViewItem::HasCheckIndicator))
        return rect;
    const bool hasIcon = item->features.testFlag(QStyleOptionViewItem::HasDecoration);
    const int closer = part == QStyle::SE_ItemViewItemText && hasIcon ? 2 * checkCloser : checkCloser;
    const bool isText = part == QStyle::SE_ItemViewItemText;
    return option->direction == Qt::RightToLeft ? rect.adjusted(isText ? 0 : closer, 0, closer, 0)
                                                : rect.adjusted(-closer, 0, isText ? 0 : -closer, 0);
}

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty(kindProperty, static_cast<int>(kind));
    button->update();
}

ButtonKind buttonKind(const QWidget *widget)
{
    return widget ? static_cast<ButtonKind>(widget->property(kindProperty).toInt()) : ButtonKind::Normal;
}

void setCompact(QAbstractButton *button)
{
    button->setProperty(compactProperty, true);
    button->updateGeometry();
}

void setInvalid(QWidget *field, bool invalid)
{
    field->setProperty(invalidProperty, invalid);
    field->update();
}

LedgerStyle::LedgerStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
    setObjectName(u"ledgerStyle"_s);
}

void LedgerStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false); // the trough is whatever is behind it
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // With a style sheet in force, sizeFromContents() is not asked about these.
    if (qobject_cast<QAbstractSpinBox *>(widget))
        widget->setMinimumHeight(std::max(extent(Size::Control), widget->fontMetrics().height() + 12));
}

void LedgerStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = as<QStyleOptionButton>(option))
            stylepainting::button(*painter, *button, widget);
        return;
    case PE_PanelButtonTool:
        return stylepainting::toolButton(*painter, *option, widget);
    case PE_PanelLineEdit:
        if (const auto *frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            stylepainting::field(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView *>(widget))
            paintFocusRing(*painter, QRectF(option->rect), option->palette, 4);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return stylepainting::checkBox(*painter, *option);
    case PE_IndicatorRadioButton:
        return stylepainting::radioButton(*painter, *option);
    case PE_PanelItemViewRow:
        return; // cells fill the whole row without gaps
    case PE_PanelItemViewItem:
        if (const auto *item = as<QStyleOptionViewItem>(option))
            stylepainting::itemRow(*painter, *item, widget);
        return;
    case PE_IndicatorHeaderArrow:
        return paintSortMark(*painter, *option);
    case PE_IndicatorArrowDown:
        return paintChevron(*painter, option->rect, Qt::DownArrow, color(option->palette, Tone::TextMuted));
    case PE_IndicatorArrowUp:
        return paintChevron(*painter, option->rect, Qt::UpArrow, color(option->palette, Tone::TextMuted));
    case PE_IndicatorBranch:
        return paintBranch(*painter, *option);
    case PE_Frame:
        if (isTextEdit(widget))
            return stylepainting::field(*painter, *option, widget);
        return paintRounded(*painter, QRectF(option->rect), 2, color(option->palette, Tone::Surface),
                            color(option->palette, Tone::Border));
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, color(option->palette, Tone::Window));
        painter->fillRect(QRect(option->rect.topLeft(), QSize(option->rect.width(), 1)),
                          color(option->palette, Tone::Border));
        return;
    case PE_PanelScrollAreaCorner:
        return;
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void LedgerStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_RubberBand: { // what is below it stays readable
        QColor veil = color(option->palette, Tone::Accent);
        veil.setAlpha(24);
        return paintRounded(*painter, option->rect, extent(Size::Radius), veil,
                            color(option->palette, Tone::Accent));
    }
    case CE_PushButtonBevel:
        if (const auto *button = as<QStyleOptionButton>(option))
            stylepainting::button(*painter, *button, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = as<QStyleOptionButton>(option))
            stylepainting::buttonLabel(*painter, *button, widget);
        return;
    case CE_HeaderSection:
        if (const auto *header = as<QStyleOptionHeader>(option))
            stylepainting::headerSection(*painter, *header);
        return;
    case CE_HeaderEmptyArea:
        return stylepainting::headerSection(*painter, *option); // no header: there is no section
    case CE_HeaderLabel:
        if (const auto *header = as<QStyleOptionHeader>(option)) {
            QStyleOptionHeader copy = *header;
            copy.palette.setColor(QPalette::ButtonText, color(option->palette, Tone::TextMuted));
            copy.state &= ~State_On; // no bold title when a cell of the column is selected
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_ProgressBarGroove:
        return stylepainting::progressGroove(*painter, *option);
    case CE_ProgressBarContents:
        if (const auto *bar = as<QStyleOptionProgressBar>(option))
            stylepainting::progressContents(*painter, *bar);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = as<QStyleOptionTab>(option))
            stylepainting::tab(*painter, *tab);
        return;
    case CE_Splitter: {
        painter->fillRect(option->rect, color(option->palette, Tone::Surface));
        QRect line = option->rect;
        if (option->state.testFlag(State_Horizontal))
            line = QRect(line.center().x(), line.top(), 1, line.height());
        else
            line = QRect(line.left(), line.center().y(), line.width(), 1);
        const bool lit = option->state.testFlag(State_MouseOver);
        return painter->fillRect(line, color(option->palette, lit ? Tone::Accent : Tone::Border));
    }
    default:
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void LedgerStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    const QColor arrow = color(option->palette,
                               option->state.testFlag(State_Enabled) ? Tone::TextMuted : Tone::TextFaint);
    switch (control) {
    case CC_ComboBox:
        stylepainting::field(*painter, *option, widget);
        return paintChevron(*painter, subControlRect(control, option, SC_ComboBoxArrow, widget),
                            Qt::DownArrow, arrow);
    case CC_SpinBox:
        stylepainting::field(*painter, *option, widget);
        if (const auto *spin = as<QStyleOptionSpinBox>(option);
            spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            paintChevron(*painter, subControlRect(control, option, SC_SpinBoxUp, widget), Qt::UpArrow, arrow,
                         10);
            paintChevron(*painter, subControlRect(control, option, SC_SpinBoxDown, widget), Qt::DownArrow,
                         arrow, 10);
        }
        return;
    case CC_ToolButton: // one that opens a menu looks like the others: there is no room for an arrow in it
        if (const auto *tool = as<QStyleOptionToolButton>(option)) {
            QStyleOptionToolButton plain = *tool;
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            return QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        }
        return;
    case CC_ScrollBar:
        if (const auto *slider = as<QStyleOptionSlider>(option))
            stylepainting::scrollBar(*painter, *slider,
                                     subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    default:
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect LedgerStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                  SubControl subControl, const QWidget *widget) const
{
    const QRect rect = option->rect;
    if (control == CC_ComboBox) {
        const int arrow = 24;
        QRect part;
        if (subControl == SC_ComboBoxArrow)
            part = QRect(rect.right() - arrow - 2, rect.top(), arrow, rect.height());
        else if (subControl == SC_ComboBoxEditField)
            part = rect.adjusted(8, 2, -arrow - 4, -2);
        else
            return QProxyStyle::subControlRect(control, option, subControl, widget);
        return visualRect(option->direction, rect, part);
    }
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField)
        return QProxyStyle::subControlRect(control, option, subControl, widget)
            .adjusted(space(Space::Xs), 0, 0, 0);
    if (control == CC_ScrollBar) {
        if (const auto *slider = as<QStyleOptionSlider>(option))
            return visualRect(
                option->direction, rect,
                scrollBarPart(*slider, subControl, proxy()->pixelMetric(PM_ScrollBarSliderMin)));
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect LedgerStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_HeaderLabel || element == SE_HeaderArrow) {
        if (const auto *header = as<QStyleOptionHeader>(option))
            return headerPart(*header, element, proxy()->pixelMetric(PM_HeaderMarkSize, option, widget));
    }
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_ItemViewItemText || element == SE_ItemViewItemDecoration)
        return besideCheck(rect, element, option);
    const auto *frame = element == SE_LineEditContents ? as<QStyleOptionFrame>(option) : nullptr;
    return frame && frame->lineWidth > 0 ? rect.adjusted(space(Space::S) - 2, 0, 1 - space(Space::Xs), 0)
                                         : rect;
}

QSize LedgerStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = as<QStyleOptionButton>(option)) {
            const bool compact = widget && widget->property(compactProperty).toBool();
            const int padding = button->text.isEmpty() ? space(Space::S)
                                : compact              ? space(Space::M)
                                                       : space(Space::L);
            const bool withMenu = button->features.testFlag(QStyleOptionButton::HasMenu);
            result.setWidth(size.width() + 2 * padding + (withMenu ? space(Space::M) : 0));
        }
        result.setHeight(controlHeight(option));
        break;
    case CT_LineEdit:
        if (const auto *frame = as<QStyleOptionFrame>(option); !frame || frame->lineWidth > 0)
            result.setHeight(controlHeight(option));
        break;
    case CT_ComboBox:
        result.setWidth(size.width() + 44);
        result.setHeight(controlHeight(option));
        break;
    case CT_SpinBox:
        result.setHeight(controlHeight(option));
        break;
    case CT_ToolButton:
        result = result.expandedTo({controlHeight(option), controlHeight(option)});
        break;
    case CT_HeaderSection:
        if (const auto *header = as<QStyleOptionHeader>(option))
            result.setWidth(headerWidth(*header, proxy()->pixelMetric(PM_HeaderMarkSize, option, widget)));
        result.setHeight(controlHeight(option));
        break;
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), controlHeight(option) - space(Space::Xs)));
        break;
    case CT_TabBarTab:
        result.setHeight(controlHeight(option) + 4);
        break;
    default:
        break;
    }
    return result;
}

int LedgerStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 14;
    case PM_ScrollBarSliderMin:
        return 40;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return extent(Size::Icon);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return std::max(extent(Size::Icon), widget ? widget->fontMetrics().height() - 2 : 0);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space(Space::S);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return space(Space::L);
    case PM_HeaderMargin:
        return space(Space::S);
    case PM_HeaderMarkSize:
        return 14;
    case PM_DefaultFrameWidth:
        return isTextEdit(widget) ? 3 : QProxyStyle::pixelMetric(metric, option, widget); // round corners
    case PM_SplitterWidth:
        return 5;
    case PM_FocusFrameHMargin:
        return space(Space::S);
    case PM_ToolBarIconSize:
        return 18;
    case PM_TabBarTabHSpace:
        return space(Space::Xl);
    case PM_TabBarBaseOverlap:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LedgerStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
    case SH_Menu_SloppySubMenus:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1; // a click in the trough goes there: a million rows
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace seatledger
