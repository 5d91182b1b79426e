// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/scopechecks.h"

#include "ui/common/widgets/textlabel.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

ScopeChecks::ScopeChecks(QWidget *parent) : QWidget(parent)
{
    constexpr int underText = 24; // the indicator and its gap
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const auto &entry : enumEntries<TokenScope>()) {
        auto *box = new QCheckBox(translateDomain(entry.display), this);
        box->setObjectName(entry.name + u"ScopeCheckBox"_s);
        box->setAccessibleDescription(explanation(entry.value));
        auto *words = new TextLabel(explanation(entry.value), TextSize::Small, Tone::TextMuted, this);
        words->setWordWrap(true);
        words->setContentsMargins(underText, 0, 0, space(Space::Xs));
        words->setBuddy(box);
        layout->addWidget(box);
        layout->addWidget(words);
        m_boxes.emplace(entry.value, box);
        connect(box, &QCheckBox::toggled, this, &ScopeChecks::changed);
    }
    setFocusProxy(m_boxes.begin()->second);
}

void ScopeChecks::setScopes(const std::vector<TokenScope> &scopes)
{
    for (const auto &[scope, box] : m_boxes) {
        const QSignalBlocker quiet(box);
        box->setChecked(std::ranges::find(scopes, scope) != scopes.end());
    }
}

std::vector<TokenScope> ScopeChecks::scopes() const
{
    std::vector<TokenScope> scopes;
    for (const auto &[scope, box] : m_boxes) {
        if (box->isChecked())
            scopes.push_back(scope);
    }
    return scopes;
}

} // namespace seatledger
