// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assignmentseditdialog.h"

#include "ui/book/dayfield.h"
#include "ui/book/editdialog.h"
#include "ui/common/manualsubject.h"

#include <QPlainTextEdit>

#include <algorithm>
#include <iterator>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QList<qint64> numbersOf(const QList<AssignmentId> &ids)
{
    QList<qint64> numbers;
    std::ranges::transform(ids, std::back_inserter(numbers), &AssignmentId::value);
    return numbers;
}

} // namespace

AssignmentsEditDialog::AssignmentsEditDialog(BookAccess access, const AssignmentChoice &choice,
                                             QWidget *parent)
    : BulkEditDialog(access, u"assignmentsEdit"_s,
                     tr("Edit %Ln assignments", nullptr, static_cast<int>(choice.ids.size())),
                     numbersOf(choice.ids), parent),
      m_firstDay(makeDayField(access, u"firstDayDateField"_s, {}, this)),
      m_lastDay(makeDayField(access, u"lastDayDateField"_s, tr("Until revoked"), this)),
      m_note(makeNoteEdit(u"noteEdit"_s, this))
{
    setManualSubject(this, u"assignments"_s);
    if (choice.period) {
        m_firstDay->setDate(choice.period->firstDay());
        m_lastDay->setDate(choice.period->lastDay());
    }
    addField(u"first_day"_s, tr("First day"), m_firstDay);
    addField(u"last_day"_s, tr("Last day"), m_lastDay);
    addField(u"note"_s, tr("Note"), m_note, true);
}

RowsEdit AssignmentsEditDialog::edit() const
{
    const AssignmentEdit values{.firstDay = isTicked(u"first_day"_s) ? m_firstDay->date() : std::nullopt,
                                .lastDay = ifTicked(u"last_day"_s, m_lastDay->date()),
                                .note = ifTicked(u"note"_s, m_note->toPlainText())};
    return rowsEdit(values);
}

QString AssignmentsEditDialog::changedText(int count) const
{
    return tr("%Ln assignments were changed.", nullptr, count);
}

} // namespace seatledger
