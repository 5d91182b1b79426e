// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/keyvalueform.h"

#include "ui/common/widgets/textlabel.h"

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// Chinese breaks between any two characters.
bool isPlaceToBreak(QChar character)
{
    constexpr char16_t firstIdeograph = 0x2E80;
    return character.isSpace() || character.unicode() >= firstIdeograph;
}

} // namespace

KeyValueForm::KeyValueForm(QWidget *parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(space(Space::M));
    m_layout->setVerticalSpacing(space(Space::Xs) + 2);
    m_layout->setColumnStretch(1, 1);
    m_layout->setColumnMinimumWidth(0, 92);
}

void KeyValueForm::setValue(const QString &key, const QString &label, const QString &value)
{
    auto row = m_rows.find(key);
    if (row == m_rows.end()) {
        auto *name = new TextLabel(label, TextSize::Body, Tone::TextMuted, this);
        auto *text = new TextLabel({}, TextSize::Body, Tone::Text, this);
        text->setObjectName(key + u"ValueLabel"_s);
        text->setWordWrap(true);
        text->setMinimumWidth(1); // a long address must not widen the panel
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int line = m_layout->rowCount();
        m_layout->addWidget(name, line, 0, Qt::AlignTop);
        m_layout->addWidget(text, line, 1);
        row = m_rows.insert(key, {name, text});
    }
    row->label->setText(label);
    row->value->setText(value);
    row->value->setElided(std::ranges::none_of(value, isPlaceToBreak)); // such as an address
    row->value->setAccessibleName(label);
    row->label->setVisible(!value.isEmpty());
    row->value->setVisible(!value.isEmpty());
}

int KeyValueForm::labelWidth() const
{
    int width = m_layout->columnMinimumWidth(0);
    for (const Row &row : m_rows)
        width = std::max(width, row.label->sizeHint().width());
    return width;
}

void KeyValueForm::setLabelWidth(int width)
{
    m_layout->setColumnMinimumWidth(0, width);
}

QString KeyValueForm::value(const QString &key) const
{
    const auto row = m_rows.constFind(key);
    return row == m_rows.constEnd() ? QString() : row->value->text();
}

} // namespace seatledger
