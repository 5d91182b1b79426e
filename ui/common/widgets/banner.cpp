// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/banner.h"

#include "ui/common/style/painting.h"
#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/textlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

struct Look {
    Tone ink;
    Tone soft;
    QString iconName;
};

Look lookOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Success:
        return {Tone::Success, Tone::SuccessSoft, u"circle-check"_s};
    case Banner::Kind::Warning:
        return {Tone::Warning, Tone::WarningSoft, u"alert-triangle"_s};
    case Banner::Kind::Danger:
        return {Tone::Danger, Tone::DangerSoft, u"alert-circle"_s};
    case Banner::Kind::Info:
        break;
    }
    return {Tone::Accent, Tone::AccentSoft, u"info-circle"_s};
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel({}, 18, Tone::Accent, this)),
      m_text(new TextLabel({}, TextSize::Body, Tone::Text, this)),
      m_button(new QPushButton(this))
{
    setObjectName(u"banner"_s);
    m_text->setObjectName(u"bannerLabel"_s);
    m_button->setObjectName(u"bannerButton"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space(Space::M), space(Space::S), space(Space::S), space(Space::S));
    layout->setSpacing(space(Space::S));
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &Banner::actionTriggered);
    hide();
}

void Banner::present(Kind kind, const QString &text, const QString &actionText)
{
    m_kind = kind;
    m_icon->setIcon(lookOf(kind).iconName, lookOf(kind).ink);
    reword(text, actionText);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::reword(const QString &text, const QString &actionText)
{
    m_text->setText(text);
    m_button->setText(actionText);
    m_button->setVisible(!actionText.isEmpty());
    setAccessibleName(text);
}

QString Banner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void Banner::setEdgeToEdge()
{
    m_isEdgeToEdge = true;
    layout()->setContentsMargins(space(Space::L), space(Space::S), space(Space::L), space(Space::S));
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int radius = m_isEdgeToEdge ? 0 : extent(Size::Radius);
    paintRounded(painter, rect(), radius, color(palette(), lookOf(m_kind).soft));
}

} // namespace seatledger
