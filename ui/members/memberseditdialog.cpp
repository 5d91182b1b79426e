// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/memberseditdialog.h"

#include "ui/book/dayfield.h"
#include "ui/book/departmentbox.h"
#include "ui/book/editdialog.h"
#include "ui/common/manualsubject.h"

#include <QComboBox>
#include <QPlainTextEdit>

namespace seatledger {

using namespace Qt::StringLiterals;

MembersEditDialog::MembersEditDialog(BookAccess access, const QList<qint64> &members, QWidget *parent)
    : BulkEditDialog(access, u"membersEdit"_s,
                     tr("Edit %Ln members", nullptr, static_cast<int>(members.size())), members, parent),
      m_department(new DepartmentBox(access, this)),
      m_status(new QComboBox(this)),
      m_joinedOn(makeDayField(access, u"joinedOnDateField"_s, tr("Unknown"), this)),
      m_note(makeNoteEdit(u"noteEdit"_s, this))
{
    setManualSubject(this, u"members"_s);
    m_status->setObjectName(u"statusComboBox"_s);
    for (const MemberStatus status : {MemberStatus::Active, MemberStatus::OnLeave})
        m_status->addItem(displayText(status), static_cast<int>(status));
    addField(u"department"_s, tr("Department"), m_department);
    addField(u"status"_s, tr("Status"), m_status);
    addField(u"joined_on"_s, tr("Joined on"), m_joinedOn);
    addField(u"note"_s, tr("Note"), m_note, true);
}

RowsEdit MembersEditDialog::edit() const
{
    const MemberEdit values{
        .department = ifTicked(u"department"_s, m_department->department()),
        .status = ifTicked(u"status"_s, static_cast<MemberStatus>(m_status->currentData().toInt())),
        .joinedOn = ifTicked(u"joined_on"_s, m_joinedOn->date()),
        .note = ifTicked(u"note"_s, m_note->toPlainText())};
    return rowsEdit(values);
}

QString MembersEditDialog::changedText(int count) const
{
    return tr("%Ln members were changed.", nullptr, count);
}

} // namespace seatledger
