// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assignmentlist.h"

#include "ui/book/badges.h"
#include "ui/common/models/listqueries.h"

#include <QCoreApplication>
#include <QLocale>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QVariant quiet(const AssignmentRow &, int role)
{
    return role == ToneRole ? QVariant(static_cast<int>(Tone::TextMuted)) : QVariant();
}

QVariant memberCell(const AssignmentRow &row, int role)
{
    return role == SecondaryRole ? QVariant(row.department) : QVariant();
}

QVariant stateCell(const AssignmentRow &row, int role)
{
    return role == CellRole ? QVariant::fromValue(badgeOf(row.state, row.seatReleased)) : QVariant();
}

QString lastDayText(const AssignmentRow &row)
{
    if (row.endedOn)
        return displayDay(*row.endedOn);
    const auto last = row.period.lastDay();
    return last ? displayDay(*last) : QCoreApplication::translate("AssignmentList", "open");
}

QVariant lastDayCell(const AssignmentRow &row, int role)
{
    if (role != Qt::EditRole)
        return quiet(row, role);
    const auto last = row.period.lastDay();
    return last ? displayDay(*last) : QString(u""_s);
}

QVariant noteCell(const AssignmentRow &row, int role)
{
    if (role == Qt::EditRole)
        return row.note;
    return role == Qt::ToolTipRole && !row.note.isEmpty() ? QVariant(row.note) : quiet(row, role);
}

} // namespace

AssignmentSort assignmentSort(const QString &columnKey)
{
    if (columnKey == "member"_L1)
        return AssignmentSort::ByMember;
    if (columnKey == "license"_L1)
        return AssignmentSort::ByLicense;
    if (columnKey == "quantity"_L1)
        return AssignmentSort::ByQuantity;
    if (columnKey == "last_day"_L1)
        return AssignmentSort::ByLastDay;
    if (columnKey == "state"_L1)
        return AssignmentSort::ByState;
    return columnKey == "first_day"_L1 ? AssignmentSort::ByFirstDay : AssignmentSort::Newest;
}

AssignmentSource *makeAssignmentSource(BookAccess access, const AssignmentFilter &filter, QObject *parent)
{
    return new AssignmentSource(listQueries<AssignmentRow, AssignmentFilter, AssignmentSort>(
                                    access.executor, access.services.lists,
                                    &CompositeQueryRepository::assignments,
                                    &CompositeQueryRepository::assignmentAnchors,
                                    &CompositeQueryRepository::assignmentCount, assignmentSort),
                                {u"newest"_s, Qt::DescendingOrder}, filter, parent);
}

std::vector<TableColumn<AssignmentRow>> assignmentColumns()
{
    using Column = TableColumn<AssignmentRow>;
    std::vector<Column> columns;
    columns.push_back(Column(u"member"_s, QCoreApplication::translate("AssignmentList", "Member"),
                             [](const AssignmentRow &row) { return row.memberName; })
                          .wide(160)
                          .yielding(140)
                          .growing(2)
                          .with(memberCell));
    columns.push_back(Column(u"email"_s, QCoreApplication::translate("AssignmentList", "E-mail"),
                             [](const AssignmentRow &row) { return row.memberEmail; })
                          .wide(200)
                          .yielding(112)
                          .with(quiet)
                          .unsortable()
                          .hiddenAtFirst());
    columns.push_back(Column(u"department"_s, QCoreApplication::translate("AssignmentList", "Department"),
                             [](const AssignmentRow &row) { return row.department; })
                          .wide(124)
                          .yielding(92)
                          .with(quiet)
                          .unsortable()
                          .hiddenAtFirst());
    columns.push_back(Column(u"license"_s, QCoreApplication::translate("AssignmentList", "Licence"),
                             [](const AssignmentRow &row) { return row.licenseName; })
                          .wide(190)
                          .yielding(150)
                          .growing());
    columns.push_back(Column(u"quantity"_s, QCoreApplication::translate("AssignmentList", "Seats"),
                             [](const AssignmentRow &row) { return QLocale().toString(row.quantity); })
                          .wide(54)
                          .onTheRight());
    columns.push_back(Column(u"first_day"_s, QCoreApplication::translate("AssignmentList", "From"),
                             [](const AssignmentRow &row) { return displayDay(row.period.firstDay()); })
                          .wide(92)
                          .with(quiet)
                          .editable());
    columns.push_back(
        Column(u"last_day"_s, QCoreApplication::translate("AssignmentList", "Until"), lastDayText)
            .wide(88)
            .with(lastDayCell)
            .editable());
    columns.push_back(Column(u"state"_s, QCoreApplication::translate("AssignmentList", "State"),
                             [](const AssignmentRow &row) { return displayText(row.state); })
                          .wide(112)
                          .with(stateCell));
    columns.push_back(Column(u"note"_s, QCoreApplication::translate("AssignmentList", "Note"),
                             [](const AssignmentRow &row) { return row.note.simplified(); })
                          .wide(200)
                          .with(noteCell)
                          .hiddenAtFirst()
                          .unsortable()
                          .editable());
    return columns;
}

} // namespace seatledger
