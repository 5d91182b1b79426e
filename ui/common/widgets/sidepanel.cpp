// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/sidepanel.h"

#include "ui/common/style/lengths.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/panelsection.h"
#include "ui/common/widgets/scrollcolumn.h"
#include "ui/common/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

SidePanel::SidePanel(QWidget *parent)
    : QWidget(parent),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(m_stack)),
      m_icon(new IconLabel({}, 40, Tone::Accent, this)),
      m_title(new TextLabel({}, TextSize::Heading, Tone::Text, this)),
      m_subtitle(new TextLabel({}, TextSize::Body, Tone::TextMuted, this)),
      m_badge(new BadgeLabel({}, this))
{
    setObjectName(u"sidePanel"_s);
    setMinimumWidth(std::max(280, grown(230)));
    m_icon->setPatch(Tone::AccentSoft);
    m_title->setObjectName(u"sidePanelTitleLabel"_s);
    m_title->setElided(true);
    m_subtitle->setElided(true);

    auto *page = new QWidget(m_stack);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeading());
    layout->addWidget(makeContents(), 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
}

QWidget *SidePanel::makeHeading()
{
    auto *heading = new QWidget(this);
    auto *names = new QGridLayout;
    names->setHorizontalSpacing(space(Space::S));
    names->setVerticalSpacing(0);
    names->setColumnStretch(0, 1);
    names->addWidget(m_title, 0, 0);
    names->addWidget(m_badge, 0, 1);
    names->addWidget(m_subtitle, 1, 0, 1, 2);
    auto *line = new QHBoxLayout;
    line->setSpacing(space(Space::M));
    line->addWidget(m_icon);
    line->addLayout(names, 1);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(space(Space::S));
    auto *layout = new QVBoxLayout(heading);
    layout->setContentsMargins(space(Space::L), space(Space::L), space(Space::L), space(Space::M));
    layout->setSpacing(space(Space::M));
    layout->addLayout(line);
    layout->addLayout(m_actions);
    return heading;
}

QWidget *SidePanel::makeContents()
{
    auto *contents = new QWidget;
    m_parts = new QVBoxLayout(contents);
    m_parts->setContentsMargins(space(Space::L), 0, space(Space::L), space(Space::L));
    m_parts->setSpacing(space(Space::M));
    m_parts->addStretch();
    auto *area = new ScrollColumn(contents, this);
    area->setObjectName(u"sidePanelScrollArea"_s);
    return area;
}

void SidePanel::showEmpty(const QString &iconName, const QString &title, const QString &text)
{
    m_empty->setContents(iconName, title, text);
    m_stack->setCurrentIndex(0);
}

void SidePanel::showHeading(const QString &iconName, const QString &title, const QString &subtitle,
                            const Badge &badge)
{
    m_icon->setIcon(iconName, Tone::Accent);
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    m_badge->setBadge(badge);
    m_stack->setCurrentIndex(1);
    setAccessibleName(title);
}

bool SidePanel::hasContents() const
{
    return m_stack->currentIndex() == 1;
}

void SidePanel::addWidget(QWidget *widget)
{
    m_parts->insertWidget(m_parts->count() - 1, widget);
}

PanelSection *SidePanel::addSection(const QString &name, const QString &title, QWidget *contents)
{
    auto *section = new PanelSection(name, title, contents, this);
    addWidget(section);
    return section;
}

void SidePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(palette(), Tone::Surface));
}

} // namespace seatledger
