// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/panelsection.h"

#include "ui/common/style/icons.h"
#include "ui/common/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

PanelSection::PanelSection(const QString &name, const QString &title, QWidget *contents, QWidget *parent)
    : QWidget(parent),
      m_toggle(new QToolButton(this)),
      m_count(new TextLabel({}, TextSize::Small, Tone::TextMuted, this)),
      m_contents(contents),
      m_heading(new QWidget(this))
{
    setObjectName(name + u"Section"_s);
    m_toggle->setObjectName(name + u"SectionToggle"_s);
    m_toggle->setText(title);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setCheckable(true);
    m_toggle->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    m_toggle->setProperty("seatledgerPlain", true);

    auto *line = new QHBoxLayout(m_heading);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space(Space::Xs));
    line->addWidget(m_toggle);
    line->addWidget(m_count);
    line->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::Xs));
    layout->addWidget(m_heading);
    layout->addWidget(contents);
    connect(m_toggle, &QToolButton::toggled, this, &PanelSection::setExpanded);
    setExpanded(true);
}

void PanelSection::setCountText(const QString &text)
{
    m_count->setText(text);
}

QToolButton *PanelSection::addAction(const QString &name, QAction *action)
{
    auto *button = new QToolButton(m_heading);
    button->setObjectName(name + u"ToolButton"_s);
    button->setDefaultAction(action);
    button->setAccessibleName(action->iconText());
    m_heading->layout()->addWidget(button);
    return button;
}

bool PanelSection::isExpanded() const
{
    return m_toggle->isChecked();
}

void PanelSection::setExpanded(bool expanded)
{
    m_toggle->setChecked(expanded);
    m_toggle->setIcon(icon(expanded ? u"chevron-down" : u"chevron-right"));
    m_contents->setVisible(expanded);
    emit expandedChanged(expanded);
}

} // namespace seatledger
