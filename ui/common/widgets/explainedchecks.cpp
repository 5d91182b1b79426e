// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/explainedchecks.h"

#include "ui/common/widgets/textlabel.h"

#include <QStyle>
#include <QVBoxLayout>

namespace seatledger {

ExplainedChecks::ExplainedChecks(QWidget *parent) : QWidget(parent)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
}

QCheckBox *ExplainedChecks::add(const QString &name, const QString &text, const QString &explanation)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setAccessibleDescription(explanation);
    auto *words = new TextLabel(explanation, TextSize::Small, Tone::TextMuted, this);
    words->setWordWrap(true);
    const int underText = style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, box)
                          + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, box);
    words->setContentsMargins(underText, 0, 0, space(Space::Xs));
    words->setBuddy(box);
    layout()->addWidget(box);
    layout()->addWidget(words);
    connect(box, &QCheckBox::toggled, this, &ExplainedChecks::changed);
    if (focusProxy() == nullptr)
        setFocusProxy(box);
    return box;
}

} // namespace seatledger
