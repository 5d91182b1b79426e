// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/datefield.h"

#include "ui/common/style/tokens.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int besideTheDay = 48; ///< frame and arrow

} // namespace

DateField::DateField(const QString &openText, QWidget *parent)
    : QWidget(parent), m_edit(new QDateEdit(QDate::currentDate(), this))
{
    m_edit->setObjectName(u"dayEdit"_s);
    m_edit->setCalendarPopup(true);
    m_edit->setDisplayFormat(u"yyyy-MM-dd"_s); // as displayDay() writes it everywhere else
    m_edit->setMinimumWidth(fontMetrics().horizontalAdvance(u"2026-12-28"_s) + besideTheDay);
    m_edit->calendarWidget()->setGridVisible(false);
    m_edit->calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    setFocusProxy(m_edit);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::M));
    layout->addWidget(m_edit, 1);
    m_told = m_edit->date();
    connect(m_edit, &QDateEdit::dateChanged, this, &DateField::tell);
    if (openText.isEmpty())
        return;
    m_open = new QCheckBox(openText, this);
    m_open->setObjectName(u"openCheckBox"_s);
    layout->addWidget(m_open);
    connect(m_open, &QCheckBox::toggled, this, [this](bool open) {
        m_edit->setEnabled(!open);
        emit changed();
    });
}

/// Enter makes the editor tell of the day it has already; whoever plans by it would plan anew, and be off
/// just when Ctrl+Enter arrives.
void DateField::tell(QDate date)
{
    if (std::exchange(m_told, date) != date)
        emit changed();
}

void DateField::setDate(std::optional<QDate> date)
{
    if (m_open)
        m_open->setChecked(!date);
    if (date)
        m_edit->setDate(*date);
}

std::optional<QDate> DateField::date() const
{
    if (m_open && m_open->isChecked())
        return std::nullopt;
    return m_edit->date();
}

void DateField::setMinimumDate(QDate date)
{
    m_edit->setMinimumDate(date);
}

void DateField::setMaximumDate(QDate date)
{
    m_edit->setMaximumDate(date);
}

} // namespace seatledger
