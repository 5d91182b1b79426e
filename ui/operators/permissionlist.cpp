// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/permissionlist.h"

#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/textlabel.h"

#include <QGridLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSide = 16;

} // namespace

PermissionList::PermissionList(QWidget *parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    setObjectName(u"permissionList"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(space(Space::S));
    m_layout->setVerticalSpacing(space(Space::S));
    m_layout->setColumnStretch(1, 1);
}

void PermissionList::setAnswers(const std::vector<std::pair<Action, PermissionAnswer>> &answers)
{
    m_sentences.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const bool allowed : {true, false}) {
        for (const auto &[action, answer] : answers) {
            if (answer.allowed == allowed)
                addLine(answer);
        }
    }
}

void PermissionList::addLine(const PermissionAnswer &answer)
{
    const int row = static_cast<int>(m_sentences.size());
    auto *icon = new IconLabel(answer.allowed ? u"check"_s : u"x"_s, iconSide,
                               answer.allowed ? Tone::Success : Tone::TextFaint, this);
    auto *sentence = new TextLabel(answer.reason, TextSize::Body,
                                   answer.allowed ? Tone::Text : Tone::TextMuted, this);
    sentence->setWordWrap(true);
    sentence->setMinimumWidth(1);
    m_layout->addWidget(icon, row, 0, Qt::AlignTop);
    m_layout->addWidget(sentence, row, 1);
    m_sentences += answer.reason;
}

} // namespace seatledger
