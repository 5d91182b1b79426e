// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/choicecard.h"

#include "ui/common/style/painting.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/textlabel.h"

#include <QGridLayout>
#include <QPainter>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {
constexpr int pictureSide = 36;
}

ChoiceCard::ChoiceCard(const QString &iconName, const QString &title, const QString &sentence,
                       QWidget *parent)
    : QAbstractButton(parent)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    auto *picture = new IconLabel(iconName, pictureSide, Tone::Accent, this);
    picture->setPatch(Tone::Raised);
    auto *name = new TextLabel(title, TextSize::Heading, Tone::Text, this);
    name->setTextWeight(QFont::DemiBold);
    auto *words = new TextLabel(sentence, TextSize::Small, Tone::TextMuted, this);
    words->setWordWrap(true);
    for (QWidget *part :
         {static_cast<QWidget *>(picture), static_cast<QWidget *>(name), static_cast<QWidget *>(words)})
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(space(Space::M), space(Space::M), space(Space::M), space(Space::M));
    layout->setHorizontalSpacing(space(Space::M));
    layout->setVerticalSpacing(space(Space::Tiny));
    layout->addWidget(picture, 0, 0, 2, 1, Qt::AlignTop);
    layout->addWidget(name, 0, 1);
    layout->addWidget(words, 1, 1, Qt::AlignTop);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(1, 1);
}

QSize ChoiceCard::sizeHint() const
{
    return layout()->sizeHint();
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tone fill = isChecked() ? Tone::AccentSoft : underMouse() ? Tone::Hover : Tone::Surface;
    paintRounded(painter, rect(), extent(Size::CardRadius), color(palette(), fill),
                 color(palette(), isChecked() ? Tone::Accent : Tone::BorderStrong));
    if (hasFocus())
        paintFocusRing(painter, rect(), palette(), extent(Size::CardRadius));
}

} // namespace seatledger
