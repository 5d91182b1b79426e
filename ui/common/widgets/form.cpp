// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/form.h"

#include "core/domain/error.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/formfield.h"

#include <QGridLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

Form::Form(QWidget *parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(space(Space::M));
    m_layout->setVerticalSpacing(space(Space::M));
    m_layout->setColumnStretch(0, 1);
    m_layout->setColumnStretch(1, 1);
}

FormField *Form::makeField(const QString &key, const QString &label, QWidget *editor)
{
    auto *field = new FormField(key, label, editor, this);
    connect(field, &FormField::changed, this, &Form::changed);
    m_fields.insert(key, field);
    m_order.append(field);
    addToTabs(editor);
    return field;
}

void Form::addToTabs(QWidget *added)
{
    QList<QWidget *> parts{added};
    parts += added->findChildren<QWidget *>();
    for (QWidget *part : std::as_const(parts)) {
        const bool takesTab = (part->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !part->focusProxy();
        if (!takesTab || part->window() != window())
            continue;
        if (m_lastTab)
            setTabOrder(m_lastTab, part);
        m_lastTab = part;
    }
}

FormField *Form::addField(const QString &key, const QString &label, QWidget *editor)
{
    FormField *field = makeField(key, label, editor);
    m_layout->addWidget(field, m_layout->rowCount(), 0, 1, 2);
    return field;
}

std::pair<FormField *, FormField *> Form::addPair(const QString &leftKey, const QString &leftLabel,
                                                  QWidget *left, const QString &rightKey,
                                                  const QString &rightLabel, QWidget *right)
{
    FormField *first = makeField(leftKey, leftLabel, left);
    FormField *second = makeField(rightKey, rightLabel, right);
    const int row = m_layout->rowCount();
    m_layout->addWidget(first, row, 0, Qt::AlignTop);
    m_layout->addWidget(second, row, 1, Qt::AlignTop);
    return {first, second};
}

void Form::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget, m_layout->rowCount(), 0, 1, 2);
    addToTabs(widget);
}

bool Form::isValid() const
{
    return std::ranges::all_of(m_order, &FormField::isValid);
}

bool Form::validate()
{
    for (FormField *field : std::as_const(m_order))
        field->reveal();
    const auto wrong = std::ranges::find_if_not(m_order, &FormField::isValid);
    if (wrong == m_order.end())
        return true;
    (*wrong)->editor()->setFocus(Qt::OtherFocusReason);
    return false;
}

bool Form::showRefusal(const Error &error)
{
    FormField *refused = field(error.details["field"_L1].toString());
    if (!refused)
        return false;
    refused->setRefusal(error.message);
    refused->editor()->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace seatledger
