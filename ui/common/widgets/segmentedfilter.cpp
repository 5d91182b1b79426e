// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/segmentedfilter.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/painting.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

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
        const bool lit = isChecked() || underMouse();
        painter.setPen(seatledger::color(palette(), lit ? Tone::Text : Tone::TextMuted));
        painter.drawText(area, Qt::AlignCenter, text());
    }
};

} // namespace

SegmentedFilter::SegmentedFilter(const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new QHBoxLayout(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_layout->setContentsMargins(3, 3, 3, 3);
    m_layout->setSpacing(2);
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
    m_layout->addWidget(button);
}

void SegmentedFilter::setCountText(const QString &key, const QString &count)
{
    for (QAbstractButton *button : m_group->buttons()) {
        if (button->property("key").toString() != key)
            continue;
        button->setText(count.isEmpty() ? m_texts.value(key) : m_texts.value(key) + u"  "_s + count);
        button->updateGeometry();
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

void SegmentedFilter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(painter, rect(), extent(Size::Radius), color(palette(), Tone::NeutralSoft));
}

} // namespace seatledger
