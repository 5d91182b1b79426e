// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/rightchecks.h"

#include "core/domain/operator.h"
#include "ui/common/widgets/textlabel.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

RightChecks::RightChecks(QWidget *parent) : QWidget(parent)
{
    constexpr int underText = 24; // the indicator and its gap
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::Xs));
    for (const auto &entry : enumEntries<Right>()) {
        auto *box = new QCheckBox(translateDomain(entry.display), this);
        box->setObjectName(entry.name + u"CheckBox"_s);
        auto *words = new TextLabel(explanation(entry.value), TextSize::Small, Tone::TextMuted, this);
        words->setWordWrap(true);
        words->setContentsMargins(underText, 0, 0, space(Space::Xs));
        words->setBuddy(box);
        layout->addWidget(box);
        layout->addWidget(words);
        m_boxes.emplace(entry.value, box);
        connect(box, &QCheckBox::toggled, this, &RightChecks::changed);
    }
    setFocusProxy(m_boxes.begin()->second);
}

void RightChecks::setRights(const std::vector<Right> &rights)
{
    for (const auto &[right, box] : m_boxes) {
        const QSignalBlocker quiet(box);
        box->setChecked(std::ranges::find(rights, right) != rights.end());
    }
}

std::vector<Right> RightChecks::rights() const
{
    std::vector<Right> rights;
    for (const auto &[right, box] : m_boxes) {
        if (box->isChecked())
            rights.push_back(right);
    }
    return rights;
}

} // namespace seatledger
