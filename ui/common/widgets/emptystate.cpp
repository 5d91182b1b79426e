// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/emptystate.h"

#include "ui/common/style/lengths.h"
#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {
constexpr int textWidth = 250; ///< fits into the narrowest side panel
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel({}, 48, Tone::TextFaint, this)),
      m_title(new TextLabel({}, TextSize::Heading, Tone::Text, this)),
      m_text(new TextLabel({}, TextSize::Body, Tone::TextMuted, this)),
      m_button(new QPushButton(this))
{
    setObjectName(u"emptyState"_s);
    m_icon->setPatch(Tone::NeutralSoft);
    m_button->setObjectName(u"emptyStateButton"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(std::max(textWidth, grown(200)));

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space(Space::S));
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(space(Space::Xs));
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    // In a line of its own: a box layout asks only an unaligned label how tall it is when wrapped.
    auto *line = new QHBoxLayout;
    line->addStretch();
    line->addWidget(m_text);
    line->addStretch();
    layout->addLayout(line);
    layout->addSpacing(space(Space::Xs));
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setActionText({});
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setContents(const QString &iconName, const QString &title, const QString &text)
{
    m_icon->setIcon(iconName, Tone::TextFaint);
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void EmptyState::setActionText(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

} // namespace seatledger
