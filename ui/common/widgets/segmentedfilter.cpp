// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/segmentedfilter.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/lengths.h"
#include "ui/common/style/painting.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 3;
constexpr int gap = 2;

constexpr int hasRoom = 400; ///< in any window

/// What surely has room hides nothing while a layout is on its way.
bool mayCede(int whole)
{
    return grown(100) > 100 || whole > hasRoom;
}

/// A part of the control: flat, on a patch of its own when chosen.
class Segment final : public QToolButton
{
public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override
    {
        const int image = QToolButton::icon().isNull() ? 0 : extent(Size::Icon) + space(Space::Xs);
        return {fontMetrics().horizontalAdvance(text()) + image + 2 * space(Space::M),
                std::max(extent(Size::Control), fontMetrics().height() + 12) - 6};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (isChecked())
            paintRounded(painter, rect(), 4, seatledger::color(palette(), Tone::Surface),
                         seatledger::color(palette(), Tone::BorderStrong));
        if (hasFocus())
            paintFocusRing(painter, rect(), palette(), 4);
        QRect area = rect().adjusted(space(Space::M), 0, -space(Space::M), 0);
        if (!QToolButton::icon().isNull()) {
            const int side = extent(Size::Icon);
            QToolButton::icon().paint(&painter,
                                      QRect(area.left(), area.center().y() - side / 2 + 1, side, side));
            area.setLeft(area.left() + side + space(Space::Xs));
        }
        const bool lit = isEnabled() && (isChecked() || underMouse());
        painter.setPen(seatledger::color(palette(), !isEnabled() ? Tone::TextFaint
                                                    : lit        ? Tone::Text
                                                                 : Tone::TextMuted));
        painter.drawText(area, Qt::AlignCenter, text());
    }
};

} // namespace

SegmentedFilter::SegmentedFilter(const QString &accessibleName, QWidget *parent)
    : QWidget(parent),
      m_group(new QButtonGroup(this)),
      m_layout(new QHBoxLayout(this)),
      m_others(new QToolButton(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_layout->setContentsMargins(margin, margin, margin, margin);
    m_layout->setSpacing(gap);
    m_layout->addWidget(m_others);
    m_others->setObjectName(u"othersToolButton"_s);
    m_others->setArrowType(Qt::DownArrow);
    m_others->setAccessibleName(tr("Other choices"));
    m_others->setToolTip(tr("Other choices"));
    m_others->setFocusPolicy(Qt::TabFocus);
    m_others->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored); // as high as the segments, no higher
    m_others->hide();
    connect(m_others, &QToolButton::clicked, this, &SegmentedFilter::showOthers);
    connect(m_group, &QButtonGroup::buttonToggled, this, &SegmentedFilter::fit);
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *button) { emit currentChanged(button->property("key").toString()); });
}

void SegmentedFilter::addSegment(const QString &key, const QString &text, const QString &iconName)
{
    auto *button = new Segment(this);
    button->setObjectName(key + u"SegmentButton"_s);
    button->setProperty("key", key);
    button->setText(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    button->setChecked(m_group->buttons().isEmpty());
    m_texts.insert(key, text);
    m_group->addButton(button);
    m_layout->insertWidget(m_layout->count() - 1, button);
    setTabOrder(button, m_others);
    fit();
}

void SegmentedFilter::setCountText(const QString &key, const QString &count)
{
    for (QAbstractButton *button : m_group->buttons()) {
        if (button->property("key").toString() != key)
            continue;
        button->setText(count.isEmpty() ? m_texts.value(key) : m_texts.value(key) + u"  "_s + count);
        button->updateGeometry();
        updateGeometry();
        fit();
    }
}

void SegmentedFilter::setSegmentEnabled(const QString &key, bool enabled)
{
    for (QAbstractButton *button : m_group->buttons()) {
        if (button->property("key").toString() != key)
            continue;
        button->setEnabled(enabled);
        if (!enabled && button->isChecked())
            reset();
    }
}

QString SegmentedFilter::current() const
{
    const QAbstractButton *button = m_group->checkedButton();
    return button ? button->property("key").toString() : QString();
}

void SegmentedFilter::setCurrent(const QString &key)
{
    for (QAbstractButton *button : m_group->buttons()) {
        if (button->property("key").toString() == key)
            button->setChecked(true);
    }
}

bool SegmentedFilter::isAtFirst() const
{
    const QList<QAbstractButton *> buttons = m_group->buttons();
    return buttons.isEmpty() || buttons.constFirst()->isChecked();
}

void SegmentedFilter::reset()
{
    if (!m_group->buttons().isEmpty())
        m_group->buttons().constFirst()->setChecked(true);
}

int SegmentedFilter::widthOf(bool onlyWidest) const
{
    int width = 0;
    for (const QAbstractButton *button : m_group->buttons()) {
        const int wanted = button->sizeHint().width();
        width = onlyWidest ? std::max(width, wanted) : width + wanted + gap;
    }
    return width + 2 * margin;
}

QSize SegmentedFilter::sizeHint() const
{
    return {widthOf(false) - gap, QWidget::sizeHint().height()};
}

QSize SegmentedFilter::minimumSizeHint() const
{
    if (!mayCede(sizeHint().width()))
        return sizeHint();
    return {std::min(sizeHint().width(), widthOf(true) + gap + m_others->sizeHint().width()),
            QWidget::sizeHint().height()};
}

bool SegmentedFilter::lacksRoom() const
{
    return mayCede(sizeHint().width()) && width() < sizeHint().width() && testAttribute(Qt::WA_Resized);
}

/// The chosen one, and of the others as many from the first on as there is room for.
QList<QAbstractButton *> SegmentedFilter::segmentsThatFit() const
{
    int room = width() - 2 * margin - m_others->sizeHint().width();
    QList<QAbstractButton *> shown;
    if (QAbstractButton *chosen = m_group->checkedButton()) {
        shown.append(chosen);
        room -= chosen->sizeHint().width() + gap;
    }
    for (QAbstractButton *button : m_group->buttons()) {
        if (shown.contains(button))
            continue;
        room -= button->sizeHint().width() + gap;
        if (room < 0)
            break;
        shown.append(button);
    }
    return shown;
}

/// Showing a button may lay out what is around, and come back here with another width.
void SegmentedFilter::fit()
{
    if (m_isFitting)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    bool cedes = false;
    for (int turn = 0; turn < 3 && (turn == 0 || cedes != lacksRoom()); ++turn) {
        cedes = lacksRoom();
        const QList<QAbstractButton *> shown = cedes ? segmentsThatFit() : m_group->buttons();
        for (QAbstractButton *button : m_group->buttons())
            button->setVisible(shown.contains(button));
        m_others->setVisible(cedes);
    }
}

void SegmentedFilter::showOthers()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAbstractButton *button : m_group->buttons()) {
        QAction *action = menu->addAction(button->icon(), button->text());
        action->setCheckable(true);
        action->setChecked(button->isChecked());
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, button, &QAbstractButton::click);
    }
    menu->popup(m_others->mapToGlobal(QPoint(0, m_others->height())));
}

void SegmentedFilter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void SegmentedFilter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(painter, rect(), extent(Size::Radius), color(palette(), Tone::NeutralSoft));
}

} // namespace seatledger
