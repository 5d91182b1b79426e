// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assignmententries.h"

#include "ui/book/badges.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

QList<AssignmentState> openStates()
{
    return {AssignmentState::Reserved, AssignmentState::Active, AssignmentState::Suspended};
}

QList<AssignmentState> endedStates()
{
    return {AssignmentState::Expired, AssignmentState::Revoked};
}

QString termsText(const AssignmentRow &row)
{
    QStringList parts;
    if (row.quantity != 1)
        parts += QCoreApplication::translate("AssignmentEntries", "%Ln seats", nullptr, row.quantity);
    parts += row.period.displayText();
    if (row.state == AssignmentState::Suspended && row.suspendedUntil)
        parts += QCoreApplication::translate("AssignmentEntries", "active again on %1")
                     .arg(displayDay(*row.suspendedUntil));
    if (row.state == AssignmentState::Revoked && row.endedOn)
        parts += QCoreApplication::translate("AssignmentEntries", "ended on %1")
                     .arg(displayDay(*row.endedOn));
    return parts.join(u" · "_s);
}

Entry seatEntry(const AssignmentRow &row, SeatEntry naming)
{
    Entry entry{.id = row.id.value(), .title = row.memberName, .detail = termsText(row)};
    entry.badge = badgeOf(row.state, row.seatReleased);
    entry.iconName = naming == SeatEntry::NameLicense ? u"certificate"_s : u"user"_s;
    if (naming == SeatEntry::NameLicense)
        entry.title = row.licenseName;
    else if (naming == SeatEntry::NameBoth)
        entry.detail = row.licenseName + u" · "_s + entry.detail;
    return entry;
}

std::vector<Entry> seatEntries(const std::vector<AssignmentRow> &rows, SeatEntry naming)
{
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (const AssignmentRow &row : rows)
        entries.push_back(seatEntry(row, naming));
    return entries;
}

AssignmentChoice choiceOf(const AssignmentRow &row)
{
    return {{row.id}, {seatEntry(row, SeatEntry::NameBoth)}, row.period, row.quantity, row.state};
}

} // namespace seatledger
