// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/countfield.h"

#include "ui/common/style/tokens.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace seatledger {

using namespace Qt::StringLiterals;

CountField::CountField(int minimum, int maximum, const QString &openText, QWidget *parent)
    : QWidget(parent), m_spin(new QSpinBox(this))
{
    m_spin->setObjectName(u"countSpinBox"_s);
    m_spin->setRange(minimum, maximum);
    m_spin->setGroupSeparatorShown(true);
    setFocusProxy(m_spin);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::M));
    layout->addWidget(m_spin, 1);
    connect(m_spin, &QSpinBox::valueChanged, this, &CountField::changed);
    if (openText.isEmpty())
        return;
    m_open = new QCheckBox(openText, this);
    m_open->setObjectName(u"openCheckBox"_s);
    layout->addWidget(m_open);
    connect(m_open, &QCheckBox::toggled, this, [this](bool open) {
        m_spin->setEnabled(!open);
        emit changed();
    });
}

void CountField::setCount(std::optional<qint64> count)
{
    if (m_open)
        m_open->setChecked(!count);
    if (count)
        m_spin->setValue(static_cast<int>(*count));
}

std::optional<qint64> CountField::count() const
{
    if (m_open && m_open->isChecked())
        return std::nullopt;
    return m_spin->value();
}

void CountField::setSuffix(const QString &suffix)
{
    m_spin->setSuffix(suffix);
}

} // namespace seatledger
