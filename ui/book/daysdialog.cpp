// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/daysdialog.h"

#include "core/domain/period.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

QString DaySpan::text() const
{
    if (first && last)
        return *first == *last ? displayDay(*first)
                               : QString(displayDay(*first) + u" – "_s + displayDay(*last));
    if (first)
        return DaysDialog::tr("from %1").arg(displayDay(*first));
    return last ? DaysDialog::tr("until %1").arg(displayDay(*last)) : QString();
}

DaysDialog::DaysDialog(const DaySpan &span, QDate today, QWidget *parent)
    : DialogFrame(u"days"_s, tr("Choose days"), parent),
      m_first(new DateField(tr("Any day"), this)),
      m_last(new DateField(tr("Any day"), this))
{
    m_first->setObjectName(u"firstDateField"_s);
    m_last->setObjectName(u"lastDateField"_s);
    const bool isFirstTime = span == DaySpan();
    for (DateField *field : {m_first, m_last})
        field->setDate(today); // what an open end begins with once it is closed
    m_first->setDate(isFirstTime ? std::optional(QDate(today.year(), today.month(), 1)) : span.first);
    m_last->setDate(isFirstTime ? std::optional(today) : span.last);
    auto *form = new Form(this);
    form->addField(u"first_day"_s, tr("From"), m_first);
    m_lastField = form->addField(u"last_day"_s, tr("Until and including"), m_last);
    m_lastField->setCheck([this] {
        const DaySpan typed = this->span();
        return typed.first && typed.last && *typed.last < *typed.first
                   ? tr("The last day is before the first.")
                   : QString();
    });
    connect(m_first, &DateField::changed, m_lastField, &FormField::recheck);
    body()->addWidget(form);
    addCancelButton();
    QPushButton *show = addButton(u"show"_s, tr("Show"), ButtonKind::Primary);
    connect(show, &QPushButton::clicked, this, &DaysDialog::submit);
}

DaySpan DaysDialog::span() const
{
    return {.first = m_first->date(), .last = m_last->date()};
}

void DaysDialog::submit()
{
    m_lastField->reveal();
    if (!m_lastField->isValid())
        return;
    emit chosen(span());
    accept();
}

} // namespace seatledger
